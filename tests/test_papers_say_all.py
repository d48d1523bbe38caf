"""One of each kind of paper: masked values, the editors' words and sources are as visible on it as on the site."""

from __future__ import annotations

import io
import re
from functools import partial
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader
from records import WORLD, fragments

from macros.commands.release import noto_cjk
from macros.ledger.workbook import ledger
from macros.office.calendar_sheet import calendar_sheet
from macros.office.handbook import STYLE
from macros.office.method_cards import method_cards
from macros.office.method_pdf import method_source
from macros.office.open_data import BOOK, open_data
from macros.office.page_blocks import blocks_of
from macros.office.page_paper import page_paper
from macros.office.powerpoint import powerpoint
from macros.office.same_bytes import unzipped
from macros.office.typst_look import compiled
from macros.office.typst_markup import Writer
from macros.training.handout import handout
from macros.training.lesson import lesson_of

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = fragments(WORLD)
#: masked figures, words of the editors, a source
SAID = "".join(
    SHOWN[call] for call in ("case_figures('jia-shuiku',)", "when_to_use('sanbu',)", "cite('jia',)")
)
PAGE = f'<article class="md-content__inner"><h1>题</h1><h2 id="a" data-min="5" data-mode="讲授">看</h2>{SAID}</article>'
LESSON = lesson_of(WORLD, "kan-xianchang", PAGE)
EDITOR, SOURCE, MASKED = "编者建议", "基础材料甲", ("X万方", "脱敏")
ALL = (*MASKED, EDITOR, SOURCE)


def of_typst(source: str) -> str:
    return "".join(
        page.extract_text() for page in PdfReader(io.BytesIO(compiled(source, noto_cjk(), 0))).pages
    )


def of_word(data: bytes) -> str:
    return re.sub("<[^>]*>", "", unzipped(data)["word/document.xml"].decode())


def of_slides(data: bytes) -> str:
    shapes = [shape for slide in Presentation(io.BytesIO(data)).slides for shape in slide.shapes]
    cells = [
        cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells
    ]
    return "\n".join([shape.text_frame.text for shape in shapes if shape.has_text_frame] + cells)


def of_book(data: bytes) -> str:
    sheets = load_workbook(io.BytesIO(data))
    return "\n".join(
        str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row if cell
    )


def given(path: str) -> bytes:
    return next(product.make() for product in open_data(WORLD, str) if product.path == path)


BLOCKS = blocks_of(PAGE)
PAPERS: dict[str, tuple[Callable[[], str], tuple[str, ...]]] = {
    "Word of a page": (lambda: of_word(page_paper("题", BLOCKS, "出处")), ALL),
    "PDF of a method": (lambda: of_typst(method_source("题", PAGE, "methods/sanbu/index.html")), ALL),
    "PDF of the handbook": (
        lambda: of_typst(f"{STYLE}#heading(level: 1)[一]\n\n{Writer().blocks(BLOCKS)}"),
        ALL,
    ),
    "cards": (lambda: of_typst(method_cards(WORLD, "")), (EDITOR, SOURCE)),
    "slides": (lambda: of_slides(powerpoint(LESSON.slides, "题")), ALL),
    "handout": (lambda: of_word(handout(LESSON)), ALL),
    "data as a workbook": (lambda: of_book(given(BOOK)), (*MASKED, "依据：编者", "来源：jia")),
    "data as CSV": (lambda: given("files/data/cases.csv").decode("utf-8-sig"), (*MASKED, "来源：jia")),
    "data as JSON": (
        lambda: given("files/data/methods.json").decode(),
        ('"basis": "editor"', '"source": "jia"'),
    ),
    "ledger": (lambda: of_book(ledger(WORLD)), (*MASKED, SOURCE)),
    "calendar": (
        lambda: of_book(calendar_sheet(WORLD, WORLD.year_plans["san-jia-n"])),
        ("N次（脱敏）", "未提供", EDITOR, SOURCE, "原文没有交代"),
    ),
}


@pytest.mark.parametrize("kind", PAPERS)
def test_nothing_is_hidden_on_paper(kind: str):
    """A line may end anywhere, and a PDF leaves room between letters and Han."""
    text, marks = PAPERS[kind]
    squeezed = partial(re.sub, r"\s", "")
    said = squeezed(text())

    assert [mark for mark in marks if squeezed(mark) not in said] == []
