"""What a built page says, without HTML: the one form from which slides, Word and PDF are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Run(NamedTuple):
    """Characters set alike; a line feed is a line break. A named tuple, for a site has a hundred thousand of them.

    `link` starts from the top of the site ("methods/liushi/index.html#steps") or is a whole address of the web.
    `raised` is a reference to a source. `badge` is the kind of a small mark ("editor", "masked", "untold"), whose
    words are the text; "" for what is no mark.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    raised: bool = False
    lowered: bool = False
    link: str = ""
    badge: str = ""


Runs: TypeAlias = "tuple[Run, ...]"


@dataclass(frozen=True)
class Heading:
    """`level` 1 to 6; `minutes` and `mode` only where the heading opens a part of a lesson."""

    level: int
    runs: Runs
    id: str = ""
    minutes: int | None = None
    mode: str = ""


@dataclass(frozen=True)
class Paragraph:
    """`kind`: "" plain, "label" a small heading, "note" a small remark, "empty" says that nothing was told."""

    runs: Runs
    kind: str = ""


@dataclass(frozen=True)
class Items:
    """A list; each item is blocks. `start` is the number of the first when `ordered`."""

    ordered: bool
    items: tuple[Blocks, ...]
    start: int = 1


@dataclass(frozen=True)
class Pair:
    """A term and what is said of it; `editor` when both are the editors'."""

    term: Runs
    blocks: Blocks
    editor: bool = False


@dataclass(frozen=True)
class Facts:
    """Terms with what is said of each: a card, the details of a step."""

    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Cell:
    """A cell of a table; `heads` when it names its row or column."""

    blocks: Blocks
    heads: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """Rows of cells; `head` holds the rows on top. `caption` may be empty."""

    caption: str
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Callout:
    """What stands in a frame: an admonition, a fold, the editors' own words (kind "editor"), a card.

    `kind` is the class that says what it is (editor teacher exercise hint answer note gaps card lesson …);
    `title` may be empty.
    """

    kind: str
    title: str
    blocks: Blocks


@dataclass(frozen=True)
class Figure:
    """A picture, by what it shows."""

    alt: str


@dataclass(frozen=True)
class Code:
    """Lines that are kept as they are."""

    text: str


Block: TypeAlias = "Heading | Paragraph | Items | Facts | Table | Callout | Figure | Code"
Blocks: TypeAlias = "tuple[Block, ...]"


#: frames that are the editors' by nature, and carry their badge
EDITORS = frozenset({"teacher", "exercise", "hint", "answer", "editor"})
EDITORS_BADGE = Run("编者建议", badge="editor")


def title_of(box: Callout) -> Runs:
    """A frame's title, with the editors' badge where the frame is theirs."""
    title: Runs = (Run(box.title, bold=True),) if box.title and box.title != EDITORS_BADGE.text else ()
    return (*title, EDITORS_BADGE) if box.kind in EDITORS else title


def said(runs: Iterable[Run]) -> str:
    """The runs as plain text; a mark stands in brackets, as it does on paper."""
    parts = [f"〔{run.text}〕" if run.badge else run.text for run in runs]
    return "".join(parts).strip()


def inside(block: Block) -> Iterator[Blocks]:
    """What a block holds: one group of blocks for each item, cell, pair."""
    match block:
        case Items(items=items):
            yield from items
        case Facts(pairs=pairs):
            yield from (pair.blocks for pair in pairs)
        case Table(head=head, rows=rows):
            yield from (cell.blocks for row in (*head, *rows) for cell in row)
        case Callout(blocks=blocks):
            yield blocks


#: blocks that hold no others: most of all
LEAVES = (Paragraph, Heading, Figure, Code)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, also those inside others, in the order they are read."""
    for block in blocks:
        yield block
        if not isinstance(block, LEAVES):
            for group in inside(block):
                yield from walk(group)


def own_text(block: Block) -> str:
    """What a block itself says, without what it holds."""
    match block:
        case Paragraph(runs=runs) | Heading(runs=runs):
            return said(runs)
        case Facts(pairs=pairs):
            return "\n".join(said(pair.term) for pair in pairs)
        case Table(caption=text) | Callout(title=text) | Figure(alt=text) | Code(text=text):
            return text
    return ""


def plain(blocks: Iterable[Block]) -> str:
    """All that the blocks say, a line each."""
    return "\n".join([text for text in map(own_text, walk(blocks)) if text])
