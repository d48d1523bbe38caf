"""The chain of a case from opinion to feedback, with its breaks shown where the sources stop telling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.views.context import found
from macros.views.rendering import render

if TYPE_CHECKING:
    from markupsafe import Markup

    from macros.models import Case
    from macros.views.context import Context


@dataclass(frozen=True)
class Link:
    """One link of the chain; without text nobody told."""

    name: str
    text: str


LINKS = ("意见", "转化", "承办", "办理", "反馈")


def links(case: Case) -> list[Link]:
    """意见 → 转化 → 承办 → 办理 → 反馈, as far as they were told."""
    told = (
        "；".join(case.opinions),
        "；".join(f"{item.what}，交{item.to}" for item in case.uptake),
        "、".join(case.handling_bodies),
        "；".join(f"{item.body}：{item.state}" for item in case.handling),
        "；".join(f"{item.to}：{item.how}" for item in case.feedback),
    )
    return [Link(name, text) for name, text in zip(LINKS, told, strict=True)]


def case_chain(context: Context, key: str) -> Markup:
    """The chain, with the number of links told."""
    case = found(context.library.cases, key, "案例")
    chain = links(case)
    return render("case_chain", links=chain, told=sum(bool(link.text) for link in chain))
