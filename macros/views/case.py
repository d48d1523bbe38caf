"""The parts of a case page, and case tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.models.case import Case
from macros.models.values import State
from macros.views.context import found
from macros.views.method import source_list
from macros.views.rendering import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from macros.models.values import Figure, When
    from macros.views.context import Context

#: What a reader of a case wants to know; its share that is there is the case's completeness.
WANTED = (
    "date",
    "lead",
    "handling_bodies",
    "participants",
    "topic_origin",
    "process",
    "opinions",
    "result",
    "uptake",
    "handling",
    "feedback",
    "outcomes",
    "figures",
)


def missing_fields(case: Case) -> list[str]:
    """The Chinese labels of what nobody told, in the order of the model."""
    return [Case.label_of(name) for name in WANTED if not getattr(case, name)]


def completeness(case: Case) -> int:
    """The share of wanted fields that are there, in whole percent."""
    return round(100 * (len(WANTED) - len(missing_fields(case))) / len(WANTED))


def when(date: When | None) -> str:
    """「2023-05（发表时间）」, or that nobody told."""
    if date is None:
        return "原文没有交代"
    span = f"{date.start}至{date.end}" if date.end else date.start
    return span if date.basis == "told" else f"{span}（{date.basis.label}）"


def _case(context: Context, key: str) -> Case:
    return found(context.library.cases, key, "案例")


def case_card(context: Context, key: str) -> Markup:
    """Number, methods, place, time, topic and how complete the account is."""
    case = _case(context, key)
    return render(
        "case_card",
        context=context,
        case=case,
        place=context.library.places[case.place],
        when=when(case.date),
        completeness=completeness(case),
    )


def case_story(context: Context, key: str) -> Markup:
    """What happened, as far as it was told: each part only where there is something."""
    return render("case_story", context=context, case=_case(context, key))


def case_figures(context: Context, key: str) -> Markup:
    """The figures with their state; masked ones as printed."""
    return figure_table(_case(context, key).figures)


def figure_table(figures: Sequence[Figure]) -> Markup:
    """A table of figures; nothing is summed."""
    return render(
        "figures",
        figures=[(figure, printed(figure)) for figure in figures],
        noted=any(figure.note for figure in figures),
        states=[state for state in State if any(figure.state is state for figure in figures)],
    )


def printed(figure: Figure) -> str:
    """A figure as the source prints it, or value and unit, or its state."""
    return figure.printed


def case_lessons(context: Context, key: str) -> Markup:
    """What the editors drew from it."""
    return render("case_lessons", case=_case(context, key))


def case_gaps(context: Context, key: str) -> Markup:
    """What nobody told of it."""
    case = _case(context, key)
    return render("gaps", gaps=case.notes, missing=missing_fields(case))


def case_sources(context: Context, key: str) -> Markup:
    """Where the case is told."""
    return source_list(context, _case(context, key).sources)


def case_row(context: Context, case: Case) -> dict[str, object]:
    """What a row of a table of cases shows."""
    return {
        "case": case,
        "place": context.library.places[case.place],
        "when": when(case.date),
        "figures": [(figure, printed(figure)) for figure in case.figures],
    }


def figure_summary(cases: Sequence[Case]) -> str:
    """「12件案例中3件有公开数字。」"""
    public = sum(any(figure.state is State.STATED for figure in case.figures) for case in cases)
    return f"{len(cases)}件案例中{public}件有公开数字；隐去的数字不填、不加总。"


def case_table(context: Context, key: str) -> Markup:
    """The cases of a method, or an honest word that there are none."""
    method = found(context.library.methods, key, "方法")
    cases = context.library.cases_of(method.id)
    rows = [case_row(context, case) for case in cases]
    return render(
        "case_table",
        context=context,
        rows=rows,
        summary=figure_summary(cases),
        label=f"{method.name}的案例",
        facets="",
    )
