"""The comparison as readers use it: side by side, by keyboard, in the address, on paper, without script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from browsing import open_page
from choosing_pages import paper, words_on

from macros.choosing.fields import READ, UNCOMPARED
from macros.models.method import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from macros.library import Library

A4 = (595, 842)


@pytest.fixture
def compared(browser: Browser, address: str) -> Iterator[Page]:
    way = f"{address}choose/compare/?m=shuangyue&m=zhuanti-changweihui&m=duikou"
    with open_page(browser, way, "desktop", "light") as visit:
        visit.page.locator(".xy-compare__table tbody tr").first.wait_for()
        yield visit.page


def heads(page: Page) -> list[str]:
    return page.locator(".xy-compare__table thead th").all_inner_texts()[1:]


def test_without_script_the_core_methods_stand_side_by_side(browser: Browser, address: str, library: Library):
    core = [method for method in library.methods.values() if method.rank is Rank.CORE]
    with open_page(browser, f"{address}choose/compare/?m=liushi", "desktop", "light", script=False) as visit:
        assert visit.page.locator(".xy-choose__table tbody tr:visible").count() == len(core)


def test_methods_stand_side_by_side_row_by_row(compared: Page, library: Library):
    keys = ["shuangyue", "zhuanti-changweihui", "duikou"]
    rows = compared.locator(".xy-compare__table tbody th").count()

    assert heads(compared) == [library.methods[key].name for key in keys]
    assert len(READ) - len(UNCOMPARED) - 2 <= rows <= len(READ) - len(UNCOMPARED)
    assert (
        compared.locator("tr", has=compared.locator("th", has_text="类别")).inner_text().count("协商形式")
        == 3
    )


def test_what_differs_is_said_in_words(compared: Page):
    kind = compared.locator(
        ".xy-compare__table tbody tr", has=compared.locator("th", has_text=re.compile("^性质"))
    )

    assert "≠ 有不同" in kind.locator("th").inner_text()
    assert [("≠" in cell) for cell in kind.locator("td").all_inner_texts()] == [False, False, True]
    assert "＝ 相同" in compared.locator("th", has_text="类别").inner_text()


def test_only_what_differs_can_be_shown_and_the_address_says_so(compared: Page):
    before = compared.locator(".xy-compare__table tbody tr").count()
    compared.get_by_label("只看不同").check()
    compared.locator("th", has_text="类别").wait_for(state="detached")

    assert 0 < compared.locator(".xy-compare__table tbody tr").count() < before
    assert parse_qs(urlsplit(compared.url).query)["only"] == ["1"]
    compared.go_back()
    compared.locator("tbody th", has_text="类别").wait_for()


@pytest.mark.parametrize(
    ("typed", "name"), [("sp", "双评"), ("议事月", "议事月"), ("shuanglian", "双联"), ("四双", "四双")]
)
def test_a_method_is_added_by_name_alias_or_pinyin(compared: Page, typed: str, name: str):
    compared.get_by_label("加一种方法").fill(typed)
    compared.keyboard.press("Enter")
    compared.locator(f".xy-compare__table thead th:has-text('{name}')").wait_for()

    assert len(heads(compared)) == 4


def test_a_fifth_method_and_an_unknown_one_are_refused_in_words(compared: Page):
    status = compared.get_by_role("status").filter(has_text="。")
    for typed, said in [("量子纠缠", "没有找到“量子纠缠”"), ("双联", "4种方法对照"), ("双创", "最多4种")]:
        compared.get_by_label("加一种方法").fill(typed)
        compared.keyboard.press("Enter")
        compared.get_by_text(said).last.wait_for()

    assert status.count() >= 1


def test_a_method_page_adds_to_what_was_compared(compared: Page, address: str):
    compared.goto(f"{address}methods/liushi/")
    compared.get_by_role("link", name="加入对照").click()
    compared.locator(".xy-compare__table thead th", has_text="六式").wait_for()

    assert len(heads(compared)) == 4


def test_one_method_in_several_places(compared: Page, address: str):
    compared.goto(f"{address}choose/compare/?at=minsheng-yishitang")
    compared.locator(".xy-compare__table").wait_for()
    rows = compared.locator(".xy-compare__table tbody th").all_inner_texts()

    assert [row.split("\n")[0].split(" ")[0] for row in rows] == [
        "不同之处",
        "年份",
        "案例",
        "结果",
        "数字（照原文）",
    ]
    assert compared.locator(".xy-figure--masked").count() > 0
    compared.get_by_label("衢州").click()
    compared.get_by_text("最多4个地方").wait_for()


def test_the_comparison_is_printed_lying(compared: Page):
    sheet = paper(compared).pages[0]

    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4[::-1]
    assert "加一种方法" not in words_on(sheet)
