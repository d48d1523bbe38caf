"""What a method's record says, field by field, each thing apart: for rules, for reasons and for the comparison."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.models import Method
from macros.models.values import Basis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.library import Library
    from macros.models.values import Statement

STAGES = "stages"


@dataclass(frozen=True)
class Item:
    """One thing a record says. `source` is the id of a source of its own; nothing: the method's sources."""

    text: str
    edited: bool = False
    source: str = ""


def _said(field: str) -> Callable[[Library, Method], Iterator[Item]]:
    def read(_: Library, method: Method) -> Iterator[Item]:
        statements: Iterable[Statement] = getattr(method, field)
        return (Item(said.text, said.basis is Basis.EDITOR, said.source or "") for said in statements)

    return read


def _line(field: str) -> Callable[[Library, Method], Iterator[Item]]:
    return lambda _, method: (Item(text) for text in [getattr(method, field)] if text)


def _list(field: str) -> Callable[[Library, Method], Iterator[Item]]:
    return lambda _, method: (Item(text) for text in getattr(method, field))


def _named(name: str | None) -> Iterator[Item]:
    """The name, if there is one: while a file is broken, what it names is not there."""
    return (Item(text) for text in [name] if text)


def _stages(library: Library, method: Method) -> Iterator[Item]:
    """Which stages of which processes the method serves; the editors have put it there."""
    for process in library.processes.values():
        for stage in process.stages:
            if method.id in stage.methods:
                yield Item(f"{process.name}：{stage.name}", edited=True)


def _steps(_: Library, method: Method) -> Iterator[Item]:
    return (Item(step.name, step.basis is Basis.EDITOR, step.source or "") for step in method.steps)


def _parts(_: Library, method: Method) -> Iterator[Item]:
    return (Item(part.name, part.basis is Basis.EDITOR, part.source or "") for part in method.parts)


def _roles(_: Library, method: Method) -> Iterator[Item]:
    return (Item(f"{role.who}：{role.does}", role.basis is Basis.EDITOR) for role in method.roles)


def _within(_: Library, method: Method) -> Iterator[Item]:
    """The time limits of the steps: told in the step, or advised by the editors."""
    for step in method.steps:
        if step.within:
            yield Item(f"{step.name}：{step.within}", step.basis is Basis.EDITOR, step.source or "")
        if step.advice and step.advice.within:
            yield Item(f"{step.name}：{step.advice.within}", edited=True)


def _outputs(_: Library, method: Method) -> Iterator[Item]:
    return (Item(output.name, output.basis is Basis.EDITOR) for output in method.outputs)


def _documents(library: Library, method: Method) -> Iterator[Item]:
    for key in method.documents:
        rule = library.documents[key]
        yield Item(f"《{rule.title}》（{rule.state.label}）")


def _cases(library: Library, method: Method) -> Iterator[Item]:
    count = len(library.cases_of(method.id))
    yield Item(f"{count}件" if count else "暂无")


def strength(library: Library, method: Method) -> str:
    """「基础材料1处、公开资料3条；材料部分写明」"""
    kinds = Counter(library.sources[cited.source].kind for cited in method.sources)
    told = [f"{kind.label}{count}处" for kind, count in sorted(kinds.items(), reverse=True)]
    if method.facts:
        told.append(f"公开资料{len(method.facts)}条")
    return f"{'、'.join(told)}；{method.told.label}"


#: field -> how to read it, in the order of the comparison's rows
READ: dict[str, Callable[[Library, Method], Iterator[Item]]] = {
    "one_liner": _line("one_liner"),
    "category": lambda library, method: _named(library.category_names.get(method.category)),
    "type": lambda _, method: iter([Item(method.type.label)]),
    "levels": _list("levels"),
    "problem": _line("problem"),
    "when": _said("when"),
    "when_not": _said("when_not"),
    STAGES: _stages,
    "steps": _steps,
    "parts": _parts,
    "roles": _roles,
    "rhythm": _line("rhythm"),
    "within": _within,
    "outputs": _outputs,
    "documents": _documents,
    "uptake": _said("uptake"),
    "measures": _said("measures"),
    "cases": _cases,
    "sources": lambda library, method: iter([Item(strength(library, method))]),
    "gaps": lambda _, method: iter([Item(f"{len(method.gaps)}条，见方法页")] if method.gaps else []),
}
#: fields that only rules look at: too long to stand side by side
UNCOMPARED = frozenset({"measures"})
#: labels of rows that are no field of the model, or more than one
LABELS = {STAGES: "流程阶段", "within": "各步时限", "cases": "案例", "sources": "来源强度"}


def label(field: str) -> str:
    """The Chinese name of a field."""
    return LABELS.get(field) or Method.label_of(field)


def items(library: Library, method: Method, field: str) -> list[Item]:
    """What the record says there; nothing where it says nothing. Raises KeyError for a field that is none."""
    return list(READ[field](library, method))
