"""Paper: a method's card on one A4 page, whole pages with everything open and every source written out."""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING

import pytest
from browsing import open_page
from pypdf import PdfReader

from macros.models.method import Rank
from macros.views.citations import with_citations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from pypdf import PageObject

    from macros.library import Library

A4 = (595, 842)  # points
LONGEST_CARDS = 10  # of 28: where one of them is one page, the shorter ones are
LONGEST = 13  # pages that the longest page of a method may take; it takes eleven


def printed(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def text_of(reader: PdfReader) -> str:
    """Without spaces, and with plain characters: a font may stand for 文 by the radical that looks alike."""
    return "".join(plain(page) for page in reader.pages)


def plain(page: PageObject) -> str:
    return "".join(unicodedata.normalize("NFKC", page.extract_text()).split())


def test_the_longest_cards_of_core_methods_are_one_page(
    browser: Browser, address: str, site: Path, library: Library
):
    core = [method.id for method in library.methods.values() if method.rank is Rank.CORE]
    core.sort(key=lambda key: (site / f"methods/{key}/index.html").stat().st_size, reverse=True)
    page = browser.new_page()
    page.add_init_script("window.print = () => {}")
    lengths = {}
    for key in core[:LONGEST_CARDS]:
        page.goto(f"{address}methods/{key}/")
        page.get_by_role("button", name="打印方法卡").click()
        lengths[key] = len(printed(page).pages)
    page.close()

    assert len(core) >= 28
    assert {key: length for key, length in lengths.items() if length != 1} == {}


def test_the_card_names_its_number_and_what_the_editors_added(browser: Browser, address: str):
    with open_page(browser, f"{address}methods/liushi/", "desktop", "light") as visit:
        visit.page.evaluate("window.print = () => {}")
        visit.page.get_by_role("button", name="打印方法卡").click()
        card = printed(visit.page)

        assert tuple(round(float(side)) for side in card.pages[0].mediabox[2:]) == A4
        assert all(words in text_of(card) for words in ("编号liushi", "编者建议", "跟踪式问效", "[1]"))
        assert visit.page.locator(".xy-sheet").count() == 0


def test_a_whole_page_has_its_sources_and_no_navigation_and_wastes_no_paper(browser: Browser, address: str):
    with open_page(browser, f"{address}methods/youshi-haoshangliang/", "desktop", "dark") as visit:
        paper = printed(visit.page)
        text = text_of(paper)

        assert len(paper.pages) <= LONGEST

        assert all(words in text for words in ("文中引用的出处", "编者建议", "[1]", "http"))
        assert [words for words in ("本页目录", "打印方法卡", "参与编写") if words in text] == []


@pytest.mark.parametrize("script", [True, False])
def test_what_is_folded_is_printed(browser: Browser, address: str, *, script: bool):
    with open_page(browser, f"{address}glossary/", "desktop", "light", script=script) as visit:
        pages = printed(visit.page).pages

    assert any("dūbàn" in plain(page) for page in pages)  # not farther than it stands: there are many pages


def test_a_mark_has_the_number_of_its_source(library: Library):
    first, second = list(library.sources)[:2]
    mark = '<a class="xy-cite" href="../about/sources/#{}">'
    html = f'{mark.format(second)}{mark.format(first)}<li data-xy-source="{first}"></li></article>'
    found = with_citations(html, library)

    assert f'{second}" data-xy-n="2"' in found
    assert f'{first}" data-xy-n="1"' in found
    assert '<ol start="2">' in found


def test_a_page_without_marks_stays_as_it_is(library: Library):
    assert with_citations("<p></p></article>", library) == "<p></p></article>"
