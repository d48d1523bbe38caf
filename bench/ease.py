"""axe-core on every kind of page, by day and by night, on a phone and a desk, in every state of the help for older readers."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

from bench.pages import PAGES, SIZES, STATES
from bench.serving import browser, built_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REPORT = Path("bench/ease.md")
SCHEMES = ("light", "dark")
HEAD = """# 无障碍检查

`python3 run.py bench --axe`写的：axe-core的全部规则（含最佳做法），在真的Chromium里查每一种页面。

"""
SEARCH = "双评"


def measure() -> int:
    """Look at everything, write bench/ease.md; 1 when something was found."""
    faults: list[str] = []
    looked = 0
    with built_site() as (_, address), browser() as chromium:
        for size, scheme in product(SIZES, SCHEMES):
            for name, state in product(PAGES, ("plain", "panel", "search", *STATES)):
                faults += _faults(chromium, address + PAGES[name], (size, scheme), state)
                looked += 1
            print(f"{size} {scheme}：查了{looked}次，{len(faults)}处不合规则", flush=True)
    REPORT.write_text(HEAD + _report(looked, faults), encoding="utf-8", newline="\n")
    print(f"写进了{REPORT}。")
    return int(bool(faults))


def _report(looked: int, faults: list[str]) -> str:
    what = f"{len(PAGES)}种页面，手机和电脑，浅色和深色，平常、打开面板、打开搜索和面板的{len(STATES)}种状态"
    lines = [f"{what}，共查{looked}次，{len(faults)}处不合规则。", *(f"- {fault}" for fault in faults)]
    return "\n".join(lines) + "\n"


def _faults(chromium: Browser, address: str, way: tuple[str, str], state: str) -> list[str]:
    size, scheme = way
    kept = json.dumps(json.dumps(STATES.get(state, {})))
    with chromium.new_context(viewport=SIZES[size], color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.add_init_script(f"localStorage.setItem('xy-ease', {kept})")
        page.goto(address, wait_until="load")
        _prepare(page, state)
        found = Axe().run(page).response["violations"]
    where = f"{address.partition('//')[2].partition('/')[2] or '首页'} {size} {scheme} {state}"
    return [f"{where}：{rule['id']}，{rule['nodes'][0]['html'][:120]}" for rule in found]


def _prepare(page: Page, state: str) -> None:
    if state == "panel":
        page.locator(".xy-ease__door").click()
    if state == "search":
        page.keyboard.press("/")
        page.keyboard.type(SEARCH)
        page.locator(".md-search-result__item").first.wait_for()
