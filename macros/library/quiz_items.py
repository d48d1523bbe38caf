"""Questions ready to be asked: drawn from their records, shuffled the same way on every machine, with their answers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.models.question_parts import DrawnFrom, QuestionKind, StepFace
from macros.models.values import Basis

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from macros.library.shelf import Library
    from macros.models.question_parts import Branch
    from macros.models.quiz import Question, Quiz

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Pair = tuple[str, str]


@dataclass(frozen=True)
class Posed:
    """A question as people meet it.

    `choices` are the options, the things to order, or the right-hand column of a match; the n-th is called LETTERS[n].
    `subjects` is the left-hand column. `answer` spells the letters: those that are right, their order, or one for each
    subject. `branches` holds for each point of a scenario its ways, lettered alike. `points` is the most to be won.
    """

    question: Question
    choices: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    answer: str = ""
    branches: tuple[tuple[Branch, ...], ...] = ()
    points: int = 1
    number: int = 0


def posed(library: Library, quiz: Quiz, paper: str = "") -> tuple[Posed, ...]:
    """The questions of a quiz; `paper` names another shuffle of the same questions ("A", "B")."""
    order = shuffled(len(quiz.questions), f"{quiz.id}/{paper}") if paper else range(len(quiz.questions))
    kinds = list(QuestionKind)
    if paper:  # on paper the kinds stay together
        order = sorted(order, key=lambda at: kinds.index(quiz.questions[at].kind))
    turns = shuffled(len(quiz.questions), f"{quiz.id}/{paper}/turns")
    asked = [(quiz.questions[at], _Dice(f"{quiz.id}/{paper}/{at}", turns[at])) for at in order]
    return tuple(
        replace(_POSE[question.kind](library, question, dice), number=number)
        for number, (question, dice) in enumerate(asked, 1)
    )


@dataclass(frozen=True)
class _Dice:
    """What a question is shuffled by. `turn` is another number for each question: it spreads the right letters."""

    seed: str
    turn: int


def shuffled(count: int, seed: str) -> list[int]:
    """The numbers below `count` in an order that only the seed decides; never the natural one if there is another."""
    order = sorted(range(count), key=lambda at: hashlib.sha256(f"{seed}/{at}".encode()).digest())
    return order[1:] + order[:1] if order == list(range(count)) else order


def pairs(library: Library, question: Question) -> list[Pair]:
    """(left, right) of the list that a question is drawn from, in the record's order.

    Only what a source says, never what the editors added; and only the picked ones, when some are.
    """
    if question.drawn_from is None:
        return []
    found = _DRAW[question.drawn_from](library, question)
    return [pair for pair in found if all(pair) and (not question.pick or pair[0] in question.pick)]


def _of_steps(library: Library, question: Question) -> list[Pair]:
    steps = library.methods[question.method or ""].steps
    told = [step for step in steps if step.basis is Basis.SOURCE]
    return [(step.name, getattr(step, question.show.value) or "") for step in told]


def _of_roles(library: Library, question: Question) -> list[Pair]:
    roles = library.methods[question.method or ""].roles
    return [(role.who, role.does) for role in roles if role.basis is Basis.SOURCE]


def _of_parts(library: Library, question: Question) -> list[Pair]:
    parts = library.methods[question.method or ""].parts
    return [(part.name, part.note) for part in parts if part.basis is Basis.SOURCE]


def _of_variants(library: Library, question: Question) -> list[Pair]:
    variants = library.methods[question.method or ""].variants
    return [(variant.name, variant.differs) for variant in variants if variant.source]


def _of_things(library: Library, question: Question) -> list[Pair]:
    things = library.confusables[question.confusable or ""].things
    return [(thing.label, thing.meaning) for thing in things if thing.source]


def _of_answers(library: Library, question: Question) -> list[Pair]:
    things = library.comparisons[question.comparison or ""].things
    return [(thing.name, thing.answer(question.aspect or "") or "") for thing in things]


_DRAW: dict[DrawnFrom, Callable[[Library, Question], list[Pair]]] = {
    DrawnFrom.STEPS: _of_steps,
    DrawnFrom.ROLES: _of_roles,
    DrawnFrom.PARTS: _of_parts,
    DrawnFrom.VARIANTS: _of_variants,
    DrawnFrom.THINGS: _of_things,
    DrawnFrom.ANSWERS: _of_answers,
}


def _choice(_: Library, question: Question, dice: _Dice) -> Posed:
    options = [*question.right, *question.wrong]
    order = shuffled(len(options), dice.seed)
    by = (order.index(0) - dice.turn) % len(order)
    order = order[by:] + order[:by]  # else chance would favour one letter in a short quiz
    right = [LETTERS[place] for place, at in enumerate(order) if at < len(question.right)]
    return Posed(question, tuple(options[at] for at in order), answer="".join(right))


def _order(library: Library, question: Question, dice: _Dice) -> Posed:
    faces = [name if question.show is StepFace.NAME else face for name, face in pairs(library, question)]
    order = shuffled(len(faces), dice.seed)
    return Posed(question, tuple(faces[at] for at in order), answer=_letters(order))


def _match(library: Library, question: Question, dice: _Dice) -> Posed:
    found = pairs(library, question)
    order = shuffled(len(found), dice.seed)
    lefts, rights = tuple(left for left, _ in found), tuple(found[at][1] for at in order)
    return Posed(question, rights, lefts, _letters(order))


def _letters(order: Sequence[int]) -> str:
    """Where each of the natural order has gone."""
    return "".join(LETTERS[order.index(at)] for at in range(len(order)))


def _scenario(_: Library, question: Question, dice: _Dice) -> Posed:
    ways = tuple(
        tuple(node.branches[at] for at in shuffled(len(node.branches), f"{dice.seed}/{place}"))
        for place, node in enumerate(question.nodes)
    )
    best = [0] * len(question.nodes)
    for place in reversed(range(len(ways))):  # a branch leads only onwards: its end is known before it
        best[place] = max((way.score + best[way.next - 1] for way in ways[place]), default=0)
    return Posed(question, branches=ways, points=best[0])


_POSE: dict[QuestionKind, Callable[[Library, Question, _Dice], Posed]] = {
    QuestionKind.SINGLE: _choice,
    QuestionKind.MULTIPLE: _choice,
    QuestionKind.ORDER: _order,
    QuestionKind.MATCH: _match,
    QuestionKind.SCENARIO: _scenario,
}
