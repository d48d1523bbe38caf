"""The parts of a kit's page: an exercise made from a case, each part saying so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.views.context import found
from macros.views.rendering import render

if TYPE_CHECKING:
    from markupsafe import Markup

    from macros.library import Library
    from macros.models import Kit
    from macros.views.context import Context

CARDS_ON_A_SHEET = 4
#: what stands on every part and every paper of a kit
NOTICE = "根据案例编写的练习，不是案例本身"
#: Word papers of a kit: file name in the zip -> what it is for
PAPERS = {
    "角色卡": "四张一页，按虚线剪开，每人只看自己的一张",
    "主持人手册": "流程、提示、介入办法、复盘提问",
    "观察员记录表": "每名观察员一张",
    "评分表": "每组一张，印着方法自己的检查点",
    "成果单": "每组一张，写下商定的事，当场签",
    "案例背景": "哪些是真的，哪些是练习添的；讲评时发",
}


def _kit(context: Context, key: str) -> Kit:
    return found(context.library.kits, key, "模拟协商")


def package(key: str) -> str:
    """Where the zip of a kit stands, from the top of the site."""
    return f"files/kits/{key}.zip"


def clock(kit: Kit) -> list[int]:
    """The minute at which each item of the agenda begins."""
    return [sum(item.minutes for item in kit.agenda[:index]) for index in range(len(kit.agenda))]


def checkpoint(library: Library, kit: Kit, step: str | None) -> str:
    """What the method's own record asks of a step; "" where it asks nothing."""
    steps = {one.name: one for one in library.methods[kit.method].steps}
    if step is None or step not in steps:
        return ""
    advice = steps[step].advice
    return steps[step].check or (advice.check if advice else None) or ""


def kit_index(context: Context) -> Markup:
    """All kits: what they exercise, on which case, for how many and how long."""
    return render("kit_index", context=context, kits=context.library.kits.values(), notice=NOTICE)


def kit_card(context: Context, key: str) -> Markup:
    """Method, case, people, minutes, what is handed in, and the papers to take away."""
    return render(
        "kit_card",
        context=context,
        kit=_kit(context, key),
        notice=NOTICE,
        package=package(key),
        papers=PAPERS,
    )


def kit_brief(context: Context, key: str) -> Markup:
    """What everybody is told, and what to prepare."""
    return render("kit_brief", context=context, kit=_kit(context, key), notice=NOTICE)


def kit_roles(context: Context, key: str) -> Markup:
    """The role cards, four to a sheet; what only the player may know is folded."""
    kit = _kit(context, key)
    sheets = [kit.roles[at : at + CARDS_ON_A_SHEET] for at in range(0, len(kit.roles), CARDS_ON_A_SHEET)]
    return render("kit_roles", kit=kit, sheets=sheets, notice=NOTICE)


def kit_agenda(context: Context, key: str) -> Markup:
    """The minutes, with what the facilitator says and watches."""
    kit = _kit(context, key)
    return render("kit_agenda", kit=kit, rows=list(zip(clock(kit), kit.agenda, strict=True)), notice=NOTICE)


def kit_turns(context: Context, key: str) -> Markup:
    """What may happen at the table, and what the facilitator does then."""
    return render("kit_turns", kit=_kit(context, key), notice=NOTICE)


def kit_scoring(context: Context, key: str) -> Markup:
    """What observers note and how it is scored, beside the method's own checkpoints."""
    kit = _kit(context, key)
    rows = [(item, checkpoint(context.library, kit, item.step)) for item in kit.scoring]
    return render("kit_scoring", context=context, kit=kit, rows=rows, notice=NOTICE)


def kit_debrief(context: Context, key: str) -> Markup:
    """Questions for afterwards, and what usually goes wrong."""
    return render("kit_debrief", kit=_kit(context, key), notice=NOTICE)


def kit_background(context: Context, key: str) -> Markup:
    """What did happen, with its sources, beside what the exercise made up."""
    return render("kit_background", context=context, kit=_kit(context, key), notice=NOTICE)
