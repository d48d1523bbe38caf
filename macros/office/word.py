"""Word papers, written from content: the one way in which everything of ours becomes a .docx.

paper = Paper("official", title="关于开展协商的方案")
paper.heading(1, "协商议题")                       # 一、协商议题
paper.paragraph(("时间：", blank(8), "。"))
paper.table(("姓名", "单位"), [("", "")] * 10, widths=(1, 2))
paper.signature("政协X市委员会办公室", "2026年11月22日")
data = paper.bytes()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from macros.office.word_elements import Cell, Row, cell, paragraph, table
from macros.office.word_layout import LAYOUTS, MM, Layout
from macros.office.word_numbers import numbered
from macros.office.word_sections import on_its_side
from macros.office.word_text import Inline, Run, blank, characters, plain, runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEVELS = 3
MARK = "编者建议"
__all__ = ["Cell", "Inline", "Paper", "Row", "Run", "blank", "cell"]


class Paper:
    """A paper that grows from top to bottom. Numbers of headings are written out, so they survive copying.

    `kind` is "official" (GB/T 9704-2012: 3号仿宋, 22 lines of 28) "sheet" (tables, papers for a class:
    小四宋体) or "wide" (a sheet lying on its side). `title` is also the file's title property; it is printed unless `title_shown` is false.
    """

    def __init__(
        self,
        kind: Literal["official", "sheet", "wide"] = "official",
        *,
        title: str,
        under: Inline = "",
        title_shown: bool = True,
        page_numbers: bool = True,
    ) -> None:
        """`under` stands below the title: a date, a name, a 标注."""
        from macros.office.word_blank import skeleton  # noqa: PLC0415 (a tenth of a second that kept papers need not wait)

        self.layout: Layout = LAYOUTS[kind]
        self._title = title
        self._blank = skeleton(self.layout, page_numbers=page_numbers)
        self._body: list[str] = []
        self._section = self._blank.section
        self._last: tuple[Inline, str, dict[str, Any]] = ("", "", {})  # the last paragraph
        self._counts = [0] * LEVELS
        self._new_page = False
        if title_shown:
            self.title(title, under)

    def _paragraph(self, inline: Inline, style: str, **properties: Any) -> None:  # noqa: ANN401
        if self._new_page:
            properties["page_break"] = True
            self._new_page = False
        self._last = inline, style, properties
        self._body.append(paragraph(inline, style, **properties))

    def _last_again(self, **more: Any) -> None:  # noqa: ANN401
        """The last paragraph with other properties; every table is followed by one."""
        inline, style, properties = self._last
        if self._body:
            self._body[-1] = paragraph(inline, style, **{**properties, **more})

    def _table(self, rows: Sequence[Row], widths: Sequence[int], title: str = "", **look: Any) -> None:  # noqa: ANN401
        self._body.append(table(rows, widths, title=title or self._title, **look))
        self._paragraph("", "Small")  # two tables without something between them become one

    def title(self, text: str, under: Inline = "") -> None:
        """A title in the middle, one empty line below it. Numbers of headings begin anew."""
        self._counts = [0] * LEVELS
        self._paragraph(text, "Title")
        if plain(under):
            self._paragraph(under, "Under")
        self._paragraph("", "")

    def heading(self, level: int, text: Inline, *, number: bool = True) -> None:
        """A heading of level 1 to 3, numbered 一、（一）1. by itself."""
        self._counts[level - 1 :] = [self._counts[level - 1] + 1, *[0] * (LEVELS - level)]
        mark = numbered(level, self._counts[level - 1]) if number else ""
        self._paragraph((mark, *runs(text)), f"Heading{level}")

    def paragraph(
        self, text: Inline, *, indent: bool = True, align: str = "", keep_next: bool = False
    ) -> None:
        """A paragraph, its first line two characters in. `align`: "center", "right" or "left"."""
        self._paragraph(text, "Body" if indent else "", align=align, keep_next=keep_next)

    def items(self, texts: Iterable[Inline], *, numbers: bool = True) -> None:
        """A list: 1. 2. 3., or one paragraph each."""
        for count, text in enumerate(texts, 1):
            self._paragraph((numbered(LEVELS, count) if numbers else "", *runs(text)), "Body")

    def small(self, text: Inline) -> None:
        """A line in small type: how to fill a table, where something is from."""
        self._paragraph(text, "Small")

    def table(
        self,
        head: Sequence[Inline],
        rows: Iterable[Sequence[Inline]],
        *,
        widths: Sequence[float] = (),
        title: str = "",
        height: float = 0,
    ) -> None:
        """A table whose head comes again on every page. `widths` are shares; `height` of a row is in mm.

        Raises ValueError when a row has not as many cells as the head.
        """
        lines = [Row(tuple(cell(text) for text in head), head=True)]
        lines += [Row(tuple(cell(text) for text in row), int(height * MM)) for row in rows]
        self.grid(lines, widths=widths or [1] * len(head), title=title)

    def grid(
        self, rows: Sequence[Row], *, widths: Sequence[float], title: str = "", line: str = "single"
    ) -> None:
        """A form's table: rows of cells that may span columns. `widths` are shares of the text's width."""
        if title:
            self._paragraph(title, "Caption")
        self._end_page_break()
        shares, whole = [width / sum(widths) for width in widths], self.layout.text_width
        self._table(rows, [int(share * whole) for share in shares], title, line=line)

    def lines(self, count: int) -> None:
        """Empty lines to write on by hand."""
        self._end_page_break()
        rows = [Row((cell(),), self.layout.line) for _ in range(count)]
        self._table(rows, [self.layout.text_width], edges=("bottom", "insideH"))

    def editor(self, text: Inline, label: str = MARK, *, marked: bool = True) -> None:
        """What the editors say, in a box with its mark; a paragraph that is not `marked` goes on in the same box."""
        mark = (Run(f"【{label}】", "Editor"),) if marked else ()
        self._paragraph((*mark, *runs(text)), "EditorBlock")

    def signature(self, office: Inline, date: Inline) -> None:
        """Who and when, where an official paper without a seal has them (GB/T 9704-2012, 7.3.5.2).

        The office stands two characters from the right, the date begins two characters after it; a date that is
        longer than the office stands two from the right itself, and pushes the office to the left.
        """
        longer = characters(date) - characters(office)
        insets = (2, -longer) if longer <= 0 else (4 + longer, 2)
        self._last_again(keep_next=True)  # a signature never stands on a page alone
        self._paragraph("", "", keep_next=True)
        for text, inset, stays in ((office, insets[0], True), (date, insets[1], False)):
            place = (("rightChars", inset * 100), ("right", inset * self.layout.body * 10))
            self._paragraph(text, "", indent=place, align="right", keep_next=stays)

    def page_break(self) -> None:
        """What comes next begins on a new page."""
        self._new_page = True

    def lie_down(self) -> None:
        """What comes next stands on sheets that lie on their side: a table with many columns."""
        self._last_again(section=self._section)
        self._section, self.layout = on_its_side(self._section, self.layout)
        self._new_page = False  # a new section begins on a new page

    def _end_page_break(self) -> None:
        """A table cannot begin a page by itself."""
        if self._new_page:
            self._paragraph("", "Small")

    def cards(self, cards: Sequence[Sequence[Inline]], *, columns: int = 2, rows: int = 2) -> None:
        """Cards to cut out, `columns` × `rows` on a page. The first text of each is its head."""
        self._cut([cell(*card, at="top", style="CardHead") for card in cards], columns, rows)

    def plates(self, names: Sequence[str]) -> None:
        """Names for the table, two on a sheet, to be read from afar."""
        self._cut([cell(name, style="Plate") for name in names], 1, 2)

    def _cut(self, cells: Sequence[Cell], columns: int, rows: int) -> None:
        """Pages of cells with dashed lines to cut along."""
        width, spare = self.layout.text_width // columns, 2 * self.layout.line
        height, page = (self.layout.text_height - spare) // rows, columns * rows
        for start in range(0, len(cells), page):
            some = [*cells[start : start + page]]
            some += [cell()] * (-len(some) % columns)
            self._paragraph("", "Small")  # a table cannot begin a page by itself
            lines = [Row(tuple(some[at : at + columns]), height) for at in range(0, len(some), columns)]
            self._body.append(table(lines, [width] * columns, title=self._title, line="dashed"))
            self._new_page = True
        self._new_page = False
        self._paragraph("", "Small")

    def bytes(self) -> bytes:
        """The .docx; the same content gives the same bytes."""
        from macros.office.word_blank import filled  # noqa: PLC0415 (as above)

        return filled(self._blank, self._title, "".join([*self._body, self._section]))
