"""Blocks of a page as Typst: every character goes in as a string, so that no text can be taken for markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.office import blocks as page

if TYPE_CHECKING:
    from collections.abc import Iterable

SPECIAL = re.compile(r'["\\]')
ANCHOR = re.compile(r"[^A-Za-z0-9-]+")
DEEPEST = 5
EDITORS = frozenset({"editor", "teacher", "exercise", "hint", "answer", "sample"})
EDITORS_LABEL = "编者建议"


def string(text: str) -> str:
    """A string of Typst in the middle of a text."""
    return f'#"{SPECIAL.sub(lambda found: chr(92) + found[0], text)}";'


def label(address: str) -> str:
    """The name by which a page is linked inside the book."""
    return "p-" + ANCHOR.sub("-", address.removesuffix("index.html")).strip("-").lower()


@dataclass(frozen=True)
class Writer:
    """Writes blocks; `pages` are the addresses that are in the book, `depth` is added to the level of headings."""

    pages: frozenset[str] = frozenset()
    depth: int = 1

    def blocks(self, blocks: Iterable[page.Block]) -> str:
        """All of them, an empty line between two."""
        return "\n\n".join(self.block(block) for block in blocks)

    def block(self, block: page.Block) -> str:
        """One block; an unknown kind is an error of ours."""
        match block:
            case page.Heading(level=level, runs=runs):
                text = f"#heading(level: {min(level + self.depth, DEEPEST)})[{self.runs(runs)}]"
            case page.Paragraph(runs=runs, kind=kind):
                text = self._paragraph(runs, kind)
            case page.Items():
                text = self._items(block)
            case page.Facts(pairs=pairs):
                text = "\n\n".join(map(self._pair, pairs))
            case page.Table():
                text = self._table(block)
            case page.Callout():
                text = self._callout(block)
            case page.Figure(alt=alt):
                text = f"#note[{string(f'（图：{alt}）')}]"
            case page.Code(text=code):
                text = f"#note[{string(code)}]"
        return text

    def runs(self, runs: page.Runs) -> str:
        """Characters set alike, one after the other."""
        return "".join(map(self._run, runs))

    def _run(self, run: page.Run) -> str:
        if run.badge or run.raised:
            return f"#mark[{string(f'〔{run.text}〕')}]"
        text = " #linebreak() ".join(string(part) if part else "" for part in run.text.split("\n"))
        if run.bold:
            text = f"#strong[{text}]"
        address = run.link.partition("#")[0]
        return f"#link(<{label(address)}>)[{text}]" if address in self.pages else text

    def _paragraph(self, runs: page.Runs, kind: str) -> str:
        text = self.runs(runs)
        return {"label": f"#small-heading[{text}]", "note": f"#note[{text}]", "empty": f"#note[{text}]"}.get(
            kind, f"#par[{text}]"
        )

    def _items(self, items: page.Items) -> str:
        name = f"enum(start: {items.start}, " if items.ordered else "list("
        return f"#{name}{', '.join(f'[{self.blocks(item)}]' for item in items.items)})"

    def _pair(self, pair: page.Pair) -> str:
        editors = f" #mark[{string(f'〔{EDITORS_LABEL}〕')}]" if pair.editor else ""
        return f"#pair([{self.runs(pair.term)}{editors}], [{self._inline(pair.blocks)}])"

    def _inline(self, blocks: page.Blocks) -> str:
        """A single line of words goes on after its term; a paragraph would begin a line of its own."""
        match blocks:
            case (page.Paragraph(runs=runs, kind=""),):
                return self.runs(runs)
        return self.blocks(blocks)

    def _callout(self, callout: page.Callout) -> str:
        title = "" if callout.title == EDITORS_LABEL else callout.title  # the frame says it already
        kind = "editors" if callout.kind in EDITORS else "framed"
        return f"#{kind}([{string(title) if title else ''}], [{self.blocks(callout.blocks)}])"

    def _table(self, table: page.Table) -> str:
        """Columns as wide as what stands in them asks for; the head repeats on the next page."""
        head = "".join(f"table.header({self._cells(row)}), " for row in table.head[:1])
        rows = ", ".join(self._cells(row) for row in (*table.head[1:], *table.rows) if row)
        caption = f"#small-heading[{string(table.caption)}]\n\n" if table.caption else ""
        return f"{caption}#table(columns: ({', '.join(self._widths(table))},), {head}{rows})"

    def _cells(self, row: tuple[page.Cell, ...]) -> str:
        return ", ".join(
            f"table.cell(colspan: {cell.columns}, rowspan: {cell.rows})[{self.blocks(cell.blocks)}]"
            for cell in row
        )

    def _widths(self, table: page.Table) -> list[str]:
        count = max(sum(cell.columns for cell in row) for row in (*table.head, *table.rows))
        lengths = [2] * count
        for row in (*table.head, *table.rows):
            if len(row) == count:
                lengths = [
                    max(most, len(plain(cell.blocks))) for most, cell in zip(lengths, row, strict=True)
                ]
        return [f"{min(length, 60) ** 0.5:.2f}fr" for length in lengths]


def plain(blocks: page.Blocks) -> str:
    """The words of some blocks, to measure them."""
    return "".join(
        page.said(block.runs)
        if isinstance(block, page.Paragraph | page.Heading)
        else "".join(map(plain, page.inside(block)))
        for block in blocks
    )
