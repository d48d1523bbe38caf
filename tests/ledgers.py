"""Ledgers as clerks hand them in: the world's workbook with some cells changed, imported into a copy of the world."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
from records import WORLD

from macros.commands.import_ import import_
from macros.ledger.workbook import ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

WORLD_FOLDER = Path(__file__).parent / "world"
BOOK = ledger(WORLD)
DAY = "2026-11-22"


def edited(*changes: Callable[[Workbook], None], data: bytes = BOOK) -> bytes:
    """A workbook after some changes, saved by openpyxl."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for change in changes:
        change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def put(sheet: str, key: str, head: str, value: object, *, style: str = "") -> Callable[[Workbook], None]:
    """Write a value in the first row of a record."""

    def change(book: Workbook) -> None:
        page = book[sheet]
        row = next(row for row in range(2, page.max_row + 1) if page.cell(row, 1).value == key)
        cell = page.cell(row, column_of(page, head))
        cell.value = value
        cell.number_format = style or cell.number_format

    return change


def add(sheet: str, **cells: object) -> Callable[[Workbook], None]:
    """Append a row."""

    def change(book: Workbook) -> None:
        page = book[sheet]
        row = page.max_row + 1
        for head, value in cells.items():
            page.cell(row, column_of(page, head), value)

    return change


def column_of(page: Worksheet, head: str) -> int:
    """Where a head stands, from 1."""
    return [cell.value for cell in page[1]].index(head) + 1


class Office:
    """A copy of the world, and the ledgers handed in there."""

    def __init__(self, folder: Path, world: Path = WORLD_FOLDER) -> None:
        self.root = folder / "project"
        shutil.copytree(world, self.root)
        self.file = folder / "台账.xlsx"

    def hand_in(self, data: bytes, *options: str) -> int:
        """Import a workbook; the exit status."""
        self.file.write_bytes(data)
        return import_([str(self.file), "--root", str(self.root), "--today", DAY, *options])

    def texts(self) -> dict[str, bytes]:
        """All files of the project."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }
