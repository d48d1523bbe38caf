"""Lists, facts and tables of a built page: what holds other blocks at regular places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from macros.office.blocks import Cell, Facts, Items, Pair, Table
from macros.office.page_classes import classes_of
from macros.office.page_runs import runs_of, text_of, tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.office.blocks import Blocks
    from macros.office.page_runs import Style

Element = Any
#: gives the blocks inside an element
Inner: TypeAlias = "Callable[[Element, Style], Blocks]"


def items(element: Element, style: Style, inner: Inner) -> tuple[Items, ...]:
    """A list; an empty one is nothing."""
    found = tuple(inner(item, style) for item in element if item.tag == "li")
    return (Items(element.tag == "ol", found, int(element.get("start") or 1)),) if found else ()


def facts(element: Element, style: Style, inner: Inner) -> tuple[Facts, ...]:
    """<dl> with its pairs bare or each in a <div>; several <dd> of one <dt> are one."""
    pairs: list[Pair] = []
    for part in element.iter("dt", "dd"):
        if part.tag == "dt":
            pairs.append(Pair(tidy(runs_of(part, style)), (), classes_of(part.getparent()).by_editors))
        else:
            last = pairs.pop()
            pairs.append(Pair(last.term, (*last.blocks, *inner(part, style)), last.editor))
    return (Facts(tuple(pairs)),) if pairs else ()


def _cell(element: Element, style: Style, inner: Inner) -> Cell:
    columns, rows = int(element.get("colspan") or 1), int(element.get("rowspan") or 1)
    return Cell(inner(element, style), element.tag == "th", columns, rows)


def table(element: Element, style: Style, inner: Inner) -> tuple[Table, ...]:
    """A table; where it has no caption, the region that scrolls it names it."""
    caption, region = element.find("caption"), element.getparent()
    named = region.get("aria-label") if region is not None and region.get("role") == "region" else ""
    parts: dict[bool, list[tuple[Cell, ...]]] = {True: [], False: []}
    for row in element.iter("tr"):
        cells = tuple(_cell(cell, style, inner) for cell in row if cell.tag in {"td", "th"})
        parts[row.getparent().tag == "thead"].append(cells)
    said = text_of(caption).strip() if caption is not None else named or ""
    return (Table(said, tuple(parts[True]), tuple(parts[False])),)
