"""What stopped the YAML parser, said in Chinese."""

from __future__ import annotations

import re

import yaml

from macros.library.yaml_faults import QUOTE_IT, WORD
from macros.problems import Problem

CROOKED = ("缩进没有对齐。", "同一层的字段要左对齐；列表的“- ”比上一层多缩进两个空格。")

#: (words in the parser's message, message, hint)
PARSER_FAULTS = (
    (
        r"quoted scalar|end of stream",
        "引号没有配对，少了一个引号。",
        "在内容末尾补上同样的引号，或者把开头的引号删掉。",
    ),
    (r"\btag\b", "用了感叹号开头的标签，这里不允许任何标签。", "删掉标签，只写内容。"),
    (r"expected a single document", "文件里有多余的“---”。", "一个文件只写一条记录，删掉多余的“---”。"),
    (r"block (mapping|collection|sequence|end)|expected key|indent", *CROOKED),
    (r"cannot start any token|alias|anchor", "内容以特殊符号开头。", QUOTE_IT),
    (
        r"mapping values are not allowed",
        "这一行的冒号用错了地方。",
        "内容里的冒号改成全角“\uff1a”，或者" + QUOTE_IT,
    ),
    (
        r"could not find expected ':'",
        "这一行不是“字段: 值”的样子。",
        "字段名后面写半角冒号和一个空格；是上一行没写完的话，接到上一行末尾。",
    ),
    (r"flow (mapping|sequence)", "括号没有配对。", QUOTE_IT),
)
ANY_FAULT = ("这一行不合YAML的写法。", "对照同一文件夹里别的文件改，注意引号、冒号和缩进。")
UNSEEN_HINT = "把光标前后的字删掉，重新打一遍。"
NOTICED_LATE = re.compile(r"quoted scalar|simple key|flow (mapping|sequence)")


def unseen(char: str) -> str:
    """The sentence about an invisible character."""
    return f"这里有一个看不见的字符（U+{ord(char):04X}）。"


def fault_of_parser(text: str, name: str) -> Problem:
    """The fault that stopped the parser. The slow Python parser is asked again, as its words are better."""
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        return Problem(name, *_place(error), *_sentence(error, text))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        column = error.position - text.rfind("\n", 0, error.position)
        return Problem(name, line, column, unseen(text[error.position]), UNSEEN_HINT)
    except (yaml.YAMLError, RecursionError):
        pass
    return Problem(name, 1, 1, *ANY_FAULT)


def _place(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """An unclosed quote is noticed far below; the place to mend is where it opens."""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and NOTICED_LATE.search(str(error.context)):
        mark = error.context_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _sentence(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str]:
    line, column = _place(error)
    before = text.split("\n")[line - 1][: column - 1] if line <= text.count("\n") + 1 else ""
    if error.problem and "mapping values" in error.problem and re.fullmatch(rf"\s+{WORD}", before):
        return CROOKED  # the colon is where it belongs, the line isn't
    said = f"{error.context} {error.problem}"
    return next(((m, h) for words, m, h in PARSER_FAULTS if re.search(words, said)), ANY_FAULT)
