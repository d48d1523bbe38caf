"""The filters of the case library in Chromium, with as many rows as wanted: milliseconds until everything is laid out."""

from __future__ import annotations

import re
import statistics
from dataclasses import dataclass
from itertools import cycle, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

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
