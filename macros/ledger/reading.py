"""The workbook in: each sheet's heads, and its rows as far as they say anything."""

from __future__ import annotations

import io
import posixpath
import re
import warnings
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree.ElementTree import ParseError

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from macros.ledger.faults import CellProblem
from macros.ledger.strangers import WRITTEN_BY_OFFICE, StrangerError, refuse_strangers

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ROWS = 20_000
MOST_COLUMNS = 100
BEYOND = 30  # columns after the last head
MERGED = re.compile(rb'<mergeCell\s[^>]*?ref="([A-Z]+)(\d+):')
SPACES = " \t\r\n\u3000\u00a0"
BROKEN = (
    ParseError,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    zipfile.BadZipFile,
    InvalidFileException,
)


class Row(NamedTuple):
    """A row that isn't empty: its number (from 1), its cells."""

    number: int
    cells: tuple[Any, ...]


@dataclass
class Grid:
    """A sheet: its heads, and its rows below them."""

    name: str
    heads: list[str]
    rows: list[Row] = field(default_factory=list)


def read_book(
    data: bytes, wanted: set[str], seen: dict[str, bool], problems: list[CellProblem]
) -> dict[str, Grid]:
    """The wanted sheets by name; `seen` tells of every sheet whether it was read.

    Raises StrangerError for a file that isn't a workbook.
    """
    refuse_strangers(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # openpyxl speaks of drop-downs that it will not keep; we write nothing
            return dict(_grids(data, wanted, seen, problems))
    except BROKEN as error:
        raise StrangerError(f"文件里面坏了，读不出表格。{WRITTEN_BY_OFFICE}") from error


def _grids(
    data: bytes, wanted: set[str], seen: dict[str, bool], problems: list[CellProblem]
) -> Iterator[tuple[str, Grid]]:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
    try:
        for sheet in book.worksheets:
            name = sheet.title.strip(SPACES)
            seen[name] = name in wanted
            if seen[name]:
                yield name, _grid(sheet, name, problems)
    finally:
        book.close()
    problems.extend(_merged(data, wanted))


def _grid(sheet: Any, name: str, problems: list[CellProblem]) -> Grid:  # noqa: ANN401 (openpyxl ships no types)
    sheet.reset_dimensions()  # what the file says of its own size can be wrong
    first = next(sheet.iter_rows(max_row=1, max_col=MOST_COLUMNS), ())
    heads = [str(cell.value or "").strip(SPACES) for cell in first]
    while heads and not heads[-1]:
        heads.pop()  # every row is filled up to the last head, and a little further for what has none
    rows = sheet.iter_rows(min_row=2, max_row=MOST_ROWS + 2, max_col=min(MOST_COLUMNS, len(heads) + BEYOND))
    grid = Grid(name, heads)
    for number, row in enumerate(rows, 2):
        if all(cell.value is None for cell in row):
            continue
        if number > MOST_ROWS + 1:
            said = f"这张表超过{MOST_ROWS}行，没有读。"
            hint = "删掉下面的空行和多余的内容；真有这么多，就分成几个文件导入。"
            problems.append(CellProblem(name, number, 1, said, hint))
            grid.rows.clear()  # half a sheet would look as if the other half had been deleted
            break
        grid.rows.append(Row(number, row))
    return grid


def _merged(data: bytes, wanted: set[str]) -> Iterator[CellProblem]:
    """Merged cells: all but the first are empty, so that what they say of the other rows is lost."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name, part in _parts(archive):
            for found in MERGED.finditer(archive.read(part)) if name in wanted else ():
                letters, row = found[1].decode(), int(found[2])
                column = sum((ord(char) - 64) * 26**place for place, char in enumerate(reversed(letters)))
                hint = "选中它，取消合并，再把内容填进每一格。"
                yield CellProblem(name, row, column, "这里有合并的单元格，下面几格的内容读不到。", hint)


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """(Name of a sheet, its part of the file)."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    targets = {
        one.get("Id"): posixpath.normpath(posixpath.join("/xl", one.get("Target") or "")).lstrip("/")
        for one in etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"), parser)
    }
    book = etree.fromstring(archive.read("xl/workbook.xml"), parser)
    for sheet in book.iter("{*}sheet"):
        key = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
        if targets.get(key) in archive.namelist():
            yield str(sheet.get("name")).strip(SPACES), str(targets[key])
