"""Rows of workbooks, straight as XML: XlsxWriter makes a workbook with its looks, the rows of records go in here.

XlsxWriter would keep every cell as an object and take ten times as long. Tests hold both ways together, part by part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from xlsxwriter.utility import xl_col_to_name

from macros.office.same_bytes import unzipped, zipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Cell: TypeAlias = "str | int | float | None"
LONGEST = 32_767  # UTF-16 units that a cell may hold
SPAN = 16  # rows that are told together how wide they are
TEXTS, SHEET = "xl/sharedStrings.xml", "xl/worksheets/sheet{}.xml"
HEAD_ENDS, END = "</row>", "</sheetData>"
ITEM = re.compile("<si>.*?</si>", re.DOTALL)
NUMBER_OF_TEXT = re.compile(r'(?<= t="s"><v>)\d+')
SIZE = re.compile(r'(?<=<dimension ref="A1)(?::([A-Z]+)\d+)?')
COUNTS = re.compile(r'(?<= count=")\d+" uniqueCount="\d+')
LOOKS_ESCAPED = re.compile("(_x[0-9a-fA-F]{4}_)")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


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
    like_formulas: tuple[str, ...] = ()


def with_rows(book: bytes, rows: Mapping[int, Rows]) -> bytes:
    """A workbook with rows below the heads of its sheets, by their number from 1. What stood there is replaced."""
    parts = {name: data.decode() for name, data in unzipped(book).items()}
    texts = _Texts(ITEM.findall(parts[TEXTS]))
    for number in range(1, sum(name.startswith("xl/worksheets/sheet") for name in parts) + 1):
        name = SHEET.format(number)
        parts[name] = _sheet(parts[name], rows.get(number), texts)
    parts[TEXTS] = texts.written(parts[TEXTS])
    return zipped({name: parts.pop(name).encode() for name in list(parts)})  # each is held once


class _Texts:
    """The texts that all sheets share, numbered in the order in which they come."""

    def __init__(self, before: list[str]) -> None:
        self.before = before
        self.known: dict[str, int] = {}
        self.guarded: set[str] = set()
        self.items: dict[str, int] = {}
        self.count = 0

    def number(self, text: str, like_formulas: tuple[str, ...]) -> int:
        """The number of a text that is not known; whether it must be guarded is remembered."""
        if like_formulas and text.startswith(like_formulas):
            self.guarded.add(text)
        found = self.known[text] = self.items.setdefault(_item(text), len(self.items))
        return found

    def renumbered(self, xml: str) -> str:
        """A sheet by XlsxWriter with the numbers that its texts have now."""
        found = NUMBER_OF_TEXT.findall(xml)
        self.count += len(found)
        now = {
            old: str(self.items.setdefault(self.before[int(old)], len(self.items)))
            for old in sorted(set(found), key=int)
        }
        return NUMBER_OF_TEXT.sub(lambda old: now[old[0]], xml)

    def written(self, xml: str) -> str:
        """The part that holds them."""
        head = COUNTS.sub(f'{self.count}" uniqueCount="{len(self.items)}', xml[: xml.index("<si>")])
        return "".join([head, *self.items, "</sst>"])


def _item(text: str) -> str:
    """A shared text, escaped as Excel does."""
    if len(text) > LONGEST // 2:
        text = text.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore")
    if not text.isprintable() or "_x" in text:
        text = CONTROL.sub(lambda sign: f"_x{ord(sign[0]):04X}_", LOOKS_ESCAPED.sub(r"_x005F\1", text))
    kept = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f"<si><t{kept}>{text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</t></si>"


def _sheet(xml: str, rows: Rows | None, texts: _Texts) -> str:
    """A sheet with its rows, and with what it says of its size."""
    if rows is None or not rows.cells:
        return texts.renumbered(xml)
    head = texts.renumbered(xml[: xml.index(HEAD_ENDS) + len(HEAD_ENDS)])
    sized = SIZE.sub(lambda found: f":{found[1] or 'A'}{len(rows.cells) + 1}", head, 1)
    return "".join([sized, *_written(rows, texts), xml[xml.index(END) :]])


def _written(rows: Rows, texts: _Texts) -> Iterator[str]:
    width = len(rows.looks)
    kinds = [_ends(look) for look in (*rows.looks, rows.guarded, rows.number)]
    letters = [f'<c r="{xl_col_to_name(place)}' for place in range(width)]
    heights = iter(rows.heights)
    lines = enumerate(rows.cells, 2)
    some = list(islice(lines, SPAN - 1))  # the head is one of the first
    span = f"1:{width}"
    while some:
        for number, cells in some:
            height = next(heights, 0)
            tall = f' ht="{height}" customHeight="1"' if height else ""
            said = "".join(_cells(cells, number, letters, kinds, rows.like_formulas, texts))
            yield f'<row r="{number}" spans="{span}"{tall}>{said}</row>'
        some = list(islice(lines, SPAN))
        span = _span([cells for _, cells in some])


def _ends(look: int | None) -> tuple[str, str]:
    """What follows the number of a row in a cell with this format: in one with a text, in one with a number."""
    style = f' s="{look}"' if look else ""
    return f'"{style} t="s"><v>', f'"{style}><v>'


def _span(rows: list[Sequence[Cell]]) -> str:
    """From the first column to the last in which any of these rows says something."""
    filled = [[place for place, value in enumerate(cells, 1) if value is not None] for cells in rows]
    return (
        f"{min((cells[0] for cells in filled), default=1)}:{max((cells[-1] for cells in filled), default=1)}"
    )


def _cells(  # noqa: PLR0913, PLR0917 (the inner loop: what does not change is made outside)
    cells: Sequence[Cell],
    number: int,
    letters: list[str],
    kinds: list[tuple[str, str]],
    like_formulas: tuple[str, ...],
    texts: _Texts,
) -> Iterator[str]:
    known, guarded = texts.known, texts.guarded
    for place, value in enumerate(cells):
        if value is None:
            continue
        if isinstance(value, str):
            text = known.get(value)
            text = texts.number(value, like_formulas) if text is None else text
            look = kinds[-2 if value in guarded else place][0]
            texts.count += 1
            yield f"{letters[place]}{number}{look}{text}</v></c>"
        else:
            yield f"{letters[place]}{number}{kinds[-1][1]}{value:.16G}</v></c>"
