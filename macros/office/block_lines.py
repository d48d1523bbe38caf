"""Blocks as lines: where there is room for paragraphs only (a text frame, a cell, the notes of a slide)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from macros.office.blocks import (
    Callout,
    Code,
    Facts,
    Figure,
    Heading,
    Items,
    Paragraph,
    Run,
    Table,
    said,
    title_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.office.blocks import Block, Runs


@dataclass(frozen=True)
class Line:
    """A paragraph of a text frame. `mark`: "" none, "bullet", or "number", the `number`-th of a list from `start` on."""

    runs: Runs
    level: int = 0
    mark: str = ""
    number: int = 1
    start: int = 1


def lines(blocks: Iterable[Block], level: int = 0) -> Iterator[Line]:
    """Blocks as paragraphs; a table becomes a line for each row."""
    for block in blocks:
        yield from LINES[type(block)](block, level)


def _items(block: Items, level: int) -> Iterator[Line]:
    mark = "number" if block.ordered else "bullet"
    for number, item in enumerate(block.items, block.start):
        first, *others = lines(item, level) or [Line(())]
        yield replace(first, mark=mark, number=number, start=block.start)
        yield from (replace(other, level=other.level + 1) for other in others)


def _facts(block: Facts, level: int) -> Iterator[Line]:
    for pair in block.pairs:
        first, *others = [*lines(pair.blocks, level)] or [Line((), level)]
        term = (Run(f"{said(pair.term)}：", bold=True),)
        yield replace(first, runs=(*term, *first.runs))
        yield from others


def _callout(block: Callout, level: int) -> Iterator[Line]:
    title = title_of(block)
    if title:
        yield Line(title, level)
    yield from lines(block.blocks, level)


def _table(block: Table, level: int) -> Iterator[Line]:
    for row in (*block.head, *block.rows):
        yield Line(
            (Run("，".join(said(line.runs) for cell in row for line in lines(cell.blocks))),), level, "bullet"
        )


def _paragraph(block: Paragraph | Heading, level: int) -> Iterator[Line]:
    bold = isinstance(block, Heading) or block.kind == "label"
    yield Line(tuple(run._replace(bold=run.bold or bold) for run in block.runs), level)


def _plain(text: str, level: int) -> Iterator[Line]:
    yield from (Line((Run(line),), level) for line in text.split("\n"))


LINES: dict[type, Callable[[Any, int], Iterator[Line]]] = {
    Paragraph: _paragraph,
    Heading: _paragraph,
    Items: _items,
    Facts: _facts,
    Callout: _callout,
    Table: _table,
    Figure: lambda block, level: _plain(f"〔图：{block.alt}〕", level),
    Code: lambda block, level: _plain(block.text, level),
}


def note_text(blocks: Iterable[Block]) -> str:
    """The notes as plain text: a paragraph a line, numbers written out."""
    marks = {"": "", "bullet": "• "}
    return "\n".join(
        "　" * line.level + marks.get(line.mark, f"{line.number}. ") + said(line.runs)
        for line in lines(blocks)
    )
