"""What the project would be: the changed texts, read and judged as if they lay in their files already."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from macros.ledger.faults import CellProblem, of_model, of_rule
from macros.ledger.guide import good_example
from macros.library import Entry, RawFile
from macros.library.modeline import modeline
from macros.library.record_faults import locate
from macros.library.yaml_edit import new_text
from macros.library.yaml_lines import edited
from macros.library.yaml_reader import read
from macros.models import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.ledger.incoming import Desk, Incoming
    from macros.ledger.layout import Column, Sheet
    from macros.library import Library
    from macros.library.yaml_reader import Document
    from macros.problems import Problem

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
        before = [(where, path) for path, where in document.places.items() if where <= place]
        path = max(before, key=itemgetter(0), default=(place, ()))[1]
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
            message, hint = of_model(detail, column, example)
            if not column and len(path) == 1:
                label = KINDS[one.kind][0].label_of(str(path[0]))
                message, hint = f"「{label}」一条也没有。", f"在“{label}”表里加一行。"
            yield self._problem(sheet, row, column, (message, hint))

    def _cell(self, one: Incoming, path: tuple[str | int, ...]) -> tuple[Sheet, int, Column | None]:
        """The sheet, the row and the column that hold a part of a record."""
        sheets = {sheet.field: sheet for sheet in self.desk.layout if sheet.kind == one.kind}
        rows = one.item_rows.get(str(path[0]), []) if path else []
        if len(path) > 1 and path[0] in sheets and isinstance(path[1], int) and path[1] < len(rows):
            sheet, row, path = sheets[str(path[0])], rows[path[1]], path[2:]
        else:
            sheet, row = sheets[""], one.row
        return sheet, row, next((column for column in sheet.columns if _holds(column, path)), None)

    def _problem(self, sheet: Sheet, row: int, column: Column | None, said: tuple[str, str]) -> CellProblem:
        index = self.desk.columns.get(sheet, {}).get(column, 0) if column else 0
        return CellProblem(sheet.name, row, index + 1, *said)


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
