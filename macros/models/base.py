"""What all records share: strictness, and fields that know their Chinese name."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, cast

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.fields import FieldInfo
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

ID_PATTERN = r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"

Text = Annotated[str, StringConstraints(min_length=1, strict=True)]
Short = Annotated[str, StringConstraints(min_length=1, max_length=60, strict=True)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60, strict=True)]


def about(label: str, meaning: str, *, good: Any, bad: str, **rules: Any) -> Any:  # noqa: ANN401 (pydantic's own signature)
    """A field with its Chinese label, its meaning, one good and one bad example.

    Everything that people read about the field (errors, reference, form, Excel head) comes from here.
    `rules` are pydantic's: default, max_length, ge and so on.
    """
    return Field(
        title=label, description=meaning, examples=[good], json_schema_extra={"bad_example": bad}, **rules
    )


class Record(BaseModel):
    """A part of the data: unknown keys are errors, values are never converted, nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)

    @classmethod
    def label_of(cls, name: str) -> str:
        """The Chinese label of a field, or the name itself for one we don't know."""
        field: FieldInfo | None = cls.model_fields.get(name)
        return field.title or name if field else name


class Labelled(StrEnum):
    """A closed list whose members are written in English in the data and shown in Chinese."""

    label: str
    explanation: str

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Records are strict, but YAML can only hold the text of a member."""
        schema = handler(source)
        return cast("CoreSchema", {**schema, "strict": False})

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """What editors and forms show beside each member: its Chinese label, and what it means."""
        told = [f"{one.label}\uff1a{one.explanation}" if one.explanation else one.label for one in cls]
        return {**handler.resolve_ref_schema(handler(core)), "enumDescriptions": told}

    def __new__(cls, value: str, label: str, explanation: str = "") -> Labelled:  # noqa: PYI034 (enum members, not Self)
        """Make a member from (value, Chinese label, explanation)."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.explanation = explanation
        return member
