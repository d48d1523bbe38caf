"""The site opened by a double click, without a server; and addresses that lead into something folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import open_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_whoever_follows_links_never_meets_a_list_of_files(browser: Browser, site: Path):
    """From the front page to a shelf, a method, a case, and by way of the search to a method again."""
    with open_page(browser, (site / "index.html").as_uri(), "desktop", "light") as visit:
        for link in ("a[href*='methods/category/']", "a.xy-tile__title", "td a, th a"):
            visit.page.locator(f".md-content {link}").first.click()
            visit.page.wait_for_load_state()
            assert visit.page.url.partition("#")[0].endswith("/index.html")
        visit.search("sp")
        visit.page.locator(".md-search-result__item a").first.click()
        visit.page.wait_for_url("**/methods/shuangping/index.html*")

        assert [line for line in visit.said if "CORS" in line or "error" in line] == []


def test_from_a_folder_no_link_names_a_directory(browser: Browser, site: Path):
    """The header, the navigation and the body alike."""
    with open_page(browser, (site / "methods/liushi/index.html").as_uri(), "phone", "light") as visit:
        paths = visit.page.evaluate("[...document.links].map(link => link.pathname)")

        assert len(paths) > 30
        assert [path for path in paths if path.endswith("/")] == []


@pytest.mark.parametrize("script", [True, False])
def test_an_address_of_the_glossary_leads_to_its_name(browser: Browser, address: str, *, script: bool):
    """With script the entry is open as well."""
    with open_page(browser, f"{address}glossary/#duban", "phone", "light", script=script) as visit:
        name = visit.page.locator("#duban")
        visit.page.wait_for_timeout(200)

        assert 0 <= name.bounding_box()["y"] < 844
        assert visit.page.locator("#duban + details").get_attribute("open") == ("" if script else None)
