"""Blocks of a built page onto a Word paper: every word of them, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.office.block_lines import lines
from macros.office.blocks import (
    Callout,
    Code,
    Facts,
    Figure,
    Heading,
    Items,
    Pair,
    Paragraph,
    Table,
    said,
    title_of,
)
from macros.office.slide_size import widths
from macros.office.word import Run
from macros.office.word_elements import Row, cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.office import blocks as page
    from macros.office.word import Paper

#: kind of mark -> character style
MARKS = {"editor": "Editor", "masked": "Masked"}
LEVELS = 3  # of headings on paper
BULLET = "·"
Inline = tuple[Run, ...]


def inline(runs: page.Runs, *, bold: bool = False) -> Inline:
    """Runs as Word has them."""
    return tuple(_run(run, bold=bold) for run in runs if run.text)


def _run(run: page.Run, *, bold: bool) -> Run:
    if run.badge:
        return Run(f"〔{run.text}〕", MARKS.get(run.badge, "Source"))
    if run.raised:
        return Run(f"[{run.text}]", "Source")
    return Run(run.text, "Strong" if bold or run.bold else "")


def write(paper: Paper, blocks: Iterable[page.Block]) -> None:
    """Write the blocks onto the paper, from where it ends."""
    for block in blocks:
        WRITERS[type(block)](paper, block)


def _heading(paper: Paper, block: Heading) -> None:
    paper.heading(min(max(block.level - 1, 1), LEVELS), inline(block.runs))


def _paragraph(paper: Paper, block: Paragraph) -> None:
    if block.kind == "note":
        paper.small(inline(block.runs))
    else:
        paper.paragraph(inline(block.runs, bold=block.kind == "label"))


def _items(paper: Paper, block: Items) -> None:
    for number, item in enumerate(block.items, block.start):
        first, *others = item or (Paragraph(()),)
        mark = Run(f"{number}. " if block.ordered else BULLET)
        if isinstance(first, Paragraph):
            paper.paragraph((mark, *inline(first.runs)))
        else:
            paper.paragraph((mark,))
            others = [first, *others]
        write(paper, others)


def _pair(paper: Paper, pair: Pair) -> None:
    first, *others = pair.blocks or (Paragraph(()),)
    term = Run(f"{said(pair.term)}：", "Strong")
    if isinstance(first, Paragraph):
        paper.paragraph((term, *inline(first.runs)))
    else:
        paper.paragraph((term,))
        others = [first, *others]
    write(paper, others)


def _facts(paper: Paper, block: Facts) -> None:
    for pair in block.pairs:
        _pair(paper, pair)


def _table(paper: Paper, block: Table) -> None:
    rows = [
        Row(
            tuple(cell(*(inline(line.runs) for line in lines(one.blocks)), span=one.columns) for one in row),
            head=number < len(block.head),
        )
        for number, row in enumerate((*block.head, *block.rows))
    ]
    paper.grid(rows, widths=widths(block), title=block.caption)


def _callout(paper: Paper, block: Callout) -> None:
    title = title_of(block)
    if title:
        paper.paragraph(inline(title), keep_next=True)
    write(paper, block.blocks)


def _code(paper: Paper, block: Code) -> None:
    for line in block.text.split("\n"):
        paper.paragraph(line, indent=False)


WRITERS: dict[type, Callable[[Paper, Any], None]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Facts: _facts,
    Table: _table,
    Callout: _callout,
    Figure: lambda paper, block: paper.paragraph(f"〔图：{block.alt}〕"),
    Code: _code,
}
