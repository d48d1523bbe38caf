"""Text of slides: lines as paragraphs of a text frame, written as XML and parsed at once.

python-pptx would look for its place for each property of each run; it took three times as long.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from pptx.oxml import parse_xml
from pptx.util import Pt

from macros.office.powerpoint_blank import EDITOR, SOFT
from macros.office.word_elements import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.office.block_lines import Line
    from macros.office.blocks import Run

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
POINT = 0.75  # of a pixel
INDENT = 1.5  # ems a level
RAISED, MARKED = 0.62, 0.78
ON_SEAL = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
COLOUR = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'
MARKS = {
    "": "<a:buNone/>",
    "bullet": '<a:buFont typeface="Arial"/><a:buChar char="•"/>',
    "number": '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod" startAt="{}"/>',
}


def elements(xml: str) -> list[Any]:
    """Our text as python-pptx has it."""
    return list(parse_xml(f'<a:all xmlns:a="{A}">{xml}</a:all>'))


def write(frame: Any, some: Iterable[Line], size: float) -> None:  # noqa: ANN401 (python-pptx ships no types)
    """Fill an empty text frame. `size` is the text's, in pixels of the slide."""
    body = frame._txBody  # noqa: SLF001 (python-pptx knows one paragraph after the other)
    written = elements(paragraphs(some, size))
    if written:
        body.remove(body[-1])
        body.extend(written)


def paragraphs(some: Iterable[Line], size: float, *, heads: bool = False) -> str:
    """Lines as <a:p>; `heads`: light and bold, for a table's head."""
    return "".join(_paragraph(line, size, heads) for line in some)


def _paragraph(line: Line, size: float, heads: bool) -> str:  # noqa: FBT001 (as above)
    said = "".join(chain.from_iterable(_runs(run, size, heads) for run in line.runs))
    return f"<a:p>{_properties(line.level, line.mark, line.start, size)}{said}</a:p>"


@lru_cache(1024)
def _properties(level: int, mark: str, start: int, size: float) -> str:
    """Indent and mark, said in full: what the layout's levels look like should not matter."""
    depth = round((level + bool(mark)) * INDENT * size * 9525)
    indent = -round(INDENT * size * 9525) if mark else 0
    after = Pt(round(size * POINT * 0.25, 1)).centipoints
    return (
        f'<a:pPr marL="{depth}" indent="{indent}"><a:lnSpc><a:spcPct val="115000"/></a:lnSpc>'
        f'<a:spcAft><a:spcPts val="{after}"/></a:spcAft>{MARKS[mark].format(start)}</a:pPr>'
    )


def _runs(run: Run, size: float, heads: bool) -> Iterable[str]:  # noqa: FBT001 (as above)
    look = _look(run.badge, run.raised, run.bold, size, heads)
    for number, text in enumerate(run.text.split("\n")):
        if number:
            yield "<a:br/>"
        if text:
            said = f"〔{text}〕" if run.badge else f"[{text}]" if run.raised else text
            yield f"<a:r>{look}<a:t>{escaped(said)}</a:t></a:r>"


@lru_cache(1024)
def _look(badge: str, raised: bool, bold: bool, size: float, heads: bool) -> str:  # noqa: FBT001 (as a run has it)
    small = bool(raised or badge)
    scale = MARKED if badge else RAISED if raised else 1
    points = Pt(round(size * POINT * scale, 1)).centipoints
    strong = ' b="1"' if heads or (bold and not small) else ""
    colour = (
        ON_SEAL
        if heads
        else COLOUR.format(EDITOR)
        if badge == "editor"
        else COLOUR.format(SOFT)
        if small
        else ""
    )
    inside = f">{colour}</a:rPr>" if colour else "/>"
    return f'<a:rPr sz="{points}" lang="zh-CN"{strong}{inside}'
