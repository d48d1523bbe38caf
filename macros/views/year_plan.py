"""The year's calendar: the patterns and their lead times as tables, and a place for the browser's part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.views.context import found
from macros.views.rendering import render

if TYPE_CHECKING:
    from markupsafe import Markup

    from macros.views.context import Context


def year_desk(context: Context) -> Markup:
    """Hidden until the script has its data; what it asks for nobody else learns."""
    return render("year_desk", context=context)


def year_plan(context: Context, key: str) -> Markup:
    """One pattern: its slots as the source tells them, and what it leaves open."""
    plan = found(context.library.year_plans, key, "年度格局")
    return render("year_plan", context=context, plan=plan)


def lead_time(context: Context, key: str) -> Markup:
    """What must be done how long before and after a meeting, each task with its voice."""
    return render("lead_time", context=context, lead=found(context.library.lead_times, key, "提前量"))
