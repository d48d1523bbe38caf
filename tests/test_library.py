"""The case library as a reader uses it: choosing, counting, sorting, taking it home, without script too."""

from __future__ import annotations

import json
from itertools import cycle
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from browsing import open_page
from library_page import choose, count, kept, shown, status
from nasty import nasty_strings
from records import WORLD, changed_library

from bench.facets import measure
from macros.views.library import FACETS, facets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from macros.library import Library


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with open_page(browser, f"{address}cases/", "desktop", "light") as visit:
        yield visit.page


def test_every_value_tells_how_many_cases_have_it(page: Page, library: Library):
    boxes = page.locator("input[name=m]").evaluate_all("all => all.map((box) => box.value)")

    assert set(boxes) == {key for case in library.cases.values() for key in case.methods}
    assert {key: count(page, key) for key in boxes} == {key: len(library.cases_of(key)) for key in boxes}


def test_two_values_of_a_facet_add_and_two_facets_narrow(page: Page, library: Library):
    choose(page, "层级", "省")
    page.locator("input[value='市']").check()
    choose(page, "复核", "yes")

    titles = kept(library, lambda case: case.level in {"省", "市"} and case.verified)
    assert shown(page) == titles
    assert status(page) == f"找到{len(titles)}件，共{len(library.cases)}件"


def test_counts_follow_the_other_facets(page: Page, library: Library):
    choose(page, "层级", "市")

    assert count(page, "yes") == len(kept(library, lambda case: case.level == "市" and case.verified))
    assert count(page, "县区") == len(kept(library, lambda case: case.level == "县区"))


def test_the_address_carries_the_state_and_back_takes_a_step_back(page: Page, browser: Browser):
    choose(page, "层级", "市")
    choose(page, "复核", "yes")
    page.get_by_label("排序").select_option("-时间")
    before = status(page), shown(page)
    assert parse_qs(urlsplit(page.url).query) == {"l": ["市"], "r": ["yes"], "sort": ["-时间"]}
    with open_page(browser, page.url, "phone", "light") as other:
        assert (status(other.page), shown(other.page)) == before
    page.go_back()
    assert page.get_by_label("排序").input_value() == ""


@pytest.mark.parametrize("clicks", [1, 2])
@pytest.mark.parametrize("column", ["地方", "时间", "结果与数字"])
def test_what_is_masked_or_untold_comes_last_either_way(page: Page, column: str, clicks: int):
    for _ in range(clicks):
        page.get_by_role("button", name=column, exact=True).click()
    keys = page.locator("tr[data-order]").evaluate_all(
        "all => all.map((row) => row.dataset.order.split(';'))"
    )
    index = ["案例", "地方", "时间", "层级", "分类", "结果与数字"].index(column)
    told = [bool(key[index]) for key in keys]

    assert set(told) == {True, False}
    assert told == sorted(told, reverse=True)
    assert page.locator("th[aria-sort]").inner_text().startswith(column)


def test_a_masked_figure_is_no_key(library: Library, page: Page):
    choose(page, "数字", "masked")
    keys = page.locator("tr[data-order]:not([data-out])").evaluate_all(
        "all => all.map((row) => row.dataset.order)"
    )

    assert keys
    assert [key for key in keys if not key.endswith(";")] == []
    assert len(keys) < len(library.cases)


def test_reset_shows_everything_again(page: Page, library: Library):
    choose(page, "层级", "省")
    page.get_by_role("button", name="清除所选").click()

    assert status(page) == f"找到{len(library.cases)}件，共{len(library.cases)}件"
    assert urlsplit(page.url).query == ""


def test_the_keyboard_chooses(page: Page):
    page.locator(".xy-facet summary", has_text="层级").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    assert page.get_by_role("group", name="层级").get_by_role("checkbox", checked=True).count() == 1
    assert parse_qs(urlsplit(page.url).query).keys() == {"l"}


@pytest.mark.parametrize(("size", "scheme"), [("phone", "dark"), ("desktop", "light")])
def test_axe_finds_nothing_among_open_facets(browser: Browser, address: str, size: str, scheme: str):
    with open_page(browser, f"{address}cases/?l=省&sort=时间", size, scheme) as visit:
        folded = visit.page.locator(".xy-library details:not([open])")
        folded.evaluate_all("all => all.forEach((one) => { one.open = true })")

        assert visit.axe_violations() == []
        assert visit.said == []


def test_on_a_phone_the_facets_wait_folded(browser: Browser, address: str):
    with open_page(browser, f"{address}cases/", "phone", "light") as visit:
        assert not visit.page.locator(".xy-facet").first.is_visible()
        assert visit.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_whatever_a_record_holds_its_facets_can_be_read():
    strings = cycle(nasty_strings(300, seed=4))
    new: dict[str, str] = {}
    library = changed_library(WORLD, lambda text, _: new.setdefault(text, next(strings)))
    described, rows = facets(library, list(library.cases.values()))
    sizes = [len(facet["values"]) for facet in json.loads(described)]

    assert len(sizes) == len(FACETS)
    for row in rows:
        had = [[int(value) for value in part.split(",")] for part in row.split(";")]
        assert [max(values) < size for values, size in zip(had, sizes, strict=True)] == [True] * len(FACETS)


def test_thirty_are_listed_and_the_rest_when_asked(page: Page, library: Library):
    rows = page.locator("tr[data-order]:visible")
    assert rows.count() == 30

    page.get_by_role("button", name="再列30件").click()
    assert rows.count() == 60
    assert page.evaluate("document.activeElement === document.querySelectorAll('tr[data-order] a')[30]")
    page.get_by_role("button", name="全部列出").click()
    assert rows.count() == len(library.cases)
    assert not page.locator(".xy-library__more").is_visible()


def test_a_thousand_rows_are_filtered_in_no_time(browser: Browser, site: Path, address: str):
    """The median only, for a busy machine; bench/facets.md has all the figures."""
    times = measure(browser, site, address, 1000)["filter"]

    assert times.count > 20
    assert times.median < 50
