"""The texts and numbers of the files, one by one, as they were written, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from macros.library.record_faults import locate
from macros.library.record_sentences import field_name
from macros.models import KINDS, Category, Vocabularies
from macros.models.page import FrontMatter
from macros.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from macros.library.shelf import RawFile
    from macros.library.yaml_nodes import Path
    from macros.models.base import Record

    Leaf = tuple[Path, str, str | float]  # where it stands, the field it belongs to, the value

HEAD = "head"
MODELS: dict[str, type[Record]] = {
    **{kind: model for kind, (model, _) in KINDS.items()},
    "categories": Category,
    "vocabularies": Vocabularies,
    HEAD: FrontMatter,
}


class Value(NamedTuple):
    """One text or number of a YAML file, as it was written, and where."""

    file: RawFile
    path: Path
    key: str  # the field it belongs to; the items of a list belong to the list's field
    text: str
    is_text: bool

    @property
    def label(self) -> str:
        """「标题（title）」"""
        path = self.path[1:] if self.file.kind == "categories" else self.path
        return field_name(self.key, locate(MODELS[self.file.kind], path)[2])

    def problem(
        self, message: str, hint: str = "", fragment: str = "", severity: Severity = "error"
    ) -> Problem:
        """A Problem at this value, or at a piece of it."""
        place = self.file.document.place_of(fragment or self.text, self.path)
        return Problem(self.file.path, *place, message, hint, severity)


def values_in(files: Iterable[RawFile], keys: Collection[str] | None = None) -> list[Value]:
    """Every text and number of some files; with `keys`, of these fields only, in half the time."""
    found: list[Value] = []
    for file in files:
        leaves: list[Leaf] = []
        _add(leaves, file.document.data, (), "", keys)
        found += [Value(file, path, key, str(data), isinstance(data, str)) for path, key, data in leaves]
    return found


def _add(leaves: list[Leaf], data: Any, path: Path, key: str, keys: Collection[str] | None) -> None:  # noqa: ANN401 (any YAML)
    if isinstance(data, dict):
        for name, item in data.items():
            if keys is None or name in keys or isinstance(item, dict | list):
                _add(leaves, item, (*path, name), name, keys)
    elif isinstance(data, list):
        for index, item in enumerate(data):
            _add(leaves, item, (*path, index), key, keys)
    elif (keys is None or key in keys) and isinstance(data, str | int | float) and not isinstance(data, bool):
        leaves.append((path, key, data))


def by_field(values: Iterable[Value]) -> dict[str, list[Value]]:
    """The values by the name of their field."""
    found: dict[str, list[Value]] = {}
    for value in values:
        found.setdefault(value.key, []).append(value)
    return found
