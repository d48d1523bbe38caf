"""The sheets of items: which rows belong to which record, which of them are new, changed or gone."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from macros.ledger.cells import comparable, says
from macros.ledger.incoming import at, changed_fields, kind_name
from macros.ledger.rows import cell
from macros.library.yaml_edit import SAME, Kept

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
        if one.kind != sheet.kind or not (one.row or rows):
            continue  # a record without any row was not handed in
        old = getattr(one.record, sheet.field, None) or []
        if sheet.inside:
            _Inside(desk, sheet, columns, one, old).compare(rows, grid.heads.index(sheet.owner))
            continue
        one.item_rows[sheet.field,] = [row.number for row in rows]
        new = compared(desk, sheet, columns, old, rows)
        if new is not SAME:
            one.changes[sheet.field] = new


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


def compared(desk: Desk, sheet: Sheet, columns: Columns, old: list[Any], rows: list[Row]) -> Any:  # noqa: ANN401
    """The new list, as `yaml_edit` has it; SAME when the rows say what the items say."""
    if len(old) == len(rows) and all(
        says(at(row, index), cell(column, item, desk.choices))
        for item, row in zip(old, rows, strict=True)
        for column, index in columns.items()
    ):
        return SAME
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
    return items


def paired(ours: list[Texts], theirs: list[Texts]) -> Iterator[tuple[int | None, int]]:
    """For each of their rows the one of ours that it was; None for a new one. What is left of ours is gone."""
    for _, start, end, begin, stop in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        for step, place in enumerate(range(begin, stop)):
            yield (start + step if start + step < end else None), place


class _Inside:
    """Items inside the items of one record: the arrangements of the days of a plan."""

    def __init__(self, desk: Desk, sheet: Sheet, columns: Columns, one: Incoming, old: list[Any]) -> None:
        self.desk, self.sheet, self.columns, self.one, self.old = desk, sheet, columns, one, old
        self.entries: list[Any] = list(one.changes.get(sheet.field, map(Kept, range(len(old)))))

    def compare(self, rows: list[Row], place: int) -> None:
        """Each item's rows against what it has; `place` is the column that names the item."""
        groups = self.groups(rows, place)
        entries = [self.with_items(number, groups[number]) for number in range(len(self.entries))]
        if entries != self.entries:
            self.one.changes[self.sheet.field] = entries

    def groups(self, rows: list[Row], place: int) -> list[list[Row]]:
        """The rows of each item."""
        names = [comparable(self.name(entry)) for entry in self.entries]
        found: list[list[Row]] = [[] for _ in names]
        for row in rows:
            name = comparable(at(row, place))
            if names.count(name) == 1:
                found[names.index(name)].append(row)
                continue
            said = f"写的是“{name}”，有两项叫这个。" if name in names else f"写的是“{name}”，没有这一项。"
            hint = "照它自己的表里写的名称写；同一个编号下，名称不要重复。"
            self.desk.say(self.sheet, row.number, place, f"「{self.sheet.owner}」{said}", hint)
        return found

    def name(self, entry: Any) -> Any:  # noqa: ANN401 (an item as `yaml_edit` has it)
        kept, fields = entry if isinstance(entry, tuple) else (entry, {})
        if isinstance(kept, dict):
            return kept.get(self.sheet.within)
        written = fields.get(self.sheet.within, SAME)
        return getattr(self.old[kept], self.sheet.within) if written is SAME else written

    def with_items(self, number: int, rows: list[Row]) -> Any:  # noqa: ANN401 (the same)
        """An entry, and in it what changes inside it."""
        sheet, entry = self.sheet, self.entries[number]
        self.one.item_rows[sheet.field, number, sheet.inside] = [row.number for row in rows]
        kept, fields = entry if isinstance(entry, tuple) else (entry, {})
        old = [] if isinstance(kept, dict) else getattr(self.old[kept], sheet.inside)
        new = compared(self.desk, sheet, self.columns, old, rows)
        if new is SAME:
            return entry
        if isinstance(kept, dict):
            return {**kept, sheet.inside: new}
        stays = dict.fromkeys(type(self.old[kept]).model_fields, SAME)
        return kept, {**stays, **fields, sheet.inside: new}
