"""A session plan on the page: every part of every lesson with its clock time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.library.lesson_text import parts
from macros.views.context import found
from macros.views.rendering import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from macros.library import Library
    from macros.models import SessionPlan
    from macros.models.session_plan import PlanDay, PlanItem
    from macros.views.context import Context

MINUTES_OF_A_DAY = 24 * 60
PAUSE, QUIZ = "休息", "测验"


@dataclass(frozen=True)
class Part:
    """A row: what happens, for how long, in which way."""

    title: str
    minutes: int
    mode: str
    kind: str
    note: str = ""


@dataclass(frozen=True)
class Block:
    """An item of the plan: a lesson or a kit with its parts under a title of its own, or one part without a title."""

    title: str
    address: str
    parts: tuple[Part, ...]
    note: str = ""

    @property
    def minutes(self) -> int:
        """All its parts together."""
        return sum(part.minutes for part in self.parts)


def _lesson(library: Library, item: PlanItem) -> Block:
    """The lesson's own parts. A lesson that isn't there yet has none: a rule speaks of it."""
    bodies = {page.path: page.body for page in library.pages}
    body = bodies.get(f"docs/training/{item.lesson}.md", "")
    front = library.lessons.get(item.lesson or "")
    rows = tuple(
        Part(part.title, part.minutes or 0, part.marks.get("data-mode", ""), "lesson") for part in parts(body)
    )
    return Block(front.title if front else "", f"training/{item.lesson}/", rows, item.note or "")


def _kit(library: Library, item: PlanItem) -> Block:
    kit = library.kits[item.kit or ""]
    rows = tuple(Part(step.name, step.minutes, "演练", "kit") for step in kit.agenda)
    return Block(f"模拟协商：{kit.title}", f"training/kits/{kit.id}/", rows, item.note or "")


def _quiz(library: Library, item: PlanItem) -> Block:
    quiz = library.quizzes[item.quiz or ""]
    row = Part("做题，对答案，讲错得多的", item.minutes or 0, QUIZ, "quiz")
    return Block(f"测验：{quiz.title}", f"training/quizzes/{quiz.id}/", (row,), item.note or "")


def _single(title: str, mode: str, kind: str, item: PlanItem) -> Block:
    return Block("", "", (Part(title, item.minutes or 0, mode, kind, item.note or ""),))


def block(library: Library, item: PlanItem) -> Block:
    """The rows of one item."""
    if item.lesson is not None:
        return _lesson(library, item)
    if item.kit is not None:
        return _kit(library, item)
    if item.pause is not None:
        return _single(item.pause, PAUSE, "pause", item)
    if item.quiz is not None:
        return _quiz(library, item)
    return _single(item.what or "", "", "what", item)


def clock(minutes: int) -> str:
    """Minutes since midnight as 「08:30」."""
    return f"{minutes % MINUTES_OF_A_DAY // 60:02}:{minutes % 60:02}"


def start_of(day: PlanDay) -> int:
    """When a day starts, in minutes since midnight."""
    hours, minutes = day.start.split(":")
    return int(hours) * 60 + int(minutes)


def timed(library: Library, day: PlanDay) -> Iterator[tuple[Block, list[tuple[str, Part]]]]:
    """Every block with its parts, each with 「08:30–08:38」."""
    now = start_of(day)
    for item in day.items:
        rows, one = [], block(library, item)
        for part in one.parts:
            rows.append((f"{clock(now)}–{clock(now + part.minutes)}", part))
            now += part.minutes
        yield one, rows


def length(library: Library, day: PlanDay) -> int:
    """All minutes of a day."""
    return sum(block(library, item).minutes for item in day.items)


def end_of(library: Library, day: PlanDay) -> str:
    """When a day ends by the plan."""
    return clock(start_of(day) + length(library, day))


def _plan(context: Context, key: str) -> SessionPlan:
    return found(context.library.session_plans, key, "流程表")


def plan_index(context: Context) -> Markup:
    """All session plans with their days and hours."""
    library = context.library
    plans = [
        (plan, [(day, end_of(library, day)) for day in plan.days]) for plan in library.session_plans.values()
    ]
    return render("plan_index", context=context, plans=plans)


def plan_card(context: Context, key: str) -> Markup:
    """For whom, how long, what to bring."""
    plan = _plan(context, key)
    days = [(day, end_of(context.library, day), length(context.library, day)) for day in plan.days]
    return render("plan_card", context=context, plan=plan, days=days)


def plan_day(context: Context, key: str, number: str) -> Markup:
    """The table of one day (counted from 1), which the browser's clock goes by."""
    plan = _plan(context, key)
    day = found({str(n): day for n, day in enumerate(plan.days, 1)}, number, "天")
    return render(
        "plan_day",
        context=context,
        plan=plan,
        day=day,
        blocks=list(timed(context.library, day)),
        end=end_of(context.library, day),
    )
