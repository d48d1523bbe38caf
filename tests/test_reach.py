"""What hands and eyes need: controls a finger wide, nothing to scroll sideways however large the letters are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import open_page

from bench.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PHONE = {"width": 360, "height": 740}
ZOOMED = {"width": 640, "height": 400}  # a window of 1,280 by 800 at 200 %
#: Visible controls that are neither 44 px wide and high nor links among words. A link that covers its tile counts as the tile,
#: a box to tick as its label.
TOO_SMALL = """() => {
  const small = [];
  for (const control of document.querySelectorAll("a[href], button, input, select, textarea, summary, label[for]")) {
    const covers = getComputedStyle(control, "::after").position === "absolute" && control.closest("li, .xy-tile");
    const label = control.labels && control.labels[0];
    const named = control.control && control.control.matches("[type=text], select, textarea"); // it is the field that is pressed
    const boxes = [covers || control, label || control].map((one) => one.getBoundingClientRect());
    const box = boxes[0].height < boxes[1].height ? boxes[1] : boxes[0];
    const style = getComputedStyle(control);
    if (named || !box.width || box.right <= 0 || box.left >= innerWidth || style.visibility === "hidden") continue;
    if (style.opacity === "0" || control.matches(".md-toggle, .md-option, .md-skip, .headerlink")) continue;
    const around = control.parentElement.closest("p, li, dt, dd, td, th, figcaption, summary, div");
    const among = style.display === "inline" && control.closest("article") && around.textContent.trim() !== control.textContent.trim();
    if (!among && (box.width < 44 || box.height < 44)) small.push(control.outerHTML.slice(0, 120));
  }
  return small;
}"""
OPEN_ALL = "for (const one of document.querySelectorAll('details')) one.open = true"
FITS = "document.scrollingElement.scrollWidth <= innerWidth"
SOON = (
    5_000  # milliseconds in which what follows the window's size has followed it, however busy the machine is
)
LARGEST = "document.documentElement.setAttribute('data-xy-size', 'largest')"


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    with open_page(browser, address + PAGES[request.param], "phone", "light") as visit:
        visit.page.set_viewport_size(PHONE)
        yield visit.page


def test_every_control_is_a_finger_wide(page: Page):
    assert page.evaluate(TOO_SMALL) == []


def test_so_is_what_lies_folded(page: Page):
    page.evaluate(OPEN_ALL)

    assert page.evaluate(TOO_SMALL) == []


def test_so_is_what_lies_in_the_drawer(page: Page):
    page.locator("[data-md-toggle=drawer]").evaluate("box => { box.checked = true }")
    page.wait_for_timeout(400)
    small = page.evaluate(TOO_SMALL)
    page.locator("[data-md-toggle=drawer]").evaluate("box => { box.checked = false }")

    assert small == []


@pytest.mark.parametrize("window", [PHONE, ZOOMED])
def test_nothing_is_wider_than_the_window(page: Page, window: dict[str, int]):
    page.set_viewport_size(window)

    page.wait_for_function(FITS, timeout=SOON)


@pytest.mark.parametrize("window", [PHONE, ZOOMED, {"width": 1280, "height": 800}])
def test_nor_in_the_largest_letters(page: Page, window: dict[str, int]):
    page.set_viewport_size(window)
    page.evaluate(LARGEST)

    page.wait_for_function(FITS, timeout=SOON)
