"""Whether the questions lead to every method: for each, answers that bring it to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.choosing.scores import candidates, questions, ranked, weights

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.library import Library

ROUNDS = 3


def best_place(library: Library) -> dict[str, tuple[int, dict[str, str]]]:
    """Method -> (the best place found for it, from 1; the answers that bring it there).

    From the answers that weigh it most against the others, one answer at a time is changed while its place improves:
    what is found holds, a better combination may be missed.
    """
    weighed = weights(library)
    methods = [method.id for method in candidates(library)]
    options = {
        question.id: [*(choice.id for choice in question.choices), ""] for question in questions(library)
    }
    return {method: _climb(method, methods, weighed, options) for method in methods}


def _climb(
    method: str,
    methods: list[str],
    weighed: Mapping[tuple[str, str], Mapping[str, int]],
    options: Mapping[str, list[str]],
) -> tuple[int, dict[str, str]]:
    def place(answers: Mapping[str, str]) -> int:
        given = {question: answer for question, answer in answers.items() if answer}
        return ranked(methods, weighed, given).index(method) + 1

    def merit(question: str, answer: str) -> float:
        sums = weighed.get((question, answer), {})
        return sums.get(method, 0) - sum(sums.values()) / len(methods)

    answers = {
        question: max(choices, key=lambda answer: merit(question, answer))
        for question, choices in options.items()
    }
    best = place(answers)
    for _ in range(ROUNDS):
        for question, choices in options.items():
            tried = {answer: place({**answers, question: answer}) for answer in choices}
            answer = min(tried, key=lambda one: tried[one])
            if tried[answer] < best:
                best, answers[question] = tried[answer], answer
    return best, {question: answer for question, answer in answers.items() if answer}
