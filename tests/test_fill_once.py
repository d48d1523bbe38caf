"""填一次，出全套: the templates, and the set as a browser makes it, offline, from a folder."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from browsing import open_page
from conftest import ROOT
from docx import Document
from openxml_audit import OpenXmlValidator
from records import WORLD

from macros.library import load
from macros.models.form_pack import EVERYBODY, PERSON_BLANKS, POSITION, SESSION_BLANKS
from macros.office.fill_once import PATH, TO_FILL, fill_products
from macros.office.forms import form_paper
from macros.office.phrases import packed
from macros.office.same_bytes import unzipped

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

LIBRARY, _ = load(ROOT)
(PRODUCT,) = fill_products(LIBRARY, str)
SCRIPT = PRODUCT.make()
AWKWARD = 'A&B <停车>\u3000"议"]]>&amp;{x}〔姓名〕'
LIST = '单位\t姓名\t称谓\r\n城南社区\t居民甲\t先生\r\n"有限\n公司"\t居民乙&<b>\t\r\n\t\t委员\r\n城南社区\t居民甲\t女士\r\n'
FILLED = {"协商议题": AWKWARD, "地名": "某某区", "联系电话": "（办公室座机）"}


class Made(NamedTuple):
    """Name of the zip, its files, what was asked for, what the page said."""

    name: str
    files: dict[str, bytes]
    asked: list[str]
    said: str


BLANKS = {one.key for one in (*SESSION_BLANKS, *PERSON_BLANKS)} | {EVERYBODY, POSITION}


def told(script: bytes) -> dict[str, Any]:
    return dict(json.loads(re.fullmatch(r"xyOnce\.take\((.*)\);\n", script.decode())[1]))  # type: ignore[index]


def unpacked(phrases: list[str], text: str) -> str:
    while re.search("[\ue000-\uf8ff]", text):
        text = re.sub("[\ue000-\uf8ff]", lambda sign: phrases[ord(sign[0]) - 0xE000], text)
    return text


def texts(script: bytes) -> str:
    data = told(script)
    return "\n".join(unpacked(data["phrases"], text) for text in data["texts"])


def fill(page: Page, names: str) -> None:
    page.locator("[data-xy-once]").wait_for()
    for key, value in FILLED.items():
        page.locator(f'[data-xy-blank="{key}"]').fill(value)
    page.locator("[data-xy-once-list]").fill(names)


def taken(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.locator("[data-xy-once-go]").click()
    return download.value.suggested_filename, download.value.path().read_bytes()


@pytest.fixture(scope="module")
def made(browser: Browser, site: Path) -> Made:
    """Name of the zip, its files, what was asked for, what the page said: from a folder on a disk."""
    with open_page(browser, (site / "forms/fill/index.html").as_uri(), "desktop", "light") as visit:
        fill(visit.page, LIST)
        name, data = taken(visit.page)
        said = visit.page.locator("[data-xy-once]").inner_text()
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    return Made(name, unzipped(data), visit.asked, said)


def paragraphs(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_templates_are_small():
    assert len(SCRIPT) < 60_000


def test_every_question_has_its_place_on_some_paper():
    """And nothing is asked that goes nowhere."""
    assert {mark[1:-1] for mark in TO_FILL.findall(texts(SCRIPT))} >= BLANKS


def test_what_is_packed_can_be_unpacked():
    whole = [texts(PRODUCT.make()), "<a><b/><a><b/>" * 40, "", "x"]
    phrases, short = packed(whole)

    assert [unpacked(phrases, text) for text in short] == whole
    assert len("".join(short + phrases)) < len("".join(whole)) / 2


def test_a_world_without_a_list_of_its_own_is_packed_too():
    (product,) = fill_products(WORLD, str)

    assert "时间：" in texts(product.make())


def test_the_blank_form_itself_names_nobody():
    assert b"\xe3\x80\x94\xe5\xa7\x93\xe5\x90\x8d" not in form_paper(LIBRARY.forms["qiandao-biao"], {})
    assert (
        "〔序号〕"
        not in unzipped(form_paper(LIBRARY.forms["qiandao-biao"], {}))["word/document.xml"].decode()
    )


def test_the_whole_set_is_there(made: Made):
    assert made.name == "A&B _停车_\u3000_议_]]>&amp;{x}〔姓名〕-全套.zip".replace(">", "_")
    assert list(made.files) == [
        "协商活动方案.docx", "邀请函/1-居民甲.docx", "邀请函/2-居民乙&_b_.docx", "邀请函/3-居民甲.docx", "议程.docx",
        "签到表.docx", "席卡.docx", "协商纪要.docx",
    ]  # fmt: skip
    assert "有1行没有姓名，不算：名单第3行。" in made.said
    assert "姓名重复：居民甲，各出一份。" in made.said
    assert "做好了：8份Word文件" in made.said


def test_word_reads_every_paper(made: Made, tmp_path: Path):
    for number, data in enumerate(made.files.values()):
        file = tmp_path / f"{number}.docx"
        file.write_bytes(data)

        assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


def test_what_was_typed_stands_on_the_papers_as_it_was_typed(
    made: Made,
):
    files = {name: paragraphs(data) for name, data in made.files.items()}

    assert [name for name, text in files.items() if AWKWARD not in text] == ["席卡.docx"]
    assert "居民甲先生：" in files["邀请函/1-居民甲.docx"]
    assert "居民乙&<b>〔称谓〕：" in files["邀请函/2-居民乙&_b_.docx"]
    assert "应到3人" in files["协商纪要.docx"]
    assert Document(io.BytesIO(made.files["签到表.docx"])).core_properties.title == f"{AWKWARD}协商会签到表"


def test_everybody_has_a_line_and_a_plate(made: Made):
    (listed,) = Document(io.BytesIO(made.files["签到表.docx"])).tables
    (plates,) = Document(io.BytesIO(made.files["席卡.docx"])).tables

    assert [[cell.text for cell in row.cells[:3]] for row in listed.rows[1:4]] == [
        ["1", "居民甲", "城南社区"],
        ["2", "居民乙&<b>", "有限 公司"],
        ["3", "居民甲", "城南社区"],
    ]
    assert [row.cells[0].text for row in plates.rows] == ["居民甲", "居民乙&<b>", "居民甲"]


def test_a_paper_carries_no_mark_of_ours(made: Made):
    marks = ("编者", "样例", "样表")

    assert [mark for data in made.files.values() for mark in marks if mark in paragraphs(data)] == []


def test_nothing_is_asked_of_anybody(made: Made):
    assert {address.partition(":")[0] for address in made.asked} <= {"file", "blob", "data"}


def test_without_a_list_there_are_the_papers_of_the_session(browser: Browser, address: str):
    with open_page(browser, f"{address}forms/fill/", "phone", "dark") as visit:
        fill(visit.page, "")
        _, data = taken(visit.page)

        assert list(unzipped(data)) == ["协商活动方案.docx", "议程.docx", "协商纪要.docx"]
        assert visit.axe_violations() == []
        assert visit.said == []


def test_two_hundred_people_are_all_there(browser: Browser, address: str):
    with open_page(browser, f"{address}forms/fill/", "desktop", "light") as visit:
        fill(visit.page, "\n".join(f"居民{number}" for number in range(200)))
        files = unzipped(taken(visit.page)[1])

        assert sum(name.startswith("邀请函/") for name in files) == 200
        assert "居民199〔称谓〕" in paragraphs(files["邀请函/200-居民199.docx"])
        assert visit.axe_violations() == []


def test_without_script_the_page_says_so_and_offers_the_forms(browser: Browser, address: str):
    with open_page(browser, f"{address}forms/fill/", "desktop", "light", script=False) as visit:
        assert visit.page.locator("[data-xy-once-without]").is_visible()
        assert not visit.page.locator("[data-xy-once]").is_visible()
        assert visit.page.locator(".xy-once a.xy-download").count() == 6


def test_the_script_is_the_same_twice():
    assert (PRODUCT.path, PRODUCT.make()) == (PATH, SCRIPT)
