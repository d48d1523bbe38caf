"""What is wrong in a workbook: the sheet, the cell, the field in Chinese, what was found, how to mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter

from macros.library.record_sentences import SENTENCES, shown
from macros.models import KINDS
from macros.models.base import ID_PATTERN, Labelled, Record
from macros.problems import SEVERITY_NAMES, Severity, printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from macros.ledger.layout import Column

#: what rules say to people who look at files -> what somebody reads who looks at sheets
OF_FILES = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"（[a-z_]+）」", "」"),  # 「层级（level）」
        (rf"data/(?P<kind>{'|'.join(KINDS)})/(?:\S*/)?(?P<id>[\w-]+)\.yml", "{name}“{id}”"),
        (
            r"把网页建成data/sources里的一条来源，这里改写来源编号",
            "在“来源”表里为那个网页加一行，这里删掉网址",
        ),
        (r"先写进data/vocabularies\.yml", "请维护的人先加进词表"),
        (r"把这一行删掉|删掉这一行", "清空这一格"),
        (r"，文件名也跟着改", ""),
        (r"写docs/training里的文件名，不带\.md", "写课的编号，就是它网址的最后一段"),
    )
)
IN_BRACKETS = re.compile(r"（[a-z_]+）")
ENGLISH = re.compile(r"[a-z_]+")
#: pydantic's error type -> (what was found, how to mend it), where a cell needs other words than a file
IN_CELLS: Mapping[str, tuple[str, str]] = {
    "missing": ("没有填，这一项必填", ""),
    "too_short": ("没有填，至少要一项", ""),
    "string_too_short": ("是空的", "写上内容"),
    "too_long": ("写了{actual_length}项，最多{max_length}项", "留下最要紧的"),
    "greater_than_equal": ("写的是{value}，不能小于{ge}", "核对这个数"),
}
ID_SHAPE = ("写的是{value}，编号只能用字母、数字和短横线", "用拼音写，字与字之间用短横线")
OTHER = ("写的是{value}，不合这一项的写法", "")


@dataclass(frozen=True, order=True)
class CellProblem:
    """One thing to mend. `row` and `column` count from 1; 0 means the whole sheet, an empty sheet the whole file."""

    sheet: str
    row: int
    column: int
    message: str
    hint: str = ""
    severity: Severity = "error"

    @property
    def is_error(self) -> bool:
        """Whether nothing may be written because of it."""
        return self.severity == "error"

    def __str__(self) -> str:
        """「案例」表C5：错误：「标题」写了31个字，最多25个字。"""
        cell = f"{get_column_letter(self.column)}{self.row}" if self.row and self.column else ""
        place = f"「{self.sheet}」表{cell}\uff1a" if self.sheet else ""
        mend = f"\n    怎么改\uff1a{self.hint}" if self.hint else ""
        return printable(f"{place}{SEVERITY_NAMES[self.severity]}\uff1a{self.message}{mend}")


def of_model(
    detail: ErrorDetails, column: Column | None, example: str, model: type[Record]
) -> tuple[str, str]:
    """(message, hint) for one fault that the model found in the value of a column, or in a row of `model`."""
    name = f"「{column.head}」" if column else "这一行"
    owner = column.owner if column else model
    kind, value = detail["type"], detail["input"]
    if kind == "value_error":
        said, _, mend = str(detail["ctx"]["error"]).partition("\uff1b")
        found = "" if isinstance(value, dict) else f"写的是{shown(value)}\uff0c"
        return (
            f"{name}{found}{in_chinese(said, owner)}。",
            f"{(in_chinese(mend, owner) or example).rstrip('。')}。",
        )
    said, mend = IN_CELLS.get(kind) or _as_in_files(detail)
    size = len(value) if isinstance(value, str | list) else 0
    words: dict[str, Any] = {"name": "", "value": shown(value), "count": size, **detail.get("ctx", {})}
    hint = "。".join(part for part in (mend.format(**words).rstrip("。"), example) if part)
    return f"{name}{said.format(**words).rstrip('。')}。", f"{hint.rstrip('。')}。" if hint else ""


def _as_in_files(detail: ErrorDetails) -> tuple[str, str]:
    if detail["type"] == "string_pattern_mismatch":
        return ID_SHAPE if detail["ctx"]["pattern"] == ID_PATTERN else OTHER
    return SENTENCES.get(detail["type"], OTHER)


def of_rule(message: str, hint: str, column: Column | None) -> tuple[str, str]:
    """A rule's words, which were written for those who look at files."""
    chosen = column and column.shape.choices and "是不是" not in hint
    mend = "从下拉表里选；新加的，先在它自己的表里加一行。" if chosen else hint
    return of_sheets(message), of_sheets(mend)


def of_sheets(sentence: str) -> str:
    """A rule's sentence without files, lines and the names of fields."""
    for pattern, said in OF_FILES:
        sentence = pattern.sub(partial(_filled, said), sentence)
    return sentence


def _filled(said: str, found: re.Match[str]) -> str:
    words = found.groupdict()
    return said.format(name=KINDS[words["kind"]][1], **words) if words else said


def in_chinese(sentence: str, owner: type[Record]) -> str:
    """A model's sentence as somebody reads it who sees heads, not the names of fields."""
    words: dict[str, str] = {}
    for name, info in owner.model_fields.items():
        words[name] = f"“{info.title}”"
        for model in (info.annotation,):
            if isinstance(model, type) and issubclass(model, Labelled):
                words |= {member.value: f"“{member.label}”" for member in model}
    words |= {"true": "“是”", "false": "“否”"}
    sentence = IN_BRACKETS.sub("", sentence)
    return ENGLISH.sub(lambda found: words.get(found[0], found[0]), sentence)
