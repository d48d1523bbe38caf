"""What Excel itself refuses while somebody types: one rule a column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.ledger.guide import HOW
from macros.ledger.layout import LEDGER
from macros.ledger.shapes import Holds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.ledger.choices import Choices
    from macros.ledger.layout import Column, Sheet

LONGEST_CELL = 32767
MESSAGE, TITLE = 255, 32  # characters that Excel allows
DAY = 10  # characters of 2023-05-31
YEAR = 4


def rule(column: Column, letter: str, sheet: Sheet, choices: Mapping[str, Choices]) -> dict[str, Any]:
    """XlsxWriter's options for the cells of a column, `letter` in the sheet."""
    must = "必填。" if column.required else ""
    said = f"{must}{column.info.description}。{HOW[column.shape.holds]}"
    return {
        "ignore_blank": True,
        "input_title": column.head[:TITLE],
        "input_message": said[:MESSAGE],
        "error_title": f"{column.head}：不合要求"[:TITLE],
        **_what(column, letter, sheet, choices),
    }


def _what(column: Column, letter: str, sheet: Sheet, choices: Mapping[str, Choices]) -> dict[str, Any]:
    if column.shape.choices:
        new = choices[column.shape.choices].is_open
        message = "下拉表里没有这一个。刚新加的，写它的编号，选“是”。" if new else "只能从下拉表里选。"
        kind = "warning" if new else "stop"
        return {
            "validate": "list",
            "source": f"=_{column.shape.choices}",
            "error_type": kind,
            "error_message": message,
        }
    if not sheet.field and column.field in {"id", LEDGER[sheet.kind]}:
        formula = f"=COUNTIF(${letter}:${letter},{letter}2)=1"
        return {"validate": "custom", "value": formula, "error_message": "这个号已经有了，换一个没用过的。"}
    return RULES[column.shape.holds](column)


def _text(column: Column) -> dict[str, Any]:
    longest = column.shape.longest or LONGEST_CELL
    said = f"最多{longest}个字，写短些。"
    return {"validate": "length", "criteria": "<=", "value": longest, "error_message": said}


def _date(_column: Column) -> dict[str, Any]:
    said = f"日期{HOW[Holds.DATE]}"
    return {
        "validate": "length",
        "criteria": "between",
        "minimum": YEAR,
        "maximum": DAY,
        "error_message": said,
    }


def _number(column: Column) -> dict[str, Any]:
    kind = "integer" if column.shape.holds is Holds.WHOLE else "decimal"
    smallest = next((limit.ge for limit in column.info.metadata if hasattr(limit, "ge")), -1e15)
    said = "只写数字，不带单位。" if smallest else "只写数字，不带单位，不能小于0。"
    return {"validate": kind, "criteria": ">=", "value": smallest, "error_message": said}


RULES = {
    Holds.TEXT: _text,
    Holds.LINES: _text,
    Holds.DATE: _date,
    Holds.WHOLE: _number,
    Holds.NUMBER: _number,
}
