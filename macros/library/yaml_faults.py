"""What people get wrong in YAML before it is YAML, said in Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = r"^(\s*(?:- )*)([A-Za-z_]\w*)"

#: (pattern of a line, message, hint, group whose start is the place)
LINE_FAULTS = (
    (re.compile(r"^ *(\t)"), "行首用了制表符（Tab键）。", "删掉它，改用空格缩进，每层两个。", 1),
    (
        re.compile(KEY + "(\uff1a)"),
        "字段名“{2}”后面是全角冒号“\uff1a”。",
        "改成半角冒号加一个空格，例如“{2}: ……”。",
        3,
    ),
    (
        re.compile(KEY + r"(:)(?=[^\s:/])"),
        "字段名“{2}”的冒号后面没有空格。",
        "在冒号后面加一个空格，例如“{2}: ……”。",
        3,
    ),
    (
        re.compile(r"^\s*(?:- )*[A-Za-z_]\w*: +([@`])"),
        "内容以“{1}”开头，YAML不允许。",
        "把整段内容用英文单引号括起来。",
        1,
    ),
    (
        re.compile(r"^\s*(?:- )*[A-Za-z_]\w*: +(\*)"),
        "内容以“{1}”开头，YAML会当成引用。",
        "把整段内容用英文单引号括起来。",
        1,
    ),
    (re.compile(r"^\s*-(?=[\u4e00-\u9fffA-Za-z])()"), "列表的“-”后面没有空格。", "在“-”后面加一个空格。", 1),
    (
        re.compile(KEY + r": +[^'\"|>\[{\s#][^#]*?(: )"),
        "内容里有“冒号加空格”，YAML会当成新字段。",
        "把冒号改成全角“\uff1a”，或者把整段内容用英文单引号括起来。",
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
    (
        r"could not determine a constructor|tag",
        "用了感叹号开头的标签，这里不允许任何标签。",
        "删掉标签，只写内容。",
    ),
    (r"expected a single document", "文件里有多余的“---”。", "一个文件只写一条记录，删掉多余的“---”。"),
    (
        r"block (mapping|collection|sequence|end)|expected key|indent",
        "缩进没有对齐。",
        "同一层的字段要左对齐；列表的“- ”比上一层多缩进两个空格。",
    ),
    (r"cannot start any token|alias|anchor", "内容以特殊符号开头。", "把整段内容用英文单引号括起来。"),
    (
        r"mapping values are not allowed",
        "这一行的冒号用错了地方，或者上一行的缩进不对。",
        "内容里的冒号改成全角“\uff1a”；字段名左对齐。",
    ),
)
ANY_FAULT = ("这一行不合YAML的写法。", "对照同一文件夹里别的文件改，注意引号、冒号和缩进。")


def in_lines(text: str, name: str) -> Iterator[Problem]:
    """Faults that can be told from one line; blocks of literal text (after `|`) are left alone."""
    literal_indent: int | None = None
    for number, line in enumerate(text.splitlines(), 1):
        indent = len(line) - len(line.lstrip(" "))
        if literal_indent is not None and (not line.strip() or indent > literal_indent):
            continue
        literal_indent = indent if re.search(r":\s*[|>][-+]?\s*$", line) else None
        yield from _in_line(line, name, number)


def _in_line(line: str, name: str, number: int) -> Iterator[Problem]:
    if line.lstrip().startswith("#"):
        return
    for pattern, message, hint, group in LINE_FAULTS:
        found = pattern.match(line)
        if found:
            words = ("", *found.groups())
            yield Problem(name, number, found.start(group) + 1, message.format(*words), hint.format(*words))
            return


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
    except yaml.YAMLError:
        pass
    return Problem(name, 1, 1, *ANY_FAULT)


def _opening(error: yaml.MarkedYAMLError, line: int, column: int) -> tuple[int, int]:
    """An unclosed quote is noticed far below; the place to mend is where it opens."""
    if error.context_mark and "quoted scalar" in str(error.context):
        return error.context_mark.line + 1, error.context_mark.column + 1
    return line, column
