"""A method in its order: what comes before and after it, what it belongs to, which stages of a process it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.models.method import Rank
from macros.models.values import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.library import Library
    from macros.models import Method, Process
    from macros.models.overview import Stage


def neighbours(library: Library, method: Method) -> dict[str, list[str]]:
    """before, after, part_of and contains -> ids; what the neighbour's record says of us counts as well."""
    others = library.methods.values()
    return {
        "part_of": method.part_of,
        "before": _both(method.before, (one.id for one in others if method.id in one.after)),
        "after": _both(method.after, (one.id for one in others if method.id in one.before)),
        "contains": [one.id for one in others if method.id in one.part_of],
    }


def _both(own: list[str], said_by_others: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*own, *said_by_others]))


def serves(library: Library, method: Method) -> dict[str, list[int]]:
    """Process -> the numbers of the stages that name the method, from 0."""
    found = {
        key: [number for number, stage in enumerate(process.stages) if method.id in stage.methods]
        for key, process in library.processes.items()
    }
    return {key: numbers for key, numbers in found.items() if numbers}


def route(library: Library, method: Method) -> dict[str, Any]:
    """What the browser needs to set a method into its order; names and addresses of entries come along."""
    around = neighbours(library, method)
    return {
        **{name: [_neighbour(library, key) for key in keys] for name, keys in around.items()},
        "serves": serves(library, method),
        "steps": [_step(step) for step in method.steps],
        "sources": list(dict.fromkeys(cited.source for cited in method.sources)),
    }


def _neighbour(library: Library, key: str) -> list[str]:
    """[id, name, address from the top of the site]"""
    method = library.methods[key]
    entry = method.rank is Rank.ENTRY
    return [key, method.name, f"glossary/entries/#{key}" if entry else f"methods/{key}/"]


def _step(step: Any) -> list[Any]:  # noqa: ANN401 (a Step or a StepDetail of it)
    """[name, who, output, whether who and output are the editors']; where the source says nothing, the advice."""
    detail = step if step.who or step.output or not step.advice else step.advice
    edited = step.basis is Basis.EDITOR or detail is not step
    return [step.name, detail.who or "", detail.output or "", edited]


def processes(library: Library) -> dict[str, Any]:
    """Every process with its stages: methods with a page, handovers and where they are told."""
    return {key: _process(library, process) for key, process in library.processes.items()}


def _process(library: Library, process: Process) -> dict[str, Any]:
    return {
        "name": process.name,
        "summary": process.summary,
        "stages": [_stage(library, stage) for stage in process.stages],
    }


def _stage(library: Library, stage: Stage) -> dict[str, Any]:
    pages = [key for key in stage.methods if library.methods[key].rank is not Rank.ENTRY]
    return {
        "name": stage.name,
        "methods": pages,
        "handovers": [[item.giver, item.paper, item.taker, item.source or ""] for item in stage.handovers],
    }


def source_labels(library: Library) -> dict[str, str]:
    """Source -> its short name, for those that the handovers name."""
    stages = [stage for process in library.processes.values() for stage in process.stages]
    named = {item.source for stage in stages for item in stage.handovers if item.source}
    return {key: library.sources[key].label for key in sorted(named)}
