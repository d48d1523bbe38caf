"""Make every picture anew. Run it after `build`, with the test packages installed; then look at each picture."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

from macros.library import load
from macros.publishing.changing import Repository, with_changing
from pictures.paper import ledger_picture
from pictures.terminal import check_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "pictures"
SITE = ROOT / "site"
COLOURS, LARGEST = 32, 60 * 1024
WIDTH = 760
HOST = Repository("https://gitee.com/example/example")
HEIGHT, TALL = 560, 720
MORNING = "2026-05-06T09:30:00"
#: what a clerk fills in wrongly, and rightly
WRONG = {"method": "liushi", "people": "二十来个", "minutes": "110", "date": "2025-13"}
RIGHT = {**WRONG, "people": "24", "date": "2025-06", "place_text": "本县的一个街道", "tip": "先定每人五分钟"}


def door(page: Page) -> None:
    """Where the form pages are."""
    _open(page, "contribute/form/")
    _show(page, "h1")


def faults(page: Page) -> None:
    """Everything wrong, said at once."""
    _fill(page, WRONG)
    _show(page, ".xy-fill__result")


def file(page: Page) -> None:
    """The file that comes out."""
    _fill(page, RIGHT)
    page.locator("select#i-level").select_option(index=3)
    page.set_viewport_size({"width": WIDTH, "height": TALL})
    page.get_by_role("button", name="检查并生成").click()
    _show(page, ".xy-fill__result")


def changing(page: Page) -> None:
    """The links at the end of a page, as a site has them that knows its repository."""
    address = "cases/C001/"
    html = with_changing(
        (SITE / address / "index.html").read_text(encoding="utf-8"), address, load(ROOT)[0], HOST
    )
    page.route("**/cases/C001/index.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    _open(page, address)
    _show(page, ".xy-changing", before=420)


def check(page: Page) -> None:
    """What `check` says."""
    page.set_content(check_page())


#: name of a picture -> what is opened and done for it; {name}.png
PICTURES: dict[str, Callable[[Page], None]] = {
    "form": door,
    "faults": faults,
    "file": file,
    "changing": changing,
    "check": check,
}


def _open(page: Page, address: str) -> None:
    page.goto((SITE / address / "index.html").as_uri())


def _fill(page: Page, answers: dict[str, str]) -> None:
    _open(page, "contribute/form/reports/")
    for field, value in answers.items():
        page.locator(f"#i-{field}").fill(value)
    page.get_by_role("button", name="检查并生成").click()


def _show(page: Page, selector: str, before: int = 90) -> None:
    """Scroll until an element stands so many pixels under the upper edge."""
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(200)  # whoever scrolls down is not offered the way up
    page.evaluate(
        "([one, before]) => scrollTo(0, document.querySelector(one).getBoundingClientRect().top + scrollY - before)",
        [selector, before],
    )
    page.wait_for_timeout(400)


@contextmanager
def _window() -> Iterator[Page]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce", device_scale_factor=1.5
        )
        page.clock.set_fixed_time(MORNING)
        yield page
        browser.close()


def small(png: bytes) -> bytes:
    """The same picture in few colours: a page of text needs no more."""
    target = io.BytesIO()
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        target, "PNG", optimize=True
    )
    return target.getvalue()


def main() -> int:
    """Write all pictures; 1 when one is too large to be loaded on a slow line."""
    found = {"ledger": ledger_picture(load(ROOT)[0])}
    for name, act in PICTURES.items():
        with _window() as page:
            act(page)
            found[name] = page.locator("pre").screenshot() if name == "check" else page.screenshot()
    too_large = []
    for name, png in found.items():
        data = small(png)
        (FOLDER / f"{name}.png").write_bytes(data)
        print(f"pictures/{name}.png  {len(data) // 1024} KB")
        too_large += [name] if len(data) > LARGEST else []
    return int(bool(too_large))


if __name__ == "__main__":
    sys.exit(main())
