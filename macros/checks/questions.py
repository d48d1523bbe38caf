"""Rules about the questions of the chooser."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from macros.choosing.fields import READ, STAGES, items, label
from macros.choosing.scores import WHOLE, candidates
from macros.models.method import Rank
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope
    from macros.library.shelf import Entry
    from macros.models.question import Choice, Question, Rule

Path = tuple[str | int, ...]


def _rules(question: Question) -> Iterator[tuple[Path, Rule]]:
    for row, choice in enumerate(question.choices):
        for column, rule in enumerate(choice.rules):
            yield ("choices", row, "rules", column), rule


def rules_look_at_fields_that_exist(scope: Scope) -> Iterator[Problem]:
    """选方法的规则，看的是方法记录里有的项。"""
    for entry in scope.library.shelves["questions"].values():
        for path, rule in _rules(entry.record):
            if rule.field in READ:
                continue
            named = {label(field): field for field in READ}
            close = difflib.get_close_matches(rule.field, READ, n=1, cutoff=0.6)
            meant = named.get(rule.field) or next(iter(close), None)
            hint = f"是不是想写“{meant}”？" if meant else f"只能是{'、'.join(READ)}。"
            place = entry.file.document.place((*path, "field"))
            yield Problem(
                entry.file.path, *place, f"「看哪一项（field）」写的是“{rule.field}”，没有这一项。", hint
            )


def _known_words(scope: Scope) -> dict[str, set[str]]:
    """Whole field -> everything that any method says there."""
    methods = candidates(scope.library)
    known = {
        field: {item.text for method in methods for item in items(scope.library, method, field)}
        for field in WHOLE
    }
    known["levels"] |= {choice.name for choice in scope.library.vocabularies.levels}
    stages = (stage for process in scope.library.processes.values() for stage in process.stages)
    return {**known, STAGES: {stage.name for stage in stages}}


def rules_use_words_that_occur(scope: Scope) -> Iterator[Problem]:
    """选方法的规则里写的类别、性质、层级、阶段，都真有。"""
    known = _known_words(scope)
    for entry in scope.library.shelves["questions"].values():
        for path, rule in _rules(entry.record):
            allowed = known.get(rule.field)
            for number, word in enumerate(rule.words):
                if allowed is not None and word not in allowed:
                    place = entry.file.document.place((*path, "words", number))
                    said = f"「写着什么（words）」写的是“{word}”，没有一个方法的{label(rule.field)}是它。"
                    yield Problem(entry.file.path, *place, said, f"只能是{'、'.join(sorted(allowed))}。")


def fits_name_methods_with_a_page(scope: Scope) -> Iterator[Problem]:
    """编者指定的方法都有自己的页面；词条不参加选方法。"""
    for entry in scope.library.shelves["questions"].values():
        for path, key in _fitted(entry.record.choices):
            method = scope.library.methods.get(key)
            if method is not None and method.rank is Rank.ENTRY:
                place = entry.file.document.place(path)
                said = f"“{key}”是词条，收在术语表里，没有自己的页面。"
                yield Problem(entry.file.path, *place, said, "删掉它，或者把那个方法的rank改成standard。")


def _fitted(choices: list[Choice]) -> Iterator[tuple[Path, str]]:
    for row, choice in enumerate(choices):
        for column, fit in enumerate(choice.fits):
            for number, key in enumerate(fit.methods):
                yield ("choices", row, "fits", column, "methods", number), key


def questions_stand_in_one_order(scope: Scope) -> Iterator[Problem]:
    """每个问题的次序、同一个问题里每个回答的编号，都不相同。"""
    positions: dict[int, str] = {}
    for entry in scope.library.shelves["questions"].values():
        path = entry.file.path
        owner = positions.setdefault(entry.record.position, path)
        if owner != path:
            place = entry.file.document.place(("position",))
            said = f"「次序（position）」写的是{entry.record.position}，和{owner}相同。"
            yield Problem(path, *place, said, "改成没有用过的数。")
        yield from _repeated(entry)


def _repeated(entry: Entry[Question]) -> Iterator[Problem]:
    seen: set[str] = set()
    for row, choice in enumerate(entry.record.choices):
        if choice.id in seen:
            place = entry.file.document.place(("choices", row, "id"))
            said = f"「编号（id）」“{choice.id}”在这个问题里写了不止一次。"
            yield Problem(entry.file.path, *place, said, "换一个。")
        seen.add(choice.id)
