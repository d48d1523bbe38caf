"""The workbook, written by XlsxWriter: heads with notes, drop-downs, rules, and rows that never hold a formula.

The rows go in afterwards (macros.office.sheet_rows): there are many of them.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from macros.ledger import guide, looks
from macros.ledger.rows import choices_for, layout_for, records_of, rows
from macros.ledger.rules import rule
from macros.ledger.shapes import Holds
from macros.office.same_bytes import BEGINNING
from macros.office.sheet_rows import Rows, with_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter.worksheet import Worksheet

    from macros.ledger.choices import Choices
    from macros.ledger.layout import Sheet
    from macros.ledger.rows import Cell
    from macros.library import Library

BESIDE_NOTES = 30  # rows whose heights decide where the box of a note on a head ends
#: format -> how what has it begins; 0 stands for a number
STARTS = {"guarded": frozenset(looks.LOOKS_LIKE_FORMULA), "number": frozenset({0})}
ROOM_BELOW = 500  # rows under the last record that have the same rules


def ledger(library: Library) -> bytes:
    """The .xlsx of everything that the ledger holds."""
    layout = layout_for(library)
    choices = choices_for(library, layout)
    target = io.BytesIO()
    book = _Book(target, choices)
    book.guide(layout)
    for sheet in layout:
        told = [row for record in records_of(library, sheet.kind) for row in rows(sheet, record, choices)]
        book.sheet(sheet, told)
    book.options()
    return with_rows(*book.closed(), looks.LOOKS_LIKE_FORMULA)


@dataclass(frozen=True)
class _Told:
    """The rows of a sheet: what they say, the formats of their columns by name, how tall they are."""

    cells: list[list[Cell]]
    looks: list[str]
    heights: list[int]


class _Book:
    """A workbook being written."""

    def __init__(self, target: io.BytesIO, choices: Mapping[str, Choices]) -> None:
        self.target = target
        self.book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
        self.book.set_properties(
            {"title": "案例台账", "created": datetime(*BEGINNING, tzinfo=UTC).replace(tzinfo=None)}
        )
        self.formats = {
            name: self.book.add_format({**looks.BASE, **own}) for name, own in looks.FORMATS.items()
        }
        self.choices = choices
        self.told: dict[int, _Told] = {}
        self.unseen = set(STARTS)

    def closed(self) -> tuple[bytes, list[str], dict[int, Rows]]:
        """The workbook with heads alone, its texts, and the rows that belong there, by the number of the sheet."""
        self.book.close()
        number = {
            name: look._get_xf_index()  # noqa: SLF001 (told nowhere else)
            for name, look in self.formats.items()
            if name not in self.unseen
        }
        rows = {
            place: Rows(
                told.cells,
                [number[name] for name in told.looks],
                told.heights,
                number.get("guarded"),
                number.get("number"),
            )
            for place, told in self.told.items()
        }
        return self.target.getvalue(), self.book.str_table.string_array, rows

    def guide(self, layout: tuple[Sheet, ...]) -> None:
        """The first sheet: how to fill it in."""
        page = self.book.add_worksheet(guide.NAME)
        page.hide_gridlines(2)
        page.set_column(0, 0, 14)
        page.set_column(1, 1, 90)
        page.write_string(0, 0, "案例台账", self.formats["title"])
        for row, line in enumerate(guide.BEFORE, 2):
            page.merge_range(row, 0, row, 1, line, self.formats["plain"])
            page.set_row(row, looks.LINE * looks.lines(line, 116) + 4)
        told = [(guide.ABOUT_SHEETS, "一行是什么"), *guide.sheets_told(layout)]
        for row, cells in enumerate(told, len(guide.BEFORE) + 3):
            for column, text in enumerate(cells):
                page.write_string(
                    row, column, text, self.formats["head" if row == len(guide.BEFORE) + 3 else "text"]
                )
            page.set_row(row, looks.LINE * looks.lines(cells[1], 90) + 4)
        looks.print_setup(page, [14, 90], 1)

    def sheet(self, sheet: Sheet, told: list[list[Cell]]) -> None:
        """A sheet of records or of their items."""
        page = self.book.add_worksheet(sheet.name)
        last = len(told) + ROOM_BELOW
        first = len(sheet.keys)
        widths = [*looks.KEY_WIDTHS[:first]] + [looks.width(column) for column in sheet.columns]
        page.set_default_row(looks.height(1))
        self._heads(page, sheet, first)
        styles = _styles(sheet)
        for place, (width, style) in enumerate(zip(widths, styles, strict=True)):
            page.set_column(place, place, width, self.formats[style])
        self._samples(page, told)
        heights = [looks.height(looks.tallest(cells, widths)) for cells in told]
        for row, height in enumerate(heights[:BESIDE_NOTES], 1):
            page.set_row(row, height)
        self.told[len(self.book.worksheets())] = _Told(told, styles, heights)
        for place, column in enumerate(sheet.columns, first):
            letter = xl_col_to_name(place)
            page.data_validation(1, place, last, place, rule(column, letter, sheet, self.choices))
        page.autofilter(0, 0, max(1, len(told)), len(widths) - 1)
        page.freeze_panes(1, first or min(3, len(widths)))
        looks.print_setup(page, widths, first or min(3, len(widths)))

    def _heads(self, page: Worksheet, sheet: Sheet, first: int) -> None:
        page.set_row(0, looks.HEAD_HEIGHT)
        page.repeat_rows(0)
        for place, head in enumerate(sheet.heads):
            column = sheet.columns[place - first] if place >= first else None
            must = column.required if column else place == 0
            page.write_string(0, place, head, self.formats["must" if must else "head"])
            if column:
                size = {"x_scale": 2, "y_scale": 1.3, "font_size": 9, "author": ""}
                page.write_comment(0, place, guide.note(column, self.choices), size)

    def _samples(self, page: Worksheet, told: list[list[Cell]]) -> None:
        """The first row with each format of cells, so that the workbook has this format."""
        for row, cells in enumerate(told if self._unseen_in(told) else (), 1):
            if found := self._unseen_in([cells]):
                self.unseen -= found
                self.row(page, row, cells)

    def _unseen_in(self, told: list[list[Cell]]) -> set[str]:
        """The formats that cells have and none had before."""
        starts = {
            value[:1] if type(value) is str else 0 for cells in told for value in cells if value is not None
        }
        return {name for name in self.unseen if not STARTS[name].isdisjoint(starts)}

    def row(self, page: Worksheet, row: int, cells: Sequence[Cell]) -> None:
        """A row as XlsxWriter writes it. A cell without a format of its own has its column's."""
        for place, value in enumerate(cells):
            style = self.formats.get(_look(value))
            if isinstance(value, str):
                page.write_string(row, place, value, style)
            elif value is not None:
                page.write_number(row, place, value, style)

    def options(self) -> None:
        """The lists behind the drop-downs, each with a name: a rule may hold 255 characters, a name any number."""
        page = self.book.add_worksheet(guide.OPTIONS)
        page.hide()
        for place, choices in enumerate(sorted(self.choices)):
            told = [shown for shown, _ in self.choices[choices].values.values()]
            page.write_string(0, place, choices)
            page.write_column(1, place, told)
            letter = xl_col_to_name(place)
            self.book.define_name(
                f"_{choices}", f"='{guide.OPTIONS}'!${letter}$2:${letter}${max(2, len(told) + 1)}"
            )


def _look(value: Cell) -> str:
    """The format that a value has whatever its column; "" where the column decides."""
    if isinstance(value, str):
        return "guarded" if value.startswith(looks.LOOKS_LIKE_FORMULA) else ""
    return "" if value is None else "number"


def _styles(sheet: Sheet) -> list[str]:
    """The name of each column's format."""
    keys = ["text" if place != 1 else "grey" for place in range(len(sheet.keys))]
    numbers = {Holds.WHOLE, Holds.NUMBER}
    return keys + ["number" if column.shape.holds in numbers else "text" for column in sheet.columns]
