"""A built page as an official Word paper: nothing of it is lost, and what is marked on screen is marked on paper."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from macros.office import blocks as page
from macros.office.word import Cell, Paper, Row, Run
from macros.office.word_numbers import numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.office.word import Inline

TITLE, DEEPEST = 1, 4
LIST_LEVEL = 4  # （1）: a list below headings 一、（一）1.
EDITORS = "编者建议"
POINT = "· "
AS_BEFORE = nullcontext()
#: kind of a mark on the page -> our character style; every other mark looks like a source's
MARKS = {"editor": "Editor", "masked": "Masked", "sample": "Editor"}


def page_paper(title: str, blocks: page.Blocks, where: str) -> bytes:
    """The .docx. `where` says in the last line from which page of which site it comes."""
    paper = Paper("official", title=title)
    writer = _Writer(paper)
    writer.write(blocks)
    paper.small((Run(where, "Source"),))
    return paper.bytes()


def write_blocks(paper: Paper, blocks: Iterable[page.Block]) -> None:
    """Blocks onto a paper, from where it ends."""
    _Writer(paper).write(blocks)


def words(runs: page.Runs) -> tuple[Run, ...]:
    """Runs of a page as runs of a paper: marks in brackets, sources behind what they bear out, addresses spelt out."""
    found: list[Run] = []
    for run in runs:
        if run.badge or run.raised:
            found.append(Run(f"〔{run.text}〕", MARKS.get(run.badge, "Source")))
        else:
            found.append(Run(run.text, "Strong" if run.bold else ""))
            if run.link.startswith(("http:", "https:")):
                found.append(Run(f"（{run.link}）", "Source"))
    return tuple(found)


class _Writer:
    """Writes blocks one after the other; `_box` is the mark of the editors' box that we are in, if any."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self._box = ""
        self._opened = False

    def write(self, blocks: Iterable[page.Block]) -> None:
        for block in blocks:
            match block:
                case page.Heading():
                    self._heading(block)
                case page.Paragraph(runs=runs, kind=kind):
                    self._say(words(runs), label=kind == "label", small=kind in {"note", "empty"})
                case page.Items():
                    self._items(block)
                case page.Facts(pairs=pairs):
                    self._facts(pairs)
                case page.Table():
                    self._table(block)
                case page.Callout():
                    self._callout(block)
                case page.Figure(alt=text):
                    self._say((f"（图：{text}）",), small=True)
                case page.Code(text=text):
                    self._say((text,), small=True)

    def _say(self, text: tuple[str | Run, ...], *, label: bool = False, small: bool = False) -> None:
        """One paragraph, in the editors' box or outside it."""
        if self._box:
            self.paper.editor(text, self._box, marked=not self._opened)
            self._opened = True
        elif small:
            self.paper.small(text)
        elif label:
            strong = tuple(Run(part, "Strong") if isinstance(part, str) else _stronger(part) for part in text)
            self.paper.paragraph(strong, keep_next=True)
        else:
            self.paper.paragraph(text)

    def _heading(self, block: page.Heading) -> None:
        if block.level == TITLE:
            return  # it is the paper's title
        if block.level > DEEPEST or self._box:
            self._say(words(block.runs), label=True)
        else:
            self.paper.heading(block.level - 1, words(block.runs))

    def _items(self, block: page.Items) -> None:
        for number, item in enumerate(block.items, block.start):
            mark = numbered(LIST_LEVEL, number) if block.ordered else POINT
            self._led(Run(mark), item)

    def _facts(self, pairs: Iterable[page.Pair]) -> None:
        for pair in pairs:
            with self._box_of(EDITORS) if pair.editor and not self._box else AS_BEFORE:
                self._led(Run(f"{page.said(pair.term)}：", "Strong"), pair.blocks)

    def _led(self, mark: Run, blocks: page.Blocks) -> None:
        """Blocks of which the first stands on the line of its mark."""
        match blocks:
            case (page.Paragraph(runs=runs), *rest):
                self._say((mark, *words(runs)))
                self.write(rest)
            case _:
                self._say((mark,))
                self.write(blocks)

    def _callout(self, block: page.Callout) -> None:
        edited = block.kind == "editor"
        if block.title and not edited:
            self._say(words(page.title_of(block)), label=True)
        with self._box_of(block.title or EDITORS) if edited else AS_BEFORE:
            self.write(block.blocks)

    @contextmanager
    def _box_of(self, mark: str) -> Iterator[None]:
        """Inside, everything is said in a box with this mark."""
        before = self._box, self._opened
        self._box, self._opened = mark, False
        yield
        self._box, self._opened = before

    def _table(self, block: page.Table) -> None:
        """A table; in the editors' box, the line above it says whose it is."""
        if self._box:
            self._say((block.caption or "下表",))
        rows = [Row(tuple(map(_cell, row)), head=True) for row in block.head]
        rows += [Row(tuple(map(_cell, row))) for row in block.rows]
        columns = max(sum(place.columns for place in row) for row in (*block.head, *block.rows))
        self.paper.grid(rows, widths=_widths(block, columns))


def _stronger(run: Run) -> Run:
    return run if run.style else Run(run.text, "Strong")


def _cell(place: page.Cell) -> Cell:
    lines: tuple[Inline, ...] = tuple(_lines(place.blocks))
    return Cell(lines or ("",), span=place.columns, label=False)


def _lines(blocks: page.Blocks) -> Iterator[tuple[Run, ...]]:
    """The paragraphs of a cell."""
    for block in blocks:
        match block:
            case page.Paragraph(runs=runs) | page.Heading(runs=runs):
                yield words(runs)
            case page.Items(items=items):
                for item in items:
                    first, *rest = _lines(item) or ((),)
                    yield (Run(POINT), *first)
                    yield from rest
            case _:
                for group in page.inside(block):
                    yield from _lines(group)


def _widths(block: page.Table, columns: int) -> list[float]:
    """Room by how much is to be said: a column of long sentences gets more than one of years."""
    longest = [2.0] * columns
    for row in (*block.head, *block.rows):
        if len(row) == columns:
            longest = [
                max(old, min(18, len(page.plain(place.blocks)) ** 0.7))
                for old, place in zip(longest, row, strict=True)
            ]
    return longest
