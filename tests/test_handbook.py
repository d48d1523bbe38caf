"""The book: every page of the records in it, nothing taken for markup, the same bytes each time."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from records import WORLD

from macros.commands.release import noto_cjk
from macros.models.method import Rank
from macros.models.values import Basis
from macros.office.blocks import Callout, Cell, Paragraph, Run, Table
from macros.office.handbook import STYLE, chapters, handbook
from macros.office.method_cards import method_cards
from macros.office.method_pdf import pdf_products
from macros.office.typst_look import compiled
from macros.office.typst_markup import Writer, label, string

if TYPE_CHECKING:
    from pathlib import Path

    from macros.library import Library

NASTY = '#panic("x") *a* _b_ $c$ @d <e> `f` \\g // h /* i */ = j'
PAGE = '<article class="md-content__inner md-typeset"><h1>{}</h1><h2 id="a">步骤</h2><p>先看，再议。</p></article>'


def bound(body: str) -> PdfReader:
    return PdfReader(io.BytesIO(compiled(f"{STYLE}\n\n{body}", noto_cjk(), 0)))


@pytest.fixture(scope="module")
def source() -> str:
    return handbook(WORLD, PAGE.format)


def test_every_method_and_case_is_a_chapter(source: str):
    for chapter in chapters(WORLD):
        assert source.count(f"<{label(chapter.address)}>") == 1 + bool(chapter.index)


def test_text_is_never_markup():
    page = bound(f"#par[{string(NASTY)}]").pages[0]

    assert page.extract_text().split("\n")[-2].strip() == NASTY


def test_editors_and_masked_values_are_marked():
    callout = Callout("editor", "编者建议", (Paragraph((Run("先试一次"),)),))
    masked = Paragraph((Run("X件"), Run("脱敏", badge="masked")))
    text = bound(Writer().blocks([callout, masked])).pages[0].extract_text()

    assert "〔编者建议〕" in text
    assert text.count("编者建议") == 1
    assert "X件〔脱敏〕" in text.replace(" ", "")  # there is a little room between letters and Han


def test_a_link_to_a_page_outside_the_book_is_text():
    link = Run("页面", link="forms/a/index.html")

    assert "#link" not in Writer().runs((link,))
    assert "#link(<p-forms-a>)" in Writer(frozenset({"forms/a/index.html"})).runs((link,))


def test_a_table_keeps_all_its_cells():
    def cell(text: str) -> Cell:
        return Cell((Paragraph((Run(text),)),))

    table = Table(
        "步骤表",
        ((cell("步骤"), cell("谁")),),
        ((cell("选题"), cell("委员")), (cell("交办"), cell("政府办"))),
    )
    text = bound(Writer().block(table)).pages[0].extract_text()

    assert [
        word for word in ("步骤表", "步骤", "谁", "选题", "委员", "交办", "政府办") if word not in text
    ] == []


def test_the_book_has_bookmarks_and_is_always_the_same(source: str):
    first = compiled(source, noto_cjk(), 1790000000)
    marks = [mark for mark in PdfReader(io.BytesIO(first)).outline if not isinstance(mark, list)]

    assert first == compiled(source, noto_cjk(), 1790000000)
    assert [mark.title for mark in marks][-2:] == ["方法索引", "案例索引"]
    assert b"/MarkInfo" in first


def test_four_cards_are_on_a_sheet_and_know_their_address(library: Library):
    core = sum(method.rank is Rank.CORE for method in library.methods.values())
    first = compiled(method_cards(library, "https://www.example.gov.cn"), noto_cjk(), 0)
    pages = PdfReader(io.BytesIO(first)).pages

    assert len(pages) == -(-core // 4)
    assert f"方法卡 1/{core}" in pages[0].extract_text()
    assert "image(" not in method_cards(library, "")


def test_what_the_editors_added_is_marked_on_a_card(library: Library):
    source = method_cards(library, "")
    added = [s.name for s in library.methods["geju-14527n"].steps[:6] if s.basis is Basis.EDITOR]

    assert added
    assert all(f"{name}〔编者建议〕" in source for name in added)


def test_the_real_book_holds_every_page(library: Library, site: Path):
    def read(path: str) -> str:
        return (site / path).read_text(encoding="utf-8")

    text = handbook(library, partial(read))
    missing = [case.title for case in library.cases.values() if string(case.title) not in text]

    assert missing == []
    assert text.count("#heading(level: 2)") >= len(list(chapters(library)))


def test_a_method_has_a_paper_of_its_own():
    """Accessible, with the name as its title, headings as bookmarks, the same bytes; nothing without fonts."""
    page = '<article class="md-content__inner"><h1>三步</h1><h2>步骤</h2><p>先看，再议。</p></article>'
    paper, *_ = pdf_products(WORLD, lambda _: page, noto_cjk(), 0)
    made = PdfReader(io.BytesIO(paper.make()))

    assert list(pdf_products(WORLD, lambda _: page, [], 0)) == []
    assert made.metadata is not None
    assert made.metadata.title == paper.title
    assert [one.title for one in made.outline if not isinstance(one, list)] == ["三步"]  # type: ignore[union-attr]
    assert paper.make() == paper.make()
