"""The case library taken home: as a table, as data, on paper; from a folder, under a strict policy, without script."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import open_page
from library_page import choose, kept, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from macros.library import Library

STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
PUBLIC = "有公开数字"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with open_page(browser, f"{address}cases/", "desktop", "light") as visit:
        yield visit.page


def downloaded(page: Page, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_bytes()


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


def test_under_a_strict_policy_it_works_too(page: Page):
    said: list[str] = []

    def strict(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | {"content-security-policy": STRICT})

    page.route("**/cases/?l=*", strict)
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{page.url}?l=市")
    assert set(shown(page, "层级")) == {"市"}
    assert [line for line in said if "library" in line] == []


def test_without_script_the_whole_table_is_there(browser: Browser, address: str, library: Library):
    with open_page(browser, f"{address}cases/?l=市", "phone", "light", script=False) as visit:
        assert shown(visit.page) == kept(library, lambda _: True)
        assert visit.page.locator(".xy-library").count() == 0


def test_from_a_folder_it_works_too(browser: Browser, site: Path, library: Library):
    with open_page(browser, f"{(site / 'cases/index.html').as_uri()}?r=yes", "desktop", "light") as visit:
        choose(visit.page, "层级", "市")

        assert shown(visit.page) == kept(library, lambda case: case.level == "市" and case.verified)
        assert "l=" in visit.page.url
