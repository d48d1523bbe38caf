"""What the project would be: the changed texts, read and judged as if they lay in their files already."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from macros.ledger.faults import CellProblem, of_model, of_rule
from macros.ledger.guide import good_example
from macros.ledger.layout import LEFT_OUT
from macros.library import Entry, RawFile
from macros.library.modeline import modeline
from macros.library.record_faults import locate
from macros.library.yaml_edit import new_text
from macros.library.yaml_lines import edited
from macros.library.yaml_reader import read
from macros.models import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic_core import ErrorDetails

    from macros.ledger.incoming import Desk, Incoming
    from macros.ledger.layout import Column, Sheet
    from macros.library import Library
    from macros.library.yaml_nodes import Path
    from macros.library.yaml_reader import Document
    from macros.problems import Problem

ITEM, INSIDE = 1, 3  # steps to a list of items, and to a list inside an item
SOME = 200  # records between two words of progress


class Result:
    """The files as they would be, the library of them, and which row each file came from."""

    def __init__(self, desk: Desk, tell: Callable[[str], None]) -> None:
        self.desk = desk
        self.changed = [one for one in desk.found.values() if one.changes]
        self.files: dict[str, RawFile] = {}
        self.origin: dict[str, Incoming] = {}
        self.records: dict[tuple[str, str], Entry[Any]] = {}
        for number, one in enumerate(self.changed, 1):
            self._add(one)
            if number % SOME == 0:
                tell(f"  已改写{number}条，共{len(self.changed)}条……")

    def _add(self, one: Incoming) -> None:
        path = _path(self.desk.library, one)
        file = RawFile(path, one.kind, _document(self.desk.library, one, path))
        self.files[path], self.origin[path] = file, one
        try:
            record = KINDS[one.kind][0].model_validate(file.document.data)
        except ValidationError as error:
            self.desk.problems.extend(self._faults(one, error))
        else:
            self.records[one.kind, one.id] = Entry(record, file)

    def library(self) -> Library:
        """The library with the changed records in it; a faulty one keeps its place, so that its id is known."""
        old = self.desk.library
        shelves = {kind: dict(shelf) for kind, shelf in old.shelves.items()}
        for (kind, key), entry in self.records.items():
            shelves[kind][key] = entry
        kept = [file for file in old.files if file.path not in self.files]
        return replace(old, shelves=shelves, files=(*kept, *self.files.values()))

    def of_rule(self, problem: Problem) -> CellProblem:
        """A rule's problem at the cell it is about."""
        one, document = self.origin[problem.path], self.files[problem.path].document
        place = (problem.line, problem.column)
        before = [(where, len(path), path) for path, where in document.places.items() if where <= place]
        path = max(before, key=itemgetter(0, 1), default=(place, 0, ()))[2]
        sheet, row, column = self._cell(one, path)
        return replace(
            self._problem(sheet, row, column, of_rule(problem.message, problem.hint, column)),
            severity=problem.severity,
        )

    def _faults(self, one: Incoming, error: ValidationError) -> Iterator[CellProblem]:
        said = set()
        for detail in error.errors(include_url=False):
            path, _, _ = locate(KINDS[one.kind][0], detail["loc"])
            if path in said:
                continue  # the other branch of a union
            said.add(path)
            sheet, row, column = self._cell(one, path)
            example = f"例如{good_example(column, self.desk.choices)}" if column else ""
            words = _too_few(self.desk.layout, one.kind, path, detail) if not column else None
            yield self._problem(sheet, row, column, words or of_model(detail, column, example, sheet.model))

    def _cell(self, one: Incoming, path: tuple[str | int, ...]) -> tuple[Sheet, int, Column | None]:
        """The sheet, the row and the column that hold a part of a record."""
        sheets = {(sheet.field, sheet.inside): sheet for sheet in self.desk.layout if sheet.kind == one.kind}
        sheet, row = sheets["", ""], one.row
        for deep in (INSIDE, ITEM):
            rows = one.item_rows.get(path[:deep], [])
            number = path[deep] if len(path) > deep else None
            if isinstance(number, int) and number < len(rows):
                inside = str(path[deep - 1]) if deep == INSIDE else ""
                sheet, row, path = sheets[str(path[0]), inside], rows[number], path[deep + 1 :]
                break
        return sheet, row, next((column for column in sheet.columns if _holds(column, path)), None)

    def _problem(self, sheet: Sheet, row: int, column: Column | None, said: tuple[str, str]) -> CellProblem:
        index = self.desk.columns.get(sheet, {}).get(column, 0) if column else 0
        return CellProblem(sheet.name, row, index + 1, *said)


def _too_few(
    layout: tuple[Sheet, ...], kind: str, path: Path, detail: ErrorDetails
) -> tuple[str, str] | None:
    """(message, hint) when a list that has a sheet of its own has too few rows there, or has no sheet at all."""
    names = {sheet.inside or sheet.field: sheet.name for sheet in layout if sheet.kind == kind}
    last = str(path[-1]) if path else ""
    if (kind, last) in LEFT_OUT:
        name = KINDS[kind][1]
        return f"这个{name}网站上还没有。", f"新的{name}不在台账里加，请维护的人建；原有的照着它的编号写。"
    if last not in names or detail["type"] not in {"missing", "too_short"}:
        return None
    found = detail.get("ctx", {})
    count = f"有{found['actual_length']}条，至少要{found['min_length']}条" if found else "一条也没有"
    return f"「{names[last]}」{count}。", f"在“{names[last]}”表里加一行。"


def _holds(column: Column, path: tuple[str | int, ...]) -> bool:
    names = tuple(step for step in path if isinstance(step, str))
    places = [step for step in path if isinstance(step, int)]
    same_place = column.place is None or column.place == (places or [0])[0]
    return bool(names) and column.path[: len(names)] == names and same_place


def _path(library: Library, one: Incoming) -> str:
    entry = library.shelves[one.kind].get(one.id)
    return entry.file.path if entry else f"data/{one.kind}/{one.id}.yml"


def _document(library: Library, one: Incoming, path: str) -> Document:
    model = KINDS[one.kind][0]
    entry = library.shelves[one.kind].get(one.id)
    if entry is None:
        fields = {name: one.changes.get(name) for name in model.model_fields}
        return read(f"{modeline(one.kind)}\n{new_text(fields)}", path)
    return edited(entry.file.document, path, one.changes, list(model.model_fields))
