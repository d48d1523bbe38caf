"""Text of slides and notes: blocks as paragraphs of a text frame."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt

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
from macros.office.powerpoint_blank import EDITOR, SOFT, colour

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.office.blocks import Block, Runs

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
POINT = 0.75  # of a pixel
INDENT = 1.5  # ems a level
RAISED = 0.62


@dataclass(frozen=True)
class Line:
    """A paragraph of a text frame. `mark`: "" none, "bullet", or "number" counted from `start`."""

    runs: Runs
    level: int = 0
    mark: str = ""
    start: int = 1


def lines(blocks: Iterable[Block], level: int = 0) -> Iterator[Line]:
    """Blocks as paragraphs; a table becomes a line for each row."""
    for block in blocks:
        yield from LINES[type(block)](block, level)


def _items(block: Items, level: int) -> Iterator[Line]:
    mark = "number" if block.ordered else "bullet"
    for number, item in enumerate(block.items, block.start):
        first, *others = lines(item, level) or [Line(())]
        yield replace(first, mark=mark, start=number)
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
    yield Line(tuple(replace(run, bold=run.bold or bold) for run in block.runs), level)


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


def write(frame: Any, some: Iterable[Line], size: float) -> None:  # noqa: ANN401 (python-pptx ships no types)
    """Fill an empty text frame. `size` is the text's, in pixels of the slide."""
    for number, line in enumerate(some):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _mark(paragraph, line, size)
        for run in line.runs:
            _write_run(paragraph, run, size)


def _mark(paragraph: Any, line: Line, size: float) -> None:  # noqa: ANN401 (the same)
    """Indent and mark, said in full: what the layout's levels look like should not matter."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 (python-pptx has no bullets)
    depth = round((line.level + bool(line.mark)) * INDENT * size * 9525)
    properties.set("marL", str(depth))
    properties.set("indent", str(-round(INDENT * size * 9525) if line.mark else 0))
    paragraph.space_after = Pt(round(size * POINT * 0.25, 1))
    paragraph.line_spacing = 1.15
    if line.mark == "number":
        etree.SubElement(properties, f"{{{A}}}buFont", typeface="+mj-lt")
        etree.SubElement(properties, f"{{{A}}}buAutoNum", type="arabicPeriod", startAt=str(line.start))
    elif line.mark:
        etree.SubElement(properties, f"{{{A}}}buFont", typeface="Arial")
        etree.SubElement(properties, f"{{{A}}}buChar", char="•")
    else:
        etree.SubElement(properties, f"{{{A}}}buNone")


def _write_run(paragraph: Any, run: Run, size: float) -> None:  # noqa: ANN401 (the same)
    for number, text in enumerate(run.text.split("\n")):
        if number:
            paragraph.add_line_break()
        if text:
            _write(paragraph.add_run(), replace(run, text=text), size)


def _write(target: Any, run: Run, size: float) -> None:  # noqa: ANN401 (the same)
    small = run.raised or run.badge
    target.text = f"〔{run.text}〕" if run.badge else f"[{run.text}]" if run.raised else run.text
    target.font.size = Pt(round(size * POINT * (RAISED if small else 1), 1))
    target._r.get_or_add_rPr().set("lang", "zh-CN")  # noqa: SLF001 (python-pptx knows few languages)
    if run.bold and not small:
        target.font.bold = True
    if run.badge == "editor":
        target.font.color.rgb = colour(EDITOR)
    elif small:
        target.font.color.rgb = colour(SOFT)


def on_seal(frame: Any) -> None:  # noqa: ANN401 (the same)
    """Light and bold, for a table's head."""
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.bold, run.font.color.theme_color = True, MSO_THEME_COLOR.BACKGROUND_1


def note_text(blocks: Iterable[Block]) -> str:
    """The notes as plain text: a paragraph a line, numbers written out."""
    marks = {"": "", "bullet": "• "}
    return "\n".join(
        "　" * line.level + marks.get(line.mark, f"{line.start}. ") + said(line.runs)
        for line in lines(blocks)
    )
