"""Help for older readers: letters, contrast, pointer, a plain page, reading aloud; kept, and there before the first paint."""

from __future__ import annotations

import json
from itertools import cycle, product
from typing import TYPE_CHECKING

import pytest
from browsing import Visit, open_page

from bench.pages import PAGES, SIZES, STATES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

WAYS = list(product(SIZES, ("light", "dark")))
#: Every page in one state, every state on the front page; bench/ease.py has all of all.
VISITS = [
    *((page, state, way) for page, state, way in zip(PAGES, cycle(STATES), cycle(WAYS), strict=False)),
    *(("home", state, way) for state, way in zip(STATES, cycle(reversed(WAYS)), strict=False)),
]
BODY = "parseFloat(getComputedStyle(document.querySelector('article')).fontSize)"
#: A machine with these voices, which notes what it is told to say and says it at once.
VOICES = """Object.defineProperty(window, "speechSynthesis", { value: Object.assign(new EventTarget(), {
  said: [], getVoices: () => %s, cancel() {}, speak(one) { this.said.push(one); },
}) });
window.SpeechSynthesisUtterance = function (text) { this.text = text; };"""
OURS = VOICES % json.dumps([{"lang": "zh-CN", "localService": True}])
CLOUD = VOICES % json.dumps(
    [{"lang": "zh-CN", "localService": False}, {"lang": "en-US", "localService": True}]
)


def kept(state: dict[str, str]) -> str:
    return f"try {{ localStorage.setItem('xy-ease', {json.dumps(json.dumps(state))}) }} catch (error) {{}}"


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    with open_page(browser, f"{address}methods/liushi/", "phone", "light", first=OURS) as visit:
        visit.page.locator(".xy-ease__door").click()
        yield visit


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit.page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize(
    ("name", "state", "way"), VISITS, ids=lambda value: " ".join([value] if isinstance(value, str) else value)
)
def test_axe_finds_nothing_in_any_state(
    browser: Browser, address: str, name: str, state: str, way: tuple[str, str]
):
    with open_page(browser, address + PAGES[name], *way, first=kept(STATES[state])) as visit:
        visit.page.locator(".xy-ease__door").click()

        assert visit.axe_violations() == []
        assert visit.said == []


def test_the_letters_have_three_sizes(page: Page):
    sizes = []
    for name in ("标准字", "大字", "特大字"):
        press(page, name)
        sizes.append(page.evaluate(BODY))

    assert sizes == [18, pytest.approx(21.6), 27]


def test_a_choice_is_said_and_kept(page: Page):
    press(page, "特大字")
    press(page, "高对比")
    page.reload()

    assert page.evaluate(BODY) == 27
    page.locator(".xy-ease__door").click()
    assert page.locator(".xy-ease [aria-pressed=true]").all_inner_texts() == ["特大字", "高对比"]


def test_it_is_there_before_anything_is_painted(browser: Browser, address: str):
    """Nothing moves: the layout shift that Chromium counts is nought."""
    shift = "new PerformanceObserver((l) => l.getEntries().forEach((e) => { window.shift += e.value })).observe({ type: 'layout-shift', buffered: true });"
    first = f"window.shift = 0; {shift} {kept(STATES['everything'])}"
    with open_page(browser, f"{address}methods/liushi/", "phone", "light", first=first) as visit:
        assert visit.page.evaluate("performance.getEntriesByType('paint').length") > 0
        assert visit.page.evaluate("shift") < 0.01


def test_a_second_press_takes_it_back_and_one_button_takes_back_all(page: Page):
    press(page, "高对比")
    press(page, "高对比")
    press(page, "简洁版式")
    press(page, "恢复默认")

    assert page.locator(".xy-ease [aria-pressed=true]").all_inner_texts() == ["标准字"]
    assert page.get_by_role("status").filter(has_text="已恢复默认").count() == 1
    assert page.evaluate("localStorage.getItem('xy-ease')") == "{}"


def test_the_keyboard_does_it_all(page: Page):
    page.locator(".xy-ease__door").focus()
    for key in ("Tab", "Tab", "Enter", "Escape"):
        page.keyboard.press(key)

    assert page.get_attribute("html", "data-xy-size") == "large"
    assert not page.locator("#xy-ease").is_visible()
    assert page.evaluate("document.activeElement.matches('.xy-ease__door')")


def test_a_plain_page_has_nothing_beside_the_text(browser: Browser, address: str):
    with open_page(
        browser, f"{address}methods/liushi/", "desktop", "light", first=kept(STATES["simple"])
    ) as visit:
        assert visit.page.locator(".md-sidebar:visible").count() == 0
        assert visit.page.locator(".md-tabs").is_visible()


def test_the_large_pointer_comes_from_our_own_files(browser: Browser, address: str):
    with open_page(browser, address, "desktop", "light", first=kept(STATES["pointer"])) as visit:
        visit.page.hover("h1")
        pointers = [
            visit.page.locator(place).first.evaluate("one => getComputedStyle(one).cursor")
            for place in ("h1", "article a")
        ]

    assert [
        f"{address}assets/{name}.svg" in pointer
        for name, pointer in zip(("pointer", "hand"), pointers, strict=True)
    ] == [True, True]


def test_a_local_voice_reads_from_where_the_reader_is_and_shows_where(page: Page):
    press(page, "朗读本页")

    assert (
        page.evaluate("speechSynthesis.said[0].text") == page.locator("h1").inner_text().rstrip("#").strip()
    )
    assert page.locator(".xy-reading").evaluate("one => one.tagName") == "H1"
    page.evaluate("speechSynthesis.said[0].onend()")
    assert page.locator("h1.xy-reading").count() == 0
    assert page.locator(".xy-reading").count() == 1


def test_it_stops_at_once(page: Page):
    press(page, "朗读本页")
    page.keyboard.press("Enter")  # the focus is on the button that stops

    assert page.locator(".xy-reading").count() == 0
    assert not page.get_by_role("button", name="停止朗读").is_visible()


def test_a_voice_that_sends_the_text_away_is_not_offered(browser: Browser, address: str):
    with open_page(browser, address, "phone", "light", first=CLOUD) as visit:
        visit.page.locator(".xy-ease__door").click()

        assert not visit.page.locator("[data-xy-read]").is_visible()


def test_without_script_there_is_no_button_that_does_nothing(browser: Browser, address: str):
    with open_page(browser, address, "phone", "light", script=False) as visit:
        assert visit.page.locator(".xy-ease__door").count() == 1
        assert not visit.page.locator(".xy-ease__door").is_visible()


def test_where_nothing_can_be_kept_it_works_for_this_page(browser: Browser, site: Path):
    forbidden = "Storage.prototype.setItem = () => { throw new Error('full') };"
    address = (site / "methods/liushi/index.html").as_uri()
    with open_page(browser, address, "phone", "light", first=forbidden) as visit:
        visit.page.locator(".xy-ease__door").click()
        press(visit.page, "特大字")

        assert visit.page.evaluate(BODY) == 27
        assert "要再选一次" in visit.page.locator(".xy-ease__said").inner_text()


def test_paper_knows_nothing_of_it(browser: Browser, address: str):
    with open_page(
        browser, f"{address}methods/liushi/", "desktop", "dark", first=kept(STATES["everything"])
    ) as visit:
        visit.page.emulate_media(media="print")

        assert visit.page.evaluate(BODY) == pytest.approx(0.86 * 15)
        assert not visit.page.locator(".xy-ease").is_visible()
