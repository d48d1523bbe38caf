"""The clock of a session plan in the browser: how late everything after will be, and what is taken home."""

from __future__ import annotations

import csv
import io
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import Visit, open_page
from test_session_plans import TWO_DAYS

from bench.pages import SIZES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

CHINA = timezone(timedelta(hours=8))


NOW = datetime(2026, 11, 23, 8, 35, tzinfo=CHINA)  # five minutes after the plan's own start


@contextmanager
def clock_at(browser: Browser, site: Path, size: str = "desktop") -> Iterator[Page]:
    """The two-day plan opened from its folder, with a clock that stands still until it is told to go."""
    with browser.new_context(viewport=SIZES[size], timezone_id="Asia/Shanghai") as context:
        page = context.new_page()
        page.set_default_timeout(8000)
        page.on("dialog", lambda dialog: dialog.accept())
        page.clock.install(time=NOW - timedelta(minutes=1))
        page.goto((site / TWO_DAYS / "index.html").as_uri())
        page.clock.pause_at(NOW)
        yield page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def shown(page: Page, *names: str) -> list[str]:
    return [page.locator(f".xy-clock__{name}").inner_text() for name in names]


def wait(page: Page, seconds: int) -> None:
    page.clock.run_for(seconds * 1000)


def test_the_countdown_goes_over_and_carries_it_forward(browser: Browser, site: Path):
    """13½ minutes for the first ten: everything after begins three and a half later."""
    with clock_at(browser, site) as page:
        press(page, "开始")
        wait(page, 9 * 60 + 30)
        assert shown(page, "left", "drift") == ["00:30", "与计划的长度一致"]
        wait(page, 4 * 60)
        assert shown(page, "left", "drift", "ends") == [
            "超时03:30",
            "累计超时3分30秒",
            "预计17:28结束，计划17:20",
        ]
        press(page, "下一节")
        rows = page.locator("tr.xy-run__row")
        assert shown(page, "left") == ["06:00"]
        assert rows.nth(0).locator("td").all_inner_texts()[::4] == ["08:35–08:48", "13分30秒，超时"]
        assert rows.nth(1).get_attribute("aria-current") == "step"
        assert rows.nth(2).locator("td").first.inner_text() == "08:54–09:03"


def test_one_more_minute_and_one_row_back(browser: Browser, site: Path):
    """A minute more is a minute more for all that follows; going back takes up the row as if it had not ended."""
    with clock_at(browser, site) as page:
        press(page, "开始")
        press(page, "加一分钟")
        assert shown(page, "left", "drift") == ["11:00", "累计超时1分"]
        wait(page, 60)
        press(page, "下一节")
        assert shown(page, "drift") == ["累计提前9分"]
        press(page, "上一节")
        assert shown(page, "left", "drift") == ["10:00", "累计超时1分"]


def test_a_reload_loses_nothing(browser: Browser, site: Path):
    """The laptop went to sleep, the page was closed: the clock is where it was."""
    with clock_at(browser, site) as page:
        press(page, "开始")
        wait(page, 120)
        press(page, "下一节")
        wait(page, 60)
        before = shown(page, "now", "left", "ends")
        page.reload()
        assert shown(page, "now", "left", "ends") == before
        press(page, "清除计时")
        page.reload()
        assert page.get_by_role("button", name="开始", exact=True).is_visible()


def test_it_speaks_seldom(browser: Browser, site: Path):
    """The live region changes with the row, a minute before its end, and at its end."""
    with clock_at(browser, site) as page:
        press(page, "开始")
        heard = []
        for _ in range(24):
            heard += [text for text in shown(page, "status") if text not in heard[-1:]]
            wait(page, 30)

        assert [text.partition("：")[0] for text in heard] == ["第1节，共44节", "还剩一分钟", "时间到"]


def test_the_projection_is_large_and_obeys_the_keys(browser: Browser, site: Path):
    """The countdown takes a good part of the screen; a presenter's keys turn the rows."""
    with clock_at(browser, site) as page:
        press(page, "全屏投影")
        page.keyboard.press("Space")
        left = page.locator(".xy-clock__left").bounding_box()
        assert left is not None
        assert left["height"] > SIZES["desktop"]["height"] / 4
        page.keyboard.press("PageDown")
        assert shown(page, "left") == ["06:00"]
        page.keyboard.press("+")
        page.keyboard.press("ArrowLeft")
        assert shown(page, "left") == ["10:00"]


def test_the_actual_minutes_can_be_taken_home(browser: Browser, site: Path):
    """As a table that opens in any office suite."""
    with clock_at(browser, site) as page:
        press(page, "开始")
        wait(page, 12 * 60)
        press(page, "下一节")
        with page.expect_download() as download:
            press(page, "导出实际用时（CSV）")
        text = Path(download.value.path()).read_text(encoding="utf-8-sig")
        first, second = list(csv.DictReader(io.StringIO(text)))[:2]

        assert (first["计划分钟"], first["实际分钟"], first["比计划多（分钟）"]) == ("10", "12.0", "2.0")
        assert second["实际分钟"] == ""


def test_ones_own_plan_lives_in_the_address(browser: Browser, site: Path):
    """Minutes, order, rows more and less; a reload, or a colleague with the address, sees the same."""
    with clock_at(browser, site) as page:
        press(page, "改这一天的流程")
        page.get_by_label("分钟：开班：分组，各报一个题目").fill("20")
        page.keyboard.press("Tab")
        press(page, "下移：开班：分组，各报一个题目")
        press(page, "删除：开场：散会以后")
        page.get_by_label("新的一行").first.fill("合影")
        press(page, "加到末尾")
        page.reload()
        rows = page.locator("table[data-xy-run]").first.locator("tr.xy-run__row")

        assert rows.nth(0).locator("td").all_inner_texts()[:3] == [
            "08:30–08:50",
            "20",
            "开班：分组，各报一个题目",
        ]
        assert rows.last.locator("td").all_inner_texts()[:3] == ["17:24–17:34", "10", "合影"]


def test_an_address_that_makes_no_sense_is_refused(browser: Browser, address: str):
    """Whoever made it, only numbers of this page and short names come through."""
    for plan in ("%5B1%5D", "x", "%5B%5B%2208%3A30%22%2C%5B999%5D%5D%2C%5B%2208%3A30%22%2C%5B0%5D%5D%5D"):
        with open_page(browser, f"{address}{TWO_DAYS}#plan={plan}", "desktop", "light") as visit:
            assert visit.page.locator("[role=alert]").inner_text().startswith("网址里的流程读不懂")
            assert visit.page.locator("tr.xy-run__row").first.locator("td").nth(1).inner_text() == "10"


def states(visit: Visit) -> Iterator[list[tuple[str, list[str]]]]:
    """What axe finds in each state of the page."""
    yield visit.axe_violations()
    for name in ("改这一天的流程", "改好了", "开始", "全屏投影"):
        press(visit.page, name)
        yield visit.axe_violations()


@pytest.mark.parametrize(("size", "scheme"), [("phone", "dark"), ("desktop", "light")])
def test_every_state_is_accessible(size: str, scheme: str, browser: Browser, address: str):
    """Idle, being changed, running, across the screen."""
    with open_page(browser, address + TWO_DAYS, size, scheme) as visit:
        assert list(states(visit)) == [[]] * 5
        assert visit.said == []
        assert [asked for asked in visit.asked if not asked.startswith(address)] == []
