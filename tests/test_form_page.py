"""The form pages in a real browser: what they give passes `check`, and what is wrong is said all at once."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import open_page

from macros.commands.check import everything_wrong
from macros.contributing.questions import ASKED

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WORLD = Path(__file__).parent / "world"
#: form -> field -> what a clerk fills in; half-width marks and names instead of ids are mended on the way
FILLED: dict[str, dict[str, str]] = {
    "reports": {
        "method": "yishiting",
        "place_text": "青渡县的一个街道",
        "level": "县区",
        "people": "２４",
        "minutes": "110",
        "date": "2025-06",
        "went_wrong": "前三个人讲得太长,后面的没讲上\n材料没有提前发",
    },
    "corrections": {
        "id": "ting-gaicuo",
        "address": "methods/yishiting/",
        "found": "逢五开亭",
        "should": "逢五、逢十开亭",
        "why": "通知第 2 条",
        "date": "2025-06-01",
    },
    "cases": {
        "id": "qingdu-shuzhuang",
        "title": "街口的树桩挖掉了",
        "methods": "sanbu",
        "place": "qingdu",
        "openness": "named",
        "date-start": "2025-03",
        "topic": "树桩挡路",
        "summary": "居民说树桩绊人,社区请委员看了现场,商量后挖掉。",
        "process-did": "先看现场",
        "figures-name": "树桩",
        "figures-value": "３",
        "figures-unit": "个",
        "sources-source": "qingdu-2024",
        "sources-where": "第二段: 树桩",
    },
    "methods": {
        "id": "kan-shu",
        "name": "看树",
        "category": "pingtai",
        "type": "procedure",
        "rank": "entry",
        "told": "partial",
        "summary": "青渡县的居民一起看树。",
        "steps-name": "看",
        "steps-basis": "source",
        "sources-source": "qingdu-2024",
    },
    "sources": {
        "id": "qingdu-2025",
        "kind": "page",
        "title": "青渡的树桩",
        "publisher": "青渡县政协网站",
        "link_ok": "true",
        "url": "https://qingdu.example.org/2025/shu.html",
        "reliability": "official",
    },
    "places": {
        "id": "linxian",
        "name": "邻县",
        "printed": "邻县",
        "openness": "named",
    },
}
#: form -> boxes to tick and lists of words, which the real site has other words for
WORDS = {"cases": {"level": "县区"}, "places": {"level": "县区"}}
#: words of the real vocabulary that the tiny world does not know
OTHER_WORDS = {"停车与交通道路": "停车"}


def fill(page: Page, kind: str) -> None:
    """Type and choose like a person."""
    for field, value in {**FILLED[kind], **WORDS.get(kind, {})}.items():
        control = page.locator(f"#i-{field}")
        if control.evaluate("one => one.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)
    if kind == "cases":
        page.get_by_label("停车与交通道路").check()


def finished(page: Page) -> str:
    """The file that the page gives."""
    page.get_by_role("button", name="检查并生成").click()
    return page.locator("#xy-file").input_value()


@pytest.mark.parametrize("kind", ASKED)
def test_what_a_form_gives_passes_the_checks(kind: str, browser: Browser, address: str, tmp_path: Path):
    """The whole way: a page, a browser, a file, a folder, no fault."""
    with open_page(browser, f"{address}contribute/form/{kind}/", "desktop", "light") as visit:
        fill(visit.page, kind)
        text = finished(visit.page)
        assert visit.said == []
    passes(text, kind, tmp_path)


def passes(text: str, kind: str, folder: Path) -> None:
    """Put the file into the tiny world and check it."""
    world = Path(shutil.copytree(WORLD, folder / "world"))
    for real, tiny in OTHER_WORDS.items():
        text = text.replace(real, tiny)
    name = next(line for line in text.split("\n") if line.startswith("id: ")).removeprefix("id: ").strip("'")
    file = world / "data" / kind / f"{name}.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    assert everything_wrong(world, datetime.now(UTC).astimezone().date())[1] == []


def test_everything_wrong_is_said_at_once(browser: Browser, address: str):
    """Each fault is a link to its field, and stands beside the field, too."""
    with open_page(browser, f"{address}contribute/form/reports/", "phone", "dark") as visit:
        page = visit.page
        for field, value in {"people": "二十", "date": "2099-01", "changed": "电话13812345678"}.items():
            page.locator(f"#i-{field}").fill(value)
        page.get_by_role("button", name="检查并生成").click()
        links = page.locator(".xy-fill__result a")
        assert page.locator(".xy-fill__fault").count() == links.count() == 7
        links.first.click()
        assert page.evaluate("document.activeElement.id") == "i-method"
        assert visit.axe_violations() == []


@pytest.mark.parametrize("kind", ASKED)
def test_a_form_is_accessible(kind: str, browser: Browser, address: str):
    """Names for all controls, contrast, targets."""
    with open_page(browser, f"{address}contribute/form/{kind}/", "phone", "light") as visit:
        for more in visit.page.locator("[data-xy-more]").all():
            more.click()
        assert visit.axe_violations() == []


def test_answers_come_from_the_address_and_stay_in_the_browser(browser: Browser, address: str):
    """The gap board knows the method already; a closed window loses nothing."""
    with open_page(browser, f"{address}contribute/form/reports/?method=liushi", "desktop", "light") as visit:
        page = visit.page
        assert page.locator("#i-method").input_value() == "liushi"
        page.locator("#i-tip").fill("先定每人五分钟")
        page.reload()
        assert page.locator("#i-tip").input_value() == "先定每人五分钟"
        page.get_by_role("button", name="全部清空").click()
        assert page.locator("#i-tip").input_value() == ""


def test_a_figure_says_only_what_its_state_allows(browser: Browser, address: str, tmp_path: Path):
    """A masked number has no value, only the printed words; no number at all needs the state 未提供."""
    with open_page(browser, f"{address}contribute/form/cases/", "desktop", "light") as visit:
        page = visit.page
        fill(page, "cases")
        page.locator("#i-figures-state").select_option("masked")
        page.get_by_role("button", name="检查并生成").click()
        assert (
            "「数字」里状态是“脱敏”“未提供”的，“数值”要空着。"
            in page.locator(".xy-fill__result").inner_text()
        )
        page.locator("#i-figures-value").fill("")
        page.get_by_role("button", name="检查并生成").click()
        assert "「数字」里有一条没有数值" in page.locator(".xy-fill__result").inner_text()
        page.locator("#i-figures-as_printed").fill("X个")
        passes(finished(page), "cases", tmp_path)


def test_rows_can_be_added_and_taken_away(browser: Browser, address: str):
    """By keyboard; what was in them stays in order."""
    with open_page(browser, f"{address}contribute/form/cases/", "desktop", "light") as visit:
        page = visit.page
        fill(page, "cases")
        page.get_by_role("button", name="再加一条“经过”").press("Enter")
        assert page.evaluate("document.activeElement.closest('[data-xy-field]').dataset.xyLabel") == "环节"
        page.locator("[id^=i-process-did-]").fill("再商量")
        assert "  - did: 先看现场\n  - did: 再商量\n" in finished(page)
        page.get_by_role("button", name="删去这一条“经过”").click()
        assert "再商量" not in finished(page)
