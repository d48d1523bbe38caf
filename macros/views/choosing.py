"""The chooser and the comparison: a place for the browser's part, and what can be read without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.choosing.scores import FIRST, candidates, questions, reasons
from macros.models.method import Rank
from macros.views.rendering import render

if TYPE_CHECKING:
    from markupsafe import Markup

    from macros.library import Library
    from macros.models.question import Choice
    from macros.views.context import Context


class Suited(NamedTuple):
    """A method that an answer speaks for, and why."""

    method: str
    because: tuple[str, ...]


def suited(library: Library, choice: Choice) -> list[Suited]:
    """The first methods by this answer alone; those against which it speaks on balance are left out."""
    found = list(reasons(library, choice))
    sums = dict.fromkeys((one.id for one in candidates(library)), 0)
    for reason in found:
        sums[reason.method] += reason.weight
    best = sorted((method for method, total in sums.items() if total > 0), key=lambda method: -sums[method])
    return [
        Suited(method, tuple(r.because for r in found if r.method == method and r.weight > 0))
        for method in best[:FIRST]
    ]


def chooser(context: Context) -> Markup:
    """The questions as tables: what each answer alone speaks for."""
    library = context.library
    tables = [
        (question, [(choice, suited(library, choice)) for choice in question.choices])
        for question in questions(library)
    ]
    return render("chooser", context=context, tables=tables)


def comparison(context: Context) -> Markup:
    """The core methods, one a row."""
    core = [method for method in candidates(context.library) if method.rank is Rank.CORE]
    return render("comparison", context=context, methods=core)
