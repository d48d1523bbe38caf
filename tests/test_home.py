"""What the front page chooses and counts by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from records import WORLD

from macros.library.changelog import Change, editions
from macros.views import VIEWS, Context

if TYPE_CHECKING:
    from macros.library import Library


def shown(name: str, library: Library) -> str:
    return str(VIEWS[name](Context(library, "")))


def test_a_changelog_is_read_by_its_headings():
    first, second = editions("# 记录\n\n- 不算\n\n## 新\n\n### 内容\n\n- 一\n- 二\n\n## 旧\n- 三\n")

    assert (first.name, first.changes) == ("新", [Change("内容", "一"), Change("内容", "二")])
    assert (second.name, second.changes) == ("旧", [Change("", "三")])


def test_the_last_two_changes_of_a_topic_are_new():
    html = shown("whats_new", WORLD)

    assert html.index("又有一个") < html.index("后有三个")
    assert "先有三个" not in html
    assert "第一版" not in html


def test_without_a_changelog_nothing_is_new():
    assert "还没有记录" in shown("whats_new", replace(WORLD, editions=()))


def test_the_featured_case_is_one_that_was_verified(library: Library):
    html = shown("featured_case", library)
    [number] = [case.number for case in library.cases.values() if f">{case.number}，" in html]
    [case] = [case for case in library.events if case.number == number]

    assert case.verified
    assert "为什么是它" in html


def test_without_cases_none_is_featured():
    empty = replace(WORLD, shelves={**WORLD.shelves, "cases": {}})

    assert "还没有案例" in shown("featured_case", empty)
    assert ">0</span>" in shown("coverage", empty)
