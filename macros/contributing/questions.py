"""What the form pages ask of a record: all of its fields or the few that a stranger can answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.contributing.fields import fields
from macros.contributing.schemas import names
from macros.contributing.templates import known_values
from macros.models import KINDS
from macros.models.references import WORDS_OF

if TYPE_CHECKING:
    from macros.contributing.fields import Field
    from macros.library import Library

#: lists short enough to be shown whole
SHOWN_WHOLE = frozenset({*WORDS_OF.values(), "categories"})
LONGEST_LINE = 60  # characters that fit on one line of a form
MADE_BY_US = ("id", "number")


SHORT_METHOD = (
    *("id", "name", "aliases", "category", "type", "rank", "told", "one_liner", "summary", "levels"),
    *("steps", "parts", "roles", "gaps", "sources"),
)


@dataclass(frozen=True)
class Asked:
    """A form: its heading, what it is for, and the fields it asks for (nothing named: all but `unasked`)."""

    title: str
    purpose: str
    only: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()
    inner_unasked: tuple[str, ...] = ()


ASKED = {
    "reports": Asked("我用过", "您在本地用过某个方法，告诉别人实际花了多久、改了什么、哪里走样。"),
    "corrections": Asked("勘误", "哪一页哪一句写错了，应当是什么，依据是什么。", unasked=("state", "answer")),
    "cases": Asked(
        "补案例",
        "一个地方做过的一件事。来源没有写的，空着。来源、地方不在列表里，另填一份来源、一份地方。",
        unasked=("same_as", "verified"),
    ),
    "methods": Asked(
        "补方法",
        "材料里有、这里还没有的工作方法。只问最要紧的，其余由编者补齐。",
        only=SHORT_METHOD,
        inner_unasked=("check", "slip", "remedy", "minutes", "advice", "source"),
    ),
    "sources": Asked("登记来源", "案例和方法都要有出处。一个网页、一篇报道、一份文件，登记一次。"),
    "places": Asked("登记地方", "列表里没有的地方。材料隐去名字的，也各登记一个编号。"),
}


def asked_fields(kind: str) -> tuple[Field, ...]:
    """The fields that the form of a kind asks for, in the order of the model."""
    form = ASKED[kind]
    wanted = (
        field
        for field in fields(KINDS[kind][0])
        if (not form.only or field.name in form.only) and field.name not in form.unasked
    )
    return tuple(_short(field, form) for field in wanted)


def _short(field: Field, form: Asked) -> Field:
    kept = tuple(one for one in field.inner if one.name not in form.inner_unasked or field.name == "sources")
    return replace(field, inner=kept) if field.inner else field


def control(field: Field) -> str:
    """How a field is asked for."""
    if field.shape == "record":
        return "rows" if field.many else "group"
    if field.shape == "listed" and field.listed not in SHOWN_WHOLE:
        return "ids" if field.many else "id"
    if field.shape in {"listed", "choice", "truth"}:
        return "boxes" if field.many else "select"
    return "lines" if field.many else _line_or_box(field)


def _line_or_box(field: Field) -> str:
    is_short = field.shape != "text" or field.pattern or (field.longest or LONGEST_LINE + 1) <= LONGEST_LINE
    return "line" if is_short else "box"


def options(field: Field, library: Library) -> tuple[tuple[str, str], ...]:
    """(value, Chinese) of what a field may hold; nothing where anything may stand."""
    if field.shape == "truth":
        return (("true", "是"), ("false", "否"))
    if field.listed in WORDS_OF.values():
        return tuple((word.name, word.name) for word in getattr(library.vocabularies, field.listed))
    return tuple(names(library, field.listed).items()) if field.listed else field.choices


def lists(kind: str, library: Library) -> dict[str, tuple[tuple[str, str], ...]]:
    """The long lists that a form needs: kind of record -> (id, name) of each."""
    asked = asked_fields(kind)
    every = (*asked, *(one for field in asked for one in field.inner))
    return {field.listed: options(field, library) for field in every if control(field) in {"id", "ids"}}


def answered(kind: str, library: Library) -> dict[str, str]:
    """What the form writes by itself."""
    return {name: value for name, value in known_values(kind, "", library).items() if value}
