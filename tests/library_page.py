"""The page of the case library in a browser, as its tests use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from macros.library import Library
    from macros.models import Case


def choose(page: Page, facet: str, value: str) -> None:
    page.locator(f".xy-facet:not([open]) summary:has-text('{facet}')").first.click()
    page.locator(f".xy-facet[open] input[value='{value}']").check()


def status(page: Page) -> str:
    return page.get_by_role("status").filter(has_text="共").inner_text()


def shown(page: Page, column: str = "案例") -> list[str]:
    """What was found, also what is not listed yet."""
    place = "a" if column == "案例" else ""
    return page.locator(
        f"table[data-facets] tr:not([data-out]) [data-label='{column}'] {place}"
    ).all_text_contents()


def count(page: Page, value: str) -> int:
    return int(
        page.locator(f".xy-facet label:has(input[value='{value}']) .xy-facet__count").text_content() or ""
    )


def kept(library: Library, wanted: Callable[[Case], bool]) -> list[str]:
    return [case.title for case in library.cases.values() if wanted(case)]
