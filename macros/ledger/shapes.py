"""What a field's type means for a cell: text, lines, date, number, or a choice of which list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from macros.ledger.choices import YES_NO
from macros.models.base import Labelled, Record
from macros.models.references import POINTS_AT, WORDS_OF
from macros.models.values import partial_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo


class Holds(Enum):
    """What a cell holds."""

    TEXT = "文字"
    LINES = "一行一条"
    DATE = "日期"
    WHOLE = "整数"
    NUMBER = "数字"
    CHOICE = "下拉选择"


@dataclass(frozen=True)
class Shape:
    """`record` is what stands inside, `is_list` whether there are several, `longest` characters of a text."""

    holds: Holds
    choices: str = ""
    labelled: type[Labelled] | None = None
    longest: int | None = None
    record: type[Record] | None = None
    is_list: bool = False


def shape_of(name: str, info: FieldInfo) -> Shape:
    """The shape of a field, from its annotation."""
    parts = [*_inside(info.annotation), *info.metadata]
    labelled = next((part for part in parts if _is_a(part, Labelled)), None)
    record = next((part for part in parts if _is_a(part, Record)), None)
    pointed = POINTS_AT.get(name) or WORDS_OF.get(name) if float not in parts else None  # a figure's `before`
    choices = labelled.__name__ if labelled else pointed or (YES_NO if bool in parts else "")
    holds = Holds.CHOICE if choices else _holds(parts)
    sizes = [size for part in parts if (size := getattr(part, "max_length", None))]
    longest = min(sizes, default=None) if holds is Holds.TEXT else None
    return Shape(holds, choices, labelled, longest, record, list in parts)


def _holds(parts: list[Any]) -> Holds:
    if any(getattr(part, "func", None) is partial_date for part in parts):
        return Holds.DATE
    if list in parts:
        return Holds.LINES
    if float in parts:
        return Holds.NUMBER
    return Holds.WHOLE if int in parts else Holds.TEXT


def _inside(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 (any annotation)
    """Every type in an annotation, and everything that was annotated."""
    if get_origin(annotation) is Annotated:
        inner, *said = get_args(annotation)
        yield from _inside(inner)
        yield from said
    elif get_args(annotation):
        yield get_origin(annotation)
        for part in get_args(annotation):
            yield from _inside(part)
    else:
        yield annotation


def _is_a(part: Any, model: type) -> bool:  # noqa: ANN401 (any part of an annotation)
    return isinstance(part, type) and issubclass(part, model)
