"""The words on the first sheet, on the heads and beside the cells: from the models, for people who know Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.ledger.layout import FOR_READING, LEFT_OUT
from macros.ledger.shapes import Holds
from macros.models import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.ledger.choices import Choices
    from macros.ledger.layout import Column, Sheet

NAME = "填写说明"
OPTIONS = "选项"
BEFORE = (
    "这份台账和网站上的记录是同一份东西：改好以后交回，导入时逐格核对，有错一次说全，一处也不会写坏。",
    "一、一行一个案例、地方、来源、流程表或者表单；深色表头是必填。鼠标停在表头上，能看到这一项的意思、好例子和坏例子。",
    "二、一个案例的参加者、经过、数字等，各在自己的表里，一行一条，用案例号对上；流程表的各天、安排也一样，用编号对上，安排再用哪一天对上。带“"
    + FOR_READING.strip("（）")
    + "”的列，改了也不算。",
    "三、有下拉箭头的，从里面选。刚在“地方”“来源”表里新加的，直接写它的编号。",
    "四、“一行一条”的格子，用Alt加回车换行，每行写一条。",
    "五、日期写成2023、2023-05或2023-05-31；数字只写数字，不带单位，不写公式。",
    "六、材料没有写的，空着，不要估。材料用X隐去的数字，“状态”选“脱敏”，“原文写法”照抄，“数值”空着。",
    "七、要加案例，写在最后一行下面，案例号接着往下编，编号用拼音。删掉一行不会删掉网站上的记录。",
    "八、不写个人姓名、身份证号、手机号。不要合并单元格，不要改表名和表头；列的前后可以换。",
    "九、用WPS的，另存为“Microsoft Excel 文件（*.xlsx）”。",
)
ABOUT_SHEETS = "各张表"
NO_TABLE = "一层套一层，一张表放不下，不在这里改；所以新的也不在这里加，请维护的人建"
HOW = {
    Holds.TEXT: "",
    Holds.LINES: "一行一条，Alt加回车换行。",
    Holds.DATE: "写成2023、2023-05或2023-05-31。",
    Holds.WHOLE: "只写整数，不带单位。",
    Holds.NUMBER: "只写数字，不带单位。",
    Holds.CHOICE: "从下拉表里选。",
}


def sheets_told(layout: tuple[Sheet, ...]) -> list[tuple[str, str]]:
    """(Name of a sheet, what a row of it is)."""
    told = []
    for sheet in layout:
        heads = "、".join(column.head for column in sheet.columns[:4])
        model, name = KINDS[sheet.kind]
        row = f"一行是一个{name}的一条“{sheet.name}”" if sheet.field else f"一行是一个{name}"
        more = "等" if len(sheet.columns) > len(heads.split("、")) else ""
        absent = "、".join(model.label_of(field) for kind, field in sorted(LEFT_OUT) if kind == sheet.kind)
        left = f"。“{absent}”{NO_TABLE}" if absent and not sheet.field else ""
        told.append((sheet.name, f"{row}：{heads}{more}{left}"))
    return told


def note(column: Column, choices: Mapping[str, Choices]) -> str:
    """What stands on a head when the mouse rests there."""
    bad = (column.info.json_schema_extra or {})["bad_example"]  # type: ignore[index]
    must = "必填。" if column.required else ""
    longest = f"最多{column.shape.longest}个字。" if column.shape.longest else ""
    lines = [
        f"{column.info.description}。{must}{HOW[column.shape.holds]}{longest}",
        f"好例子：{good_example(column, choices)}",
        f"坏例子：{bad}",
    ]
    return "\n".join(lines)


def good_example(column: Column, choices: Mapping[str, Choices]) -> str:
    """The model's good example, as it looks in the cell."""
    good: Any = (column.info.examples or [""])[0]
    good = good[0] if isinstance(good, list) else good
    return choices[column.shape.choices].shown(good) if column.shape.choices else str(good)
