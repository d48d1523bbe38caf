"""Views across methods: processes, time limits, numbers, comparisons."""

from __future__ import annotations

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

LIMIT_KINDS = ("时限",)


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
    """A time limit a source gives: of which method, for what, how long, told where."""

    method: Method
    what: str
    text: str
    source: str


def time_limits(context: Context) -> list[Limit]:
    """Every time limit that stands in the data with a source, by method."""
    return [limit for method in context.library.methods.values() for limit in _limits_of(method)]


def _limits_of(method: Method) -> Iterator[Limit]:
    first = method.sources[0].source
    if method.rhythm:
        yield Limit(method, "多久一次", method.rhythm, first)
    for step in method.steps:
        if step.basis is Basis.SOURCE and step.within:
            yield Limit(method, step.name, step.within, step.source or first)
    for fact in method.facts:
        if fact.kind in LIMIT_KINDS:
            yield Limit(method, fact.kind, fact.text, fact.source)


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
