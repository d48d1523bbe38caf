"""What a person wrote in a cell, as a value of the data; what can't be read is said with the way to mend it."""

from __future__ import annotations

import difflib
import re
import unicodedata
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from openpyxl.utils.datetime import from_excel
from openpyxl.utils.escape import unescape

from macros.ledger.rows import NEXT_LINE
from macros.ledger.shapes import Holds
from macros.library.record_sentences import shown
from macros.models.base import ID_PATTERN
from macros.models.values import partial_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.ledger.choices import Choices
    from macros.ledger.layout import Column
    from macros.ledger.reading import Cell

SPACES = " \t\r\n\u3000\u00a0"
SURE = frozenset({"s", "n"})
FORMULA = "\0"  # no cell can hold it as text
DATE = re.compile(r"(\d{4})(?:[-./\u5e74](\d{1,2})(?:[-./\u6708](\d{1,2}))?)?[\u5e74\u6708\u65e5]?\Z")
RUN_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})\Z")
NUMBER = re.compile(r"[-+]?\d+(\.\d+)?\Z")
THOUSANDS = re.compile(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?\Z")
IN_BRACKETS = re.compile(r"\uff08([A-Za-z0-9-]+)\uff09\Z")
YEARS, SERIALS = range(1900, 2101), range(20000, 80000)  # serials: 1954 to 2119
DATES = "写成2023、2023-05或2023-05-31这样"
FEW = 12  # choices that a message names


class UnreadableError(ValueError):
    """The message says what was found, `hint` how to mend it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def comparable(cell: Any) -> str:  # noqa: ANN401 (a cell, or a value of ours)
    """One text for cells that say the same: with or without spaces around, 12 as number or as text."""
    value = getattr(cell, "value", cell)
    if isinstance(value, str):
        return (
            FORMULA
            if getattr(cell, "data_type", "") in {"f", "e"}
            else tidy(value if value is cell else _plain(value))
        )
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value)
    return f"{value:.15g}" if isinstance(value, int | float) else FORMULA  # Excel keeps 15 digits


def says(cell: Cell, ours: Any) -> bool:  # noqa: ANN401 (a value of ours)
    """Whether a cell says what we have: nearly always to the letter, which is quickly seen."""
    value, kind, _ = cell
    if value == ours and type(value) is type(ours) and kind in SURE:
        return True
    return comparable(cell) == comparable(ours)


def tidy(text: str) -> str:
    """Line ends as we have them, no spaces around."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip(SPACES)


def _plain(written: str) -> str:
    """Without Excel's way of writing control characters: _x000D_. (A text that means just that is not kept.)"""
    return str(unescape(written)) if "_x" in written else written


def read(column: Column, cell: Cell, choices: Mapping[str, Choices]) -> tuple[Any, str]:
    """(Value, what was understood if it isn't what was written); None for an empty cell. Raises UnreadableError."""
    value = f"{cell.value:%H:%M}" if isinstance(cell.value, time) else cell.value
    if cell.data_type == "f" or not isinstance(value, str | int | float | date | None):
        raise UnreadableError("是公式", "复制这一格，用“选择性粘贴—数值”贴回来")
    if cell.data_type == "e":
        raise UnreadableError(f"是公式出错的结果{shown(value)}", "写上内容，或者清空")
    text = tidy(_plain(value)) if isinstance(value, str) else value
    if text is None or text == "":
        return None, ""
    if column.shape.choices:
        return _choice(text, choices[column.shape.choices]), ""
    return READERS[column.shape.holds](text, cell)


def _choice(text: Any, choices: Choices) -> Any:  # noqa: ANN401
    if text in (True, False) and text in choices.values and isinstance(text, bool):
        return text
    written = str(text)
    if written in choices.meaning:
        return choices.meaning[written]
    key = IN_BRACKETS.search(written)
    if choices.is_open and (key or re.match(ID_PATTERN, written)):
        return key[1] if key else written  # a new record, perhaps: the rules know
    all_shown = [said for said, _ in choices.values.values()]
    close = difflib.get_close_matches(written, all_shown, n=1, cutoff=0.4)
    hint = f"是不是想选“{close[0]}”？" if close else "从下拉表里选"
    allowed = (
        f"，只能是{'、'.join(all_shown)}"
        if len(all_shown) <= FEW and not choices.is_open
        else f"，{choices.name}里没有这一个"
    )
    raise UnreadableError(f"写的是{shown(text)}{allowed}", hint)


def _text(value: Any, _cell: Any) -> tuple[Any, str]:  # noqa: ANN401
    if isinstance(value, date):
        raise UnreadableError("被Excel变成了日期", "把单元格格式改成“文本”，再写一遍")
    return (value if isinstance(value, str) else f"{value:.15g}"), ""


def _lines(value: Any, cell: Any) -> tuple[Any, str]:  # noqa: ANN401
    text = _text(value, cell)[0].replace(NEXT_LINE, FORMULA)
    items = [item.strip(SPACES).replace(FORMULA, "\n") for item in text.split("\n")]
    return [item for item in items if item] or None, ""


def _date(value: Any, cell: Any) -> tuple[Any, str]:  # noqa: ANN401
    if isinstance(value, datetime | date):
        whole = value.day != 1 or "d" in re.sub(r'"[^"]*"|\[[^]]*]', "", str(cell.number_format)).lower()
        return (meant := f"{value:%Y-%m-%d}" if whole else f"{value:%Y-%m}"), f"是Excel的日期，按{meant}读"
    plain = unicodedata.normalize("NFKC", f"{value:.15g}" if isinstance(value, int | float) else value)
    plain = re.sub(r"\s", "", plain)
    found = DATE.match(plain)
    if found is None:
        raise UnreadableError(*_no_date(value, plain))
    meant = "-".join(part.zfill(2) for part in found.groups() if part)
    try:
        partial_date(meant)
    except ValueError as error:
        raise UnreadableError(f"写的是{shown(value)}，{error}", "核对这个日期") from None
    if int(found[1]) not in YEARS and isinstance(value, int | float):
        raise UnreadableError(*_no_date(value, plain))
    return meant, "" if meant == str(value) else f"写的是{shown(value)}，按{meant}读"


def _no_date(value: Any, plain: str) -> tuple[str, str]:  # noqa: ANN401
    number = float(plain) if NUMBER.match(plain) else 0
    together = RUN_TOGETHER.match(plain)
    if int(number) in SERIALS:
        day = f"{from_excel(int(number)):%Y-%m-%d}"
        return f"写的是{shown(value)}，像是Excel的日期序号，相当于{day}", f"对的话就写{day}"
    if together:
        return f"写的是{shown(value)}，不是日期的写法", f"是不是想写{'-'.join(together.groups())}？"
    return f"写的是{shown(value)}，不是日期的写法", f"{DATES}；说不清就空着"


def _number(value: Any, cell: Any) -> tuple[Any, str]:  # noqa: ANN401
    if isinstance(value, date | bool):
        raise UnreadableError("被Excel变成了日期或是非", "把单元格格式改成“常规”，再写一遍")
    if isinstance(value, int | float):
        if "%" in str(cell.number_format):
            hundred = f"{value * 100:.10g}"
            raise UnreadableError(
                f"是百分比格式，显示{hundred}%，存的却是{value:.10g}",
                f"格式改成“常规”，写{hundred}，单位写“%”",
            )
        return _whole(value), ""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", value))
    if NUMBER.match(plain) or THOUSANDS.match(plain):
        digits = plain.replace(",", "")
        return _whole(float(digits)), "" if digits == value else f"写的是{shown(value)}，按{digits}读"
    if plain.endswith("%") and NUMBER.match(plain[:-1]):
        raise UnreadableError(f"写的是{shown(value)}，这里只写数字", f"写{plain[:-1]}，单位写“%”")
    first = re.search(r"\d+(\.\d+)?", plain)
    hint = f"是不是想写{first[0]}？单位、“约”“余”等字写到别的格子" if first else "只写数字；没有数字就空着"
    raise UnreadableError(f"写的是{shown(value)}，应当是数字", hint)


def _whole_number(value: Any, cell: Any) -> tuple[Any, str]:  # noqa: ANN401
    number, said = _number(value, cell)
    if isinstance(number, float):
        raise UnreadableError(f"写的是{shown(number)}，应当是整数", "写整数")
    return number, said


def _whole(number: float) -> int | float:
    return int(number) if float(number).is_integer() else float(number)


READERS = {
    Holds.TEXT: _text,
    Holds.LINES: _lines,
    Holds.DATE: _date,
    Holds.WHOLE: _whole_number,
    Holds.NUMBER: _number,
}
