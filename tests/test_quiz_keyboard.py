"""A whole quiz by keyboard alone: Tab, arrows, Space, Enter and letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from quizzing import PAGE, question, quiz

from macros.library.quiz_items import posed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from macros.library import Library


def press_until(page: Page, done: str, keys: str = "Tab", most: int = 60) -> None:
    """Go on with the keyboard until the focus is where somebody wants it."""
    for _ in range(most):
        if page.evaluate(done):
            return
        page.keyboard.press(keys)
    pytest.fail(f"nobody gets there by keyboard: {done}")


def focus(page: Page, selector: str) -> None:
    press_until(page, f"document.activeElement.matches({selector!r})")


def by_keyboard(page: Page, at: int, kind: str, letters: str) -> None:
    """Answer one question as somebody does who has no mouse."""
    within = f".xy-question:nth-child({at + 1})"
    KEYS[kind](page, within, letters)
    focus(page, f"{within} .xy-act button")
    page.keyboard.press("Enter")


def choose(page: Page, within: str, letters: str) -> None:
    focus(page, f"{within} input")
    press_until(page, f"document.activeElement.value === {letters!r}", "ArrowDown")
    page.keyboard.press("Space")


def tick(page: Page, within: str, letters: str) -> None:
    for letter in sorted(letters):
        focus(page, f"{within} input[value={letter}]")
        page.keyboard.press("Space")


def sort(page: Page, within: str, letters: str) -> None:
    """Bring each to its place by pressing ↑, from the first on: the focus goes with it."""
    for place, letter in enumerate(letters):
        here = f"{within} [data-xy-letter={letter}]"
        up = f"{here} .xy-order__text + button"
        there = f"[...document.querySelectorAll('{within} .xy-order > li')].indexOf(document.querySelector('{here}')) === {place}"
        if not page.evaluate(there):
            lies_before = (
                f"document.activeElement.compareDocumentPosition(document.querySelector('{up}')) & 2"
            )
            press_until(
                page,
                f"document.activeElement.matches('{up}')",
                "Shift+Tab" if page.evaluate(lies_before) else "Tab",
            )
            press_until(page, there, "Enter")


def select(page: Page, within: str, letters: str) -> None:
    for row, letter in enumerate(letters, 1):
        focus(page, f"{within} .xy-match__subjects > li:nth-child({row}) select")
        page.keyboard.press(letter)


KEYS = {"single": choose, "multiple": tick, "order": sort, "match": select}


def test_a_whole_quiz_by_keyboard_alone(browser: Browser, address: str, library: Library):
    """Nothing but Tab, arrows, Space, Enter and letters; every answer is judged right."""
    with quiz(browser, address + PAGE) as page:
        asked = posed(library, library.quizzes["tian"])
        for at, one in enumerate(asked):
            by_keyboard(page, at, one.question.kind.value, one.answer)
            assert question(page, at + 1).get_by_role("status").inner_text() == "答对了", one.question.ask

        assert (
            page.locator(".xy-quiz__score").inner_text()
            == f"答了{len(asked)}题，共{len(asked)}题；得{len(asked)}分，满分{len(asked)}分"
        )


def test_moving_an_item_keeps_the_focus_and_is_said(browser: Browser, address: str):
    with quiz(browser, address + PAGE) as page:
        order = page.locator("[data-xy-kind=order]").first
        button = order.get_by_role("button", name=re.compile("^下移")).first
        name = button.get_attribute("aria-label")
        button.focus()
        page.keyboard.press("Enter")

        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == name
        assert order.get_by_role("status").inner_text() == f"{name.removeprefix('下移')}现在排第2，共6项"
