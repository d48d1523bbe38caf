"""The large search field of the front page: by mouse, by keyboard, on a phone, and without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import open_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DOOR = "a.xy-searchdoor"


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_the_door_opens_the_search_by_keyboard(browser: Browser, address: str, size: str):
    with open_page(browser, address, size, "light") as visit:
        visit.page.locator(DOOR).focus()
        visit.page.keyboard.press("Enter")
        visit.page.keyboard.insert_text("双评")
        first = visit.page.locator(".md-search-result__item a").first
        first.wait_for()

        assert "/methods/shuangping/" in (first.get_attribute("href") or "")


def test_the_door_is_in_sight_and_a_finger_high(browser: Browser, address: str):
    with open_page(browser, address, "phone", "light") as visit:
        box = visit.page.locator(DOOR).bounding_box()

        assert box is not None
        assert box["height"] >= 44
        assert box["y"] + box["height"] < 844


def test_without_script_the_door_leads_to_the_methods(browser: Browser, address: str):
    with open_page(browser, address, "phone", "light", script=False) as visit:
        visit.page.locator(DOOR).click()
        visit.page.wait_for_url("**/methods/")
