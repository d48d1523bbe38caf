"""The fields of a record as data: what every reference, template and form of ours is made from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from macros.contributing.schemas import Schema, list_of, plain_schema, resolved

if TYPE_CHECKING:
    from macros.models.base import Record

#: how a value is written -> what people are told of it
SHAPES = {
    "text": "文字",
    "number": "数字",
    "truth": "true或false",
    "date": "日期",
    "choice": "固定的几个词之一",
    "listed": "编号或词表里的词",
    "record": "几项合成一组",
}
LIST, SINGLE = "可以写几条", "只写一个"


@dataclass(frozen=True)
class Field:
    """One field: what people read about it, and how its value is written."""

    name: str
    label: str
    meaning: str
    good: Any
    bad: str
    shape: str  # a key of SHAPES
    required: bool
    many: bool
    whole: bool = False  # a number without a fraction
    longest: int | None = None
    most: int | None = None
    least: int | None = None
    pattern: str = ""
    listed: str = ""  # a folder under data/ or a vocabulary
    choices: tuple[tuple[str, str], ...] = ()  # (value, Chinese)
    inner: tuple[Field, ...] = ()

    @property
    def told(self) -> str:
        """「文字，可以写几条，不超过25字」"""
        words = [SHAPES[self.shape], *([LIST] if self.many else [])]
        limits = ((self.longest, "不超过{}字"), (self.most, "最多{}条"))
        return "，".join([*words, *(said.format(number) for number, said in limits if number)])


@cache
def fields(model: type[Record]) -> tuple[Field, ...]:
    """Every field of a model, in its order."""
    told = plain_schema(model)
    return _fields(told, told, top=True)


def _fields(part: Schema, whole: Schema, *, top: bool) -> tuple[Field, ...]:
    required = part.get("required", [])
    return tuple(
        _field(name, resolved(one, whole), whole, required=name in required, top=top)
        for name, one in part["properties"].items()
    )


def _field(name: str, told: Schema, whole: Schema, *, required: bool, top: bool) -> Field:
    many = told.get("type") == "array"
    value = resolved(told["items"], whole) if many else told
    listed = list_of(name, top=top) if value.get("type") == "string" else None
    labels = [text.partition("\uff1a")[0] for text in value.get("enumDescriptions", [])]
    return Field(
        name=name,
        label=told.get("title", name),
        meaning=told.get("description", ""),
        good=told.get("examples", [""])[0],
        bad=told.get("bad_example", ""),
        shape=_shape(value, listed),
        required=required,
        many=many,
        whole=value.get("type") == "integer",
        longest=None if listed or "pattern" in value else value.get("maxLength"),
        most=told.get("maxItems"),
        least=told.get("minItems"),
        pattern=value.get("pattern", ""),
        listed=listed or "",
        choices=tuple(zip(value.get("enum", []), labels, strict=False)),
        inner=_fields(value, whole, top=False) if "properties" in value else (),
    )


def _shape(value: Schema, listed: str | None) -> str:
    if listed:
        return "listed"
    marks = (("properties", "record"), ("enumDescriptions", "choice"))
    found = next((shape for mark, shape in marks if mark in value), None)
    if found or value.get("format") == "partial-date":
        return found or "date"
    kind = value.get("type")
    return {"boolean": "truth", "integer": "number", "number": "number"}.get(
        kind if isinstance(kind, str) else "number", "text"
    )
