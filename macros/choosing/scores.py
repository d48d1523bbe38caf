"""The chooser's arithmetic: which rules of an answer hold for which method, and who comes first.

The browser does the same sum (overrides/assets/js/choose.js) over the same hits; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.choosing.fields import STAGES, items
from macros.models.method import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.choosing.fields import Item
    from macros.library import Library
    from macros.models import Method, Question
    from macros.models.question import Choice, Rule

#: fields whose items are words of a list; in the others a word may stand anywhere in a sentence
WHOLE = frozenset({"category", "type", "levels"})
FIRST = 8
NOTHING = -1


@dataclass(frozen=True)
class Reason:
    """Why an answer speaks for a method or against it. Without a field it is the editors' own; `item` counts from 0; -1: it is a lack."""

    method: str
    weight: int
    because: str
    field: str = ""
    item: int = 0


def candidates(library: Library) -> list[Method]:
    """The methods with a page: core ones first, then those with more cases; this decides among equals."""
    order = list(Rank)
    pages = [method for method in library.methods.values() if method.rank is not Rank.ENTRY]
    return sorted(pages, key=lambda one: (order.index(one.rank), -len(library.cases_of(one.id)), one.id))


def questions(library: Library) -> list[Question]:
    """In the order of their position."""
    return sorted(library.questions.values(), key=lambda question: (question.position, question.id))


def _matches(rule: Rule, item: Item) -> bool:
    if rule.field == STAGES:
        return item.text.rsplit("：", 1)[-1] in rule.words
    if rule.field in WHOLE:
        return item.text in rule.words
    return any(word in item.text for word in rule.words)


def _holds(rule: Rule, said: Sequence[Item]) -> int | None:
    """The number of the item that makes the rule hold (-1 when it is the lack of one); None when it does not hold.

    A record that says nothing in a field lacks no word there: what nobody told speaks for nothing.
    """
    if not rule.words:
        holds = bool(said) is not rule.lacking
        return (0 if said else NOTHING) if holds else None
    found = next((number for number, item in enumerate(said) if _matches(rule, item)), None)
    if rule.lacking:
        return NOTHING if said and found is None else None
    return found


class Records:
    """The candidates and what their records say, each thing looked up once: many rules ask for the same."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.candidates = candidates(library)
        self._said: dict[tuple[str, str], list[Item]] = {}

    def said(self, method: Method, field: str) -> list[Item]:
        """What a method says in a field."""
        key = method.id, field
        if key not in self._said:
            self._said[key] = items(self.library, method, field)
        return self._said[key]


def reasons(library: Library, choice: Choice, records: Records | None = None) -> Iterator[Reason]:
    """Everything the answer says, rule by rule, within a rule in the order of the candidates."""
    records = records or Records(library)
    methods = records.candidates
    for rule in choice.rules:
        for method in methods:
            number = _holds(rule, records.said(method, rule.field))
            if number is not None:
                yield Reason(method.id, rule.weight, rule.because, rule.field, number)
    for fit in choice.fits:
        yield from (
            Reason(method.id, fit.weight, fit.because) for method in methods if method.id in fit.methods
        )


def weights(library: Library) -> dict[tuple[str, str], dict[str, int]]:
    """(question, answer) -> method -> sum of the weights."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    records = Records(library)
    for question in questions(library):
        for choice in question.choices:
            sums = found.setdefault((question.id, choice.id), {})
            for reason in reasons(library, choice, records):
                sums[reason.method] = sums.get(reason.method, 0) + reason.weight
    return found


def ranked(
    methods: Sequence[str],
    weighed: Mapping[tuple[str, str], Mapping[str, int]],
    answers: Mapping[str, str],
) -> list[str]:
    """All methods, the best first; equals stay in the order given. `answers` is question -> answer."""
    given = [weighed[answer] for answer in answers.items()]
    return sorted(methods, key=lambda method: -sum(sums.get(method, 0) for sums in given))
