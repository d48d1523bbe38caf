"""The built site in headless Chromium: each kind of page, on a phone and a desk, by day and by night."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from browsing import Visit, open_page

from bench.pages import PAGES, SIZES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

EVERY_WAY = list(product(SIZES, ("light", "dark")))
EACH_ONCE = [
    ("phone", "light"),
    ("desktop", "dark"),
]  # what fits depends on the size, what can be read on the scheme
VISITS = [
    (name, *way) for name in PAGES for way in (EVERY_WAY if name in {"home", "written method"} else EACH_ONCE)
]


@pytest.fixture(scope="module", params=VISITS, ids=" ".join)
def visit(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    """Each page is opened once; every test below looks at it."""
    name, size, scheme = request.param
    with open_page(browser, address + PAGES[name], size, scheme) as visit:
        yield visit


def test_the_console_is_silent(visit: Visit):
    assert visit.said == []


def test_nothing_is_asked_of_another_host(visit: Visit, address: str):
    assert len(visit.asked) > 1
    assert [url for url in visit.asked if not url.startswith((address, "data:", "blob:"))] == []


def test_nothing_is_wider_than_the_window(visit: Visit):
    wide, window = visit.page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")

    assert wide <= window


def test_the_page_follows_the_scheme_of_the_system(visit: Visit, request: pytest.FixtureRequest):
    dark = request.node.callspec.params["visit"][2] == "dark"

    assert (visit.page.get_attribute("body", "data-md-color-scheme") == "slate") is dark


def test_axe_finds_nothing(visit: Visit):
    assert visit.axe_violations() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_drawer(browser: Browser, address: str, scheme: str):
    with open_page(browser, f"{address}methods/liushi/", "phone", scheme) as visit:
        visit.page.get_by_title("打开导航").click()
        visit.page.locator(".md-sidebar--primary").get_by_text("方法库").first.wait_for()

        assert visit.axe_violations() == []


@pytest.mark.parametrize(("size", "scheme"), EACH_ONCE)
def test_axe_finds_nothing_among_found_pages(browser: Browser, address: str, size: str, scheme: str):
    with open_page(browser, address, size, scheme) as visit:
        visit.search("双评")

        assert visit.axe_violations() == []
        assert visit.said == []
