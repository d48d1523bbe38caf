"""Rows of workbooks, straight as XML: XlsxWriter makes a workbook with its looks, the rows of records go in here.

XlsxWriter would keep every cell as an object and take ten times as long. Tests hold both ways together, part by part.
A sheet is compressed while it is written: none is in memory as a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, count, islice, repeat
from typing import TYPE_CHECKING, TypeAlias

from xlsxwriter.utility import xl_col_to_name

from macros.office.same_bytes import pressed_in_pieces, unzipped, zipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.office.same_bytes import Pressed

Cell: TypeAlias = "str | int | float | None"
LONGEST = 32_767  # UTF-16 units that a cell may hold
SPAN = 16  # rows that are told together how wide they are
PIECE = 512  # texts that are compressed together
TEXTS, SHEET = "xl/sharedStrings.xml", "xl/worksheets/sheet{}.xml"
HEAD_ENDS, END = "</row>", "</sheetData>"
NUMBER_OF_TEXT = re.compile(r'(?<= t="s"><v>)\d+')
SIZE = re.compile(r'(?<=<dimension ref="A1)(?::([A-Z]+)\d+)?')
COUNTS = re.compile(r'(?<= count=")\d+" uniqueCount="\d+')
LOOKS_ESCAPED = re.compile("(_x[0-9a-fA-F]{4}_)")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
ROW = "\0"  # where the number of a row comes in


@dataclass(frozen=True)
class Rows:
    """What stands below the head of a sheet.

    `looks` are the numbers of the formats that texts have, by column; `guarded` that of texts that begin like a formula
    (None: as the others), `number` that of numbers. `heights` are points, none where the program decides.
    """

    cells: Sequence[Sequence[Cell]]
    looks: Sequence[int | None]
    heights: Sequence[int] = ()
    guarded: int | None = None
    number: int | None = None


def with_rows(
    book: bytes, texts: Iterable[str], rows: Mapping[int, Rows], like_formulas: tuple[str, ...] = ()
) -> bytes:
    """A workbook with rows below the heads of its sheets, by their number from 1. What stood there is replaced.

    `texts` are those that the sheets share so far, in order; `like_formulas` begin what is to be guarded.
    """
    parts: dict[str, bytes | Pressed] = {}
    parts |= (before := unzipped(book))
    shared = _Texts(texts, like_formulas)
    for number in range(1, sum(name.startswith("xl/worksheets/sheet") for name in parts) + 1):
        name = SHEET.format(number)
        pieces = _sheet(before[name].decode(), rows.get(number), shared)
        parts[name] = pressed_in_pieces(piece.encode() for piece in pieces)
    parts[TEXTS] = pressed_in_pieces(piece.encode() for piece in shared.written(before[TEXTS].decode()))
    return zipped(parts)


class _Texts(dict[Cell, int | str]):
    """The texts that all sheets share, with their numbers, in the order in which they come. A number stands for itself."""

    def __init__(self, before: Iterable[str], like_formulas: tuple[str, ...]) -> None:
        super().__init__()
        self.before = list(before)
        self.like_formulas = like_formulas
        self.listed: list[str] = []
        self.guarded: set[Cell] = set()
        self.count = 0

    def __missing__(self, value: Cell) -> int | str:
        """The number of a text that has not come yet; whether it must be guarded is remembered."""
        if not isinstance(value, str):
            return f"{value:.16G}"
        if value.startswith(self.like_formulas):
            self.guarded.add(value)
        if len(value) > LONGEST // 2 and (text := _cut(value)) != value:
            self[value] = found = self[text]
        else:
            self[value] = found = len(self.listed)
            self.listed.append(value)
        return found

    def renumbered(self, xml: str) -> str:
        """A sheet by XlsxWriter with the numbers that its texts have now."""
        found = NUMBER_OF_TEXT.findall(xml)
        self.count += len(found)
        now = {old: str(self[self.before[int(old)]]) for old in sorted(set(found), key=int)}
        return NUMBER_OF_TEXT.sub(lambda old: now[old[0]], xml)

    def written(self, xml: str) -> Iterator[str]:
        """The part that holds them."""
        yield COUNTS.sub(f'{self.count}" uniqueCount="{len(self.listed)}', xml[: xml.index("<si>")])
        for start in range(0, len(self.listed), PIECE):
            yield "".join([_item(text) for text in self.listed[start : start + PIECE]])
        yield "</sst>"


def _cut(text: str) -> str:
    """As much as a cell may hold."""
    return text.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore")


def _item(text: str) -> str:
    """A shared text, escaped as Excel does."""
    if not text.isprintable() or "_x" in text:
        text = CONTROL.sub(lambda sign: f"_x{ord(sign[0]):04X}_", LOOKS_ESCAPED.sub(r"_x005F\1", text))
    kept = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f"<si><t{kept}>{text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</t></si>"


def _sheet(xml: str, rows: Rows | None, texts: _Texts) -> Iterator[str]:
    """A sheet with its rows, and with what it says of its size."""
    if rows is None or not rows.cells:
        yield texts.renumbered(xml)
        return
    head = texts.renumbered(xml[: xml.index(HEAD_ENDS) + len(HEAD_ENDS)])
    yield SIZE.sub(lambda found: f":{found[1] or 'A'}{len(rows.cells) + 1}", head, 1)
    yield from _written(rows, texts)
    yield xml[xml.index(END) :]


def _written(rows: Rows, texts: _Texts) -> Iterator[str]:
    """The rows, as many at once as are told together how wide they are."""
    shapes = _Shapes(rows)
    lines = zip(count(2), rows.cells, chain(rows.heights, repeat(0)), strict=False)
    some = list(islice(lines, SPAN - 1))  # the head is one of the first
    width: tuple[int, ...] = (1, len(rows.looks))
    while some:
        values = [tuple([texts[value] for value in cells if value is not None]) for _, cells, _ in some]
        looks = [shapes.of(cells, texts.guarded) for _, cells, _ in some]
        texts.count += sum([look.texts for look in looks])
        span = _span([width, *[look.ends for look in looks]])
        yield "".join(
            [
                f'<row r="{number}" spans="{span}"{_tall(height)}>{look.xml.replace(ROW, str(number)) % said}</row>'
                for (number, _, height), look, said in zip(some, looks, values, strict=True)
            ]
        )
        some, width = list(islice(lines, SPAN)), ()


def _span(ends: list[tuple[int, ...]]) -> str:
    """From the first column to the last in which any row says something."""
    filled = [place for pair in ends for place in pair] or [1]
    return f"{min(filled)}:{max(filled)}"


def _tall(height: int) -> str:
    return f' ht="{height}" customHeight="1"' if height else ""


@dataclass(frozen=True)
class _Shape:
    """The XML of all rows that say something in the same columns, and of the same kind; where what they say comes in."""

    xml: str
    texts: int
    ends: tuple[int, ...]


class _Shapes:
    """The shapes of the rows of a sheet, each made once."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.known: dict[object, _Shape] = {}

    def of(self, cells: Sequence[Cell], guarded: set[Cell]) -> _Shape:
        """The shape of a row; `guarded` are the texts that must be, in any row."""
        marked = () if guarded.isdisjoint(cells) else tuple([cell in guarded for cell in cells])
        key = (*map(type, cells), marked)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._shape(cells, guarded)
        return found

    def _shape(self, cells: Sequence[Cell], guarded: set[Cell]) -> _Shape:
        xml, places = "", [place for place, cell in enumerate(cells) if cell is not None]
        for place in places:
            is_text = isinstance(cells[place], str)
            look = self.rows.number
            if is_text:
                look = self.rows.guarded if cells[place] in guarded else self.rows.looks[place]
            style, kind = f' s="{look}"' if look else "", ' t="s"' if is_text else ""
            xml += f'<c r="{xl_col_to_name(place)}{ROW}"{style}{kind}><v>%s</v></c>'
        texts = sum(isinstance(cell, str) for cell in cells)
        return _Shape(xml, texts, (places[0] + 1, places[-1] + 1) if places else ())
