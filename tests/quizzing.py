"""A quiz opened in a browser: what several tests do with it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from browsing import open_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

PAGE = "training/quizzes/tian/"
SCENARIOS = "training/quizzes/qingjing/"


@contextmanager
def quiz(browser: Browser, address: str, *, script: bool = True) -> Iterator[Page]:
    """An open quiz of which the console has nothing to say."""
    with open_page(browser, address, "desktop", "light", script=script) as visit:
        yield visit.page
        assert visit.said == []


def question(page: Page, number: int) -> Locator:
    return page.locator(".xy-question").nth(number - 1)


def answer(page: Page, number: int, letters: str) -> None:
    """Answer a choice with the mouse and have it judged."""
    for letter in letters:
        question(page, number).locator(f"input[value={letter}]").check()
    question(page, number).get_by_role("button", name="核对").click()
