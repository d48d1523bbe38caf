"""Issue forms of the hosts, made from the model; and an issue's text read back into a record."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from macros.contributing.questions import ASKED, MADE_BY_US, asked_fields, control, options
from macros.contributing.templates import next_number, shown
from macros.library.modeline import modeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.contributing.fields import Field
    from macros.library import Library

#: forms that a host shows; the others need files of their own and the form pages do better
OFFERED = ("cases", "corrections", "reports")
#: where each host looks for them
FOLDERS = (".github/ISSUE_TEMPLATE", ".gitee/ISSUE_TEMPLATE", ".gitcode/ISSUE_TEMPLATE")
NOTHING = ("", "_No response_", "None", "无")
HEADING = re.compile(r"^### (.+?)[ \t]*$", re.MULTILINE)
MADE = "# 由模型生成，改这里没有用；改了模型，运行python3 run.py fmt。\n"


def issue_forms(library: Library) -> dict[str, str]:
    """Path to text of every form of every host."""
    made = {kind: _form(kind, library) for kind in OFFERED}
    return {f"{folder}/{kind}.yml": text for folder in FOLDERS for kind, text in made.items()}


def _form(kind: str, library: Library) -> str:
    """YAML whose values are JSON, which is YAML: nothing needs another way of quoting."""
    asked = ASKED[kind]
    intro = f"{asked.purpose}不写个人姓名、手机号、身份证号和涉密内容。没有的空着。"
    lines = [
        f"name: {_quoted(asked.title)}",
        f"description: {_quoted(asked.purpose)}",
        f"title: {_quoted(f'{asked.title}：')}",
        "body:",
        "  - type: markdown",
        f"    attributes: {_quoted({'value': intro})}",
    ]
    for field in _shown(kind):
        lines += [
            f"  - type: {_type(field)}",
            f"    id: {field.name}",
            f"    attributes: {_quoted(_attributes(field, library))}",
            f"    validations: {_quoted({'required': field.required})}",
        ]
    return MADE + "\n".join(lines) + "\n"


def _quoted(value: Any) -> str:  # noqa: ANN401 (whatever JSON holds)
    return json.dumps(value, ensure_ascii=False)


def _shown(kind: str) -> list[Field]:
    return [field for field in asked_fields(kind) if field.name not in MADE_BY_US]


def _type(field: Field) -> str:
    return {"select": "dropdown", "boxes": "dropdown", "line": "input", "id": "input"}.get(
        control(field), "textarea"
    )


def _attributes(field: Field, library: Library) -> dict[str, Any]:
    how = f"{field.meaning}。例：{shown(field.good)}。" if not field.inner else f"{field.meaning}。"
    if field.inner:
        how += f"一行写一条，各项用竖线隔开，依次是：{'｜'.join(one.label for one in field.inner)}。后面没有的不写。"
    elif _type(field) == "textarea" and field.many:
        how += "一行写一条。"
    told: dict[str, Any] = {"label": field.label, "description": how}
    if _type(field) == "dropdown":
        told["options"] = [label for _, label in options(field, library)]
        told |= {"multiple": True} if field.many else {}
    return told


def kind_of_issue(text: str) -> str | None:
    """The form whose headings the text has most of; nothing when it has none."""
    there = set(HEADING.findall(text))
    found = {kind: len(there & {field.label for field in _shown(kind)}) for kind in OFFERED}
    best = max(found, key=lambda kind: found[kind])
    return best if found[best] else None


def record_from_issue(text: str, kind: str, key: str, library: Library) -> str:
    """The YAML of what somebody wrote; whether it is sound is for the checks to say."""
    parts = HEADING.split(text)
    answers = {label: said.strip() for label, said in zip(parts[1::2], parts[2::2], strict=True)}
    lines = [modeline(kind), f"id: {key}"]
    if kind == "cases":
        lines.append(f"number: {next_number(case.number for case in library.cases.values())}")
    for field in _shown(kind):
        said = answers.get(field.label, "")
        if said not in NOTHING:
            lines += _lines(field, said, library)
    return "\n".join(lines) + "\n"


def _lines(field: Field, said: str, library: Library) -> Iterator[str]:
    if field.inner:
        yield f"{field.name}:"
        rows = said.splitlines() if field.many else said.splitlines()[:1]
        for row in filter(str.strip, rows):
            yield from _group(field, row, library)
    elif field.many:
        yield f"{field.name}:"
        parts = re.split(r"[,，]\s*" if control(field) == "boxes" else r"\n", said)
        yield from (f"  - {_value(field, part, library)}" for part in filter(str.strip, parts))
    else:
        yield f"{field.name}: {_value(field, ' '.join(said.split()), library)}"


def _group(field: Field, row: str, library: Library) -> Iterator[str]:
    """One line of an answer: its pieces in the order of the fields."""
    pieces = re.split(r"[|｜]", re.sub(r"^[-*] ", "", row.strip()))
    dash = "  - " if field.many else "  "
    for one, piece in zip(field.inner, pieces, strict=False):
        if piece.strip() not in NOTHING:
            yield f"{dash}{one.name}: {_value(one, piece, library)}"
            dash = "    " if field.many else "  "


def _value(field: Field, text: str, library: Library) -> str:
    """As YAML: numbers and truths plain, Chinese names of choices and records as their ids, all else in quotes."""
    word = re.sub(r"^[-*] ", "", text.strip())
    known: Mapping[str, str] = {label: value for value, label in options(field, library)}
    word = known.get(word, word)
    if field.shape in {"number", "truth"} and re.fullmatch(r"-?\d+(\.\d+)?|true|false", word):
        return word
    quoted = word.replace("'", "''")
    return f"'{quoted}'"
