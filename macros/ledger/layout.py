"""Which sheets there are and which columns each has: derived from the models, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from macros.ledger.shapes import Holds, Shape, shape_of
from macros.models import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from macros.models.base import Record

#: kind -> the field by which its sheets name a record; the first one is what the ledger is about
LEDGER = {"cases": "number", "places": "id", "sources": "id", "session_plans": "id", "forms": "id"}
#: what no table can hold, so that the ledger leaves it alone: on a form, tables stand inside blocks
LEFT_OUT = frozenset({("forms", "blocks")})
SEVERAL = 4  # columns for a list of ids; more if a record needs more
SHOWN_FIELD = "title"  # read-only beside the key, so that a person knows what A-0142 is
FOR_READING = "（只供查看）"


@dataclass(frozen=True)
class Column:
    """`path` is the field (with the part of it, for a time); `place` which item of a list of ids it holds."""

    head: str
    path: tuple[str, ...]
    owner: type[Record]
    info: FieldInfo
    shape: Shape
    place: int | None = None

    def __hash__(self) -> int:
        """A head stands once on a sheet."""
        return hash((self.head, self.owner))

    @property
    def field(self) -> str:
        """The top field that the cell belongs to."""
        return self.path[0]

    @cached_property
    def plain(self) -> str:
        """The field that its cells show as it is; nothing when there is something to do first."""
        as_it_is = self.place is None and not self.shape.choices and self.shape.holds is not Holds.LINES
        return self.field if as_it_is and len(self.path) == 1 else ""

    @property
    def required(self) -> bool:
        """Whether every record fills it in; a part of a time only when there is a time at all."""
        return self.info.is_required() and len(self.path) == 1 and not self.place


@dataclass(frozen=True)
class Sheet:
    """A row is a record of `kind`, or an item of its `field`, or an item of the field `inside` such an item."""

    name: str
    kind: str
    model: type[Record]
    columns: tuple[Column, ...]
    field: str = ""
    inside: str = ""
    within: str = ""  # the field by which an item that has items is called

    def __hash__(self) -> int:
        """A name stands once in a workbook."""
        return hash(self.name)

    @property
    def key(self) -> str:
        """The head of the column that names the record."""
        return KINDS[self.kind][0].label_of(LEDGER[self.kind])

    @property
    def shown(self) -> str:
        """The head of the column that import does not read; only on sheets of items."""
        return f"{KINDS[self.kind][0].label_of(SHOWN_FIELD)}{FOR_READING}" if self.field else ""

    @property
    def owner(self) -> str:
        """The head of the column that says which item of the record has the item; nothing on other sheets."""
        outer = (
            shape_of(self.field, KINDS[self.kind][0].model_fields[self.field]).record if self.inside else None
        )
        return outer.label_of(self.within) if outer else ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The heads before the columns: whose the row is."""
        heads = (self.key, self.shown, self.owner) if self.field else ()
        return tuple(head for head in heads if head)

    @property
    def heads(self) -> tuple[str, ...]:
        """All heads in order."""
        return (*self.keys, *(column.head for column in self.columns))


@cache
def sheets(several: int = SEVERAL) -> tuple[Sheet, ...]:
    """The sheets in order, each kind with what belongs to it. `several` columns for a list of ids."""
    return tuple(sheet for kind in LEDGER for sheet in _sheets_of(kind, several))


def _sheets_of(kind: str, several: int) -> Iterator[Sheet]:
    model, name = KINDS[kind]
    shapes = {
        field: shape_of(field, info)
        for field, info in model.model_fields.items()
        if (kind, field) not in LEFT_OUT
    }
    items = {field: shape.record for field, shape in shapes.items() if shape.record and shape.is_list}
    own = [column for field in shapes if field not in items for column in _columns(model, field, several)]
    own.sort(key=lambda column: column.field != LEDGER[kind])  # what people call it by stands first
    yield Sheet(name, kind, model, tuple(own))
    for field, inner in items.items():
        parts = {part: shape_of(part, info) for part, info in inner.model_fields.items()}
        lists = {part: shape.record for part, shape in parts.items() if shape.record and shape.is_list}
        flat = [column for part in parts if part not in lists for column in _columns(inner, part, several)]
        yield Sheet(model.label_of(field), kind, inner, tuple(flat), field)
        for part, innermost in lists.items():
            cells = [
                column for name in innermost.model_fields for column in _columns(innermost, name, several)
            ]
            called = next(iter(parts))
            yield Sheet(inner.label_of(part), kind, innermost, tuple(cells), field, part, called)


def _columns(owner: type[Record], field: str, several: int) -> Iterator[Column]:
    """One column; for a record inside, one for each of its fields; for a list of ids, one for each place."""
    info = owner.model_fields[field]
    shape = shape_of(field, info)
    if shape.record:
        for name, part in shape.record.model_fields.items():
            named = str(part.title).startswith(str(info.title))  # 时间依据, but 时间·开始
            head = str(part.title) if named else f"{info.title}·{part.title}"
            yield Column(head, (field, name), shape.record, part, shape_of(name, part))
    elif shape.is_list and shape.holds is Holds.CHOICE:
        most = next((item.max_length for item in info.metadata if hasattr(item, "max_length")), several)
        for place in range(most):
            yield Column(f"{info.title}{place + 1}", (field,), owner, info, shape, place)
    else:
        yield Column(str(info.title), (field,), owner, info, shape)
