"""Commented templates of records: each field with its label, meaning and a good example."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from macros.contributing.fields import fields
from macros.library.modeline import modeline
from macros.models import KINDS
from macros.models.training import MODES, Lesson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from macros.contributing.fields import Field
    from macros.library import Library

#: stands where something must be written; a rule of the checks refuses it
UNWRITTEN = "待补充"
HOW = (
    "# {name}。带“必填”的要写，写着“待补充”的地方检查不会放过。\n"
    "# 其余各项前面有井号，材料写了才写：去掉井号和它后面的一个空格。材料没有说的，不要猜，整项删掉。\n"
)
FIRST_NUMBER = 1


def record_template(kind: str, known: Mapping[str, str]) -> str:
    """A whole file to be filled in; `known` are values that we can write already."""
    model, name = KINDS[kind]
    lines = [line for field in fields(model) for line in _lines(field, known, 0, live=field.required)]
    return "\n".join([modeline(kind), HOW.format(name=name).rstrip("\n"), *lines]) + "\n"


def _lines(field: Field, known: Mapping[str, str], depth: int, *, live: bool) -> Iterator[str]:
    """What is said of a field, then the field; `live` is False for one that stands behind a #."""
    mark, space = ("" if live else "# "), "  " * depth
    must = "必填，" if field.required else ""
    yield f"{space}# {field.label}（{must}{field.told}）\uff1a{field.meaning}{_choices(field)}。{_good(field)}"
    if field.inner:
        yield f"{mark}{space}{field.name}:"
        yield from _inner(field, depth, live=live)
    elif field.many:
        yield f"{mark}{space}{field.name}:"
        yield f"{mark}{space}  - {_value(field, known, live=live)}"
    else:
        yield f"{mark}{space}{field.name}: {_value(field, known, live=live)}"


def _inner(field: Field, depth: int, *, live: bool) -> Iterator[str]:
    """The fields of a group: those that must be there, in order; the others stay in a comment."""
    dash = "- " if field.many else ""
    for one in sorted(field.inner, key=lambda one: not one.required):
        mark = "" if live and one.required else "# "
        yield f"{mark}{'  ' * (depth + 1)}{dash}{one.name}: {_value(one, {}, live=not mark)}  # {one.label}\uff1a{one.meaning}"
        dash = "  " if field.many else ""


def _choices(field: Field) -> str:
    """「，只能是a（甲）、b（乙）」"""
    return (
        "，只能是" + "、".join(f"{value}（{label}）" for value, label in field.choices)
        if field.choices
        else ""
    )


def _good(field: Field) -> str:
    return (
        f"例\uff1a{shown(field.good)}" if not isinstance(field.good, dict | list) or not field.inner else ""
    )


def shown(example: Any) -> str:  # noqa: ANN401 (an example is whatever the field holds)
    """An example as one reads it in a line of YAML."""
    if isinstance(example, list):
        return "、".join(shown(one) for one in example)
    if isinstance(example, dict):
        return "，".join(f"{key}: {shown(one)}" for key, one in example.items())
    return json.dumps(example) if isinstance(example, bool) else str(example)


def _value(field: Field, known: Mapping[str, str], *, live: bool) -> str:
    if live:
        return known.get(field.name, UNWRITTEN)
    good = field.good[0] if isinstance(field.good, list) and field.good else field.good
    return UNWRITTEN if isinstance(good, dict | list) else shown(good)


def next_number(taken: Iterable[str]) -> str:
    """The first case number after all that were ever used; a gap is not filled, since it was printed somewhere."""
    last = max((int(number.partition("-")[2]) for number in taken), default=FIRST_NUMBER - 1)
    return f"A-{last + 1:04}"


def known_values(kind: str, key: str, library: Library) -> dict[str, str]:
    """What need not be asked: the id is the file name, the number the next one."""
    if kind == "cases":
        return {"id": key, "number": next_number(case.number for case in library.cases.values())}
    return {"id": key}


LESSON_BODY = """# {unwritten}

{{{{ lesson_card("{key}") }}}}

## {unwritten} {{ #yi data-min=20 data-mode="{mode}" }}

{unwritten}

!!! teacher "讲法"
    {unwritten}

## 练习 {{ #lianxi data-min=20 data-mode="练习" }}

!!! exercise "练习\uff1a{unwritten}"
    {unwritten}

    ??? answer "参考答案"
        {unwritten}
"""


def lesson_template(key: str) -> str:
    """A page to be filled in: its head from the models, and one part of each sort that a lesson needs."""
    head = [
        "---",
        f"title: {UNWRITTEN}  # 标题\uff1a全站唯一",
        f"description: {UNWRITTEN}  # 描述\uff1a一句话",
    ]
    body = LESSON_BODY.format(unwritten=UNWRITTEN, key=key, mode=MODES[1])
    lines = [line for field in fields(Lesson) for line in _lines(field, {"minutes": "40"}, 1, live=True)]
    return "\n".join(
        [*head, "lesson:", *lines, f"# 小节的data-mode只能是{'、'.join(MODES)}", "---", "", body]
    )
