"""The tiny world's records, with their texts changed; and every call of every view that the world allows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from macros.contributing.questions import ASKED
from macros.library import Entry, Library, load
from macros.models import KINDS
from macros.models.base import Record
from macros.models.overview import Chart
from macros.models.references import POINTS_AT
from macros.views import VIEWS, Context

if TYPE_CHECKING:
    from collections.abc import Callable

#: what is no free text: ids, numbers, dates, addresses
FIXED = {
    *POINTS_AT,
    "field",
    "words",
    "id",
    "number",
    "form",
    "url",
    "start",
    "end",
    "date",
    "reviewed",
    "review_by",
    "address",
    "moved_to",
}

T = TypeVar("T")
Trail = tuple[tuple[Record, str], ...]


def changed(value: T, change: Callable[[str, Trail], str], trail: Trail = ()) -> T:
    """The same value with every free text changed; `trail` tells the records and fields it lies in."""
    if isinstance(value, Record):
        fields = [name for name in type(value).model_fields if name not in FIXED]
        new = {name: changed(getattr(value, name), change, (*trail, (value, name))) for name in fields}
        return value.model_copy(update=new)
    if isinstance(value, list | tuple):
        return type(value)(changed(item, change, trail) for item in value)
    return change(value, trail) if type(value) is str else value


def changed_library(library: Library, change: Callable[[str, Trail], str]) -> Library:
    """The library with every free text changed, and of the pages written by hand only the lessons."""
    shelves = {
        kind: {key: Entry(changed(entry.record, change), entry.file) for key, entry in shelf.items()}
        for kind, shelf in library.shelves.items()
    }
    return replace(
        library,
        shelves=shelves,
        categories=changed(library.categories, change),
        vocabularies=changed(library.vocabularies, change),
        pages=tuple(
            replace(page, front=changed(page.front, change))
            for page in library.pages
            if page.front and page.front.lesson
        ),
    )


def _the_world() -> Library:
    library, problems = load(Path(__file__).parent / "world")
    assert problems == []
    return library


#: the records of tests/world
WORLD = _the_world()

#: view -> kind of the record it shows, where the room it comes from does not tell
KIND_OF = {
    "cite": "sources",
    "case_table": "methods",
    "category_index": "categories",
    "glossary_entry": "methods",
    "glossary_brief": "methods",
    "term_entry": "terms",
    "confusable_entry": "confusables",
    "document_entry": "documents",
    "process_flow": "processes",
    "comparison_table": "comparisons",
    "quiz": "quizzes",
    "quiz_index": "",
    "library_table": "",
    "reports": "methods",
    "lesson_card": "lessons",
    "course_index": "",
    "step_table": "methods",
    "role_table": "methods",
    "case_brief": "cases",
    "moved_link": "retired",
    "role_path": "role_paths",
    "kit_index": "",
    "form_index": "",
    "ledger_download": "",
    "fill_once": "",
    "year_desk": "",
    "year_plan": "year_plans",
    "lead_time": "lead_times",
    "plan_index": "",
    "plan_day": "",
}
KIND_OF_ROOM = {
    "method": "methods",
    "case": "cases",
    "chain": "cases",
    "kit": "kits",
    "contributing": "",
    "session_plan": "session_plans",
    "forms": "forms",
}


#: views of a kind of record, not of a record
OF_KINDS = {"field_table": tuple(KINDS), "fill_form": tuple(ASKED)}


def kind_of(view: str) -> str:
    """The kind of record that a view shows; "" when it shows all."""
    room = VIEWS[view].__module__.rsplit(".", 1)[-1]
    return KIND_OF.get(view, KIND_OF_ROOM.get(room, ""))


def calls(library: Library, view: str) -> list[tuple[str, ...]]:
    """The arguments of every sensible call of a view."""
    if view == "chart":
        return [(one.value,) for one in Chart]
    if view in OF_KINDS:
        return [(kind,) for kind in OF_KINDS[view]]
    if view == "plan_day":
        plans = library.session_plans.items()
        return [(key, str(number)) for key, one in plans for number, _ in enumerate(one.days, 1)]
    if view == "process_stage":
        return [(key, stage.name) for key, one in library.processes.items() for stage in one.stages]
    kind = kind_of(view)
    shelf = library.category_names if kind == "categories" else getattr(library, kind) if kind else [()]
    return [(key,) if kind else () for key in shelf]


def fragments(library: Library) -> dict[str, str]:
    """Call to HTML, for every sensible call of every view."""
    context = Context(library, "../../")
    return {
        f"{name}{arguments}": str(view(context, *arguments))
        for name, view in VIEWS.items()
        for arguments in calls(library, name)
    }
