"""Pages as Word papers: nothing lost, and masked values, the editors' words and sources as visible as on the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from records import WORLD, fragments
from test_views import EDITED, MARK

from macros.office.blocks import Cell, Heading, Items, Paragraph, Run, Table, inside, own_text, walk
from macros.office.page_blocks import blocks_of
from macros.office.page_paper import page_paper
from macros.office.page_products import page_products
from macros.office.same_bytes import unzipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.office.blocks import Block, Blocks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHOWN = fragments(WORLD)
ON_A_PAGE = [
    call
    for call in SHOWN
    if call.startswith(
        (
            "case_",
            "method_",
            "steps",
            "parts",
            "roles",
            "slips",
            "outputs",
            "variants",
            "uptake",
            "when",
            "training",
            "gaps",
            "facts",
            "sources",
            "related",
            "confusables",
        )
    )
]


def paper(html: str) -> etree._Element:
    return written(blocks_of(html))


def written(blocks: Blocks) -> etree._Element:
    return etree.fromstring(unzipped(page_paper("题目", blocks, "出处"))["word/document.xml"])[0]


def said(element: etree._Element) -> str:
    return "".join(element.itertext())


def style(element: etree._Element) -> str | None:
    return next(
        (found.get(W + "val") for tag in ("pStyle", "rStyle") for found in element.iter(W + tag)), None
    )


def runs_in(element: etree._Element, name: str) -> list[str]:
    """The texts set in one of our character styles."""
    return [
        said(run)
        for run in element.iter(W + "r")
        if [s.get(W + "val") for s in run.iter(W + "rStyle")] == [name]
    ]


def headings(blocks: Blocks) -> list[str]:
    return [said(one) for one in written(blocks) if (style(one) or "").startswith("Heading")]


def pieces(block: Block) -> Iterator[str]:
    """Everything that a block itself says; the name of a table is for those who cannot see it."""
    if isinstance(block, Paragraph | Heading):
        yield from (line for run in block.runs for line in run.text.split("\n"))
    elif not isinstance(block, Table) and list(inside(block)) != [()]:  # an empty box says nothing
        yield from own_text(block).split("\n")


@pytest.mark.parametrize("call", ON_A_PAGE)
def test_nothing_that_the_page_says_is_lost(call: str):
    blocks = blocks_of(SHOWN[call])
    text = said(written(blocks))

    assert [piece for block in walk(blocks) for piece in pieces(block) if piece not in text] == []


@pytest.mark.parametrize("call", ON_A_PAGE)
def test_the_paper_is_sound(call: str, tmp_path: Path):
    file = tmp_path / "page.docx"
    file.write_bytes(page_paper("题目", blocks_of(SHOWN[call]), "出处"))

    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


def test_a_masked_value_is_as_visible_as_on_the_site():
    """X stays X, and beside it stands what that means."""
    table = next(paper(SHOWN["case_figures('jia-shuiku',)"]).iter(W + "tbl"))
    row = next(row for row in table.iter(W + "tr") if "X万方" in said(row))

    assert runs_in(row, "Masked") == ["〔脱敏〕"]


def test_a_source_is_as_visible_as_on_the_site():
    document = paper(SHOWN["sources('sanbu',)"])

    assert "XX区政协工作材料" in said(document)
    assert "（https://qingdu.example.org/2024/ting.html）" in runs_in(document, "Source")


def unmarked(document: etree._Element) -> Iterator[str]:
    """The editors' words that stand neither in their box nor beside their mark."""
    for place in document:
        for part in place.iter(W + "tr") if place.tag == W + "tbl" else (place,):
            marked = style(part) == "EditorBlock" or runs_in(part, "Editor")
            if MARK in said(part) and not marked:
                yield said(part)


@pytest.mark.parametrize("call", ON_A_PAGE)
def test_the_editors_words_are_as_visible_as_on_the_site(call: str):
    """In a box or beside a mark, every one of them."""
    assert list(unmarked(paper(EDITED[call]))) == []


def test_the_editors_words_do_appear():
    assert sum(said(paper(EDITED[call])).count(MARK) for call in ON_A_PAGE) > 30


def test_the_editors_box_says_whose_it_is_once():
    """One box, one mark, however many paragraphs."""
    html = '<div class="xy-editor"><p class="xy-editor__label">编者建议</p><p>一</p><p>二</p></div><p>三</p>'
    lines = [(style(one), said(one)) for one in paper(html) if said(one) in {"【编者建议】一", "二", "三"}]

    assert lines == [("EditorBlock", "【编者建议】一"), ("EditorBlock", "二"), ("Body", "三")]


def test_two_boxes_are_marked_each():
    html = '<div class="xy-editor"><p class="xy-editor__label">编者建议</p><p>一</p></div>' * 2

    assert runs_in(paper(html), "Editor") == ["【编者建议】"] * 2


def test_a_box_that_begins_with_another_is_marked_too():
    label = '<p class="xy-editor__label">编者建议</p>'
    html = f'<div class="xy-editor">{label}<div class="xy-editor">{label}<p>一</p></div><p>二</p></div>'

    assert runs_in(paper(html), "Editor") == ["【编者建议】"] * 2


def test_what_only_a_screen_can_do_is_left_out():
    assert "看方法链" in SHOWN["method_card('sanbu',)"]
    assert "看方法链" not in said(paper(SHOWN["method_card('sanbu',)"]))


def test_headings_are_numbered_and_the_title_is_not_said_again():
    blocks = tuple(
        Heading(level, (Run(text),)) for level, text in ((1, "题目"), (2, "甲"), (3, "乙"), (2, "丙"))
    )

    assert headings(blocks) == ["一、甲", "（一）乙", "二、丙"]
    assert said(written(blocks)).count("题目") == 1


def test_lists_are_numbered_from_where_they_begin():
    items = (blocks_of("<p>调研</p>"), blocks_of("<p>协商</p>"))

    assert "（3）调研（4）协商" in said(written((Items(ordered=True, items=items, start=3),)))


def test_a_row_that_spans_columns_fits():
    cells = (Cell((Paragraph((Run("两列"),)),), columns=2),), (Cell(()), Cell((Paragraph((Run("右"),)),)))
    document = written((Table("表", (), cells),))

    assert [found.get(W + "val") for found in document.iter(W + "gridSpan")] == ["2"]


def test_every_method_and_case_with_a_page_has_its_word_file():
    html = '<article class="md-content__inner md-typeset"><h1>题目</h1><p>正文</p></article>'
    found = {
        product.path: product for product in page_products(WORLD, lambda _: f"<body>{html}<p>页脚</p></body>")
    }
    document = etree.fromstring(unzipped(found["files/word/method-sanbu.docx"].make())["word/document.xml"])

    assert "files/word/method-lunzhi.docx" not in found
    assert {f"files/word/case-{key}.docx" for key in WORLD.cases} < set(found)
    assert ("正文" in said(document), "页脚" in said(document)) == (True, False)
    assert found["files/word/method-sanbu.docx"].page == "methods/sanbu/index.html"
