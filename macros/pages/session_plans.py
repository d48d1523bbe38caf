"""Pages of session plans: the index, and one page for each with a table for every day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.pages.markdown import call, heading, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library

ABOUT = "课时、休息和演练排成的分钟表，可以打印，也可以在课堂上当时钟用：倒计时、超时、往后顺延，都在本机，不上传。"


def plan_pages(library: Library) -> Iterator[tuple[str, str]]:
    """(address, Markdown) of the index and of every plan."""
    yield "training/run/index.md", page("流程表", ABOUT, [ABOUT, call("plan_index")])
    for plan in library.session_plans.values():
        blocks = [call("plan_card", plan.id)]
        for number, day in enumerate(plan.days, 1):
            blocks += [heading(2, day.name, f"day-{number}"), call("plan_day", plan.id, str(number))]
        yield f"training/run/{plan.id}.md", page(f"流程表：{plan.title}", plan.summary, blocks)
