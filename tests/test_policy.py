"""Every kind of page under the strict policy that a server should send: no inline styles, only the theme's own inline scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import pytest
from browsing import open_page

from bench.pages import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
POLICY = (
    "default-src 'none'; script-src 'self' {}; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)
CSP = "content-security-policy"


def policy(html: str) -> str:
    digests = (hashlib.sha256(script.encode()).digest() for script in INLINE.findall(html))
    return POLICY.format(" ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests))


@pytest.mark.parametrize("name", [*PAGES, "missing"])
def test_nothing_breaks_the_policy(browser: Browser, address: str, name: str):
    refused: list[str] = []

    def strict(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | {CSP: policy(answer.text())})

    with open_page(browser, "about:blank", "desktop", "dark") as visit:
        visit.page.on("console", lambda message: refused.append(message.text))
        visit.page.route(re.compile(r"/(404\.html)?(\?.*)?$"), strict)
        visit.page.goto(f"{address}{PAGES.get(name, '404.html')}", wait_until="load")
        visit.page.locator(".xy-ease__door").click()
        visit.page.get_by_role("button", name="特大字").click()
        visit.page.keyboard.press("Escape")

        assert "script-src 'self' 'sha256-" in visit.page.evaluate(
            f"fetch(location.href).then((answer) => answer.headers.get('{CSP}'))"
        )
        assert visit.search("双评") != []
        assert refused == []
