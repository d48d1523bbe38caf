"""The elements of a Word document: built in the order that its schema wants, escaped by lxml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from macros.office.word_text import Inline, Run, plain, runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: what XML cannot hold; a source's text may have picked it up from a PDF
UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def w(tag: str, *children: Any, **attributes: str | int) -> Any:  # noqa: ANN401 (lxml elements)
    """<w:tag w:attribute="…">children</w:tag>."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name.rstrip('_')}"), str(value))
    element.extend(children)
    return element


def run_element(run: Run) -> Any:  # noqa: ANN401
    """<w:r>; the hint lets Word take the Chinese font for “”, … and —, which Latin fonts have, too."""
    fonts = w("rFonts", hint="eastAsia")
    if run.font:
        fonts.set(qn("w:eastAsia"), run.font)
    properties = w("rPr")
    if run.style:
        properties.append(w("rStyle", val=run.style))
    properties.append(fonts)
    if run.size:
        properties.extend((w("sz", val=run.size), w("szCs", val=run.size)))
    if run.rule:
        properties.append(w("u", val="single"))
    element = w("r", properties)
    for number, line in enumerate(UNSPEAKABLE.sub("", run.text).split("\n")):
        if number:
            element.append(w("br"))
        text = w("t")
        text.text = line
        text.set(qn("xml:space"), "preserve")
        element.append(text)
    return element


def paragraph(inline: Inline, style: str = "", **properties: Any) -> Any:  # noqa: ANN401
    """<w:p>. Properties: keep_next, page_break, indent (twips left and right of it), align."""
    return w("p", _properties(style, **properties), *(run_element(run) for run in runs(inline) if run.text))


def keep_with_next(element: Any) -> None:  # noqa: ANN401
    """The paragraph (nothing happens to a table) stays on the page of what follows."""
    properties = element.find(qn("w:pPr")) if element is not None else None
    if properties is not None and properties.find(qn("w:keepNext")) is None:
        properties.insert(len(properties.findall(qn("w:pStyle"))), w("keepNext"))


def _properties(
    style: str,
    *,
    keep_next: bool = False,
    page_break: bool = False,
    indent: dict[str, int] | None = None,
    align: str = "",
) -> Any:  # noqa: ANN401
    element = w("pPr")
    if style:
        element.append(w("pStyle", val=style))
    if keep_next:
        element.append(w("keepNext"))
    if page_break:
        element.append(w("pageBreakBefore"))
    if indent:
        element.append(w("ind", **indent))
    if align:
        element.append(w("jc", val=align))
    return element


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


def _edges(line: str, names: Sequence[str]) -> Iterable[Any]:
    return (w(name, val=line, sz=4, space=0, color="auto") for name in names)


EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(
    rows: Sequence[Row],
    widths: Sequence[int],
    *,
    title: str,
    line: str = "single",
    edges: Sequence[str] = EDGES,
) -> Any:  # noqa: ANN401
    """<w:tbl> with fixed column widths (twips) and a title for those who cannot see it."""
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblBorders", *_edges(line, edges)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=85, type="dxa"), w("right", w=85, type="dxa")),
        w("tblCaption", val=title),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *(_row(row, widths) for row in rows))


def _row(row: Row, widths: Sequence[int]) -> Any:  # noqa: ANN401
    if sum(place.span for place in row.cells) != len(widths):
        found = "、".join(plain(place.lines[0]) for place in row.cells)
        raise ValueError(f"表格有{len(widths)}列，这一行却不是：{found}")
    properties = w("trPr", w("cantSplit"))
    if row.height:
        properties.append(w("trHeight", val=row.height, hRule="atLeast"))
    if row.head:
        properties.append(w("tblHeader"))
    element, column = w("tr", properties), 0
    for place in row.cells:
        element.append(_cell(place, sum(widths[column : column + place.span]), head=row.head))
        column += place.span
    return element


def _cell(place: Cell, width: int, *, head: bool) -> Any:  # noqa: ANN401
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if place.span > 1:
        properties.append(w("gridSpan", val=place.span))
    if head or place.label:
        properties.append(w("shd", val="clear", color="auto", fill="F2F2F2"))
    properties.append(w("vAlign", val=place.at))
    rest = "CellHead" if head or place.label else "Cell"
    styles = [place.style or rest, *[rest] * len(place.lines)]
    return w("tc", properties, *map(paragraph, place.lines, styles))
