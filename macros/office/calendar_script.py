"""年度协商日历: the patterns and lead times as a script for the browser, which knows no server."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from macros.models.values import State
from macros.models.year_plan import Side
from macros.office.calendar_sheet import calendar_sheet
from macros.products import Group, Product

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library
    from macros.models.values import Voiced
    from macros.models.year_plan import LeadTask, YearSlot
    from macros.products import Read

PATH = "forms/data/calendar.js"
EDITOR = "编者建议"


def calendar_products(library: Library, _read: Read) -> Iterator[Product]:
    """The script, which nobody takes away, and an empty workbook for each pattern."""
    told = json.dumps(calendar_data(library), ensure_ascii=False, separators=(",", ":"))
    if not library.year_plans:
        return
    yield Product(path=PATH, made_from=told, make=f"xyYear.take({told});\n".encode, group=Group.LEDGERS)
    for plan in library.year_plans.values():
        yield Product(
            path=f"files/calendar/{plan.id}.xlsx",
            made_from=told + plan.model_dump_json(),
            make=partial(calendar_sheet, library, plan),
            group=Group.LEDGERS,
            title=f"年度协商日历空表：{plan.title}",
            purpose="填上开会的日期，会前会后要办的事自己算出日期",
        )


def calendar_data(library: Library) -> dict[str, Any]:
    """{plans: each with its slots, leads: {id: tasks}}; a number that no source tells is null."""
    plans = [
        {
            "id": plan.id,
            "title": plan.title,
            "summary": plan.summary,
            "gaps": plan.gaps,
            "slots": [_slot(library, slot) for slot in plan.slots],
        }
        for plan in library.year_plans.values()
    ]
    leads = {key: [_task(library, task) for task in lead.tasks] for key, lead in library.lead_times.items()}
    return {"plans": plans, "leads": leads}


def voice(library: Library, said: Voiced) -> str:
    """The label of the source, or whose advice it is."""
    return library.sources[said.source].label if said.source else EDITOR


def _slot(library: Library, slot: YearSlot) -> dict[str, Any]:
    stated = slot.times.state is State.STATED and isinstance(slot.times.value, int)
    return {
        "id": slot.id,
        "name": slot.name,
        "rank": [text for text in (slot.mark, slot.tier) if text],
        "told": slot.times.printed,
        "times": slot.times.value if stated else None,
        "voice": voice(library, slot),
        "note": slot.note or "",
        "lead": slot.lead_time,
    }


def _task(library: Library, task: LeadTask) -> list[Any]:
    """[name, count (before the meeting: negative), unit, in words, who, voice, note, form's id, form's title]."""
    count = -task.count if task.side is Side.BEFORE else task.count
    form = library.forms[task.form] if task.form else None
    filed = [form.id, form.title] if form else ["", ""]
    return [
        task.name,
        count,
        task.unit.value,
        task.told,
        task.who or "",
        voice(library, task),
        task.note or "",
        *filed,
    ]
