"""The library in memory: records by id, who points at whom, and where everything stands in the files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from macros.library.grouping import grouped
from macros.library.shelves import Entry, RawFile, Shelves
from macros.models.form import FormGroup
from macros.models.method import Rank

if TYPE_CHECKING:
    from macros.library.changelog import Edition
    from macros.library.page_text import Page
    from macros.models import Case, Category, Confusable, Form, Method, Report, Vocabularies
    from macros.models.page import FrontMatter


@dataclass(frozen=True)
class Library(Shelves):
    """Everything the site is made of."""

    categories: tuple[Category, ...]
    vocabularies: Vocabularies
    files: tuple[RawFile, ...]
    pages: tuple[Page, ...]
    editions: tuple[Edition, ...] = ()

    @cached_property
    def events(self) -> list[Case]:
        """The cases without those that tell again what another one tells: what may be counted."""
        return [case for case in self.cases.values() if case.same_as is None]

    @cached_property
    def lessons(self) -> dict[str, FrontMatter]:
        """The heads of the pages that are lessons, by id: each has its `lesson`."""
        found = {page.path: page.front for page in self.pages if page.front and page.front.lesson}
        return {path.rpartition("/")[2].removesuffix(".md"): front for path, front in sorted(found.items())}

    @cached_property
    def category_names(self) -> dict[str, str]:
        """Category id to name, in shelf order."""
        return {category.id: category.name for category in self.categories}

    @cached_property
    def _cases_by_method(self) -> dict[str, list[Case]]:
        return grouped((method, case) for case in self.cases.values() for method in case.methods)

    @cached_property
    def _methods_by_document(self) -> dict[str, list[Method]]:
        return grouped(
            (document, method) for method in self.methods.values() for document in method.documents
        )

    @cached_property
    def _confusables_by_method(self) -> dict[str, list[Confusable]]:
        return grouped(
            (method, item)
            for item in self.confusables.values()
            for method in sorted({thing.method for thing in item.things if thing.method})
        )

    @cached_property
    def _reports_by_method(self) -> dict[str, list[Report]]:
        return grouped((report.method, report) for report in self.reports.values())

    @cached_property
    def _forms_by_method(self) -> dict[str, list[tuple[str | None, Form]]]:
        return grouped(
            (served.method, (served.step, form)) for form in self.forms.values() for served in form.serves
        )

    @cached_property
    def methods_of_the_year(self) -> frozenset[str]:
        """The methods of which a pattern or one of its slots is, and those that end in a plan on paper."""
        plans = self.year_plans.values()
        named = [plan.method for plan in plans] + [slot.method for plan in plans for slot in plan.slots]
        written = [form for form in self.forms.values() if plans and form.group is FormGroup.PLAN]
        served = [served.method for form in written for served in form.serves]
        return frozenset(key for key in [*named, *served] if key)

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

    def forms_of(self, method: str) -> list[tuple[str | None, Form]]:
        """The forms for a method, each with the step that it serves (None: the method as a whole)."""
        return self._forms_by_method.get(method, [])

    def reports_of(self, method: str) -> list[Report]:
        """What users tell of a method."""
        return self._reports_by_method.get(method, [])

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


__all__ = ["Entry", "Library", "RawFile"]
