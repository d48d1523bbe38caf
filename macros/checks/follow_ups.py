"""Faults that only follow from another one: a rule that compares records is silent where one of them can't be read.

Somebody who breaks one file is told of that file, not of five sound ones that rest on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.checks import kits, masks, pages, questions
from macros.checks.references import kind_of
from macros.checks.scope import stem
from macros.checks.values import HEAD
from macros.models.references import POINTS_AT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from macros.checks.scope import Scope
    from macros.problems import Problem

#: rule that compares with other records -> the kinds that it looks at as a whole (else: only the records named)
COMPARING: Mapping[Callable[[Scope], Iterator[Problem]], frozenset[str]] = {
    kits.facts_of_kits_are_those_of_their_cases: frozenset(),
    masks.masks_only_where_the_source_masks: frozenset(),
    questions.rules_use_words_that_occur: frozenset({"methods", "processes"}),
    pages.pages_link_only_to_open_sources: frozenset({"sources"}),
}


def without_follow_ups(rule: Callable[[Scope], Iterator[Problem]], scope: Scope) -> Iterator[Problem]:
    """What a rule finds, without what it may only find because another file is faulty."""
    if rule not in COMPARING or not scope.unread:
        yield from rule(scope)
        return
    kinds = {kind for kind, _ in scope.unread}
    if not kinds & COMPARING[rule]:
        resting = _resting_on_unread(scope)
        yield from (problem for problem in rule(scope) if problem.path not in resting)


def _resting_on_unread(scope: Scope) -> frozenset[str]:
    """The files that name a record which couldn't be read, the pages of such records, and those files themselves."""
    named = {
        value.file.path for value in scope.of(POINTS_AT) if (kind_of(value) or "", value.text) in scope.unread
    }
    own = {file.path for file in scope.library.files if (file.kind, stem(file)) in scope.unread}
    methods = {
        stem(file) for file in scope.library.files if file.kind == "methods" and file.path in named | own
    }
    heads = {
        value.file.path for value in scope.of(["method"]) if value.file.kind == HEAD and value.text in methods
    }
    return frozenset(named | own | heads)
