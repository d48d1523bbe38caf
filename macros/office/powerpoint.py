"""Slides as an editable .pptx: placeholders, native tables, notes and slide numbers. No picture of anything."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Emu, Pt

from macros.office.block_lines import lines, note_text
from macros.office.blocks import EDITORS, Callout, Table, own_text
from macros.office.powerpoint_blank import (
    CONTENT,
    EDITOR,
    SEAL,
    TITLE_ONLY,
    TITLE_SLIDE,
    WASH,
    colour,
    empty,
    place,
    px,
    saved,
)
from macros.office.powerpoint_notes import Notes
from macros.office.powerpoint_text import elements, paragraphs, write
from macros.office.slide_size import GAP, SMALLER, WIDTH, height, row_height, widths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pptx.presentation import Presentation as Deck

    from macros.office.blocks import Block, Cell
    from macros.office.slides import Slide

LEFT, TOP = 64, 124
FULL = WIDTH + 8
BANDS = ("FFFDF8", "F3EEE1")
EDGE = {"exercise": SEAL}


def powerpoint(slides: Iterable[Slide], title: str) -> bytes:
    """The .pptx; the same slides give the same bytes."""
    deck, notes = empty(title), Notes()
    for slide in slides:
        target = _title_slide(deck, slide) if slide.kind == "title" else _slide(deck, slide)
        spoken = "\n".join(part for part in (slide.mode, note_text(slide.notes)) if part)
        if spoken:
            notes.say(target, spoken)
    return saved(deck)


def _number(target: Any) -> None:  # noqa: ANN401 (python-pptx ships no types)
    """python-pptx leaves the slide number in the layout, where nobody sees it."""
    for shape in target.slide_layout.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            number = copy.deepcopy(shape.element)
            number.find(".//{*}cNvPr").set("id", str(max(one.shape_id for one in target.shapes) + 1))
            properties = number.find("{*}spPr")
            for child in list(properties):  # the place is the layout's
                properties.remove(child)
            target.shapes._spTree.append(number)  # noqa: SLF001 (there is no other way in)


def _title_slide(deck: Deck, slide: Slide) -> Any:  # noqa: ANN401 (the same)
    target = deck.slides.add_slide(deck.slide_layouts[TITLE_SLIDE])
    target.shapes.title.text = slide.title
    target.shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(44)
    target.placeholders[1].text = slide.under
    _number(target)
    return target


def _slide(deck: Deck, slide: Slide) -> Any:  # noqa: ANN401 (the same)
    groups = list(_groups(slide.blocks))
    has_text = any(not isinstance(group[0], Table) for group in groups)
    target = deck.slides.add_slide(deck.slide_layouts[CONTENT if has_text else TITLE_ONLY])
    target.shapes.title.text = slide.title
    body = target.placeholders[1] if has_text else None
    top = float(TOP)
    for group in groups:
        tall = height(group, slide.size)
        if isinstance(group[0], Table):
            _table(target, group[0], slide, top)
        else:
            shape = body or target.shapes.add_textbox(0, 0, px(FULL), px(tall))
            body = None
            place(shape, LEFT, top, FULL, tall - GAP * slide.size / 2)
            _text(shape, group, slide.size)
        top += tall
    _number(target)
    return target


def _groups(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """What stands in one shape: a table, a frame, or a row of other blocks."""
    loose: list[Block] = []
    for block in _flat(blocks):
        if isinstance(block, Table | Callout):
            if loose:
                yield loose
            yield [block]
            loose = []
        else:
            loose.append(block)
    if loose:
        yield loose


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """A frame with a table in it is opened: no shape holds a native table."""
    for block in blocks:
        if isinstance(block, Callout) and any(isinstance(inner, Table) for inner in block.blocks):
            yield Callout(block.kind, block.title, ())
            yield from block.blocks
        else:
            yield block


def _text(shape: Any, group: list[Block], size: int) -> None:  # noqa: ANN401 (the same)
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP
    box = group[0]
    framed = isinstance(box, Callout) and box.kind in EDITORS
    side = 16 if framed else 0
    frame.margin_left = frame.margin_right = px(side)
    frame.margin_top = frame.margin_bottom = px(side / 2)
    if framed and isinstance(box, Callout):
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour(WASH if box.kind != "exercise" else "FFFFFF")
        shape.line.color.rgb = colour(EDGE.get(box.kind, EDITOR))
        shape.line.width = Pt(1.5)
        shape.line.dash_style = MSO_LINE.SOLID if box.kind in EDGE else MSO_LINE.DASH
    write(frame, lines(group), size)


def _table(target: Any, table: Table, slide: Slide, top: float) -> None:  # noqa: ANN401 (the same)
    rows, shares = (*table.head, *table.rows), widths(table)
    heights = [row_height(row, shares, slide.size) for row in rows]
    frame = target.shapes.add_table(1, 1, px(LEFT), px(top), px(FULL), Emu(sum(map(px, heights))))
    frame.name = own_text(table) or "表"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", f"{slide.title}：{own_text(table) or '表'}")  # noqa: SLF001 (alt text)
    native = frame.table
    native.first_row = bool(table.head)
    whole = native._tbl  # noqa: SLF001 (python-pptx fills one cell after the other, each in many steps)
    for placeholder in whole[1:]:
        whole.remove(placeholder)
    columns = "".join(f'<a:gridCol w="{px(FULL * share / 100)}"/>' for share in shares)
    lines_ = (
        _row(row, tall, slide.size * SMALLER, "" if number < len(table.head) else BANDS[number % 2])
        for number, (row, tall) in enumerate(zip(rows, heights, strict=True))
    )
    whole.extend(elements(f"<a:tblGrid>{columns}</a:tblGrid>{''.join(lines_)}"))


def _row(row: tuple[Cell, ...], tall: float, size: float, band: str) -> str:
    """A row; a head's has no band."""
    fill = f'<a:solidFill><a:srgbClr val="{band}"/></a:solidFill>' if band else ""
    sides = f'<a:tcPr marL="{px(8)}" marR="{px(8)}" marT="{px(3)}" marB="{px(3)}"'
    ends = f"{sides}>{fill}</a:tcPr>" if fill else f"{sides}/>"
    said = (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(lines(cell.blocks), size, heads=not band) or '<a:p/>'}</a:txBody>{ends}</a:tc>"
        for cell in row
    )
    return f'<a:tr h="{px(tall)}">{"".join(said)}</a:tr>'
