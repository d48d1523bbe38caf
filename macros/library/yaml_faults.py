"""What people get wrong in YAML before it is YAML, said in Chinese."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, get_args

import yaml

from macros.models import KINDS, Category, Vocabularies
from macros.models.base import Record
from macros.models.page import FrontMatter
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTE_IT = "把整段内容用英文单引号括起来。"
WORD = r"[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff]*"
KEY = rf"^(\s*(?:- +)*)({WORD})"
VALUE = rf"^\s*(?:(?:- +)+(?:{WORD}: +)?|{WORD}: +)"
QUOTED = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')"""

#: (pattern of a line, message, hint, group whose start is the place)
LINE_FAULTS = (
    (re.compile(r"^ *(\t)"), "行首用了制表符（Tab键）。", "删掉它，改用空格缩进，每层两个。", 1),
    (
        re.compile(VALUE + r"(\{[{%#])"),
        "内容以“{1}”开头，资料里不能写模板代码。",
        "删掉花括号，直接写内容。",
        1,
    ),
    (re.compile(VALUE + r"([@`])"), "内容以“{1}”开头，YAML不允许。", QUOTE_IT, 1),
    (re.compile(VALUE + r"([*&%])"), "内容以“{1}”开头，YAML会当成别的意思。", QUOTE_IT, 1),
    (
        re.compile(VALUE + QUOTED + r"[ \t]*([^\s#,:\]}].*)"),
        "引号后面还有内容，YAML只认第一对引号里的部分。",
        "改用中文引号“”，或者" + QUOTE_IT,
        1,
    ),
    (
        re.compile(r"^\s*(-)(?=[\u4e00-\u9fffA-Za-z])"),
        "列表的“-”后面没有空格。",
        "在“-”后面加一个空格。",
        1,
    ),
    (
        re.compile(KEY + r": +[^'\"|>\[{\s#](?:(?! #).)*?(: )"),
        "内容里有“冒号加空格”，YAML会当成新字段。",
        "把这个冒号改成全角“\uff1a”，或者" + QUOTE_IT,
        3,
    ),
)

#: the same for a colon, which is a fault only after a field name
COLON_FAULTS = (
    (
        re.compile(KEY + "\\s*(\uff1a)"),
        "字段名“{2}”后面是全角冒号“\uff1a”。",
        "改成半角冒号，后面加一个空格，例如“{2}: ……”。",
        3,
    ),
    (
        re.compile(KEY + r"(:)(?=[^\s:])"),
        "字段名“{2}”的冒号后面没有空格。",
        "在冒号后面加一个空格，例如“{2}: ……”。",
        3,
    ),
)

#: (words in the parser's message, message, hint)
PARSER_FAULTS = (
    (
        r"quoted scalar|end of stream",
        "引号没有配对，少了一个引号。",
        "在内容末尾补上同样的引号，或者把开头的引号删掉。",
    ),
    (r"\btag\b", "用了感叹号开头的标签，这里不允许任何标签。", "删掉标签，只写内容。"),
    (r"expected a single document", "文件里有多余的“---”。", "一个文件只写一条记录，删掉多余的“---”。"),
    (
        r"block (mapping|collection|sequence|end)|expected key|indent",
        "缩进没有对齐。",
        "同一层的字段要左对齐；列表的“- ”比上一层多缩进两个空格。",
    ),
    (r"cannot start any token|alias|anchor", "内容以特殊符号开头。", QUOTE_IT),
    (
        r"mapping values are not allowed",
        "这一行的冒号用错了地方，或者上一行的缩进不对。",
        "内容里的冒号改成全角“\uff1a”；字段名左对齐。",
    ),
    (
        r"could not find expected ':'",
        "这一行不是“字段: 值”的样子。",
        "字段名后面写半角冒号和一个空格；上一行没写完的话，接到上一行末尾。",
    ),
    (r"flow (mapping|sequence)", "括号没有配对。", QUOTE_IT),
)
ANY_FAULT = ("这一行不合YAML的写法。", "对照同一文件夹里别的文件改，注意引号、冒号和缩进。")


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
            waiting += [inner for inner in _records_in(info.annotation) if inner not in seen]
    return frozenset(names)


def _records_in(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records_in(part)


def in_lines(text: str, name: str) -> Iterator[Problem]:
    """Faults that can be told from one line; blocks of literal text (after `|`) are left alone."""
    literal_indent: int | None = None
    for number, line in enumerate(text.split("\n"), 1):
        indent = len(line) - len(line.lstrip(" "))
        if literal_indent is not None and (not line.strip() or indent > literal_indent):
            continue
        literal_indent = indent if re.search(r"[:-]\s+[|>][-+]?\d?\s*$", line) else None
        if not line.lstrip().startswith("#"):
            yield from _in_line(line, name, number)


def _in_line(line: str, name: str, number: int) -> Iterator[Problem]:
    for pattern, message, hint, group in (*COLON_FAULTS, *LINE_FAULTS):
        found = pattern.match(line)
        if found and (group != 3 or "{2}" not in message or _is_key(found)):  # noqa: PLR2004 (see the tables)
            words = ("", *found.groups())
            yield Problem(name, number, found.start(group) + 1, message.format(*words), hint.format(*words))
            return


def _is_key(found: re.Match[str]) -> bool:
    """A word before a colon is a field name at the margin, or when the models know it; elsewhere it is text."""
    return not found[1] or found[2] in field_names()


def of_parser(text: str, name: str) -> Problem:
    """The fault that stopped the parser. The slow Python parser is asked again, as its words are better."""
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = f"{error.context} {error.problem}"
        message, hint = next(((m, h) for words, m, h in PARSER_FAULTS if re.search(words, said)), ANY_FAULT)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Problem(name, *_opening(error, line, column), message, hint)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return Problem(
            name, line, 1, "这一行有看不见的控制字符。", "把这一行删掉重新打一遍，不要从别处粘贴。"
        )
    except (yaml.YAMLError, RecursionError):
        pass
    return Problem(name, 1, 1, *ANY_FAULT)


def _opening(error: yaml.MarkedYAMLError, line: int, column: int) -> tuple[int, int]:
    """An unclosed quote is noticed far below; the place to mend is where it opens."""
    if error.context_mark and "quoted scalar" in str(error.context):
        return error.context_mark.line + 1, error.context_mark.column + 1
    return line, column
