"""Word papers: laid out as GB/T 9704-2012 has it, sound, and the same bytes twice."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from docx import Document
from lxml import etree
from openxml_audit import OpenXmlValidator

from macros.office.same_bytes import unzipped
from macros.office.word import Paper, Run, blank, cell
from macros.office.word_elements import Row
from macros.office.word_numbers import chinese, numbered

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KINDS = ("official", "sheet", "wide")


@cache
def sample(kind: str = "official") -> bytes:
    """A paper with one of everything."""
    paper = Paper(kind, title="关于开展协商的方案", under="（征求意见）")
    paper.heading(1, "协商议题")
    paper.heading(2, "来由")
    paper.heading(2, "范围")
    paper.heading(3, "城区")
    paper.heading(1, "安排")
    paper.paragraph(("时间：", blank(8), "，<“A&B”>……——"))
    paper.items(["先调研", "后协商"])
    paper.table(("姓名", "单位"), [("", "")] * 2, widths=(1, 3), title="签到", height=10)
    paper.grid([Row((cell("案由", label=True), cell("", span=2)))], widths=(1, 1, 1))
    paper.editor("可以提前发出。")
    paper.paragraph(
        (Run("X万元", style="Masked"), Run("（s0）", style="Source"), Run("强调", style="Strong"))
    )
    paper.small("填一式两份。")
    paper.lines(3)
    paper.signature("政协X市委员会", "2026年11月22日")
    paper.page_break()
    paper.cards([("甲", "公开")] * 5)
    return paper.bytes()


def part(name: str, kind: str = "official") -> etree._Element:
    return etree.fromstring(unzipped(sample(kind))[f"word/{name}.xml"])


def values(element: etree._Element, tag: str, name: str = "val") -> list[str | None]:
    return [found.get(W + name) for found in element.iter(W + tag)]


def texts() -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(sample())).paragraphs]


def faults(data: bytes, tmp_path: Path) -> list[str]:
    file = tmp_path / "paper.docx"
    file.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(file).errors]


@pytest.mark.parametrize("kind", KINDS)
def test_a_validator_of_office_files_finds_nothing(kind: str, tmp_path: Path):
    assert faults(sample(kind), tmp_path) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_content_gives_the_same_bytes(kind: str):
    assert sample.__wrapped__(kind) == sample(kind)


def test_the_page_is_that_of_the_standard():
    """A4; margins of 37, 26, 35 and 28 mm; a line grid with room for 22 lines."""
    document = part("document")
    page, margins, grid = (next(document.iter(W + tag)) for tag in ("pgSz", "pgMar", "docGrid"))
    sides = {name: margins.get(W + name) for name in ("top", "right", "bottom", "left", "footer")}

    assert (page.get(W + "w"), page.get(W + "h")) == ("11906", "16838")
    assert sides == {"top": "2098", "right": "1474", "bottom": "1984", "left": "1587", "footer": "1417"}
    assert (grid.get(W + "type"), grid.get(W + "linePitch")) == ("lines", "579")


def test_lines_and_characters_fill_22_by_28():
    """Exact lines of 579 twips; 16 pt set a quarter of a point closer."""
    styles = part("styles")
    normal = styles.find(f"{W}style[@{W}styleId='Normal']")
    run = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    spacing = normal.find(f"{W}pPr/{W}spacing")

    assert (spacing.get(W + "line"), spacing.get(W + "lineRule")) == ("579", "exact")
    assert (run.find(W + "spacing").get(W + "val"), run.find(W + "sz").get(W + "val")) == ("-5", "32")


FONTS = {
    "Title": "方正小标宋简体", "Heading1": "黑体", "Heading2": "楷体_GB2312", "Heading3": "仿宋_GB2312",
    "Footer": "宋体",
}  # fmt: skip


@pytest.mark.parametrize("style", FONTS)
def test_every_level_has_its_font(style: str):
    fonts = part("styles").find(f"{W}style[@{W}styleId='{style}']/{W}rPr/{W}rFonts")

    assert fonts.get(W + "eastAsia") == FONTS[style]


@pytest.mark.parametrize("name", ["document", "footer1", "footer2"])
def test_every_run_asks_for_the_chinese_font(name: str):
    """Without the hint Word takes the Latin font for “”, … and —."""
    runs = list(part(name).iter(W + "r"))

    assert runs
    assert [run.findtext(W + "t") for run in runs if values(run, "rFonts", "hint") != ["eastAsia"]] == []


def test_body_paragraphs_begin_two_characters_in():
    indent = part("styles").find(f"{W}style[@{W}styleId='Body']/{W}pPr/{W}ind")

    assert (indent.get(W + "firstLineChars"), indent.get(W + "firstLine")) == ("200", "640")


def test_page_numbers_stand_outside():
    """— 1 —, 4号; odd pages right, even pages left, one character in."""
    odd, even = (part(name) for name in ("footer1", "footer2"))

    assert ["".join(footer.itertext()) for footer in (odd, even)] == ["— 1 —"] * 2
    assert (values(odd, "jc"), values(odd, "ind", "rightChars")) == (["right"], ["100"])
    assert (values(even, "jc"), values(even, "ind", "leftChars")) == (["left"], ["100"])
    assert values(part("settings"), "evenAndOddHeaders") == [None]


def test_the_mode_is_that_of_word_2013_and_later():
    modes = {item.get(W + "name"): item.get(W + "val") for item in part("settings").iter(W + "compatSetting")}

    assert modes["compatibilityMode"] == "15"


def test_nothing_of_the_template_is_left():
    """python-docx's own template carries a thumbnail, someone's properties and 400 KB of effects."""
    names = set(unzipped(sample()))

    assert names == {
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels",
        "word/document.xml", "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml", "word/settings.xml",
        "word/styles.xml", "word/theme/theme1.xml",
    }  # fmt: skip
    assert b"python-docx" not in unzipped(sample())["docProps/core.xml"]


def test_the_file_does_not_tell_when_it_was_made():
    properties = unzipped(sample())["docProps/core.xml"].decode()

    assert set(re.findall(r"\d{4}-\d\d-\d\d", properties)) == {"1980-01-01"}


def test_headings_are_numbered_as_official_papers_are():
    marks = [text for text in texts() if re.match(r"[一二1]|（[一二]", text)]

    assert marks == ["一、协商议题", "（一）来由", "（二）范围", "1.城区", "二、安排", "1.先调研"]


@pytest.mark.parametrize(
    ("number", "word"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (34, "三十四")]
)
def test_chinese_numbers(number: int, word: str):
    assert chinese(number) == word
    assert numbered(2, number) == f"（{word}）"


def test_what_people_type_survives():
    assert "<“A&B”>……——" in "".join(texts())


def test_a_row_that_does_not_fit_its_head_is_refused():
    with pytest.raises(ValueError, match="表格有2列，这一行却不是：一"):
        Paper(title="表").table(("甲", "乙"), [("一",)])


@pytest.mark.parametrize(
    ("office", "date", "insets"),
    [("政协某某市委员会办公室", "2026年11月22日", [200, 400]), ("提案委", "2026年11月22日", [800, 200])],
)
def test_the_date_begins_two_characters_after_the_office(office: str, date: str, insets: list[int]):
    paper = Paper(title="函")
    paper.signature(office, date)
    document = etree.fromstring(unzipped(paper.bytes())["word/document.xml"])

    assert [int(found) for found in values(document, "ind", "rightChars")] == insets


def test_a_signature_never_stands_alone():
    """The last paragraph before it goes with it to the next page."""
    paper = Paper(title="函")
    paper.paragraph("此函。")
    paper.signature("提案委", "2026年11月22日")
    document = etree.fromstring(unzipped(paper.bytes())["word/document.xml"])
    kept = [bool(values(one, "keepNext")) for one in document[0].iter(W + "p")]

    assert kept[-4:] == [True, True, True, False]
