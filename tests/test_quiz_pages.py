"""A quiz in a real browser: judged, printed, kept, changed, without a script, from a folder."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from browsing import open_page
from pypdf import PdfReader
from quizzing import PAGE, SCENARIOS, answer, question, quiz

from macros.library.quiz_items import LETTERS, posed

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from macros.library import Library

STATES = [("phone", "dark"), ("desktop", "light")]


def test_a_wrong_answer_is_explained_and_leads_to_the_page(browser: Browser, address: str, library: Library):
    first = posed(library, library.quizzes["tian"])[0]
    wrong = next(letter for letter in LETTERS if letter != first.answer)
    with quiz(browser, address + PAGE) as page:
        answer(page, 1, wrong)

        assert (
            question(page, 1).get_by_role("status").inner_text()
            == f"答错了，你答的是{wrong}，应当是{first.answer}"
        )
        assert first.question.explain in question(page, 1).inner_text()
        question(page, 1).get_by_role("link", name=re.compile("角色")).click()
        assert page.url == f"{address}methods/shuangping/#roles"


def test_a_scenario_leads_on_step_by_step(browser: Browser, address: str):
    """Only the present step can be seen; its consequence is told, and the focus goes to the next."""
    with quiz(browser, address + SCENARIOS) as page:
        one = question(page, 1)
        assert one.locator(".xy-node:visible").count() == 1
        while one.get_by_role("button").inner_text() == "就这样办":
            one.locator(".xy-node:visible input:enabled").first.check()
            one.get_by_role("button").click()
            assert page.evaluate("document.activeElement.className") == "xy-node"

        assert one.locator(".xy-told").count() >= 2
        assert re.fullmatch(r"走完了，得\d分，最多\d分", one.get_by_role("status").inner_text())


def sheets(page: Page) -> list[str]:
    """The words on each printed sheet, without spaces; a PDF may hold look-alikes of the characters."""
    found = PdfReader(io.BytesIO(page.pdf())).pages
    return [re.sub(r"\s", "", normalize("NFKC", sheet.extract_text())) for sheet in found]


def flat(text: str) -> str:
    return re.sub(r"\s", "", normalize("NFKC", text))


def seen(page: Page) -> list[str]:
    """An answered question, a sorted one."""
    return [question(page, 1).inner_text(), page.locator(".xy-order").first.inner_text()]


def test_paper_shows_the_questions_as_nobody_has_answered_them(browser: Browser, address: str):
    """After answering and sorting, the print is that of the untouched page; the screen then is as before."""
    with quiz(browser, address + PAGE) as page:
        untouched = sheets(page)
        answer(page, 1, "A")
        page.get_by_role("button", name=re.compile("^下移")).first.click()
        shown = seen(page)

        assert sheets(page) == untouched
        assert seen(page) == shown


def test_answers_stand_on_a_sheet_of_their_own(browser: Browser, address: str, library: Library):
    questions = library.quizzes["tian"].questions
    with quiz(browser, address + PAGE) as page:
        found = sheets(page)
    told = [any(flat(one.explain)[:20] in sheet for one in questions) for sheet in found]
    asked = [any(flat(one.ask)[:12] in sheet for one in questions) for sheet in found]

    last_question = len(asked) - 1 - asked[::-1].index(True)

    assert told.index(True) == last_question + 1


def test_progress_is_kept_for_these_very_questions(browser: Browser, address: str):
    """After a reload the tick is there; under another digest nothing is, and what was kept is thrown away."""
    with quiz(browser, address + PAGE) as page:
        answer(page, 1, "A")
        page.reload()
        assert question(page, 1).locator("input[value=A]").is_checked()

        page.route(
            "**/quizzes/tian/",
            lambda route: route.fulfill(body=changed(route.fetch().text()), content_type="text/html"),
        )
        page.reload()
        assert question(page, 1).locator("input:checked").count() == 0
        assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('xy-quiz:'))") == []


def changed(html: str) -> str:
    """The page of a quiz of which one word was changed."""
    return re.sub(r'data-xy-digest="\w+"', 'data-xy-digest="0123456789ab"', html)


def test_what_somebody_else_left_in_the_store_does_no_harm(browser: Browser, address: str):
    with quiz(browser, address + SCENARIOS) as page:
        digest = page.get_attribute(".xy-quiz", "data-xy-digest")
        page.evaluate(
            f"localStorage.setItem('xy-quiz:qingjing:{digest}', JSON.stringify({{0: 'ZZ', 1: 7, 4: '<b>'}}))"
        )
        page.reload()

        assert question(page, 1).get_by_role("button").inner_text() == "就这样办"
        assert page.locator(".xy-quiz__end").is_visible()


def test_everything_can_be_done_again(browser: Browser, address: str):
    with quiz(browser, address + PAGE) as page:
        answer(page, 1, "A")
        page.get_by_role("button", name="全部重做").click()

        assert page.locator(".xy-quiz input:checked").count() == 0
        assert page.locator(".xy-quiz__score").inner_text().startswith("答了0题")
        assert page.evaluate("localStorage.length") == 0 or not page.evaluate(
            "JSON.stringify(localStorage).includes('xy-quiz')"
        )


def test_the_result_can_be_taken_away(browser: Browser, address: str):
    with quiz(browser, address + PAGE) as page:
        answer(page, 1, "A")
        with page.expect_download() as download:
            page.get_by_role("button", name="导出成绩").click()
        said = download.value.path().read_text(encoding="utf-8-sig")

        assert download.value.suggested_filename == "提案双评与提案办理协商-成绩.txt"
        assert "答了1题，共12题" in said
        assert "第2题 没有答" in said


def test_without_a_script_all_answers_are_in_a_fold(browser: Browser, address: str, library: Library):
    with quiz(browser, address + PAGE, script=False) as page:
        sheet = page.locator("details.xy-quiz__sheet")
        assert not sheet.locator("ol").is_visible()
        sheet.locator("summary").click()

        explained = sheet.inner_text()
        assert [one.ask for one in library.quizzes["tian"].questions if one.explain not in explained] == []
        assert page.get_by_role("button", name="核对").count() == 0


def test_from_a_folder_it_works_the_same(browser: Browser, site: Path):
    """No server, as on a trainer's USB stick; the index shows the last score."""
    with quiz(browser, (site / PAGE / "index.html").as_uri()) as page:
        answer(page, 1, "A")
        assert question(page, 1).get_by_role("status").inner_text().startswith("答")
        page.goto((site / "training/quizzes/index.html").as_uri())

        assert "答了1题，共12题" in page.locator("[data-xy-progress=tian]").inner_text()


@pytest.mark.parametrize(("size", "scheme"), STATES)
@pytest.mark.parametrize("page", [PAGE, SCENARIOS, "training/quizzes/"])
def test_axe_finds_nothing_before_and_after_answering(
    browser: Browser, address: str, page: str, size: str, scheme: str
):
    with open_page(browser, address + page, size, scheme) as visit:
        assert visit.axe_violations() == []
        answer_all(visit.page)

        assert visit.axe_violations() == []
        assert visit.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def answer_all(page: Page) -> None:
    """Some answer to each question, right or wrong; of a scenario the first step."""
    for one in page.locator(".xy-question").all():
        for box in one.locator("input:visible").all()[:1]:
            box.check()
        for row in one.locator("select").all():
            row.select_option("A")
        one.locator(".xy-act button").click()
