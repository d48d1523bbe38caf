"""Records as rows of cells, and what a row's cells would be for the record we have: the two are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.ledger.choices import all_choices, of_labelled
from macros.ledger.layout import LEDGER, SEVERAL, SHOWN_FIELD, sheets
from macros.ledger.shapes import Holds
from macros.models import KINDS
from macros.models.references import POINTS_AT, WORDS_OF

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.ledger.choices import Choices
    from macros.ledger.layout import Column, Sheet
    from macros.library import Library
    from macros.models.base import Record

Cell = str | int | float | None
NEXT_LINE = "\n\u3000"  # a line break inside an item: the line after it begins with a wide space


def layout_for(library: Library) -> tuple[Sheet, ...]:
    """The sheets, wide enough for the record that names most."""
    listed = set(POINTS_AT) | set(WORDS_OF)
    longest = [
        len(value)
        for kind in LEDGER
        for name in listed & KINDS[kind][0].model_fields.keys()
        for entry in library.shelves[kind].values()
        if isinstance(value := getattr(entry.record, name), list)
        and all(isinstance(item, str) for item in value)
    ]
    return sheets(max([SEVERAL, *longest]))


def choices_for(library: Library, layout: tuple[Sheet, ...]) -> dict[str, Choices]:
    """The lists that the columns of these sheets use."""
    found = all_choices(library)
    used = [column for sheet in layout for column in sheet.columns if column.shape.choices]
    labelled = {
        column.shape.choices: of_labelled(column.shape.labelled, str(column.info.title))
        for column in used
        if column.shape.labelled
    }
    return {column.shape.choices: {**found, **labelled}[column.shape.choices] for column in used}


def records_of(library: Library, kind: str) -> list[Any]:
    """The records of a kind, in the order of the name they go by in the ledger."""
    records = [entry.record for entry in library.shelves[kind].values()]
    return sorted(records, key=lambda record: str(getattr(record, LEDGER[kind])))


def key_of(sheet: Sheet, record: Any) -> str:  # noqa: ANN401 (any record)
    """The name by which the sheets know a record."""
    return str(getattr(record, LEDGER[sheet.kind]))


def rows(sheet: Sheet, record: Any, choices: Mapping[str, Choices]) -> Iterator[list[Cell]]:  # noqa: ANN401
    """The rows of one record on one sheet, cell by cell as `sheet.heads` has them."""
    if not sheet.field:
        yield own_cells(sheet, record, choices)
        return
    for item in getattr(record, sheet.field):
        keys = [key_of(sheet, record), getattr(record, SHOWN_FIELD)]
        if not sheet.inside:
            yield [*keys, *own_cells(sheet, item, choices)]
            continue
        for inner in getattr(item, sheet.inside):
            yield [*keys, getattr(item, sheet.within), *own_cells(sheet, inner, choices)]


def own_cells(sheet: Sheet, record: Record, choices: Mapping[str, Choices]) -> list[Cell]:
    """A cell for each column; most show a field as it is."""
    return [
        getattr(record, column.plain) if column.plain else cell(column, record, choices)
        for column in sheet.columns
    ]


def cell(column: Column, record: Any, choices: Mapping[str, Choices]) -> Cell:  # noqa: ANN401 (any record)
    """What stands in one cell; None when the record says nothing there."""
    value = record
    for name in column.path:
        value = getattr(value, name, None)
    if column.place is not None and value is not None:
        value = value[column.place] if column.place < len(value) else None
    if value is None:
        return None
    if column.shape.choices:
        return choices[column.shape.choices].shown(value)
    if column.shape.holds is Holds.LINES:
        return "\n".join(item.replace("\n", NEXT_LINE) for item in value) or None
    return value  # type: ignore[no-any-return]
