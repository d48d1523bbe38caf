"""The search as people meet it: the box of the real site in a real browser, asked what people would ask."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import open_page
from mkdocs.exceptions import PluginError

from bench import search_report
from bench.searching import NONSENSE, Visit, read_queries, visit
from macros.engine.search import with_our_worker

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TESTS = Path(__file__).parent
ROOT = TESTS.parent
QUERIES = read_queries(TESTS / "queries.tsv")
SCRIPTS = sorted((ROOT / "overrides/assets/search").glob("*.js"))
AT_LEAST = {"hit@1": 0.92, "hit@3": 0.97, "MRR": 0.95, "胡乱输入标明不匹配": 0.9, "整词标出": 0.98}
AT_MOST = {
    "没有结果": 0.01,
    "无关标记": 0.1,
    "打开页面KB": 10,
    "首个结果前KB p95": 80,
    "首个结果前KB最大": 99.9,
}
MUST_NOT_MISS = ("pinyin", "initials", "typo", "traditional", "width")
#: what a page under a strict policy, a page opened from a folder, or Chromium 80 could not do
FORBIDDEN = r"\bfetch\(|\beval\(|new Function|WebAssembly|XMLHttpRequest|replaceAll|structuredClone|\.at\(|hasOwn\(|\?\?=|\|\|="


@pytest.fixture(scope="module")
def asked(browser: Browser, site: Path) -> Visit:
    """All queries, asked once; the report is shown with `pytest -s` and when a gate is missed."""
    found = visit(browser, site, QUERIES)
    sys.stdout.write(search_report.report(found, "现有网站"))
    return found


def results(page: Page) -> list[str]:
    """Where the results lead."""
    page.locator(".md-search-result__item").first.wait_for()
    return page.locator(".md-search-result__item > a").evaluate_all("links => links.map(link => link.href)")


@pytest.mark.parametrize(("figure", "bound"), AT_LEAST.items())
def test_enough_is_found(asked: Visit, figure: str, bound: float):
    assert search_report.figures(asked)[figure] >= bound


@pytest.mark.parametrize(("figure", "bound"), AT_MOST.items())
def test_not_too_much_is_loaded_marked_or_missed(asked: Visit, figure: str, bound: float):
    assert search_report.figures(asked)[figure] <= bound


@pytest.mark.parametrize("kind", MUST_NOT_MISS)
def test_other_spellings_are_understood(asked: Visit, kind: str):
    assert search_report.hits(search_report.by_kind(asked)[kind], 3) >= 0.95


def test_there_are_enough_queries_of_every_class():
    nonsense = [query for query in QUERIES if query.kind == NONSENSE]

    assert len(QUERIES) - len(nonsense) >= 150
    assert len(nonsense) >= 20
    assert len({query.text for query in QUERIES}) == len(QUERIES)


def test_every_wanted_address_is_on_the_site(site: Path):
    wanted = {address for query in QUERIES for address in query.wanted}

    assert [a for a in wanted if not (site / a.partition("#")[0] / "index.html").is_file()] == []


def test_no_query_is_answered_by_name():
    """What the engine knows of words is general: no query of the test stands in its tables."""
    words = (ROOT / "macros/search/words.py").read_text(encoding="utf-8")
    code = words + "".join(script.read_text(encoding="utf-8") for script in SCRIPTS)
    texts = [query.text for query in QUERIES if len(query.text) > 4]

    assert [text for text in texts if text in code] == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_does_only_what_every_reader_s_browser_can(script: Path):
    assert re.findall(FORBIDDEN, script.read_text(encoding="utf-8")) == []


def test_text_that_comes_without_a_key_is_searched(browser: Browser, address: str):
    """From an input method whose candidate was clicked, the mouse or the microphone."""
    with open_page(browser, address, "desktop", "light") as visit:
        visit.page.keyboard.press("/")
        visit.page.keyboard.insert_text("双评")

        assert "/methods/shuangping/" in results(visit.page)[0]


def test_it_works_from_a_folder(browser: Browser, site: Path):
    with open_page(browser, (site / "index.html").as_uri(), "desktop", "light") as visit:
        visit.search("sp")

        assert "/methods/shuangping/index.html" in results(visit.page)[0]
        assert [line for line in visit.said if "search" in line] == []


def test_a_filter_is_a_word_of_the_query(browser: Browser, address: str):
    with open_page(browser, address, "desktop", "light") as visit:
        visit.search("双评")
        visit.page.locator(".xy-filters").get_by_role("button", name="案例").click()
        visit.page.wait_for_function(
            "document.querySelector('.md-search-result__item a').href.includes('/cases/')"
        )

        assert visit.page.locator(".md-search__input").input_value() == "双评 类型:案例"
        assert all("/cases/" in link for link in results(visit.page))


def test_a_link_to_a_search_holds_its_filters(browser: Browser, address: str):
    with open_page(browser, f"{address}?q=提案+类型:制度", "desktop", "light") as visit:
        assert all("/documents/" in link for link in results(visit.page))
        assert visit.page.locator('.xy-filters [aria-pressed="true"]').inner_text() == "制度"


def test_the_filters_are_reached_and_left_by_keyboard(browser: Browser, address: str):
    with open_page(browser, address, "desktop", "light") as visit:
        visit.search("双评")
        visit.page.keyboard.press("Tab")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_function("document.querySelector('.md-search__input').value.includes('类型:')")
        visit.page.keyboard.press("Escape")

        assert not visit.page.locator("#__search").is_checked()


def test_what_is_not_there_leads_to_what_is(browser: Browser, address: str):
    with open_page(browser, address, "phone", "light") as visit:
        visit.page.get_by_title("打开搜索").click()
        visit.page.keyboard.insert_text("qwerty")

        assert any("/methods/category/" in link for link in results(visit.page))
        assert visit.page.locator(".xy-near").inner_text() == "没有完全匹配，以下为相近内容"


def test_the_build_fails_when_the_theme_no_longer_names_its_worker():
    with pytest.raises(PluginError, match="没有照原来的写法"):
        with_our_worker('<script id="__config">{"search": "elsewhere.js"}</script>', "index.md")
