"""What a reader does with the built site: reads a method, searches, moves by keyboard, prints, goes without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import open_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from macros.library import Library

STEPS = ["开门式选题", "标准式筹备", "互动式协商", "集中式交办", "提案式办理", "跟踪式问效"]
A4_BETWEEN_MARGINS = {"width": 672, "height": 994}  # CSS pixels; the margins are those of print.css


@pytest.fixture
def liushi(browser: Browser, address: str) -> Iterator[Page]:
    with open_page(browser, f"{address}methods/liushi/", "desktop", "light") as visit:
        yield visit.page


def test_liushi_shows_its_six_steps_in_order(liushi: Page):
    names = liushi.locator(".xy-step__name").all_text_contents()

    assert [name.split()[0] for name in names] == STEPS


def test_liushi_keeps_the_advice_of_the_editors_apart(liushi: Page):
    advice = liushi.locator(".xy-step .xy-editor")

    assert advice.count() == len(STEPS)
    assert advice.first.text_content().strip().startswith("编者建议")


def test_liushi_lists_what_the_source_leaves_open(liushi: Page, library: Library):
    gaps = library.methods["liushi"].gaps

    assert gaps
    assert liushi.locator("h2#gaps ~ .xy-gaps li").all_text_contents() == list(gaps)


def test_liushi_lists_its_cases(liushi: Page, library: Library):
    titles = liushi.locator("h2#cases ~ .xy-scroll th[scope=row] a").all_inner_texts()

    assert titles == [case.title for case in library.cases_of("liushi")]


def test_search_finds_a_method_by_its_short_name(browser: Browser, address: str):
    with open_page(browser, address, "desktop", "light") as visit:
        found = visit.search("双评")

    assert any("提案“双评”" in title for title in found[:3])


def test_the_large_field_of_the_front_page_opens_the_search(browser: Browser, address: str):
    with open_page(browser, address, "phone", "light") as visit:
        visit.page.get_by_role("link", name="搜方法、案例、术语").click()

        assert visit.page.locator(".md-search__input:focus").is_visible()


@pytest.mark.parametrize(("name", "category"), [("协商平台", "pingtai"), ("开一场协商", "xingshi")])
def test_every_link_of_a_door_can_be_clicked(browser: Browser, address: str, name: str, category: str):
    """The link that covers the whole door covers no other link."""
    with open_page(browser, address, "desktop", "light") as visit:
        visit.page.get_by_role("link", name=name, exact=True).click(timeout=5000)

        assert visit.page.url.endswith(f"/methods/category/{category}/")


def test_the_first_tab_offers_to_skip_the_navigation(liushi: Page):
    liushi.keyboard.press("Tab")
    skip = liushi.locator(".md-skip:focus")

    assert skip.is_visible()
    assert liushi.locator(str(skip.get_attribute("href"))).count() == 1


def test_without_script_everything_can_be_read(browser: Browser, address: str):
    with open_page(browser, f"{address}methods/liushi/", "phone", "light", script=False) as visit:
        page = visit.page

        assert page.locator(".xy-step__name").last.is_visible()
        assert page.locator("#slips ~ .xy-scroll table").first.is_visible()
        assert visit.said == []


def test_printed_on_a4_the_card_stands_on_the_first_page(liushi: Page):
    liushi.set_viewport_size(A4_BETWEEN_MARGINS)
    liushi.emulate_media(media="print")
    card = liushi.locator(".xy-card").first.bounding_box()

    assert card is not None
    assert card["y"] + card["height"] < A4_BETWEEN_MARGINS["height"]
    assert liushi.pdf(format="A4").startswith(b"%PDF")
