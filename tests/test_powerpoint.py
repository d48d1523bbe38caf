"""The presentations: the same titles, notes and cells as the built page; valid, editable, the same on every build."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from lesson_pages import Part, bare, parts
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from macros.office.blocks import Cell, Items, Paragraph, Run, Table
from macros.office.powerpoint import powerpoint
from macros.office.slides import AGAIN, ROWS, Slide, spread

if TYPE_CHECKING:
    from pathlib import Path

    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide as PowerPointSlide

    from macros.library import Library

ANSWERS = "参考答案"
EA = re.compile(r'<a:(?:major|minor)Font><a:latin typeface="[^"]+"/><a:ea typeface="([^"]*)"/>')


@pytest.fixture(scope="module")
def decks(site: Path, library: Library) -> dict[str, Deck]:
    """Every lesson's presentation, opened."""
    return {key: Presentation(str(site / f"files/decks/{key}.pptx")) for key in library.lessons}


def title(slide: PowerPointSlide) -> str:
    return str(slide.shapes.title.text)


def tables(deck: Deck, part: Part) -> list[list[str]]:
    """The rows of a part's tables over all its slides, the repeated head once."""
    slides = [slide for slide in deck.slides if title(slide).removesuffix(AGAIN) == part.title]
    native = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    rows = [[bare(cell.text) for cell in row.cells] for table in native for row in table.rows]
    return [row for number, row in enumerate(rows) if row not in rows[:number]]


def notes(deck: Deck, part: Part) -> str:
    slides = [slide for slide in deck.slides if title(slide) == part.title]
    return bare("".join(slide.notes_slide.notes_text_frame.text for slide in slides))


def test_the_titles_are_those_of_the_page(decks: dict[str, Deck], site: Path, library: Library):
    for key, deck in decks.items():
        first, second, *others = [title(slide) for slide in deck.slides]
        own = [name for name in others if not name.startswith(ANSWERS) and not name.endswith(AGAIN)]
        assert (first, second) == (library.lessons[key].title, "这节课")
        assert own == [part.title for part in parts(site, key)], key


def test_every_answer_has_a_slide_after_its_task(decks: dict[str, Deck]):
    for key, deck in decks.items():
        names = [title(slide) for slide in deck.slides]
        assert any(name.startswith(ANSWERS) for name in names), key
        assert not names[1].startswith(ANSWERS)


def test_the_notes_hold_all_prose_of_the_page(decks: dict[str, Deck], site: Path):
    pairs = [(key, part) for key in decks for part in parts(site, key)]
    lost = [(key, text) for key, part in pairs for text in part.prose if text not in notes(decks[key], part)]

    assert sum(len(part.prose) for _, part in pairs) > 100
    assert lost == []


def test_the_cells_are_those_of_the_page(decks: dict[str, Deck], site: Path):
    pairs = [(key, part) for key in decks for part in parts(site, key) if part.rows]

    assert len(pairs) > 5
    for key, part in pairs:
        rows = [row for number, row in enumerate(part.rows) if row not in part.rows[:number]]
        assert tables(decks[key], part) == rows, (key, part.title)


def test_tables_have_few_rows_and_say_what_they_are(decks: dict[str, Deck]):
    frames = [
        shape for deck in decks.values() for slide in deck.slides for shape in slide.shapes if shape.has_table
    ]

    assert max(len(frame.table.rows) for frame in frames) <= ROWS + 1
    assert [frame.name for frame in frames if not frame._element.nvGraphicFramePr.cNvPr.get("descr")] == []  # noqa: SLF001


def test_every_slide_has_a_title_placeholder_and_its_number(decks: dict[str, Deck]):
    for key, deck in decks.items():
        for slide in deck.slides:
            kinds = {shape.placeholder_format.type for shape in slide.placeholders}
            assert slide.shapes.title is not None, key
            assert PP_PLACEHOLDER.SLIDE_NUMBER in kinds, key
            assert [shape for shape in slide.placeholders if not shape.has_text_frame] == []


def test_the_east_asian_font_stands_in_every_theme(site: Path, library: Library):
    for key in library.lessons:
        with zipfile.ZipFile(site / f"files/decks/{key}.pptx") as archive:
            themes = [archive.read(name).decode() for name in archive.namelist() if "/theme/" in name]
        assert [EA.findall(theme) for theme in themes] == [["微软雅黑", "微软雅黑"]] * 2


def test_a_validator_of_office_files_finds_nothing(site: Path, library: Library):
    for key in library.lessons:
        assert [str(e) for e in OpenXmlValidator().validate(site / f"files/decks/{key}.pptx").errors] == [], (
            key
        )


def test_the_same_slides_give_the_same_bytes():
    slides = (Slide("title", "甲", under="乙"), Slide("part", "丙", (Paragraph((Run("丁"),)),)))

    assert powerpoint(slides, "甲") == powerpoint(slides, "甲")


def test_no_time_and_no_name_is_in_the_file():
    with zipfile.ZipFile(io.BytesIO(powerpoint([Slide("title", "甲")], "甲"))) as archive:
        told = archive.read("docProps/core.xml").decode() + archive.read("docProps/app.xml").decode()

    assert "协商有方" in told
    assert set(re.findall(r"\d{4}-\d\d-\d\d", told)) == {"2000-01-01"}
    assert "Steve" not in told


def rows(number: int) -> Table:
    head = ((Cell((Paragraph((Run("甲"),)),), heads=True),),)
    return Table("表", head, tuple((Cell((Paragraph((Run(str(row)),)),)),) for row in range(number)))


@pytest.mark.parametrize(("number", "pages"), [(7, [7]), (8, [4, 4]), (15, [5, 5, 5])])
def test_a_long_table_goes_on_in_even_shares(number: int, pages: list[int]):
    slides = list(spread(Slide("part", "题", (rows(number),), seconds=60)))

    assert [len(slide.blocks[0].rows) for slide in slides if isinstance(slide.blocks[0], Table)] == pages
    assert [slide.title for slide in slides] == ["题", *["题（续）"] * (len(pages) - 1)]
    assert sum(slide.seconds for slide in slides) == 60


def test_what_does_not_fit_goes_on():
    long = Items(ordered=True, items=tuple((Paragraph((Run("字" * 90),)),) for _ in range(12)))
    first, second, *_ = spread(Slide("part", "题", (long,)))
    [whole], [rest] = first.blocks, second.blocks

    assert isinstance(whole, Items)
    assert isinstance(rest, Items)
    assert rest.start == len(whole.items) + 1
