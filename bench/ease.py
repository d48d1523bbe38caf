"""axe-core on every kind of page, by day and by night, on a phone and a desk, in every state of the help for older readers.

A page is opened once for each screen and colour and taken through its states: opening takes longer than looking.
"""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

from bench.pages import PAGES, SIZES, STATES
from bench.serving import browser, built_site

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Page

REPORT = Path("bench/ease.md")
SCHEMES = ("light", "dark")
AT_ONCE = 2  # browsers side by side
HEAD = """# 无障碍检查

`python3 run.py bench --axe`写的：axe-core的全部规则（含最佳做法），在真的Chromium里查每一种页面。

"""
SEARCH = "双评"
#: As ease_early.js does for whoever comes back with these choices.
CHOOSE = """(chosen) => {
  for (const name of ["size", "contrast", "pointer", "layout"]) {
    if (chosen[name]) document.documentElement.setAttribute(`data-xy-${name}`, chosen[name]);
    else document.documentElement.removeAttribute(`data-xy-${name}`);
  }
}"""
LOOK = """() => axe.run({ resultTypes: ["violations"] }).then(({ violations }) =>
  violations.map((rule) => [rule.id, rule.nodes.length, rule.nodes[0].html.slice(0, 120)]))"""
CALM = "*, ::before, ::after { transition: none !important; animation: none !important; }"


def measure() -> int:
    """Look at everything; bench/ease.md grows page by page, whole or not. 1 when something was found."""
    begun = time.monotonic()
    faults: list[str] = []
    looked = 0
    ways = list(product(PAGES, SIZES, SCHEMES))
    with built_site() as (_, address), ProcessPoolExecutor(AT_ONCE) as pool:
        for done, (number, found) in enumerate(pool.map(_page, [address] * len(ways), ways), 1):
            looked += number
            faults += found
            if done % (len(SIZES) * len(SCHEMES)) == 0:
                names = list(dict.fromkeys(name for name, _, _ in ways[:done]))
                text = _report(names, looked, faults, (time.monotonic() - begun) / 60)
                REPORT.write_text(HEAD + text, encoding="utf-8", newline="\n")
                print(f"{names[-1]}：共查了{looked}次，{len(faults)}处不合规则", flush=True)
    print(f"写进了{REPORT}。")
    return int(bool(faults))


def _report(names: list[str], looked: int, faults: list[str], minutes: float) -> str:
    what = f"手机和电脑，浅色和深色，平常、打开面板、打开搜索和面板的{len(STATES)}种状态"
    whole = "全部" if len(names) == len(PAGES) else "没有查完，只查了前"
    lines = [
        f"{len(PAGES)}种页面，{whole}{len(names)}种；{what}，共查{looked}次，{len(faults)}处不合规则。用了{minutes:.0f}分钟，含生成网站。",
        "",
        "查了：" + "、".join(PAGES[name] or "首页" for name in names),
        "",
    ]
    return "\n".join([*lines, *(f"- {fault}" for fault in faults)]).rstrip() + "\n"


def _page(address: str, way: tuple[str, str, str]) -> tuple[int, list[str]]:
    """(how often it was looked at, what was found) for one page on one screen in one colour."""
    name, size, scheme = way
    looked, faults = 0, []
    with (
        browser() as chromium,
        chromium.new_context(viewport=SIZES[size], color_scheme=scheme) as context,  # type: ignore[arg-type]
    ):
        page = context.new_page()
        page.goto(address + PAGES[name], wait_until="load")
        page.add_style_tag(content=CALM)
        page.evaluate(Axe().axe_script)
        for state in _states(page):
            found = page.evaluate(LOOK)
            looked += 1
            where = f"{PAGES[name] or '首页'} {size} {scheme} {state}"
            faults += [f"{where}：{rule}，{count}处，`{html}`" for rule, count, html in found]
    return looked, faults


def _states(page: Page) -> Iterable[str]:
    """The page in one state after the other; the name of each while it lasts."""
    yield "plain"
    for name, chosen in STATES.items():
        page.evaluate(CHOOSE, chosen)
        yield name
    page.evaluate(CHOOSE, {})
    door = page.locator(".xy-ease__door")
    door.click()
    yield "panel"
    door.click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.type(SEARCH)
    page.locator(".md-search-result__item").first.wait_for()
    yield "search"
