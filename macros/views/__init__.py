"""Fragments of HTML from the library: pure functions, one name each, the macros of the pages."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING

from macros.views import (
    case,
    chain,
    choosing,
    contributing,
    downloads,
    fill,
    forms,
    home,
    kit,
    ledger,
    library,
    lists,
    method,
    overview,
    quiz,
    reports,
    role_path,
    session_plan,
    statistics,
    training,
    year_plan,
)
from macros.views.context import Context, UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

#: Everything a page may call as {{ name("id") }}; each takes the context first.
VIEWS: dict[str, Callable[..., Markup]] = {
    view.__name__: view
    for view in (
        method.method_card,
        method.method_summary,
        method.when_to_use,
        method.steps,
        method.parts,
        method.roles,
        method.slips,
        method.outputs,
        method.documents,
        method.variants,
        method.uptake,
        method.measures,
        method.training,
        method.confusables,
        method.related,
        method.gaps,
        method.facts,
        method.sources,
        method.cite,
        case.case_card,
        case.case_story,
        case.case_figures,
        case.case_lessons,
        case.case_gaps,
        case.case_sources,
        case.case_table,
        reports.reports,
        contributing.field_table,
        contributing.fill_form,
        contributing.gap_cases,
        contributing.gap_methods,
        contributing.gap_sources,
        contributing.gap_reviews,
        contributing.gap_corrections,
        library.library_table,
        chain.case_chain,
        overview.process_flow,
        overview.process_stage,
        overview.limit_table,
        overview.number_table,
        overview.comparison_table,
        choosing.chooser,
        choosing.comparison,
        statistics.chart,
        home.coverage,
        home.featured_case,
        home.whats_new,
        home.changelog,
        quiz.quiz,
        quiz.quiz_index,
        forms.form_index,
        forms.form_card,
        forms.form_preview,
        forms.form_told,
        forms.form_fill,
        fill.fill_once,
        year_plan.year_desk,
        year_plan.year_plan,
        year_plan.lead_time,
        lists.library_counts,
        lists.method_index,
        lists.category_index,
        lists.glossary_entry,
        lists.glossary_brief,
        lists.term_entry,
        lists.confusable_entry,
        lists.document_entry,
        lists.source_table,
        training.lesson_card,
        training.course_index,
        training.step_table,
        training.role_table,
        training.case_brief,
        lists.moved_link,
        downloads.downloads,
        role_path.role_path,
        role_path.trainers_desk,
        kit.kit_index,
        kit.kit_card,
        kit.kit_brief,
        kit.kit_roles,
        kit.kit_agenda,
        kit.kit_turns,
        kit.kit_scoring,
        kit.kit_debrief,
        kit.kit_background,
        ledger.ledger_download,
        session_plan.plan_index,
        session_plan.plan_card,
        session_plan.plan_day,
    )
}


def _arguments(view: Callable[..., Markup]) -> range:
    """How many arguments a page may give: the context is ours."""
    _, *taken = signature(view).parameters.values()
    return range(sum(one.default is one.empty for one in taken), len(taken) + 1)


#: view -> how many arguments it takes, for those who check pages
ARGUMENTS = {name: _arguments(view) for name, view in VIEWS.items()}

__all__ = ["ARGUMENTS", "VIEWS", "Context", "UnknownIdError"]
