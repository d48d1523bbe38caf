"""Blocks as HTML for slides: no links, no scripts, no styles, everything escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from macros.office.blocks import (
    Callout,
    Cell,
    Code,
    Facts,
    Figure,
    Heading,
    Items,
    Paragraph,
    Run,
    Table,
    title_of,
)
from macros.office.slide_size import widths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.office.blocks import Block, Runs


def _tag(name: str, inside: Markup, **attributes: str) -> Markup:
    """`class_` is `class`; an empty attribute is left out."""
    said = [(key.rstrip("_"), value) for key, value in attributes.items() if value]
    opened = Markup("").join(Markup(' {}="{}"').format(key, value) for key, value in said)
    return Markup("<{0}{1}>{2}</{0}>").format(name, opened, inside)


def _run(run: Run) -> Markup:
    text = Markup("<br>").join(escape(line) for line in run.text.split("\n"))
    if run.badge:
        return _tag("span", text, class_=f"xy-badge xy-badge--{run.badge}")
    if run.raised:
        return _tag("span", Markup("[{}]").format(text), class_="xy-cite")
    for name, said in (("strong", run.bold), ("em", run.italic), ("code", run.code), ("sub", run.lowered)):
        text = _tag(name, text) if said else text
    return text


def runs(some: Runs) -> Markup:
    """Runs as inline HTML."""
    return Markup("").join(map(_run, some))


def html(blocks: Iterable[Block]) -> Markup:
    """Blocks as HTML."""
    return Markup("\n").join(map(_block, blocks))


def _cell(cell: Cell) -> Markup:
    return _tag(
        "th" if cell.heads else "td",
        html(cell.blocks),
        colspan=str(cell.columns) if cell.columns > 1 else "",
        rowspan=str(cell.rows) if cell.rows > 1 else "",
    )


def _rows(rows: Iterable[tuple[Cell, ...]]) -> Markup:
    return Markup("").join(_tag("tr", Markup("").join(map(_cell, row))) for row in rows)


def _table(table: Table) -> Markup:
    columns = Markup("").join(Markup('<col width="{}%">').format(share) for share in widths(table))
    head = _tag("thead", _rows(table.head)) if table.head else Markup("")
    caption = Markup('<caption class="xy-unseen">{}</caption>').format(table.caption) if table.caption else ""
    return Markup("<table>{}<colgroup>{}</colgroup>{}<tbody>{}</tbody></table>").format(
        caption, columns, head, _rows(table.rows)
    )


def _frame(box: Callout) -> Markup:
    title = title_of(box)
    said = _tag("p", runs(title), class_="xy-frame__title") if title else Markup("")
    return _tag("div", said + html(box.blocks), class_=f"xy-frame xy-frame--{box.kind}")


def _facts(facts: Facts) -> Markup:
    lines = (_tag("div", _tag("dt", runs(pair.term)) + _tag("dd", html(pair.blocks))) for pair in facts.pairs)
    return _tag("dl", Markup("").join(lines))


def _items(block: Items) -> Markup:
    inside = Markup("").join(_tag("li", html(item)) for item in block.items)
    start = str(block.start) if block.start != 1 else ""
    return _tag("ol" if block.ordered else "ul", inside, start=start)


def _paragraph(block: Paragraph) -> Markup:
    return _tag("p", runs(block.runs), class_=f"xy-{block.kind}" if block.kind else "")


#: kind of block -> how it is written
WRITERS: dict[type, Callable[[Any], Markup]] = {
    Paragraph: _paragraph,
    Heading: lambda block: _tag("p", runs(block.runs), class_="xy-label"),
    Items: _items,
    Facts: _facts,
    Table: _table,
    Callout: _frame,
    Figure: lambda block: _tag("p", Markup("[图：{}]").format(block.alt), class_="xy-note"),
    Code: lambda block: _tag("pre", escape(block.text)),
}


def _block(block: Block) -> Markup:
    return WRITERS[type(block)](block)
