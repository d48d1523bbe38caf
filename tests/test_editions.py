"""The learner's edition holds no answer in any of its forms; the trainer's holds all of them, and the times."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from browsing import open_page
from docx import Document
from lesson_pages import article, bare, parts, secrets
from lxml import html as lxml_html
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader
from records import WORLD

from macros.office.blocks import Callout, Cell, Paragraph, Run, Table
from macros.training.editions import clock
from macros.training.handout import HiddenAnswerError, without_answers
from macros.training.lesson import lesson_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from macros.library import Library

SHORT = 8  # a secret shorter than this may stand in the task, too


@pytest.fixture(scope="module", params=["liushi-bageyi", "tian-banli-ke", "yishitang-qingni"])
def key(request: pytest.FixtureRequest) -> str:
    """A lesson of each course."""
    return str(request.param)


def told(page: bytes | str) -> str:
    return bare(lxml_html.document_fromstring(page).text_content())


def found_in(text: str, site: Path, key: str) -> list[str]:
    """Which secrets a text gives away: those that the learner's own part of the page doesn't say."""
    open_part = article(site, key)
    for box in open_part.xpath('.//*[contains(@class, "teacher") or contains(@class, "answer")]'):
        box.drop_tree()
    public = bare(open_part.text_content())
    return [secret for secret in secrets(site, key) if secret in text and secret not in public]


def test_every_lesson_has_secrets_to_keep(site: Path, library: Library):
    counts = {key: sum(len(secret) >= SHORT for secret in secrets(site, key)) for key in library.lessons}

    assert len(counts) >= 12
    assert [key for key, count in counts.items() if count < 4] == []


def test_no_answer_is_in_any_learners_page(site: Path, library: Library):
    for key in library.lessons:
        page = (site / f"training/{key}/learner.html").read_text("utf-8")
        assert found_in(bare(page), site, key) == [], key
        assert "参考答案" not in page, key
        assert "teacher" not in page, key


def test_no_answer_is_in_any_handout(site: Path, library: Library):
    for key in library.lessons:
        document = Document(io.BytesIO((site / f"files/handouts/{key}.docx").read_bytes()))
        text = bare("".join(node.text or "" for node in document.element.iter("{*}t")))
        assert len(text) > 800, key
        assert found_in(text, site, key) == [], key
        assert "参考答案" not in text, key


def test_no_answer_is_printed_for_learners(browser: Browser, site: Path, key: str):
    with open_page(browser, (site / f"training/{key}/learner.html").as_uri(), "desktop", "light") as visit:
        printed = PdfReader(io.BytesIO(visit.page.pdf(prefer_css_page_size=True)))
    text = bare("".join(page.extract_text() for page in printed.pages))

    assert len(text) > 800
    assert [secret for secret in found_in(text, site, key) if len(secret) >= SHORT] == []
    assert 2 <= len(printed.pages) <= 12


def test_the_learner_has_every_task_and_room_to_write(site: Path, key: str):
    page = lxml_html.parse(str(site / f"training/{key}/learner.html"))
    tasks = article(site, key).xpath('.//*[contains(@class, "exercise")]/p[not(@class)]')

    assert tasks
    assert [task for task in tasks if bare(task.text_content()) not in told(lxml_html.tostring(page))] == []
    boxes = page.xpath('//*[contains(@class, "exercise")]')
    assert [len(box.xpath('.//*[@class="xy-write"]')) for box in boxes] == [1] * len(boxes)


def test_the_trainer_has_every_answer_and_the_clock(site: Path, key: str):
    page = (site / f"training/{key}/trainer.html").read_bytes()
    text = told(page)
    times = lxml_html.document_fromstring(page).xpath('//*[@class="xy-run__time"]/b/text()')
    minutes = [part.minutes for part in parts(site, key)]

    assert [secret for secret in secrets(site, key) if secret not in text] == []
    assert times == [clock(sum(minutes[:number])) for number in range(len(minutes))]


@pytest.mark.parametrize("edition", ["learner", "trainer"])
@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_an_edition_is_quiet_accessible_and_fits(browser: Browser, site: Path, edition: str, size: str):
    address = (site / f"training/liushi-bageyi/{edition}.html").as_uri()
    with open_page(browser, address, size, "light") as visit:
        wide, window = visit.page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")

        assert visit.said == []
        assert [url for url in visit.asked if not url.startswith("file:")] == []
        assert wide <= window
        assert visit.axe_violations() == []


def test_editions_carry_no_code(site: Path, key: str):
    for edition in ("learner", "trainer"):
        page = lxml_html.parse(str(site / f"training/{key}/{edition}.html"))
        assert page.xpath("//script|//style|//@style|//@onclick") == []


def test_editions_are_not_found_by_the_search(site: Path):
    written = "".join(file.read_text("utf-8") for file in (site / "search").rglob("*.js*"))

    assert "training/liushi-bageyi/" in written
    assert "learner.html" not in written
    assert "trainer.html" not in written


def test_handouts_are_valid_word_files(site: Path, key: str):
    assert [str(e) for e in OpenXmlValidator().validate(site / f"files/handouts/{key}.docx").errors] == []


def test_an_answer_in_a_cell_is_refused_rather_than_handed_out():
    answer = Callout("answer", "", (Paragraph((Run("甲"),)),))

    with pytest.raises(HiddenAnswerError):
        list(without_answers([Table("", (), ((Cell((answer,)),),))]))


def test_what_is_no_lesson_is_refused():
    with pytest.raises(KeyError):
        lesson_of(WORLD, "bushi-keshi", "<p></p>")
