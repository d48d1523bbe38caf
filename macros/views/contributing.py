"""The field reference, the form pages and the gap board."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.contributing import questions
from macros.contributing.fields import fields
from macros.contributing.templates import shown
from macros.library.grouping import grouped
from macros.models import KINDS
from macros.models.case import Case
from macros.models.method import Rank
from macros.models.reference import SourceKind
from macros.models.report import CorrectionState
from macros.models.unwanted import SAID
from macros.views.case import WANTED, missing_fields
from macros.views.context import found
from macros.views.rendering import render
from macros.views.reports import way_in

if TYPE_CHECKING:
    from markupsafe import Markup

    from macros.views.context import Context


def field_table(context: Context, kind: str) -> Markup:
    """Every field of a kind of record: label, meaning, how it is written, both examples."""
    model, name = found(KINDS, kind, "记录种类")
    return render("field_table", context=context, kind=kind, name=name, fields=fields(model), shown=shown)


def fill_form(context: Context, kind: str) -> Markup:
    """The form page of a kind; without script it shows what will be asked."""
    asked = found(questions.ASKED, kind, "填报表")
    library = context.library
    return render(
        "fill_form",
        kind=kind,
        asked=asked,
        name=KINDS[kind][1],
        fields=questions.asked_fields(kind),
        answered=questions.answered(kind, library),
        lists=questions.lists(kind, library),
        control=questions.control,
        options=lambda field: questions.options(field, library),
        shown=shown,
        made_by_us=questions.MADE_BY_US,
        refused=json.dumps([(pattern.pattern, said) for pattern, said in SAID], ensure_ascii=False),
    )


def gap_cases(context: Context) -> Markup:
    """What nobody told of each case, most first, and how often each field is missing."""
    cases = context.library.cases.values()
    missing = [(case, missing_fields(case)) for case in cases]
    counts = [(Case.label_of(name), sum(not getattr(case, name) for case in cases)) for name in WANTED]
    rows = [
        (case, labels, way_in(context, "corrections", address=f"cases/{case.id}/"))
        for case, labels in sorted(missing, key=lambda item: (-len(item[1]), item[0].number))
        if labels or not case.verified
    ]
    return render(
        "gap_cases",
        context=context,
        rows=rows,
        counts=sorted(counts, key=lambda item: -item[1]),
        total=len(cases),
        unverified=sum(not case.verified for case in cases),
    )


def gap_methods(context: Context) -> Markup:
    """Methods of which no case is told, and those that the sources only name."""
    library = context.library
    bare = [
        (
            method,
            library.category_names[method.category],
            way_in(context, "cases", methods=method.id),
            way_in(context, "reports", method=method.id),
        )
        for method in library.methods.values()
        if method.rank is not Rank.ENTRY and not library.cases_of(method.id)
    ]
    total = sum(method.rank is not Rank.ENTRY for method in library.methods.values())
    return render("gap_methods", context=context, rows=bare, total=total)


def gap_sources(context: Context) -> Markup:
    """Public pages whose address nobody has found."""
    pages = [source for source in context.library.sources.values() if source.kind is SourceKind.PAGE]
    rows = [
        (source, way_in(context, "corrections", address="about/sources/", found=f"{source.id}没有网址"))
        for source in pages
        if source.url is None
    ]
    return render("gap_sources", context=context, rows=rows, total=len(pages))


def gap_reviews(context: Context) -> Markup:
    """When each method is due to be compared with its sources again. No clock here: readers have their own."""
    methods = context.library.methods.values()
    due = grouped((method.review_by or "", method) for method in methods)
    never = due.pop("", [])
    return render("gap_reviews", context=context, due=sorted(due.items()), never=never, total=len(methods))


def gap_corrections(context: Context) -> Markup:
    """What somebody found wrong and nobody has dealt with yet."""
    every = context.library.corrections.values()
    waiting = [one for one in every if one.state is CorrectionState.OPEN]
    return render(
        "gap_corrections",
        context=context,
        rows=waiting,
        closed=len(every) - len(waiting),
        way_in=way_in(context, "corrections"),
    )
