"""Files to take away: offered with their sizes, packed as they were; rows of workbooks as XML."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from macros.engine import offers
from macros.office.same_bytes import normalized, pressed, unzipped, zipped
from macros.office.sheet_rows import Rows, with_rows

if TYPE_CHECKING:
    from pathlib import Path

FORMULAS = ("=", "+", "-", "@")
ROWS = [
    ["题目", 3, None, "=1+1"],
    [" 前面有空格", None, 2.5, "换\n行"],
    ["<r>&</r>", -1, None, "_x0041_"],
    ["\x01\ufffe", 1e16, None, ""],
    *([None, 7, None, None] for _ in range(40)),
    ["题目", None, 0.1, "长" * 40_000],
]
HEIGHTS = [15 * (number % 3 + 1) + 3 for number in range(len(ROWS))]


def book(rows: list[list[str | float | None]]) -> tuple[bytes, list[str], Rows]:
    """A workbook by XlsxWriter with these rows, and what `with_rows` wants to know."""
    target = io.BytesIO()
    made = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    text, guarded, number = (
        made.add_format({"bold": True}),
        made.add_format({"quote_prefix": True}),
        made.add_format({"italic": True}),
    )
    for page in (made.add_worksheet(), made.add_worksheet()):
        page.set_default_row(18)
        page.set_column(0, 3, 10, text)
        page.write_row(0, 0, ["甲", "乙", "丙", "题目"])
        for row, cells in enumerate(rows, 1):
            page.set_row(row, HEIGHTS[row - 1])
            for place, value in enumerate(cells):
                if isinstance(value, str):
                    page.write_string(row, place, value, guarded if value.startswith(FORMULAS) else None)
                elif value is not None:
                    page.write_number(row, place, value, number)
    made.close()
    looks = [look._get_xf_index() for look in (text, guarded, number)]  # noqa: SLF001 (told nowhere else)
    return target.getvalue(), made.str_table.string_array, Rows(ROWS, [looks[0]] * 4, HEIGHTS, *looks[1:])


@pytest.mark.filterwarnings("ignore")
def test_rows_written_straight_are_those_of_the_library():
    """Part by part; a text that looks like marked-up text, which the library believes, is left out here."""
    tame = [cells for cells in ROWS if cells[0] != "<r>&</r>"]
    whole, _, _ = book(tame)
    frame, texts, rows = book(tame[:2])
    rows = Rows(tame, rows.looks, rows.heights, rows.guarded, rows.number)

    assert unzipped(with_rows(frame, texts, {1: rows, 2: rows}, FORMULAS)) == unzipped(normalized(whole))


def test_what_looks_like_marked_up_text_is_text():
    frame, texts, rows = book(ROWS[:2])
    parts = unzipped(with_rows(frame, texts, {1: rows}))

    assert b"<t>&lt;r&gt;&amp;&lt;/r&gt;</t>" in parts["xl/sharedStrings.xml"]


def test_what_is_compressed_already_lies_in_the_zip_as_if_it_were_not():
    files = {"[Content_Types].xml": b"a" * 999, "名字.txt": b""}

    assert zipped({name: pressed(data) for name, data in files.items()}) == zipped(files)
    assert unzipped(zipped(files)) == files


def test_sizes_are_told_where_a_page_becomes_shorter(tmp_path: Path):
    page = tmp_path / "a/index.html"
    page.parent.mkdir()
    page.write_text(
        '<h1>题</h1><span data-xy-size="files/a-long-enough-name.docx"></span>尾', encoding="utf-8"
    )
    offers.remember(offers.Offers({"files/a-long-enough-name.docx": 2048}))
    offers.tell_again(tmp_path, ["a/", "gone/"])

    assert page.read_text(encoding="utf-8") == "<h1>题</h1><span>（2 KB）</span>尾"
