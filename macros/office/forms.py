"""Forms as Word papers: what a record of data/forms says, in the shape an office accepts. Nothing of ours on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.models.form import FormPaper
from macros.office.word import Paper, Row, Run, blank, cell
from macros.office.word_layout import HEI, MM
from macros.products import Group, Product

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from macros.library import Library
    from macros.models import Form, Source
    from macros.models.form_blocks import Block, GridRow, Scoring
    from macros.office.word import Cell, Inline
    from macros.products import Read

FOLDER = "files/forms"
KINDS = {
    FormPaper.OFFICIAL: "official",
    FormPaper.SHEET: "sheet",
    FormPaper.WIDE: "wide",
    FormPaper.PLATES: "wide",
}
EMPTY = "〔〕"
BLANK = re.compile(f"({EMPTY})")
GRID = (2, 3, 2, 3)  # label, room, label, room
ROW_OF_SCORES = 11
ATTACHMENT = "附件"


def form_products(library: Library, _read: Read) -> Iterator[Product]:
    """One Word file for each form."""
    for form in library.forms.values():
        labels = paper_labels(library, form)
        yield Product(
            path=form_path(form.id),
            made_from=form.model_dump_json() + repr(labels),
            make=lambda form=form, labels=labels: form_paper(form, labels),  # type: ignore[misc]
            group=Group.FORMS,
            title=form.title,
            purpose=form.purpose,
        )


def paper_labels(library: Library, form: Form) -> dict[str, str]:
    """What to call the sources of what is judged on it."""
    cited: dict[str, Source] = {key: library.sources[key] for key in form.cited()}
    return {key: f"{source.label}《{source.title}》" for key, source in cited.items()}


def form_path(key: str) -> str:
    """Where the file stands in the site."""
    return f"{FOLDER}/{key}.docx"


def form_paper(form: Form, labels: Mapping[str, str]) -> bytes:
    """The .docx. `labels` are what to call the sources of what is judged on it."""
    plates = form.paper is FormPaper.PLATES
    paper = Paper(
        KINDS[form.paper],  # type: ignore[arg-type]
        title=form.printed,
        under=inline(form.under or ""),
        title_shown=not plates,
        page_numbers=not plates,
    )
    for block in form.blocks:
        if block.scoring:
            _scoring(paper, block.scoring, labels)
        else:
            WRITERS[block.kind](paper, block)
    return paper.bytes()


def inline(text: str) -> Inline:
    """The text; where it says 〔〕, room to write by hand."""
    return tuple(blank() if part == EMPTY else part for part in BLANK.split(text) if part)


def _table(paper: Paper, block: Block) -> None:
    table = block.table
    if table:
        rows = [["" if place == EMPTY else inline(place) for place in row] for row in table.rows]
        rows += [[""] * len(table.head) for _ in range(table.blank)]
        paper.table(table.head, rows, widths=table.widths, height=table.height)


def _grid(paper: Paper, block: Block) -> None:
    paper.grid([Row(_places(row), int(row.height * MM)) for row in block.grid], widths=GRID)


def _places(row: GridRow) -> tuple[Cell, ...]:
    if len(row.labels) > 1:
        return tuple(place for label in row.labels for place in (cell(label, label=True), cell()))
    room = cell(row.hint, span=3, at="top", style="Hint") if row.hint else cell(span=3)
    return cell(row.labels[0], label=True), room


def _scoring(paper: Paper, scoring: Scoring, labels: Mapping[str, str]) -> None:
    """The table, and below it whose items and whose scale they are: an office replaces them by its own."""
    words = scoring.scale.words if scoring.scale else []
    head = [scoring.head, *words, *scoring.columns]
    rows = [[item.item, *[""] * (len(head) - 1)] for item in scoring.items]
    rows += [[""] * len(head) for _ in range(scoring.blank)]
    widths = [4, *[1.3] * len(words), *[2, 2, 6][: len(scoring.columns)]]
    paper.table(head, rows, widths=widths, height=ROW_OF_SCORES)
    told = {"评议项目": [item.source for item in scoring.items]}
    told["等次"] = [scoring.scale.source] if scoring.scale else []
    said = [
        f"{what}出自{'、'.join(labels[key] for key in dict.fromkeys(keys))}"
        for what, keys in told.items()
        if keys
    ]
    if said:
        paper.small((Run(f"{'，'.join(said)}；本地另有办法的，按本地办法。", style="Source"),))


def _heading(paper: Paper, level: int, text: str) -> None:
    """Numbered where the paper is an official one: on a sheet of tables a heading often stands alone."""
    paper.heading(level, text, number=paper.layout.mirrored)


def _next_sheet(paper: Paper, block: Block) -> None:
    paper.page_break()
    paper.title(block.next_sheet or "")


def _wide_sheet(paper: Paper, block: Block) -> None:
    paper.lie_down()
    paper.paragraph((Run(ATTACHMENT, font=HEI),), indent=False)
    paper.title(block.wide_sheet or "")


def _signature(paper: Paper, block: Block) -> None:
    if block.signature:
        paper.signature(block.signature.office, block.signature.date)


#: the field that a block gives -> how it is written
WRITERS: dict[str, Callable[[Paper, Block], None]] = {
    "address": lambda paper, block: paper.paragraph(inline(block.address or ""), indent=False),
    "heading": lambda paper, block: _heading(paper, 1, block.heading or ""),
    "heading2": lambda paper, block: _heading(paper, 2, block.heading2 or ""),
    "next_sheet": _next_sheet,
    "wide_sheet": _wide_sheet,
    "text": lambda paper, block: paper.paragraph(inline(block.text or "")),
    "items": lambda paper, block: paper.items([inline(text) for text in block.items]),
    "grid": _grid,
    "table": _table,
    "lines": lambda paper, block: paper.lines(block.lines or 0),
    "note": lambda paper, block: paper.small(inline(block.note or "")),
    "signature": _signature,
    "plates": lambda paper, block: paper.plates(["〔姓名〕"] * (block.plates or 0)),
}
