"""The workbook in: each sheet's heads, and its rows as far as they say anything."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree
from openpyxl.utils.cell import column_index_from_string
from openpyxl.utils.datetime import from_excel, from_ISO8601

from macros.ledger.faults import CellProblem
from macros.ledger.parts import GENERAL, elements, parts_of, text_of
from macros.ledger.strangers import WRITTEN_BY_OFFICE, StrangerError, refuse_strangers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.ledger.parts import Parts

MOST_ROWS = 20_000
MOST_COLUMNS = 100
BEYOND = 30  # columns after the last head
PLACE = re.compile(r"([A-Z]+)(\d+)")
SPACES = " \t\r\n\u3000\u00a0"
ROW, MERGED = "{*}row", "{*}mergeCell"
BROKEN = (
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    OverflowError,
    zipfile.BadZipFile,
)


class Cell(NamedTuple):
    """What a cell holds; `data_type` is s, n, b, d, or f for a formula and e for what went wrong in one."""

    value: Any
    data_type: str = "s"
    number_format: str = GENERAL


class Row(NamedTuple):
    """A row that isn't empty: its number (from 1), its cells that aren't, by their index (from 0)."""

    number: int
    cells: Mapping[int, Cell]


@dataclass
class Grid:
    """A sheet: its heads, and its rows below them."""

    name: str
    heads: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def read_book(
    data: bytes, wanted: set[str], seen: dict[str, bool], problems: list[CellProblem]
) -> dict[str, Grid]:
    """The wanted sheets by name; `seen` tells of every sheet whether it was read.

    Raises StrangerError for a file that isn't a workbook.
    """
    refuse_strangers(data)
    grids = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = parts_of(archive)
            for title, part in parts.sheets:
                name = title.strip(SPACES)
                seen[name] = name in wanted
                if seen[name]:
                    grids[name] = _Sheet(name, parts, problems).grid(archive, part)
    except BROKEN as error:
        raise StrangerError(f"文件里面坏了，读不出表格。{WRITTEN_BY_OFFICE}") from error
    return grids


class _Sheet:
    """One sheet being read."""

    def __init__(self, name: str, parts: Parts, problems: list[CellProblem]) -> None:
        self.name, self.parts, self.problems = name, parts, problems
        self.columns: dict[str, int] = {}  # letters -> index

    def grid(self, archive: zipfile.ZipFile, part: str) -> Grid:
        grid, last = Grid(self.name), 0
        for element in elements(archive, part, ROW, MERGED):
            if element.tag.endswith("mergeCell"):
                self.merged(element.get("ref", ""))
                continue
            last = int(element.get("r") or last + 1)
            most = min(MOST_COLUMNS, len(grid.heads) + BEYOND) if last > 1 else MOST_COLUMNS
            cells = {index: cell for index, cell in self.cells(element, str(last)) if index < most}
            if last == 1:
                grid.heads = _heads(cells)
            elif cells and last > MOST_ROWS + 1:
                self.too_long(last)
                return Grid(
                    self.name, grid.heads
                )  # half a sheet would look as if the other half had been deleted
            elif cells:
                grid.rows.append(Row(last, cells))
        return grid

    def cells(self, row: Any, number: str) -> Iterator[tuple[int, Cell]]:  # noqa: ANN401 (lxml ships no types)
        """The cells that hold something, with their index."""
        index = -1
        for element in row.iterchildren("{*}c"):
            place = element.get("r")
            index = self.index(place[: -len(number)]) if place else index + 1
            cell = self.cell(element) if len(element) else None
            if cell is not None and cell.value is not None:
                yield index, cell

    def index(self, letters: str) -> int:
        if letters not in self.columns:
            self.columns[letters] = column_index_from_string(letters) - 1
        return self.columns[letters]

    def cell(self, element: Any) -> Cell | None:  # noqa: ANN401 (the same)
        written, kind = None, element.get("t", "n")
        for part in element:
            if part.tag.endswith("}f"):
                return Cell(f"={part.text or ''}", "f")
            written = (
                text_of(part)
                if part.tag.endswith("}is")
                else part.text
                if part.tag.endswith("}v")
                else written
            )
        if kind == "s" and written is not None:
            return Cell(self.parts.texts[int(written)])
        if written is None or kind in {"str", "inlineStr"}:
            return Cell(written)
        return self.number(element, kind, written)

    def number(self, element: Any, kind: str, written: str) -> Cell:  # noqa: ANN401 (the same)
        """What is written as a number or as a word of its own: a number, a day, yes or no, an error."""
        style = int(element.get("s", 0))
        code, is_date = self.parts.formats[style] if style < len(self.parts.formats) else (GENERAL, False)
        if kind in {"b", "e"}:
            return Cell(written == "1" if kind == "b" else written, kind)
        if kind == "d":
            return Cell(from_ISO8601(written), "d", code)
        number = float(written)
        if is_date:
            return Cell(from_excel(number, self.parts.epoch), "d", code)
        return Cell(int(number) if number.is_integer() else number, "n", code)

    def merged(self, area: str) -> None:
        """All cells but the first are empty, so that what they say of the other rows is lost."""
        found = PLACE.match(area)
        if found:
            hint = "选中它，取消合并，再把内容填进每一格。"
            said = "这里有合并的单元格，下面几格的内容读不到。"
            self.problems.append(CellProblem(self.name, int(found[2]), self.index(found[1]) + 1, said, hint))

    def too_long(self, number: int) -> None:
        said = f"这张表超过{MOST_ROWS}行，没有读。"
        hint = "删掉下面的空行和多余的内容；真有这么多，就分成几个文件导入。"
        self.problems.append(CellProblem(self.name, number, 1, said, hint))


def _heads(cells: Mapping[int, Cell]) -> list[str]:
    last = max(cells, default=-1)
    heads = [str(cells[index].value if index in cells else "").strip(SPACES) for index in range(last + 1)]
    while heads and not heads[-1]:
        heads.pop()
    return heads
