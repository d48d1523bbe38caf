"""One page per case, and the index of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.pages.markdown import call, heading, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library
    from macros.models import Case

LESSONS = ("highlights", "conditions", "not_copy", "lessons")


def case_pages(library: Library) -> Iterator[tuple[str, str]]:
    """(address, Markdown) of the index and of every case."""
    about = "每个案例都写明出处；材料隐去的数字和地名照样隐去，没写的就说没写。"
    yield "cases/index.md", page("案例库", about, [about, call("library_table")])
    for case in library.cases.values():
        yield f"cases/{case.id}.md", case_page(case)


def case_page(case: Case) -> str:
    """A case as far as it was told."""
    blocks = [call("case_card", case.id), heading(2, "经过与结果", "story"), call("case_story", case.id)]
    blocks += [heading(2, "从意见到反馈", "chain"), call("case_chain", case.id)]
    blocks += [heading(2, "数字", "figures"), call("case_figures", case.id)]
    if any(getattr(case, name) for name in LESSONS):
        blocks += [heading(2, "可以学什么", "lessons"), call("case_lessons", case.id)]
    blocks += [heading(2, "原文没有交代", "gaps"), call("case_gaps", case.id)]
    blocks += [heading(2, "出处", "sources"), call("case_sources", case.id)]
    return page(f"{case.title}（{case.number}）", case.summary, blocks)
