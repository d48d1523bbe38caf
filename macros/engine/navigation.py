"""The navigation: mkdocs.yml names the sections, the library fills the shelves of methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.models.method import Rank

if TYPE_CHECKING:
    from macros.library import Library

METHODS_INDEX = "methods/index.md"


def with_methods(nav: list[Any] | None, library: Library) -> list[Any]:
    """The same navigation, with the ten shelves put behind the index of methods. Cases stay out: there are too many."""
    shelves = [
        {category.name: [f"methods/category/{category.id}/index.md", *_method_pages(library, category.id)]}
        for category in library.categories
    ]
    return [_filled(item, shelves) for item in nav or []]


def _filled(item: Any, shelves: list[Any]) -> Any:  # noqa: ANN401 (MkDocs' navigation is untyped)
    if not isinstance(item, dict):
        return item
    return {
        title: [METHODS_INDEX, *shelves] if isinstance(part, list) and METHODS_INDEX in part else part
        for title, part in item.items()
    }


def _method_pages(library: Library, category: str) -> list[str]:
    return [
        f"methods/{method.id}.md" for method in library.methods_in(category) if method.rank is not Rank.ENTRY
    ]
