"""What a cell with a drop-down may hold: shown in Chinese, kept as the data has it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from macros.models import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.library import Library
    from macros.models.base import Labelled

YES_NO = "是否"


@dataclass(frozen=True)
class Choices:
    """One list: value -> (what the drop-down shows, the plain name). New records may add to an open one."""

    name: str
    values: Mapping[Any, tuple[str, str]]
    is_open: bool = False

    @cached_property
    def meaning(self) -> dict[str, Any]:
        """Everything that may be written -> its value: what is shown, the value itself, a name nobody shares."""
        names = Counter(name for _, name in self.values.values())
        found: dict[str, Any] = {name: value for value, (_, name) in self.values.items() if names[name] == 1}
        found |= {str(value): value for value in self.values if not isinstance(value, bool)}
        return found | {shown: value for value, (shown, _) in self.values.items()}

    def shown(self, value: Any) -> str:  # noqa: ANN401 (whatever the data holds)
        """What the cell shows; a value we don't know is shown as it is."""
        return self.values[value][0] if value in self.values else str(value)


def all_choices(library: Library) -> dict[str, Choices]:
    """Every list that a sheet may use, by the name of its kind, vocabulary or enumeration."""
    records = {kind: _of_records(library, kind) for kind in KINDS}
    words = {
        name: Choices(
            label, {word.name: (word.name, word.name) for word in getattr(library.vocabularies, name)}
        )
        for name, label in (("levels", "层级"), ("topics", "议题分类"))
    }
    truth = Choices(YES_NO, {True: ("是", "是"), False: ("否", "否")})
    return {**records, **words, YES_NO: truth}


def of_labelled(model: type[Labelled], label: str) -> Choices:
    """The members of a closed list."""
    return Choices(label, {item.value: (item.label, item.label) for item in model})


def _of_records(library: Library, kind: str) -> Choices:
    """「名称（编号）」 of every record of a kind; a name alone could be shared."""
    named = {key: _name(entry.record) for key, entry in _sorted(library, kind)}
    return Choices(
        KINDS[kind][1], {key: (f"{name}（{key}）", name) for key, name in named.items()}, is_open=True
    )


def _sorted(library: Library, kind: str) -> Iterator[tuple[str, Any]]:
    yield from sorted(library.shelves[kind].items())


def _name(record: Any) -> str:  # noqa: ANN401 (any record)
    return str(getattr(record, "name", None) or getattr(record, "title", None) or record.id)
