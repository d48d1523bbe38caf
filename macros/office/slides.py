"""A slide, and how content is spread over slides so that it can be read from the last row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from macros.office.blocks import Callout, Facts, Items, Table
from macros.office.slide_size import HEIGHT, READABLE, height, size_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.office.blocks import Block, Blocks

ROWS = 7
AGAIN = "（续）"


@dataclass(frozen=True)
class Slide:
    """`kind`: "title", "aims", "part" or "answer"; `size` of the text in pixels of a 1280 × 720 slide.

    `seconds` is the time to speak to it: a part's whole time stands on its first slide.
    """

    kind: str
    title: str
    blocks: Blocks = ()
    notes: Blocks = ()
    seconds: int = 0
    mode: str = ""
    under: str = ""

    @cached_property
    def size(self) -> int:
        """The largest size at which everything fits."""
        return size_of(self.blocks)


def spread(slide: Slide) -> Iterator[Slide]:
    """The slide, or as many as it takes: a table of more than seven rows goes on, and so does what doesn't fit."""
    for number, blocks in enumerate(_pages(slide.blocks)):
        if number:
            yield replace(slide, title=slide.title + AGAIN, blocks=blocks, notes=(), seconds=0)
        else:
            yield replace(slide, blocks=blocks)


def _pages(blocks: Iterable[Block]) -> list[Blocks]:
    pages: list[Blocks] = [()]
    for block in blocks:
        for number, piece in enumerate(_pieces(block)):
            together = (*pages[-1], piece)
            apart = number or (pages[-1] and height(together, READABLE) > HEIGHT)
            if apart:
                pages.append((piece,))
            else:
                pages[-1] = together
    return pages


def _pieces(block: Block) -> Iterator[Block]:
    """The block, cut where it must go on to another slide."""
    rows = len(block.rows) if isinstance(block, Table) else 0
    fits = height((block,), READABLE) <= HEIGHT
    if rows <= ROWS and (fits or _count(block) < 2):  # noqa: PLR2004 (what cannot be cut in two)
        yield block
        return
    count = max(ceil(rows / ROWS), 2)
    for piece in _cut(block, count):
        yield from _pieces(piece)


def _count(block: Block) -> int:
    match block:
        case Items(items=parts) | Facts(pairs=parts) | Table(rows=parts) | Callout(blocks=parts):
            return len(parts)
    return 0


def _cut(block: Block, count: int) -> list[Block]:
    """A block as `count` blocks of about the same number of items."""
    length = ceil(_count(block) / count)
    ways = [slice(start, start + length) for start in range(0, _count(block), length)]
    match block:
        case Table():
            return [replace(block, rows=block.rows[way]) for way in ways]
        case Items():
            return [replace(block, items=block.items[way], start=block.start + way.start) for way in ways]
        case Facts():
            return [replace(block, pairs=block.pairs[way]) for way in ways]
        case Callout():
            return [replace(block, blocks=block.blocks[way]) for way in ways]
    return [block]
