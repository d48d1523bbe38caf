"""Rules about the same thing told twice."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from macros.checks.scope import stem
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope
    from macros.models import Case

WORTH_A_LOOK = 0.5  # of the pairs of neighbouring characters in two titles: quick
ALIKE = 0.85  # of the characters in their order: slow
MONTH = len("2023-05")


def case_numbers_are_unique(scope: Scope) -> Iterator[Problem]:
    """案例号印在课件和卡片上，不能重复。"""
    first: dict[str, str] = {}
    for value in scope.of(["number"]):
        if value.file.kind != "cases":
            continue
        owner = first.setdefault(value.text, value.file.path)
        if owner != value.file.path:
            said = f"{value.label}“{value.text}”和{owner}重复。"
            yield value.problem(said, f"换一个没有用过的号，下一个是{_next_number(scope)}。")


def _next_number(scope: Scope) -> str:
    taken = [int(case.number[2:]) for case in scope.library.cases.values()]
    return f"A-{max(taken, default=0) + 1:04d}"


def names_of_methods_are_unique(scope: Scope) -> Iterator[Problem]:
    """两个方法不能同名；各地同名的做法，在名称后面写上地名。"""
    first: dict[str, str] = {}
    for value in scope.of(["name"]):
        if value.file.kind != "methods" or value.path != ("name",):
            continue
        owner = first.setdefault(value.text, value.file.path)
        if owner != value.file.path:
            yield value.problem(
                f"{value.label}“{value.text}”和{owner}相同。", "在名称后面写上地名，例如“六式（甲市）”。"
            )


def cases_are_told_once(scope: Scope) -> Iterator[Problem]:
    """（提醒）同一个地方、标题相近，或者时间、方法、议题都相同的两个案例，可能是一件事写了两遍。"""
    by_place: dict[str, list[Case]] = {}
    for case in scope.library.cases.values():
        by_place.setdefault(case.place, []).append(case)
    for cases in by_place.values():
        pairs = {case.id: _pairs(case.title) for case in cases}
        for earlier, later in combinations(cases, 2):
            if earlier.id == later.same_as or later.id == earlier.same_as:
                continue
            one, other = pairs[earlier.id], pairs[later.id]
            if _same_day_and_way(earlier, later) or (
                len(one & other) > WORTH_A_LOOK * len(one | other)
                and SequenceMatcher(None, earlier.title, later.title).ratio() > ALIKE
            ):
                yield _warning(scope, earlier, later)


def _pairs(title: str) -> frozenset[str]:
    letters = re.sub(r"\W", "", title)
    return frozenset(letters[index : index + 2] for index in range(len(letters) - 1))


def _same_day_and_way(one: Case, other: Case) -> bool:
    return (
        one.date is not None
        and other.date is not None
        and len(one.date.start) >= MONTH
        and (one.date.start, one.methods, one.topics) == (other.date.start, other.methods, other.topics)
    )


def _warning(scope: Scope, earlier: Case, later: Case) -> Problem:
    shelf = scope.library.shelves["cases"]
    file, other = shelf[later.id].file, shelf[earlier.id].file
    said = f"这个案例和{stem(other)}（{earlier.title}）可能是同一件事：同一个地方，{_what(earlier, later)}。"
    hint = "是同一件事就并成一条；不是就不用改。"
    return Problem(file.path, *file.document.place(("title",)), said, hint, "warning")


def _what(one: Case, other: Case) -> str:
    return "时间、方法和议题分类都相同" if _same_day_and_way(one, other) else "标题相近"
