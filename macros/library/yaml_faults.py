"""What people get wrong in YAML, told from one line before the parser sees it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, get_args

from macros.models import KINDS, Category, Vocabularies
from macros.models.base import Record
from macros.models.page import FrontMatter
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTE_IT = "把整段内容用英文单引号括起来。"
WORD = r"[A-Za-z_\u4e00-\u9fff]\w*"
KEY = rf"^(?P<before>\s*(?:- +)*)(?P<key>{WORD})"
VALUE = rf"^\s*(?:(?:- +)+(?:{WORD}: +)?|{WORD}: +)"
QUOTED = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?!'))"""  # two single quotes inside stand for one
SPACE_AFTER_COLON = "冒号后面留一个空格，例如“{key}: ……”。"

#: (pattern of a line, message, hint); the group `here` is the place. A `key` counts only when it is a field name.
LINE_FAULTS = tuple(
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (r"^ *(?P<here>\t)", "行首用了制表符（Tab键）。", "删掉它，改用空格缩进，每层两个。"),
        (
            KEY + r"\s*(?P<here>\uff1a)",
            "字段名“{key}”后面是全角冒号“\uff1a”。",
            "改成半角冒号，" + SPACE_AFTER_COLON,
        ),
        (KEY + r"(?P<here>:)(?=[^\s:])", "字段名“{key}”的冒号后面没有空格。", SPACE_AFTER_COLON),
        (
            VALUE + r"(?P<here>\{[{%#])",
            "内容以“{here}”开头，资料里不能写模板代码。",
            "删掉花括号，直接写内容。",
        ),
        (VALUE + r"(?P<here>[@`*&%])", "内容以“{here}”开头，YAML会当成别的意思。", QUOTE_IT),
        (
            VALUE + QUOTED + r"[ \t]*(?P<here>[^\s#,:\]}])",
            "引号后面还有内容，YAML只认第一对引号里的部分。",
            "里面的引号改用中文引号“”，或者" + QUOTE_IT,
        ),
        (
            r"^\s*(?P<here>-)(?=[\u4e00-\u9fffA-Za-z])",
            "列表的“-”后面没有空格。",
            "在“-”后面加一个空格。",
        ),
        (
            KEY.replace("key", "field") + r": +[^'\"|>\[{\s#](?:(?! #).)*?(?P<here>: )",
            "内容里有“冒号加空格”，YAML会当成新字段。",
            "把这个冒号改成全角“\uff1a”，或者" + QUOTE_IT,
        ),
    )
)


#: a line of this shape has none of the faults, which spares most lines the table
SOUND = re.compile(
    r" *(?:- )*(?:(?:[A-Za-z_]+: )?[A-Za-z0-9_\u3001-\u9fff\u201c\u300a][^:\uff1a\"'\t>|]*|(?:[A-Za-z_]+:)?)$"
)
ENDS_IN_BLOCK = re.compile(r"[:-]\s+[|>][-+]?\d?\s*$")


def in_lines(text: str, name: str) -> Iterator[Problem]:
    """Faults that can be told from one line; blocks of literal text (after `|`) are left alone."""
    literal_indent: int | None = None
    for number, line in enumerate(text.split("\n"), 1):
        indent = len(line) - len(line.lstrip(" "))
        if literal_indent is not None and (not line.strip() or indent > literal_indent):
            continue
        if SOUND.match(line):
            literal_indent = None
            continue
        literal_indent = indent if ENDS_IN_BLOCK.search(line) else None
        if not line.lstrip().startswith("#"):
            yield from _in_line(line, name, number)


def _in_line(line: str, name: str, number: int) -> Iterator[Problem]:
    for pattern, message, hint in LINE_FAULTS:
        found = pattern.match(line)
        if found and _counts(found.groupdict()):
            words = found.groupdict()
            yield Problem(
                name, number, found.start("here") + 1, message.format(**words), hint.format(**words)
            )
            return


def _counts(words: dict[str, str]) -> bool:
    """A word before a colon is a field name at the margin, or when the models know it; elsewhere it is text."""
    return not words.get("before") or words.get("key") is None or words["key"] in field_names()


@cache
def field_names() -> frozenset[str]:
    """Every field name and every Chinese label in the models."""
    waiting: list[type[Record]] = [
        *(model for model, _ in KINDS.values()),
        Category,
        Vocabularies,
        FrontMatter,
    ]
    names: set[str] = set()
    seen: set[type[Record]] = set()
    while waiting:
        model = waiting.pop()
        seen.add(model)
        for name, info in model.model_fields.items():
            names |= {name, info.title or name}
            waiting += [inner for inner in records_in(info.annotation) if inner not in seen]
    return frozenset(names)


def records_in(annotation: object) -> Iterator[type[Record]]:
    """The record models inside an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from records_in(part)
