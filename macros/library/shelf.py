"""The library in memory: records by id, who points at whom, and where everything stands in the files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from macros.models.method import Rank

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.library.changelog import Edition
    from macros.library.page_text import Page
    from macros.library.yaml_reader import Document
    from macros.models import (
        Case,
        Category,
        Comparison,
        Confusable,
        Course,
        Method,
        Numbered,
        Place,
        Process,
        Retired,
        Source,
        Term,
        Vocabularies,
    )
    from macros.models import Document as Rule
    from macros.models.page import FrontMatter


R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True)
class RawFile:
    """One YAML file as it was read: also when its record is faulty."""

    path: str
    kind: str
    document: Document


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A sound record and the file it came from."""

    record: R
    file: RawFile


@dataclass(frozen=True)
class Library:
    """Everything the site is made of. Each view of records is sorted, so that output never depends on the disk."""

    shelves: Mapping[str, Mapping[str, Entry[Any]]]
    categories: tuple[Category, ...]
    vocabularies: Vocabularies
    files: tuple[RawFile, ...]
    pages: tuple[Page, ...]
    editions: tuple[Edition, ...] = ()

    def _records(self, kind: str) -> dict[str, Any]:
        return {key: entry.record for key, entry in sorted(self.shelves[kind].items())}

    @cached_property
    def methods(self) -> dict[str, Method]:
        """All methods by id."""
        return self._records("methods")

    @cached_property
    def cases(self) -> dict[str, Case]:
        """All cases by id, in the order of their printed number."""
        return dict(sorted(self._records("cases").items(), key=lambda item: item[1].number))

    @cached_property
    def events(self) -> list[Case]:
        """The cases without those that tell again what another one tells: what may be counted."""
        return [case for case in self.cases.values() if case.same_as is None]

    @cached_property
    def sources(self) -> dict[str, Source]:
        """All sources by id."""
        return self._records("sources")

    @cached_property
    def places(self) -> dict[str, Place]:
        """All places by id."""
        return self._records("places")

    @cached_property
    def documents(self) -> dict[str, Rule]:
        """All documents (rules) by id."""
        return self._records("documents")

    @cached_property
    def terms(self) -> dict[str, Term]:
        """All terms by id."""
        return self._records("terms")

    @cached_property
    def confusables(self) -> dict[str, Confusable]:
        """All look-alikes by id."""
        return self._records("confusables")

    @cached_property
    def processes(self) -> dict[str, Process]:
        """All processes by id."""
        return self._records("processes")

    @cached_property
    def numbers(self) -> dict[str, Numbered]:
        """All things named by a number, by id."""
        return self._records("numbers")

    @cached_property
    def comparisons(self) -> dict[str, Comparison]:
        """All comparisons by id."""
        return self._records("comparisons")

    @cached_property
    def courses(self) -> dict[str, Course]:
        """All courses by id."""
        return self._records("courses")

    @cached_property
    def lessons(self) -> dict[str, FrontMatter]:
        """The heads of the pages that are lessons, by id: each has its `lesson`."""
        found = {page.path: page.front for page in self.pages if page.front and page.front.lesson}
        return {path.rpartition("/")[2].removesuffix(".md"): front for path, front in sorted(found.items())}

    @cached_property
    def retired(self) -> dict[str, Retired]:
        """All old addresses by id."""
        return self._records("retired")

    @cached_property
    def category_names(self) -> dict[str, str]:
        """Category id to name, in shelf order."""
        return {category.id: category.name for category in self.categories}

    @cached_property
    def _cases_by_method(self) -> dict[str, list[Case]]:
        return _grouped((method, case) for case in self.cases.values() for method in case.methods)

    @cached_property
    def _methods_by_document(self) -> dict[str, list[Method]]:
        return _grouped(
            (document, method) for method in self.methods.values() for document in method.documents
        )

    @cached_property
    def _confusables_by_method(self) -> dict[str, list[Confusable]]:
        return _grouped(
            (method, item)
            for item in self.confusables.values()
            for method in sorted({thing.method for thing in item.things if thing.method})
        )

    @cached_property
    def written_methods(self) -> frozenset[str]:
        """Methods with a page written by hand."""
        return frozenset(page.front.method for page in self.pages if page.front and page.front.method)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses of all pages of methods and cases, and of those written by hand."""
        by_hand = (page.path.removeprefix("docs/").removesuffix(".md") for page in self.pages)
        return frozenset(
            [f"methods/{key}/" for key, method in self.methods.items() if method.rank is not Rank.ENTRY]
            + [f"cases/{key}/" for key in self.cases]
            + [f"{path.removesuffix('index')}{'' if path.endswith('index') else '/'}" for path in by_hand]
        )

    def cases_of(self, method: str) -> list[Case]:
        """The cases of a method, by number."""
        return self._cases_by_method.get(method, [])

    def methods_naming(self, document: str) -> list[Method]:
        """The methods that rest on a document."""
        return self._methods_by_document.get(document, [])

    def confusables_of(self, method: str) -> list[Confusable]:
        """The look-alikes in which a method takes part."""
        return self._confusables_by_method.get(method, [])

    def methods_in(self, category: str) -> list[Method]:
        """The methods of a category: core first, then by rank, then by name."""
        order = list(Rank)
        found = [method for method in self.methods.values() if method.category == category]
        return sorted(found, key=lambda method: (order.index(method.rank), method.id))

    def is_from_public_pages(self, method: Method) -> bool:
        """Whether nothing in the five texts tells of it."""
        return all(
            self.sources[cited.source].kind == "page"
            for cited in method.sources
            if cited.source in self.sources
        )


def _grouped(pairs: Any) -> dict[str, list[T]]:  # noqa: ANN401 (any iterable of (key, T))
    groups: dict[str, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
