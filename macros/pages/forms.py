"""The toolbox: one page per form, and the index of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.pages.markdown import call, heading, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library
    from macros.models import Form

ALL_AT_ONCE = (
    "一场协商要用的Word文件，填八项、粘一份名单，一次出齐：每人一份邀请函，名单上的人进签到表和席卡。"
)


def form_pages(library: Library) -> Iterator[tuple[str, str]]:
    """(address, Markdown) of the index and of every form."""
    about = "方法里说要交的文书，这里都有能直接填的Word样表。"
    yield "forms/index.md", page("工具箱", about, [about, call("form_index")])
    if any(form.pack for form in library.forms.values()):
        yield "forms/fill.md", page("填一次，出全套", ALL_AT_ONCE, [ALL_AT_ONCE, call("fill_once")])
    for form in library.forms.values():
        yield f"forms/{form.id}.md", form_page(form)


def form_page(form: Form) -> str:
    """What it is for, what stands on it, what sources say of it, how to fill it."""
    blocks = [call("form_card", form.id)]
    for title, anchor, view in (
        ("里面有什么", "preview", "form_preview"),
        ("来源怎么说", "told", "form_told"),
        ("怎么填", "fill", "form_fill"),
    ):
        blocks += [heading(2, title, anchor), call(view, form.id)]
    return page(f"{form.title}（样表）", form.purpose, blocks)
