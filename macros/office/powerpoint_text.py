"""Text of slides: lines as paragraphs of a text frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt

from macros.office.powerpoint_blank import EDITOR, SOFT, colour

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.office.block_lines import Line
    from macros.office.blocks import Run

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
POINT = 0.75  # of a pixel
INDENT = 1.5  # ems a level
RAISED, MARKED = 0.62, 0.78


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
            _write(paragraph.add_run(), run._replace(text=text), size)


def _write(target: Any, run: Run, size: float) -> None:  # noqa: ANN401 (the same)
    small = run.raised or run.badge
    target.text = f"〔{run.text}〕" if run.badge else f"[{run.text}]" if run.raised else run.text
    scale = MARKED if run.badge else RAISED if run.raised else 1
    target.font.size = Pt(round(size * POINT * scale, 1))
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
