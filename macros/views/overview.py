"""Views across methods: processes, time limits, numbers, comparisons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.models.values import Basis
from macros.views.context import found
from macros.views.rendering import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from macros.models import Method
    from macros.models.overview import Stage
    from macros.views.context import Context

#: 「3个工作日内」「6月30日前」「月底前」「当天」
SPAN = re.compile(
    r"(?<!\d)(?:\d{1,3}|[一二两三四五六七八九十半]+)个?(?:工作日|天|日|周|星期|月|小时|季度)(?:之内|以内|内|之前|前|之后|后)"
    "|(?:月|季|年)底(?:以)?前|限期|当天|当日"
)


def process_flow(context: Context, key: str) -> Markup:
    """The stages in one line (a column on a phone), each a link to its part of the page."""
    return render("process_flow", process=found(context.library.processes, key, "流程"))


def process_stage(context: Context, key: str, name: str) -> Markup:
    """One stage: what it does, which methods serve it, who hands what to whom, the time limits told."""
    process = found(context.library.processes, key, "流程")
    stage: Stage = found({stage.name: stage for stage in process.stages}, name, "阶段")
    return render(
        "process_stage",
        context=context,
        stage=stage,
        methods=[context.library.methods[i] for i in stage.methods],
    )


@dataclass(frozen=True)
class Limit:
    """A time limit a source gives: whose, of what, how long, told where. `page` is the way from the top of the site."""

    owner: str
    page: str
    what: str
    text: str
    sources: tuple[str, ...]
    named_by_editors: bool = False


def time_limits(context: Context) -> list[Limit]:
    """Every time limit that stands in the data with a source: of the methods, then of the processes' stages."""
    library = context.library
    of_methods = [limit for method in library.methods.values() for limit in _limits_of(method, context)]
    of_stages = [
        Limit(
            owner=process.name,
            page=context.page(f"processes/{key}/#stage-{number}"),
            what=stage.name,
            text=said.text,
            sources=(said.source,),
            named_by_editors=stage.basis is Basis.EDITOR,
        )
        for key, process in library.processes.items()
        for number, stage in enumerate(process.stages, 1)
        for said in stage.limits
        if said.source
    ]
    return of_methods + of_stages


def _limits_of(method: Method, context: Context) -> Iterator[Limit]:
    """The rhythm and the steps' limits as they are; of other sourced words those that name a span or a last day.

    What names no source of its own rests on all of its method's: to pick one would be a guess.
    """
    told: list[tuple[str, str, str | None]] = [("多久一次", method.rhythm or "", None)]
    told += [
        (step.name, step.within or "", step.source) for step in method.steps if step.basis is Basis.SOURCE
    ]
    others: list[tuple[str, str, str | None]] = [(fact.kind, fact.text, fact.source) for fact in method.facts]
    others += [(part.name, part.note, part.source) for part in method.parts if part.basis is Basis.SOURCE]
    others += [(item.name, item.differs, item.source) for item in method.variants if item.source]
    others += [("转化与反馈", said.text, said.source) for said in method.uptake if said.source]
    told += [row for row in others if SPAN.search(row[1])]
    of_method = tuple(dict.fromkeys(cited.source for cited in method.sources))
    for what, text, source in told:
        if text:
            yield Limit(
                method.name, context.method(method.id), what, text, (source,) if source else of_method
            )


def limit_table(context: Context) -> Markup:
    """The table of time limits."""
    return render("limit_table", context=context, limits=time_limits(context))


def number_table(context: Context) -> Markup:
    """What each number stands for, and which the sources never decode."""
    return render("number_table", context=context, numbers=context.library.numbers.values())


def comparison_table(context: Context, key: str) -> Markup:
    """Places side by side; what a source doesn't say stays 「未写明」."""
    return render(
        "comparison_table", context=context, comparison=found(context.library.comparisons, key, "比较")
    )
