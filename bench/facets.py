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
ROUNDS = 3
#: Check and uncheck every value, then sort by every column both ways. Each time: script, style and layout, all forced.
WORK = """(rounds) => {
  const measured = { filter: [], sort: [], more: [] };
  const time = (kind, work) => {
    const begun = performance.now();
    work();
    document.body.getBoundingClientRect();
    measured[kind].push(performance.now() - begun);
  };
  const boxes = [...document.querySelectorAll(".xy-facet input")].filter((_, index) => index % 4 === 0);
  const order = document.querySelector(".xy-library__tools select");
  const all = document.querySelector(".xy-library__more button:last-child");
  for (let round = 0; round < rounds; round += 1) {
    for (const box of [...boxes, ...boxes]) time("filter", () => box.click());
    for (const { value } of [...order.options].slice(1)) {
      time("sort", () => {
        order.value = value;
        order.dispatchEvent(new Event("change"));
      });
    }
  }
  time("more", () => all.click());
  return measured;
}"""


@dataclass(frozen=True)
class Times:
    """Milliseconds of one kind of work, every one of them."""

    milliseconds: list[float]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.milliseconds)

    @property
    def p95(self) -> float:
        """One in twenty takes longer."""
        return sorted(self.milliseconds)[int(len(self.milliseconds) * 0.95) - 1]

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


def measure(browser: Browser, site: Path, address: str, number: int) -> dict[str, Times]:
    """What filtering, sorting and listing everything take with so many rows, on a desktop."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        serve_rows(page, site, number)
        page.goto(f"{address}cases/", wait_until="load")
        ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        found = page.evaluate(WORK, ROUNDS)
    return {kind: Times(values) for kind, values in found.items()} | {"open": Times([ready])}
