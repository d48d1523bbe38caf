"""The filters of the case library in Chromium, with as many rows as wanted: milliseconds until everything is laid out."""

from __future__ import annotations

import re
import statistics
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from bench.serving import browser as chromium
from bench.serving import built_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

REPORT = Path("bench/facets.md")
ROWS = (218, 1000, 5000)
NAMES = {"open": "打开页面", "filter": "勾一个条件", "sort": "按一列排序", "list all": "全部列出"}
HEAD = """# 案例库的筛选

`python3 run.py bench --facets`写的：真的案例库页面，行数补到所要的数目。数字是页面线程用掉的处理器毫秒数，含脚本、样式、排版和绘制，
机器上别的程序不算在内。目标：1000行时每勾一个条件不超过50毫秒。

| 行数 | 做什么 | 次数 | 中位 | 95% | 最长 |
| --- | --- | --- | --- | --- | --- |
"""
ROW = re.compile(r"<tr data-values=.*?</tr>\n?", re.DOTALL)
#: Every so many values are checked and unchecked: some fifty clicks.
EVERY = 7
CHECK = "(index) => { document.querySelectorAll('.xy-facet input')[index].click(); document.body.getBoundingClientRect(); }"
SORT = """(value) => {
  const order = document.querySelector(".xy-library__tools select");
  order.value = value;
  order.dispatchEvent(new Event("change"));
  document.body.getBoundingClientRect();
}"""
LIST_ALL = "() => { document.querySelector('.xy-library__more button:last-child').click(); document.body.getBoundingClientRect(); }"
ORDERS = "[...document.querySelectorAll('.xy-library__tools option')].slice(1).map((option) => option.value)"


@dataclass(frozen=True)
class Times:
    """Milliseconds of the page's processor time, of each piece of work of one kind: script, style, layout and paint."""

    milliseconds: list[float]

    @property
    def count(self) -> int:
        """How often it was done."""
        return len(self.milliseconds)

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.milliseconds)

    @property
    def p95(self) -> float:
        """One in twenty takes longer."""
        return sorted(self.milliseconds)[int(self.count * 0.95)]

    @property
    def longest(self) -> float:
        """The worst."""
        return max(self.milliseconds)


def with_rows(html: str, number: int) -> str:
    """The library's page with its rows repeated until there are so many."""
    rows = ROW.findall(html)
    before, after = html.split(rows[0], 1)[0], html.rsplit(rows[-1], 1)[1]
    return before + "".join(islice(cycle(rows), number)) + after


def serve_rows(page: Page, site: Path, number: int) -> None:
    """From now on the page gets a library with so many rows."""
    html = with_rows((site / "cases/index.html").read_text(encoding="utf-8"), number)

    def answer(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    page.route("**/cases/", answer)


class _Watch:
    """The processor time of the page's thread: what others do on this machine does not count."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session = page.context.new_cdp_session(page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def now(self) -> float:
        """Milliseconds so far."""
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration") * 1000

    def takes(self, script: str, *arguments: object) -> float:
        """Milliseconds of one piece of work."""
        begun = self.now()
        self._page.evaluate(script, *arguments)
        return self.now() - begun


def measure(browser: Browser, site: Path, address: str, number: int) -> dict[str, Times]:
    """What opening, filtering, sorting and listing everything take with so many rows, on a desktop."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        watch = _Watch(page)
        serve_rows(page, site, number)
        page.goto(f"{address}cases/", wait_until="load")
        opened = watch.now()
        boxes = range(0, page.locator(".xy-facet input").count(), EVERY)
        return {
            "open": Times([opened]),
            "filter": Times([watch.takes(CHECK, index) for index in [*boxes, *boxes]]),
            "sort": Times([watch.takes(SORT, value) for value in page.evaluate(ORDERS)]),
            "list all": Times([watch.takes(LIST_ALL)]),
        }


def report() -> int:
    """Measure with each number of rows, write bench/facets.md."""
    lines = []
    with built_site() as (site, address), chromium() as browser:
        for rows in ROWS:
            for kind, times in measure(browser, site, address, rows).items():
                figures = f"{times.count} | {times.median:.0f} | {times.p95:.0f} | {times.longest:.0f}"
                lines.append(f"| {rows} | {NAMES[kind]} | {figures} |")
                print(lines[-1], flush=True)
    REPORT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"写进了{REPORT}。")
    return 0
