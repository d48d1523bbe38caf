"""How much room text takes on a slide. An estimate on the safe side; a browser measures the decks in tests.

Lengths are pixels of a slide of 1280 × 720. A Chinese character is as wide as its size.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from macros.office.blocks import (
    Callout,
    Cell,
    Code,
    Facts,
    Figure,
    Heading,
    Items,
    Paragraph,
    Table,
    plain,
    said,
    title_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.office.blocks import Block, Runs

SIZES = (44, 38, 34, 30, 26, 23, 20)
WIDTH, HEIGHT = 1144, 545
LINE, GAP = 1.45, 0.4
UNEVEN = 1.07  # a line ends early where a mark may not begin the next
READABLE = 26  # rather than smaller, content goes on to another slide
SMALLER = 0.85  # text in tables
CITED, MARKED = 0.62, 0.78
CELL_SIDE, CELL_EDGE = 1.3, 0.65
NARROWEST, WIDEST, LEAST = 4, 26, 9


def ems(text: str) -> float:
    """How many characters' room a line takes; Latin letters and digits take a little over half of one."""
    return sum(1.0 if east_asian_width(sign) in "WFA" else 0.58 for sign in text)


def _lines(runs: Runs, size: float, width: float) -> int:
    """How many lines the runs take."""
    whole = 0
    for part in said(runs).split("\n"):
        whole += max(ceil(ems(part) * size * UNEVEN / width), 1)
    return whole


def widths(table: Table) -> tuple[int, ...]:
    """The columns' widths in percent, by what stands in them."""
    rows = (*table.head, *table.rows)
    columns = max((sum(cell.columns for cell in row) for row in rows), default=1)
    longest = [NARROWEST] * columns
    for row in rows:
        for number, cell in enumerate(row):
            room = ems(max(plain(cell.blocks).split("\n"), key=len, default="")) + 1
            longest[number] = max(longest[number], min(ceil(room**0.8 * 1.6), WIDEST))
    shares = [max(round(100 * length / sum(longest)), LEAST) for length in longest]
    shares[shares.index(max(shares))] += 100 - sum(shares)
    return tuple(shares)


def row_height(row: tuple[Cell, ...], shares: tuple[int, ...], size: float) -> float:
    """The height of a table's row, whose text has that size."""
    small = size * SMALLER
    tallest = [
        height(cell.blocks, small, WIDTH * share / 100 - CELL_SIDE * small, gap=0)
        for cell, share in zip(row, shares, strict=False)
    ]
    return max(tallest, default=small * LINE) + CELL_EDGE * small


def _table(table: Table, size: float, _width: float) -> float:
    shares = widths(table)
    return sum(row_height(row, shares, size) for row in (*table.head, *table.rows))


def _items(block: Items, size: float, width: float) -> float:
    return sum(height(item, size, width - 1.6 * size, gap=0) + 0.25 * size for item in block.items)


def _facts(block: Facts, size: float, width: float) -> float:
    values = (height(pair.blocks, size, width - 6.5 * size, gap=0) for pair in block.pairs)
    return sum(max(value, LINE * size) + 0.2 * size for value in values)


def _callout(block: Callout, size: float, width: float) -> float:
    title = LINE * size if title_of(block) else 0
    return height(block.blocks, size, width - 1.8 * size) + title + 0.9 * size


def _text(block: Paragraph | Heading, size: float, width: float) -> float:
    return _lines(block.runs, size, width) * LINE * size


def _code(block: Code, size: float, _width: float) -> float:
    return (block.text.count("\n") + 1) * LINE * size


#: kind of block -> its height, by the size of its text and the width it has
HEIGHTS: dict[type, Callable[[Any, float, float], float]] = {
    Paragraph: _text,
    Heading: _text,
    Items: _items,
    Facts: _facts,
    Table: _table,
    Callout: _callout,
    Code: _code,
    Figure: lambda _block, size, _width: LINE * size,
}


def height(blocks: Iterable[Block], size: float, width: float = WIDTH, *, gap: float = GAP) -> float:
    """What the blocks take from top to bottom."""
    return sum(HEIGHTS[type(block)](block, size, width) + gap * size for block in blocks)


def size_of(blocks: tuple[Block, ...]) -> int:
    """The largest size at which the blocks fit on a slide, or the smallest there is."""
    return next((size for size in SIZES if height(blocks, size) <= HEIGHT), SIZES[-1])
