"""A visit to a page of the built site in a real browser, and what was noticed on the way."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

from bench.pages import SIZES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

#: What fades or slides has come to its end; two seconds at most, for what never ends.
AT_REST = """Promise.race([
  Promise.allSettled(document.getAnimations().map((one) => one.finished)),
  new Promise((done) => setTimeout(done, 2000)),
]).then(() => 0)"""
SETTLED = 80  # milliseconds after "load": what scripts do at once is done, what they ask for is on its way


@dataclass
class Visit:
    """An open page, what the console said and which addresses were asked for."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def search(self, words: str) -> list[str]:
        """Type into the search as a reader does; the titles of what was found."""
        self.page.keyboard.press("/")
        self.page.keyboard.type(words)
        results = self.page.locator(".md-search-result__item h1")
        results.first.wait_for()
        return results.all_inner_texts()

    def axe_violations(self) -> list[tuple[str, list[str]]]:
        """Which rules of axe-core (all of them, best practices too) are broken, and where; nothing may still be fading."""
        self.page.evaluate(AT_REST)
        found = Axe().run(self.page).response["violations"]
        return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


@contextmanager
def open_page(  # noqa: PLR0913 (a visit is a page, a screen and two choices)
    browser: Browser, address: str, size: str, scheme: str, *, script: bool = True, first: str = ""
) -> Iterator[Visit]:
    """One page in a fresh profile; `first` is a script that runs before any of the page's own."""
    with browser.new_context(
        viewport=SIZES[size], color_scheme=scheme, java_script_enabled=script
    ) as context:
        visit = Visit(context.new_page())
        visit.page.add_init_script(first)
        visit.page.on("console", lambda message: visit.said.append(f"{message.type}: {message.text}"))
        visit.page.on("pageerror", lambda error: visit.said.append(str(error)))
        visit.page.on("request", lambda request: visit.asked.append(request.url))
        visit.page.goto(address, wait_until="load")
        visit.page.wait_for_timeout(SETTLED)
        yield visit
