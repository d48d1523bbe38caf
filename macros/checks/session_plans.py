"""Rules about session plans: what stands on the programme exists, and nobody sits for too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope


def plans_hold_lessons_that_exist(scope: Scope) -> Iterator[Problem]:
    """流程表里写的课，要有这节课的页面。"""
    for entry in scope.library.shelves["session_plans"].values():
        for number, day in enumerate(entry.record.days):
            for index, item in enumerate(day.items):
                if item.lesson is None or item.lesson in scope.known["lessons"]:
                    continue
                place = entry.file.document.place(("days", number, "items", index, "lesson"))
                said = f"「课（lesson）」写的是“{item.lesson}”，没有这节课。"
                yield Problem(entry.file.path, *place, said, "写docs/training里的文件名，不带.md。")


def plans_begin_and_end_with_work(scope: Scope) -> Iterator[Problem]:
    """流程表每天的开头和结尾不是休息，休息也不连着排。"""
    for entry in scope.library.shelves["session_plans"].values():
        for number, day in enumerate(entry.record.days):
            rests = [True, *(item.pause is not None for item in day.items), True]
            for index in range(len(day.items)):
                if rests[index + 1] and (rests[index] or (index + 1 == len(day.items))):
                    place = entry.file.document.place(("days", number, "items", index, "pause"))
                    said = "「休息（pause）」排在一天的开头、结尾，或者另一个休息后面。"
                    yield Problem(entry.file.path, *place, said, "删掉它，或者挪到两项内容中间。")
