"""A role's list and the trainer's desk in a browser, from a folder, as people open them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 800}, accept_downloads=True)
    yield context.new_page()
    context.close()


def open_(page: Page, site: Path, address: str) -> None:
    page.goto(f"{(site / address / 'index.html').as_uri()}")


def test_a_tick_is_kept_with_its_day(page: Page, site: Path):
    open_(page, site, "start/officer")
    page.keyboard.press("Tab")
    page.locator(".xy-path input").first.press("Space")
    page.reload()

    assert page.locator(".xy-path input").first.is_checked()
    assert re.match(r"共\d+步，完成1步。", page.locator(".xy-path__state").inner_text())


def test_the_record_can_be_taken_away(page: Page, site: Path):
    open_(page, site, "start/member")
    page.locator(".xy-path input").first.check()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="导出记录").click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")

    assert text.startswith('"步骤","自己检查","完成日期"')
    assert re.search(r'"20\d\d-\d\d-\d\d"', text)


def test_damaged_storage_ticks_nothing(page: Page, site: Path):
    open_(page, site, "start/liaison")
    page.evaluate("localStorage.setItem('xy-path:liaison', '{\"a\": 3, broken')")
    page.reload()

    assert page.locator(".xy-path input:checked").count() == 0


def test_the_desk_fits_lessons_into_the_hours(page: Page, site: Path):
    open_(page, site, "training/desk")
    page.select_option("select[name=who]", "zuzhizhe")
    page.select_option("select[name=hours]", "4")
    rows = page.locator(".xy-desk__programme tbody tr")
    first = rows.first.locator("td").first.inner_text()

    assert rows.count() >= 2
    assert first.startswith("09:00至")
    assert "who=zuzhizhe" in page.url


def test_the_desk_is_where_its_address_says(page: Page, site: Path):
    page.goto(
        f"{(site / 'training/desk/index.html').as_uri()}#who=tian-shuangping&hours=8&days=2&start=08:30&methods="
    )

    assert "08:30" in page.locator(".xy-desk__programme caption").first.inner_text()
    assert page.input_value("select[name=who]") == "tian-shuangping"


def test_a_programme_becomes_a_run_of_show(page: Page, site: Path):
    open_(page, site, "training/desk")
    titles = page.locator(".xy-desk__programme th[scope=row]").all_inner_texts()
    page.get_by_role("link", name="拿去做分钟级流程表").click()

    expect(page.locator("table").first).to_contain_text(titles[0])


@pytest.mark.parametrize("address", ["start/trainer", "training/desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, site: Path, address: str, scheme: str):
    page.emulate_media(color_scheme=scheme)
    open_(page, site, address)
    found = Axe().run(page).response["violations"]

    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
