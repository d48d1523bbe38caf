"""年度协商日历 as an empty workbook: a date is filled in, and the dates of the tasks follow by formula."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import xlsxwriter

from macros.models.values import State
from macros.models.year_plan import LeadUnit, Side
from macros.office.same_bytes import BEGINNING, normalized

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlsxwriter.worksheet import Worksheet

    from macros.library import Library
    from macros.models import YearPlan
    from macros.models.values import Voiced
    from macros.models.year_plan import LeadTask, YearSlot

EDITOR = "编者建议"
SPARE = 2  # rows for a slot of which no source tells how often
LINES = {"font_name": "宋体", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
LOOKS: dict[str, dict[str, Any]] = {
    "text": {**LINES, "num_format": "@"},
    "date": {**LINES, "num_format": "yyyy-mm-dd", "align": "left"},
    "head": {**LINES, "bold": True, "bg_color": "#E7E6E6"},
    "plain": {"font_name": "宋体", "font_size": 10, "text_wrap": True, "valign": "top"},
}
MEETINGS = (
    ("名目", 24),
    ("位和档", 12),
    ("次数（照原文）", 16),
    ("第几次", 8),
    ("日期", 12),
    ("议题", 34),
    ("承办单位", 18),
    ("依据", 14),
)
TASKS = (
    ("日期", 12),
    ("哪一场", 26),
    ("要做的事", 40),
    ("什么时候", 16),
    ("谁做", 16),
    ("表单", 18),
    ("依据", 22),
)
DATE_COLUMN = "E"
SHEETS = ("会", "要办的事", "说明")
HOW = (
    "在“会”这一页填日期（写成2027-03-15），“要办的事”里的日期自己算出来；没有填日期的留空。",
    "次数照原文写；隐去的和没有交代的，留了两行，由您自己定几次，不够就复制一行。",
    "“依据”写明是哪一份来源说的，还是编者建议。来源写明的时限是那一个地方的规定。",
    "工作日只跳过周六、周日，没有算节假日和调休。",
)


def calendar_sheet(library: Library, plan: YearPlan) -> bytes:
    """The .xlsx of one pattern: the meetings, the tasks, what the source leaves open."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties(
        {"title": plan.title, "created": datetime(*BEGINNING, tzinfo=UTC).replace(tzinfo=None)}
    )
    looks = {name: book.add_format(look) for name, look in LOOKS.items()}
    meetings, tasks, about = (book.add_worksheet(name) for name in SHEETS)
    rows = list(_meetings(plan))
    _write(meetings, MEETINGS, [_meeting(library, *row) for row in rows], looks)
    _write(tasks, TASKS, list(_tasks(library, rows)), looks)
    about.set_column(0, 0, 100)
    gaps = [f"原文没有交代：{gap}" for gap in plan.gaps]
    for line, text in enumerate((f"年度协商日历：{plan.title}", plan.summary, *HOW, *gaps)):
        about.write_string(line, 0, text, looks["plain"])
    book.close()
    return normalized(target.getvalue())


def _meetings(plan: YearPlan) -> Iterator[tuple[YearSlot, int]]:
    """Each slot as often as the source tells; the others twice, to be counted by whoever plans."""
    for slot in plan.slots:
        told = slot.times.value if slot.times.state is State.STATED else None
        for number in range(1, (int(told) if told else SPARE) + 1):
            yield slot, number


def _voice(library: Library, said: Voiced) -> str:
    return library.sources[said.source].label if said.source else EDITOR


def _meeting(library: Library, slot: YearSlot, number: int) -> list[str]:
    rank = "，".join(text for text in (slot.mark, slot.tier) if text)
    told = slot.times.printed
    state = "" if slot.times.state is State.STATED else f"（{slot.times.state.label}）"
    named = told if told == slot.times.state.label else f"{told}{state}"
    return [slot.name, rank, named, f"第{number}次", "", "", "", _voice(library, slot)]


def _tasks(library: Library, rows: list[tuple[YearSlot, int]]) -> Iterator[list[str]]:
    for line, (slot, number) in enumerate(rows, 2):
        for task in library.lead_times[slot.lead_time].tasks if slot.lead_time else []:
            form = library.forms[task.form].title if task.form else ""
            who = task.who or ""
            voice = "，".join(text for text in (_voice(library, task), task.note) if text)
            yield [_date(task, line), f"{slot.name}第{number}次", task.name, task.told, who, form, voice]


def _date(task: LeadTask, line: int) -> str:
    """A formula over the day of the meeting in that line; an empty cell stays empty."""
    cell = f"{SHEETS[0]}!${DATE_COLUMN}${line}"
    count = -task.count if task.side is Side.BEFORE else task.count
    moved = {
        LeadUnit.DAY: f"{cell}+{count}",
        LeadUnit.WEEK: f"{cell}+{7 * count}",
        LeadUnit.MONTH: f"EDATE({cell},{count})",
        LeadUnit.WORKDAY: f"WORKDAY({cell},{count})",
    }
    return f'=IF({cell}="","",{moved[task.unit]})'


def _write(
    page: Worksheet, heads: tuple[tuple[str, int], ...], rows: list[list[str]], looks: dict[str, Any]
) -> None:
    dates = next(number for number, (head, _) in enumerate(heads) if head == "日期")
    for column, (head, width) in enumerate(heads):
        page.set_column(column, column, width)
        page.write_string(0, column, head, looks["head"])
    for line, row in enumerate(rows, 1):
        for column, text in enumerate(row):
            look = looks["date" if column == dates else "text"]
            if text.startswith("=IF(") and column == dates:
                page.write_formula(line, column, text, look, "")
            elif text:
                page.write_string(line, column, text, look)
            else:
                page.write_blank(line, column, None, look)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
