"""The navigation: mkdocs.yml names the sections, the library fills those that grow with the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.models.method import Rank
from macros.pages.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.library import Library


def _method_shelves(library: Library) -> list[Any]:
    """The ten shelves. Cases stay out: there are too many."""
    return [{plain(category.name): _shelf(library, category.id)} for category in library.categories]


def _shelf(library: Library, category: str) -> list[str]:
    methods = (method for method in library.methods_in(category) if method.rank is not Rank.ENTRY)
    return [f"methods/category/{category}/index.md", *(f"methods/{method.id}.md" for method in methods)]


def _processes(library: Library) -> list[Any]:
    return [
        *(f"processes/{key}.md" for key in library.processes),
        "processes/limits.md",
        "processes/numbers.md",
    ]


def _comparisons(library: Library) -> list[Any]:
    return [f"compare/{key}.md" for key in library.comparisons]


def _courses(library: Library) -> list[Any]:
    """A branch for each course; a lesson of no course yet stands by itself (a rule speaks of it)."""
    placed = {key for course in library.courses.values() for key in course.lessons}
    alone = [f"training/{key}.md" for key in library.lessons if key not in placed]
    branches = [
        {plain(course.name): [f"training/{key}.md" for key in course.lessons if key in library.lessons]}
        for course in library.courses.values()
    ]
    return [branch for branch in branches if any(branch.values())] + alone


def _kits(library: Library) -> list[Any]:
    return [f"training/kits/{key}.md" for key in library.kits]


def _quizzes(library: Library) -> list[Any]:
    return [f"training/quizzes/{key}.md" for key in library.quizzes]


def _forms(library: Library) -> list[Any]:
    at_once = ["forms/fill.md"] if any(form.pack for form in library.forms.values()) else []
    at_once += ["forms/calendar.md"] if library.year_plans else []
    return [*at_once, *(f"forms/{key}.md" for key in library.forms)]


def _plans(library: Library) -> list[Any]:
    return [f"training/run/{key}.md" for key in library.session_plans]


#: Page in mkdocs.yml's nav -> what stands behind it.
GROWING: dict[str, Callable[[Library], list[Any]]] = {
    "methods/index.md": _method_shelves,
    "processes/index.md": _processes,
    "compare/index.md": _comparisons,
    "training/index.md": _courses,
    "training/kits/index.md": _kits,
    "training/quizzes/index.md": _quizzes,
    "forms/index.md": _forms,
    "training/run/index.md": _plans,
}


def filled(nav: list[Any] | None, library: Library) -> list[Any]:
    """The same navigation with the pages that the data adds."""
    return [_filled(item, library) for item in nav or []]


def _filled(item: Any, library: Library) -> Any:  # noqa: ANN401 (MkDocs' navigation is untyped)
    if not isinstance(item, dict):
        return item
    return {
        title: _section(part, library) if isinstance(part, list) else part for title, part in item.items()
    }


def _section(pages: list[Any], library: Library) -> list[Any]:
    return [
        _filled(entry, library)
        for page in pages
        for entry in [
            page,
            *(GROWING[page](library) if isinstance(page, str) and page in GROWING else []),
        ]
    ]
