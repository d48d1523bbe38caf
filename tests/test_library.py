"""The case library as a reader uses it: choosing, counting, sorting, taking it home, without script too."""

from __future__ import annotations

import csv
import json
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from browsing import Visit, open_page
from nasty import nasty_strings
from records import WORLD, changed_library

from macros.views.library import FACETS, facets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Route

    from macros.library import Library
    from macros.models import Case

STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
PUBLIC = "有公开数字"


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    with open_page(browser, f"{address}cases/", "desktop", "light") as visit:
        yield visit


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit.page


def choose(page: Page, facet: str, value: str) -> None:
    page.locator(f".xy-facet:not([open]) summary:has-text('{facet}')").first.click()
    page.locator(f".xy-facet[open] input[value='{value}']").check()


def status(page: Page) -> str:
    return page.get_by_role("status").filter(has_text="共").inner_text()


def shown(page: Page, column: str = "案例") -> list[str]:
    cells = page.locator(f"table[data-facets] tr:not([hidden]) [data-label='{column}']")
    return [text.split("\n")[0] for text in cells.all_inner_texts()]


def count(page: Page, value: str) -> int:
    return int(
        page.locator(f".xy-facet label:has(input[value='{value}']) .xy-facet__count").text_content() or ""
    )


def kept(library: Library, wanted: Callable[[Case], bool]) -> list[str]:
    return [case.title for case in library.cases.values() if wanted(case)]


def downloaded(page: Page, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_bytes()


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
    assert status(page) == f"显示{len(titles)}件，共{len(library.cases)}件"


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
    keys = page.locator("tr[data-order]:not([hidden])").evaluate_all(
        "all => all.map((row) => row.dataset.order)"
    )

    assert keys
    assert [key for key in keys if not key.endswith(";")] == []
    assert len(keys) < len(library.cases)


def test_the_csv_holds_what_is_shown(page: Page):
    choose(page, "层级", "市")
    rows = list(csv.DictReader(downloaded(page, "下载CSV").decode("utf-8-sig").splitlines(keepends=True)))

    assert [row["案例"] for row in rows] == shown(page)
    assert {row["层级"] for row in rows} == {"市"}
    assert all(row["方法"] and row["案例号"] for row in rows)


def test_the_csv_is_harmless_in_a_spreadsheet(page: Page):
    page.locator("td[data-label='结果与数字']").first.evaluate("cell => { cell.textContent = '=1+1,\"x\"' }")
    raw = downloaded(page, "下载CSV")

    assert raw.startswith(b"\xef\xbb\xbf")
    assert '"\'=1+1,""x"""' in raw.decode("utf-8")


def test_the_json_holds_what_is_shown(page: Page):
    choose(page, "数字", "public")
    records = json.loads(downloaded(page, "下载JSON"))

    assert [record["案例"] for record in records] == shown(page)
    assert {record["数字"][0] for record in records} == {PUBLIC}


def test_paper_shows_what_is_shown_and_by_which_choice(page: Page):
    choose(page, "层级", "省")
    page.emulate_media(media="print")

    assert page.locator("tr[data-order]:visible").count() == len(shown(page))
    assert page.get_by_text("层级：省").is_visible()
    assert not page.get_by_role("button", name="打印").is_visible()


def test_reset_shows_everything_again(page: Page, library: Library):
    choose(page, "层级", "省")
    page.get_by_role("button", name="清除所选").click()

    assert status(page) == f"显示{len(library.cases)}件，共{len(library.cases)}件"
    assert urlsplit(page.url).query == ""


def test_the_keyboard_chooses(page: Page):
    page.locator(".xy-facet summary", has_text="层级").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    assert page.get_by_role("group", name="层级").get_by_role("checkbox", checked=True).count() == 1
    assert parse_qs(urlsplit(page.url).query).keys() == {"l"}


def test_from_a_folder_it_works_too(browser: Browser, site: Path, library: Library):
    with open_page(browser, f"{(site / 'cases/index.html').as_uri()}?r=yes", "desktop", "light") as visit:
        choose(visit.page, "层级", "市")

        assert shown(visit.page) == kept(library, lambda case: case.level == "市" and case.verified)
        assert "l=" in visit.page.url


def test_under_a_strict_policy_it_works_too(page: Page, visit: Visit):
    def strict(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | {"content-security-policy": STRICT})

    page.route("**/cases/?l=*", strict)
    visit.said.clear()
    page.goto(f"{page.url}?l=市")
    assert set(shown(page, "层级")) == {"市"}
    assert [said for said in visit.said if "library" in said] == []


def test_without_script_the_whole_table_is_there(browser: Browser, address: str, library: Library):
    with open_page(browser, f"{address}cases/?l=市", "phone", "light", script=False) as visit:
        assert shown(visit.page) == kept(library, lambda _: True)
        assert visit.page.locator(".xy-library").count() == 0


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
