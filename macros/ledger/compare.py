"""A workbook against the library: sheet by sheet, everything wrong with it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.ledger.faults import CellProblem
from macros.ledger.guide import NAME, OPTIONS
from macros.ledger.heads import columns_of, unknown_sheets
from macros.ledger.incoming import Desk
from macros.ledger.items import compare_items
from macros.ledger.reading import read_book

if TYPE_CHECKING:
    from macros.library import Library


def compare(library: Library, data: bytes) -> Desk:
    """What the workbook changes. Raises StrangerError when it is no workbook."""
    desk = Desk(library)
    ours, seen = {sheet.name for sheet in desk.layout}, dict[str, bool]()
    grids = read_book(data, ours, seen, desk.problems)
    others = {name: read for name, read in seen.items() if name not in {NAME, OPTIONS}}
    desk.problems.extend(unknown_sheets(others, ours))
    if not grids:
        hint = "在新下载的台账里填，不要改表名。"
        desk.problems.append(CellProblem("", 0, 0, "文件里没有一张台账的表。", hint))
    for sheet in desk.layout:
        grid = grids.get(sheet.name)
        columns = columns_of(sheet, grid, desk.problems) if grid else None
        if grid and columns is not None:
            desk.columns[sheet] = columns
            if sheet.field:
                compare_items(desk, sheet, grid, columns)
            else:
                desk.records(sheet, grid, columns)
    return desk
