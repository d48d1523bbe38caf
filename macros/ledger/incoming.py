"""What somebody changed: the workbook against the records we have. Cells that say the same are not even read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from macros.ledger.cells import UnreadableError, comparable, read, says
from macros.ledger.faults import CellProblem
from macros.ledger.guide import good_example
from macros.ledger.layout import LEDGER
from macros.ledger.reading import Cell
from macros.ledger.rows import cell, choices_for, layout_for
from macros.library.yaml_edit import SAME
from macros.models import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.ledger.layout import Column, Sheet
    from macros.ledger.reading import Grid, Row
    from macros.library import Library
    from macros.library.yaml_nodes import Path
    from macros.models.base import Record

NOTHING = Cell(None)
Columns = dict["Column", int]  # ours -> the index of theirs


@dataclass
class Incoming:
    """A record as the workbook has it: what changes, and in which rows its parts stand (0: it has none)."""

    kind: str
    id: str
    record: Any  # None: a new one
    row: int
    changes: dict[str, Any] = field(default_factory=dict)
    item_rows: dict[Path, list[int]] = field(
        default_factory=dict
    )  # a list in the record -> the rows of its items


class Desk:
    """One workbook being compared with the library: what was found, and what is wrong with it."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.layout = layout_for(library)
        self.choices = choices_for(library, self.layout)
        self.problems: list[CellProblem] = []
        self.columns: dict[Sheet, Columns] = {}
        self.found: dict[tuple[str, str], Incoming] = {}
        self.names: dict[tuple[str, str], Incoming | None] = {}  # (kind, what sheets of items call it)

    def say(self, sheet: Sheet, row: int, index: int, message: str, hint: str) -> None:
        """One more problem, at the index of a column of theirs."""
        self.problems.append(CellProblem(sheet.name, row, index + 1, message, hint))

    def value(self, sheet: Sheet, row: Row, column: Column, index: int) -> Any:  # noqa: ANN401
        """What a cell says; a problem and SAME when it can't be read."""
        try:
            value, understood = read(column, at(row, index), self.choices)
        except UnreadableError as error:
            self.say(
                sheet,
                row.number,
                index,
                f"「{column.head}」{error}。",
                f"{error.hint.rstrip('？。')}{_end(error.hint)}",
            )
            return SAME
        if understood:
            said = f"「{column.head}」{understood}。"
            self.problems.append(CellProblem(sheet.name, row.number, index + 1, said, severity="warning"))
        return value

    def records(self, sheet: Sheet, grid: Grid, columns: Columns) -> None:
        """The rows of a sheet of records."""
        places = {column.path[0]: index for column, index in columns.items()}
        for row in grid.rows:
            key = comparable(at(row, places["id"]))
            first = self.found.get((sheet.kind, key))
            if not key or first:
                said = f"“{key}”和第{first.row}行重复。" if first else "没有填，这一项必填。"
                hint = f"换一个没用过的，用拼音，例如{_example(self, columns)}。"
                self.say(sheet, row.number, places["id"], f"「编号」{said}", hint)
                continue
            entry = self.library.shelves[sheet.kind].get(key)
            one = Incoming(sheet.kind, key, entry.record if entry else None, row.number)
            name = comparable(at(row, places.get(LEDGER[sheet.kind], places["id"])))
            self.names[sheet.kind, name] = self.names[sheet.kind, key] = self.found[sheet.kind, key] = one
            self._compare(sheet, one, row, columns)

    def _compare(self, sheet: Sheet, one: Incoming, row: Row, columns: Columns) -> None:
        """The fields of which some cell says something else."""
        differing = dict.fromkeys(
            column.field
            for column, index in columns.items()
            if not says(at(row, index), cell(column, one.record, self.choices))
        )
        for name in differing:
            parts = [(column, index) for column, index in columns.items() if column.field == name]
            values = [(column, self.value(sheet, row, column, index)) for column, index in parts]
            new = _new_value(one.record, values)
            if new is not SAME:
                one.changes[name] = new

    def owner(self, kind: str, name: str) -> Incoming | None:
        """The record that an item belongs to, also one that has no row on its own sheet."""
        if (kind, name) not in self.names:
            called = {
                str(getattr(entry.record, LEDGER[kind])): key
                for key, entry in self.library.shelves[kind].items()
            }
            key = called.get(name, name)
            entry = self.library.shelves[kind].get(key)
            if entry and (kind, key) not in self.found:
                self.found[kind, key] = Incoming(kind, key, entry.record, 0)
            self.names[kind, name] = self.found.get((kind, key))
        return self.names[kind, name]


def at(row: Row, index: int) -> Cell:
    """A cell, also where there is none."""
    return row.cells.get(index, NOTHING)


def _new_value(record: Any, values: list[tuple[Column, Any]]) -> Any:  # noqa: ANN401
    """The new value of a field that one or several columns hold."""
    first, value = values[0]
    if any(value is SAME for _, value in values):
        return SAME
    if first.place is not None:
        listed = [value for _, value in values if value is not None]
        return SAME if listed == getattr(record, first.field, None) else listed
    if len(first.path) == 1:
        return changed_fields(first.owner, record, {first.field: value})[first.field]
    old = getattr(record, first.field, None)
    if all(value is None for _, value in values):
        return SAME if old is None else None
    return changed_fields(first.owner, old, {column.path[-1]: value for column, value in values})


def changed_fields(model: type[Record], old: Any, values: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    """All fields of a record in order: the new value, None for nothing (or the default), SAME for what stays."""
    fields: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        default = None if info.is_required() else info.get_default(call_default_factory=True)
        value = values.get(name, SAME)
        meant = default if value is None else value
        if old is not None and (value is SAME or meant == getattr(old, name)):
            fields[name] = SAME
        elif value is not SAME:
            fields[name] = None if meant == default else value
    return fields


def _example(desk: Desk, columns: Columns) -> str:
    return next(good_example(column, desk.choices) for column in columns if column.path == ("id",))


def _end(hint: str) -> str:
    return "？" if hint.endswith("？") else "。"


def kind_name(sheet: Sheet) -> str:
    """「案例」: the name of the sheet that holds the records themselves."""
    return KINDS[sheet.kind][1]
