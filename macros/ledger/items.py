"""The sheets of items: which rows belong to which record, which of them are new, changed or gone."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from macros.ledger.cells import comparable, says
from macros.ledger.incoming import at, changed_fields, kind_name
from macros.ledger.rows import cell
from macros.library.yaml_edit import Kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.ledger.incoming import Columns, Desk, Incoming
    from macros.ledger.layout import Sheet
    from macros.ledger.reading import Grid, Row

Texts = tuple[str, ...]


def compare_items(desk: Desk, sheet: Sheet, grid: Grid, columns: Columns) -> None:
    """Every record's rows of one sheet against the items it has."""
    groups = _by_owner(desk, sheet, grid)
    for key, one in list(desk.found.items()):
        rows = groups.get(key, [])
        if one.kind == sheet.kind and (one.row or rows):  # a record without any row was not handed in
            one.item_rows[sheet.field] = [row.number for row in rows]
            _compare(desk, sheet, one, rows, columns)


def _by_owner(desk: Desk, sheet: Sheet, grid: Grid) -> dict[tuple[str, str], list[Row]]:
    place = grid.heads.index(sheet.key)
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in grid.rows:
        name = comparable(at(row, place))
        owner = desk.owner(sheet.kind, name)
        if owner:
            groups.setdefault((owner.kind, owner.id), []).append(row)
            continue
        found = f"写的是“{name}”，没有这个{kind_name(sheet)}。" if name else "没有填，不知道这一行属于谁。"
        hint = f"照“{kind_name(sheet)}”表的「{sheet.key}」写；新的{kind_name(sheet)}先在那张表里加一行。"
        desk.say(sheet, row.number, place, f"「{sheet.key}」{found}", hint)
    return groups


def _compare(desk: Desk, sheet: Sheet, one: Incoming, rows: list[Row], columns: Columns) -> None:
    old = getattr(one.record, sheet.field, None) or []
    if len(old) == len(rows) and all(
        says(at(row, index), cell(column, item, desk.choices))
        for item, row in zip(old, rows, strict=True)
        for column, index in columns.items()
    ):
        return
    ours = [tuple(comparable(cell(column, item, desk.choices)) for column in columns) for item in old]
    theirs = [tuple(comparable(at(row, index)) for index in columns.values()) for row in rows]
    items: list[Any] = []
    for index, place in paired(ours, theirs):
        if index is not None and ours[index] == theirs[place]:
            items.append(Kept(index))
            continue
        values = {
            column.path[-1]: desk.value(sheet, rows[place], column, where)
            for column, where in columns.items()
        }
        fields = changed_fields(sheet.model, None if index is None else old[index], values)
        items.append(fields if index is None else (Kept(index), fields))
    one.changes[sheet.field] = items


def paired(ours: list[Texts], theirs: list[Texts]) -> Iterator[tuple[int | None, int]]:
    """For each of their rows the one of ours that it was; None for a new one. What is left of ours is gone."""
    for _, start, end, begin, stop in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        for step, place in enumerate(range(begin, stop)):
            yield (start + step if start + step < end else None), place
