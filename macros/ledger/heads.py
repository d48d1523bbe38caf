"""Which column of somebody's sheet is which of ours: by its head, wherever it stands."""

from __future__ import annotations

import difflib
from collections import Counter
from typing import TYPE_CHECKING

from macros.ledger.faults import CellProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.ledger.layout import Column, Sheet
    from macros.ledger.reading import Grid


def columns_of(sheet: Sheet, grid: Grid, problems: list[CellProblem]) -> dict[Column, int] | None:
    """Our columns -> the index of theirs, in our order; None when the rows can't be told apart."""
    found = list(_problems(sheet, grid))
    problems.extend(found)
    if any(problem.is_error for problem in found):
        return None
    places = {head: index for index, head in enumerate(grid.heads)}
    there = {column: places[column.head] for column in sheet.columns if column.head in places}
    broken = {column.field for column in sheet.columns if column.place is not None and column not in there}
    return {column: index for column, index in there.items() if column.field not in broken}


def _problems(sheet: Sheet, grid: Grid) -> Iterator[CellProblem]:
    counts = Counter(grid.heads)
    for place, head in enumerate(grid.heads, 1):
        if head and head not in sheet.heads:
            close = difflib.get_close_matches(head, sheet.heads, n=1, cutoff=0.4)
            guess = f"是不是“{close[0]}”？改回原来的表头；" if close else ""
            yield CellProblem(
                sheet.name,
                1,
                place,
                f"不认识表头“{head}”。",
                f"{guess}自己加的列请删掉，或者放到另一张表里。",
            )
        elif head and counts[head] > 1:
            counts[head] = 0  # said once
            yield CellProblem(sheet.name, 1, place, f"表头“{head}”有两列。", "留下一列，另一列删掉。")
    wanted = (
        set(sheet.keys) - {sheet.shown}
        if sheet.field
        else {column.head for column in sheet.columns if column.path == ("id",)}
    )
    for head in sorted(wanted - set(grid.heads)):
        yield CellProblem(
            sheet.name,
            1,
            0,
            f"缺少“{head}”这一列，分不清每一行是谁。",
            "从新下载的台账里复制这一列的表头，再填上。",
        )
    yield from _headless(sheet, grid)
    yield from _remarks(sheet, grid)


def _headless(sheet: Sheet, grid: Grid) -> Iterator[CellProblem]:
    """Something under no head would be lost."""
    headed = {place for place, head in enumerate(grid.heads) if head}
    first: dict[int, int] = {}
    for number, cells in grid.rows:
        for place in cells.keys() - headed:
            if cells[place].value != "":
                first.setdefault(place, number)
    for place, number in sorted(first.items()):
        said = "这一列没有表头，里面却有内容。"
        yield CellProblem(sheet.name, number, place + 1, said, "移到该去的列，或者删掉。")


def _remarks(sheet: Sheet, grid: Grid) -> Iterator[CellProblem]:
    """What is odd but harmless."""
    ours = [head for head in sheet.heads if head != sheet.shown or not sheet.shown]
    theirs = [head for head in grid.heads if head in ours]
    missing = [head for head in ours if head not in theirs and head not in sheet.keys]
    if missing:
        said = f"没有{'、'.join(f'“{head}”' for head in missing)}。"
        yield CellProblem(sheet.name, 1, 0, said, "已有的记录，这些内容不动。", "warning")
    if theirs != [head for head in ours if head in theirs]:
        said = "列的前后和下载时不同，已经按表头对上。"
        yield CellProblem(sheet.name, 1, 0, said, severity="warning")


def unknown_sheets(names: Mapping[str, bool], ours: set[str]) -> Iterator[CellProblem]:
    """Sheets that nobody will read; `names` tells of each whether it was read."""
    missing = sorted(ours - {name for name, read in names.items() if read})
    for name in (name for name, read in names.items() if not read):
        close = difflib.get_close_matches(name, missing, n=1, cutoff=0.5)
        if close:
            yield CellProblem(name, 0, 0, "不认识这个表名。", f"是不是“{close[0]}”？改回原来的表名。")
        else:
            yield CellProblem(name, 0, 0, "台账里没有这张表，没有读它。", severity="warning")
    for name in missing:
        yield CellProblem(name, 0, 0, "文件里没有这张表，网站上这一部分不动。", severity="warning")
