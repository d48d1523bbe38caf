"""The chooser and the chain as readers use them: keyboard, address, folder, paper, without script."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from browsing import open_page
from choosing_pages import paper, words_on

from macros.choosing.scores import FIRST, candidates, questions, ranked, weights

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

    from macros.library import Library

STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
ANSWERS = {"purpose": "kaihui", "level": "shi", "dispute": "fenqi", "public": "daochang"}
QUERY = "&".join(f"{question}={answer}" for question, answer in ANSWERS.items())


@pytest.fixture
def chooser(browser: Browser, address: str) -> Iterator[Page]:
    with open_page(browser, f"{address}choose/", "desktop", "light") as visit:
        yield visit.page


def names(page: Page) -> list[str]:
    page.locator(".xy-choose__result h3").first.wait_for()
    return page.locator(".xy-choose__result h3").all_inner_texts()


def answer(page: Page, question: str, value: str) -> None:
    page.locator(f"input[name={question}][value={value}]").check()


@pytest.mark.parametrize("answers", [{}, ANSWERS, {"purpose": "tian", "after": "dafen"}])
def test_the_browser_ranks_as_the_rules_do(chooser: Page, library: Library, answers: dict[str, str]):
    for question, value in answers.items():
        answer(chooser, question, value)
    order = ranked([one.id for one in candidates(library)], weights(library), answers)[:FIRST]

    assert names(chooser) == [library.methods[key].name for key in order]


def test_no_answers_whatsoever_leave_an_empty_list(chooser: Page, library: Library):
    for question in questions(library):
        answer(chooser, question.id, question.choices[-1].id)
    chooser.get_by_role("button", name="再看几个").click()

    assert len(names(chooser)) == 2 * FIRST
    assert "已答8题" in chooser.get_by_role("status").filter(has_text="题").inner_text()


def test_each_result_tells_why_and_on_what_it_rests(chooser: Page):
    chooser.goto(f"{chooser.url}?purpose=kaihui&level=cunshe&time=jitian")
    chooser.locator(".xy-reason__quote").first.wait_for()
    told = chooser.locator(".xy-choose__reasons li").all_inner_texts()

    assert any(text.startswith("合适") for text in told)
    assert any(text.startswith("要留意") for text in told)
    assert [
        text for text in told if "看的是" not in text and "编者建议" not in text and "还有" not in text
    ] == []


def test_the_address_carries_the_answers_and_back_takes_one_away(chooser: Page, browser: Browser):
    answer(chooser, "purpose", "tian")
    answer(chooser, "level", "shi")
    found = names(chooser)
    assert parse_qs(urlsplit(chooser.url).query) == {"purpose": ["tian"], "level": ["shi"]}
    with open_page(browser, chooser.url, "phone", "dark") as other:
        assert names(other.page) == found
    chooser.go_back()
    assert parse_qs(urlsplit(chooser.url).query) == {"purpose": ["tian"]}
    assert chooser.locator("input[name=level][value='']").is_checked()


def test_the_keyboard_answers_and_opens_a_chain(chooser: Page):
    chooser.locator("input[name=purpose]").first.focus()
    chooser.keyboard.press("ArrowDown")
    chooser.keyboard.press("Tab")
    chooser.keyboard.press("ArrowDown")
    assert parse_qs(urlsplit(chooser.url).query).keys() == {"purpose", "level"}
    chooser.get_by_role("button", name="方法链").first.focus()
    chooser.keyboard.press("Enter")
    chooser.locator(".xy-route h2").wait_for()

    assert chooser.evaluate("document.activeElement.textContent").startswith("方法链：")


def test_a_chain_sets_the_method_in_its_place_and_names_who_hands_what_on(chooser: Page, library: Library):
    chooser.goto(f"{chooser.url}?m=shuangyue")
    chooser.locator(".xy-route__here").wait_for()
    stages = library.processes["consultation"].stages

    assert chooser.locator(".xy-route tbody tr").count() == len(stages)
    assert "双月协商" in chooser.locator(".xy-route__here").inner_text()
    assert "→" in chooser.locator(".xy-route tbody tr").first.inner_text()
    assert [name in chooser.locator(".xy-route dl").inner_text() for name in ("双协", "五步工作法")] == [
        True,
        True,
    ]


def test_the_reader_may_put_another_method_into_a_stage(chooser: Page, browser: Browser):
    chooser.goto(f"{chooser.url}?m=shuangyue")
    chooser.get_by_label("评价用什么方法").select_option("anli-pingxuan")
    with open_page(browser, chooser.url, "desktop", "light") as other:
        other.page.locator(".xy-route__here").wait_for()

        assert other.page.get_by_label("评价用什么方法").input_value() == "anli-pingxuan"
    assert "您自己选的" in chooser.locator(".xy-route").inner_text()


@pytest.mark.parametrize(
    "method", ["shuangyue", "shuangping", "lianghua-kaohe", "shuanglian", "shishi-yijian-20", "wenshi"]
)
def test_a_chain_fits_one_sheet(chooser: Page, method: str):
    chooser.goto(f"{chooser.url}?{QUERY}&m={method}")
    chooser.locator(".xy-route h2").wait_for()
    sheets = paper(chooser).pages

    assert len(sheets) == 1
    assert "方法链" in words_on(sheets[0])
    assert "您要办的是" not in words_on(sheets[0])


def test_from_a_folder_both_work(browser: Browser, site: Path):
    with open_page(
        browser, f"{(site / 'choose/index.html').as_uri()}?m=shuangping", "desktop", "light"
    ) as visit:
        answer(visit.page, "purpose", "tian")
        visit.page.locator(".xy-route__here").first.wait_for()
        visit.page.locator(".xy-choose__result >> text=加入对照").first.click()
        visit.page.locator(".xy-compare__table").wait_for()

        assert visit.page.url.endswith("choose/compare/index.html?m=" + visit.page.url.rpartition("=")[2])
        assert visit.said == []


@pytest.mark.parametrize("way", ["choose/?m=shuangyue", "choose/compare/?m=shuangyue&m=duikou"])
def test_under_a_strict_policy_both_work(browser: Browser, address: str, way: str):
    def strict(route: Route) -> None:
        got = route.fetch()
        route.fulfill(response=got, headers=got.headers | {"content-security-policy": STRICT})

    with open_page(browser, address, "desktop", "light") as visit:
        visit.page.route("**/choose/**", strict)
        visit.page.goto(address + way)
        visit.page.locator(".xy-route__here, .xy-compare__row").first.wait_for()

        assert [said for said in visit.said if "choose" in said.split("(index)")[0] and ".js" in said] == []


def test_without_script_each_answer_names_its_methods(browser: Browser, address: str, library: Library):
    with open_page(browser, f"{address}choose/", "phone", "light", script=False) as visit:
        rows = visit.page.locator(".xy-choose__table tbody tr:visible")

        assert rows.count() == sum(len(question.choices) for question in questions(library))
        assert visit.page.locator(".xy-choose__table td a").count() > rows.count()


@pytest.mark.parametrize(("size", "scheme"), [("phone", "dark"), ("desktop", "light")])
@pytest.mark.parametrize(
    "way",
    [
        f"choose/?{QUERY}&m=shuangyue",
        "choose/",
        "choose/compare/?m=shuangyue&m=duikou",
        "choose/compare/?at=shuangyue",
    ],
)
def test_axe_finds_nothing(browser: Browser, address: str, way: str, size: str, scheme: str):
    with open_page(browser, address + way, size, scheme) as visit:
        wide, window = visit.page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")

        assert visit.axe_violations() == []
        assert visit.said == []
        assert wide <= window


@pytest.mark.parametrize(
    ("words", "title"), [("选方法", "选方法"), ("用哪个方法", "选方法"), ("对比", "方法对照")]
)
def test_the_search_leads_there(browser: Browser, address: str, words: str, title: str):
    with open_page(browser, address, "desktop", "light") as visit:
        visit.search(words)
        visit.page.wait_for_function(
            "title => [...document.querySelectorAll('.md-search-result__item h1')]"
            ".slice(0, 3).some((found) => found.innerText === title)",
            arg=title,
        )
