"""The elements of a Word document, as text: in the order that its schema wants, everything escaped.

A tree of lxml would be built and written once for each of hundreds of papers, in seven times the time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from macros.office.word_text import Inline, Run, plain, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

#: what XML cannot hold; a source's text may have picked it up from a PDF
UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
IN_ATTRIBUTES = {**IN_TEXT, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
LOOKS = 4096  # kept of the properties that come again and again


def escaped(text: str, marks: dict[str, str] = IN_TEXT) -> str:
    """A text as it stands in XML."""
    if not text.isprintable():
        text = UNSPEAKABLE.sub("", text)
    elif "&" not in text and "<" not in text and ">" not in text and marks is IN_TEXT:
        return text  # nearly every one
    for mark, instead in marks.items():
        text = text.replace(mark, instead)
    return text


def w(tag: str, *children: str, **attributes: str | int) -> str:
    """<w:tag w:attribute="…">children</w:tag>."""
    said = "".join(
        f' w:{name.rstrip("_")}="{escaped(str(value), IN_ATTRIBUTES)}"' for name, value in attributes.items()
    )
    inside = "".join(children)
    return f"<w:{tag}{said}>{inside}</w:{tag}>" if inside else f"<w:{tag}{said}/>"


def run_element(run: Run) -> str:
    """<w:r>; a line feed is a line break."""
    lines = escaped(run.text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    look = _look(run.style, run.font, run.size, run.rule)
    return f'<w:r>{look}<w:t xml:space="preserve">{lines}</w:t></w:r>'


@lru_cache(LOOKS)
def _look(style: str, font: str, size: int, rule: bool) -> str:  # noqa: FBT001 (as a run has it)
    """<w:rPr>; the hint lets Word take the Chinese font for “”, … and —, which Latin fonts have, too."""
    return w(
        "rPr",
        w("rStyle", val=style) if style else "",
        w("rFonts", hint="eastAsia", **({"eastAsia": font} if font else {})),
        w("sz", val=size) + w("szCs", val=size) if size else "",
        w("u", val="single") if rule else "",
    )


def paragraph(inline: Inline, style: str = "", **properties: Any) -> str:  # noqa: ANN401
    """<w:p>. Properties: keep_next, page_break, indent (twips left and right of it), align, section (XML)."""
    said = "".join([run_element(run) for run in runs(inline) if run.text])
    return f"<w:p>{_properties(style, **properties)}{said}</w:p>"


@lru_cache(LOOKS)
def _properties(  # noqa: PLR0913 (what a paragraph may have)
    style: str,
    *,
    keep_next: bool = False,
    page_break: bool = False,
    indent: tuple[tuple[str, int], ...] = (),
    align: str = "",
    section: str = "",
) -> str:
    return w(
        "pPr",
        w("pStyle", val=style) if style else "",
        w("keepNext") if keep_next else "",
        w("pageBreakBefore") if page_break else "",
        w("ind", **dict(indent)) if indent else "",
        w("jc", val=align) if align else "",
        section,
    )


@dataclass(frozen=True)
class Cell:
    """A place in a table: paragraphs, how many columns it takes, whether it names what stands beside it."""

    lines: tuple[Inline, ...] = ("",)
    span: int = 1
    label: bool = False
    at: str = "center"
    style: str = ""


def cell(*lines: Inline, span: int = 1, label: bool = False, at: str = "center", style: str = "") -> Cell:
    """A cell with these paragraphs; `at` is top, center or bottom; `style` is that of the first one."""
    return Cell(lines or ("",), span, label, at, style)


@dataclass(frozen=True)
class Row:
    """Cells side by side; `height` in twips is the least height; a head is repeated on every page."""

    cells: tuple[Cell, ...]
    height: int = 0
    head: bool = False


@lru_cache(LOOKS)
def _borders(line: str, names: tuple[str, ...]) -> str:
    return w("tblBorders", *(w(name, val=line, sz=4, space=0, color="auto") for name in names))


EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(
    rows: Sequence[Row],
    widths: Sequence[int],
    *,
    title: str,
    line: str = "single",
    edges: Sequence[str] = EDGES,
) -> str:
    """<w:tbl> with fixed column widths (twips) and a title for those who cannot see it."""
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        _borders(line, tuple(edges)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=85, type="dxa"), w("right", w=85, type="dxa")),
        w("tblCaption", val=title),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *(_row(row, widths) for row in rows))


def _row(row: Row, widths: Sequence[int]) -> str:
    if sum(place.span for place in row.cells) != len(widths):
        found = "、".join(plain(place.lines[0]) for place in row.cells)
        raise ValueError(f"表格有{len(widths)}列，这一行却不是：{found}")
    cells, column = [], 0
    for place in row.cells:
        cells.append(_cell(place, sum(widths[column : column + place.span]), head=row.head))
        column += place.span
    return f"<w:tr>{_row_look(row.height, row.head)}{''.join(cells)}</w:tr>"


@lru_cache(LOOKS)
def _row_look(height: int, head: bool) -> str:  # noqa: FBT001 (as a row has it)
    return w(
        "trPr",
        w("cantSplit"),
        w("trHeight", val=height, hRule="atLeast") if height else "",
        w("tblHeader") if head else "",
    )


def _cell(place: Cell, width: int, *, head: bool) -> str:
    names = head or place.label
    rest = "CellHead" if names else "Cell"
    styles = [place.style or rest, *[rest] * len(place.lines)]
    said = "".join(map(paragraph, place.lines, styles))
    return f"<w:tc>{_place(width, place.span, names, place.at)}{said}</w:tc>"


@lru_cache(LOOKS)
def _place(width: int, span: int, names: bool, at: str) -> str:  # noqa: FBT001 (as above)
    return w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=span) if span > 1 else "",
        w("shd", val="clear", color="auto", fill="F2F2F2") if names else "",
        w("vAlign", val=at),
    )
