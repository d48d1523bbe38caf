"""How the workbook looks: fonts, colours, widths, heights, paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.ledger.shapes import Holds

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from macros.ledger.layout import Column
    from macros.ledger.rows import Cell

LINE, HEAD_HEIGHT, TALLEST = 15, 34, 405  # points; Excel allows 409
KEYS = {"id": 20, "number": 9}
KEY_WIDTHS = (16, 30, 12)  # of the columns that say whose a row is
WIDTHS = {Holds.TEXT: 16, Holds.LINES: 42, Holds.DATE: 12, Holds.WHOLE: 8, Holds.NUMBER: 10, Holds.CHOICE: 18}
A4, A3 = 9, 8  # paper sizes by number
A4_HOLDS, A3_HOLDS = 155, 225  # characters across at that size
SCALE = 76  # per cent: 7.6 points, which printers call 六号
LONG_TEXT, WIDE = 60, 42  # characters: a text that may be longer gets a wide column
BASE: dict[str, Any] = {
    "font_name": "宋体",
    "font_size": 10,
    "valign": "top",
    "text_wrap": True,
    "border": 1,
    "border_color": "#D0D0D0",
}
FORMATS: dict[str, dict[str, Any]] = {
    "text": {"num_format": "@"},
    "guarded": {"num_format": "@", "quote_prefix": True},
    "number": {"num_format": "General", "align": "right"},
    "grey": {"num_format": "@", "font_color": "#595959", "bg_color": "#F2F2F2"},
    "head": {"bold": True, "bg_color": "#E7E6E6", "valign": "vcenter"},
    "must": {"bold": True, "bg_color": "#8C1C13", "font_color": "#FFFFFF", "valign": "vcenter"},
    "title": {"bold": True, "font_size": 14, "border": 0},
    "plain": {"border": 0},
}
LOOKS_LIKE_FORMULA = ("=", "+", "-", "@")


def width(column: Column) -> int:
    """Characters across."""
    wide = column.shape.holds is Holds.TEXT and (
        column.shape.longest is None or column.shape.longest > LONG_TEXT
    )
    return KEYS.get(column.field, WIDE if wide else WIDTHS[column.shape.holds])


def height(count: int) -> int:
    """Points that a row of so many lines takes."""
    return min(TALLEST, LINE * count + 3)


def lines(text: str, across: int) -> int:
    """How many lines a text takes in a column; a Chinese character is two wide."""
    return sum([max(1, -(-_wide(line) // across)) for line in text.split("\n")])


def tallest(cells: list[Cell], widths: list[int]) -> int:
    """How many lines the longest text of a row takes."""
    most = 1
    for text, across in zip(cells, widths, strict=True):
        if type(text) is str and (2 * len(text) > across or "\n" in text):  # most take one line
            most = max(most, lines(text, across))
    return most


def _wide(line: str) -> int:
    """A Chinese character is two wide, and three bytes in UTF-8."""
    return (len(line) + len(line.encode())) // 2


def print_setup(page: Worksheet, widths: list[int], keys: int) -> None:
    """One page across; a sheet too wide for that goes on to the next page, where its first `keys` columns stand again.

    Where it goes on the program decides: column by column, by the font that it has.
    """
    wide = sum(widths) > A4_HOLDS
    page.set_landscape()
    page.set_paper(A3 if wide else A4)
    page.set_margins(0.4, 0.4, 0.5, 0.5)
    page.set_footer("&L&A&C第&P页，共&N页")
    page.repeat_columns(0, keys - 1)
    if sum(widths) > A3_HOLDS:
        page.set_print_scale(SCALE)
    else:
        page.fit_to_pages(1, 0)
