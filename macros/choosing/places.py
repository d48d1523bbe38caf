"""One method in several places: what each place does otherwise, its cases, years and figures as they were printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from macros.library import Library
    from macros.models import Case, Method


def places(library: Library, method: Method) -> list[dict[str, Any]]:
    """Every place with a variant or a case, variants first. Two masked places stay two: their ids differ.

    A variant that names no place stands for itself.
    """
    found: dict[str, dict[str, Any]] = {}
    for number, variant in enumerate(method.variants, 1):
        key = variant.place or f"variant-{number}"
        name = library.places[variant.place].name if variant.place else variant.name
        source = library.sources[variant.source].label if variant.source else ""
        _place(found, key, name)["differs"].append([variant.name, variant.differs, source])
    for case in library.cases_of(method.id):
        name = library.places[case.place].name
        _place(found, case.place, name)["cases"].append(_case(case))
    return list(found.values())


def _place(found: dict[str, dict[str, Any]], key: str, name: str) -> dict[str, Any]:
    return found.setdefault(key, {"id": key, "name": name, "differs": [], "cases": []})


def _case(case: Case) -> list[Any]:
    """[id, title, year with how it is known, result, [[figure, as printed, state], …]]; untold is empty."""
    year = case.date.start[:4] if case.date else ""
    if case.date and case.date.basis != "told":
        year = f"{year}（{case.date.basis.label}）"
    figures = [[figure.name, figure.printed, figure.state.value] for figure in case.figures]
    return [case.id, case.title, year, case.result or "", figures]
