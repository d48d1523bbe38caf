"""Tables: a caption, a head that stays, a box to scroll in where it is needed, cards on a phone; in Markdown, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import open_page
from lxml import html

from bench.pages import PAGES
from macros.engine.tables import with_captions

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

CELLS = '<thead><tr><th>甲</th><th align="center">乙&quot;</th></tr></thead><tbody><tr><td>一</td><td>二</td></tr></tbody>'
PLAIN = f"<table>{CELLS}</table>"


def test_a_table_is_called_like_the_heading_above_it():
    found = with_captions(f'<h2 id="a">怎么做<a class="headerlink" href="#a">#</a></h2><p>话</p>{PLAIN}')

    assert '<caption class="xy-unseen">怎么做</caption>' in found
    assert 'role="region" tabindex="0" aria-label="怎么做"' in found


def test_or_like_the_paragraph_that_names_it():
    found = with_captions(f"<h2>怎么做</h2><p>表：几地的<b>分值</b></p><p>表：几地的分值</p>\n{PLAIN}")

    assert "<caption>几地的分值</caption>" in found
    assert found.count("<p>表：") == 1


def test_two_tables_do_not_have_one_name():
    named = '<div class="xy-scroll" role="region" tabindex="0" aria-label="变体"></div>'
    found = html.fromstring(f"<div>{with_captions(f'{named}<h2>变体</h2>{PLAIN}{PLAIN}')}</div>")

    assert found.xpath("//@aria-label") == ["变体", "变体（2）", "变体（3）"]


def test_cells_know_their_columns():
    found = html.fromstring(f"<div>{with_captions(PLAIN)}</div>")

    assert found.xpath("//td/@data-label") == ["甲", '乙"']
    assert found.xpath("//th/@scope") == ["col", "col"]


def test_what_our_views_wrote_is_left_alone():
    ours = f'<table class="xy-table"><caption>甲</caption>{CELLS}</table>'

    assert with_captions(ours) == ours


def test_every_table_of_the_site_has_a_caption(site: Path):
    tables = {page: html.parse(str(page)).xpath("//article//table") for page in site.rglob("*.html")}

    assert sum(map(len, tables.values())) > 300
    assert [
        page
        for page, found in tables.items()
        for table in found
        if not table.xpath("string(caption)").strip()
    ] == []


@pytest.mark.parametrize("name", ["library", "written method", "look-alikes", "guide"])
def test_the_head_stays_in_sight(browser: Browser, address: str, name: str):
    """Whether the page scrolls or the box does."""
    with open_page(browser, address + PAGES[name], "desktop", "light") as visit:
        table = visit.page.locator(".xy-scroll table").first
        table.locator("tbody tr:visible").last.scroll_into_view_if_needed()
        head = table.locator("thead th").first.bounding_box()

        assert head is not None
        assert 0 <= head["y"] < 800


def test_only_a_box_that_scrolls_takes_the_focus(browser: Browser, address: str):
    with open_page(browser, address + PAGES["look-alikes"], "desktop", "light") as visit:
        visit.page.set_viewport_size({"width": 740, "height": 700})
        visit.page.wait_for_timeout(200)
        boxes = visit.page.locator(".xy-scroll").evaluate_all(
            "all => all.map((box) => [box.scrollWidth > box.clientWidth, box.tabIndex === 0])"
        )

    assert [wide for wide, focusable in boxes if wide is not focusable] == []


def test_on_a_phone_a_row_is_a_card_and_every_cell_says_what_it_is(browser: Browser, address: str):
    with open_page(browser, address + PAGES["guide"], "phone", "light") as visit:
        cell = visit.page.locator(".xy-table td").nth(1)

        assert cell.evaluate("one => getComputedStyle(one).display") == "block"
        assert cell.evaluate("one => getComputedStyle(one, '::before').content") == '"管什么"'
