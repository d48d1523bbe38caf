"""Pages of mock consultations: the index, and one page for each kit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.pages.markdown import call, heading, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library

ABOUT = "用真实案例里有分歧的事编成的演练：角色卡、流程、主持人手册、观察表、评分表都齐，明天就能演。"

#: (heading, anchor, macro) of a kit's page. What spoils the game for the players comes after the cards.
SECTIONS = (
    ("情境", "brief", "kit_brief"),
    ("角色卡", "roles", "kit_roles"),
    ("流程", "agenda", "kit_agenda"),
    ("主持人怎样介入", "turns", "kit_turns"),
    ("观察与评分", "scoring", "kit_scoring"),
    ("复盘", "debrief", "kit_debrief"),
    ("案例背景：哪些是真的", "background", "kit_background"),
)


def kit_pages(library: Library) -> Iterator[tuple[str, str]]:
    """(address, Markdown) of the index and of every kit."""
    yield "training/kits/index.md", page("模拟协商", ABOUT, [ABOUT, call("kit_index")])
    for kit in library.kits.values():
        blocks = [call("kit_card", kit.id)]
        for title, anchor, macro in SECTIONS:
            blocks += [heading(2, title, anchor), call(macro, kit.id)]
        yield f"training/kits/{kit.id}.md", page(f"模拟协商：{kit.title}", kit.one_liner, blocks)
