"""How our PDFs look, and how they are made: by Typst, with only the fonts they are given."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from macros.office.typst_markup import string

if TYPE_CHECKING:
    from typst import Fonts

#: Typst's rules for the book and for single papers. Chinese has no italics; the first line of a paragraph stands in by two characters.
LOOK = """\
#set text(font: ("Noto Serif CJK SC",), size: 10.5pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 0.85em, spacing: 0.85em, first-line-indent: (amount: 2em, all: true))
#set heading(numbering: none)
#set page(paper: "a4", margin: (top: 2.6cm, bottom: 2.4cm, x: 2.4cm), numbering: "1",
  header: context {
    let before = query(heading.where(level: 1).before(here()))
    set text(font: "Noto Sans CJK SC", size: 8.5pt)
    if before.len() > 0 [#before.last().body #h(1fr) 协商有方]
  })
#let plainly(body) = { set par(first-line-indent: 0em); body }
#show heading: set text(font: "Noto Sans CJK SC")
#show heading: it => block(above: 1.3em, below: 0.7em, sticky: true, plainly(it.body))
#show heading.where(level: 1): it => { pagebreak(weak: true); block(below: 1.5em, text(size: 20pt, plainly(it.body))) }
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 11.5pt)
#show table: it => { set par(first-line-indent: 0em, justify: false, leading: 0.6em); set text(size: 9pt); it }
#set table(stroke: 0.4pt + luma(140), inset: 4pt)
#show list: plainly
#show enum: plainly
#show outline: plainly
#let mark(body) = text(size: 0.8em, fill: luma(70), body)
#let note(body) = block(text(size: 9.5pt, fill: luma(60), plainly(body)))
#let small-heading(body) = block(sticky: true, text(font: "Noto Sans CJK SC", weight: "bold", plainly(body)))
#let pair(term, body) = block(inset: (left: 1em), plainly[#text(font: "Noto Sans CJK SC", term)：#body])
#let framed(title, body) = block(width: 100%, stroke: (left: 1.5pt + luma(120)), inset: (left: 8pt, y: 4pt), plainly[#strong(title) #body])
#let editors(title, body) = block(width: 100%, stroke: (paint: luma(90), thickness: 0.6pt, dash: "dashed"), inset: 7pt, plainly[#text(font: "Noto Sans CJK SC", size: 9pt)[〔编者建议〕] #strong(title) #body])
#let row(target, name) = block(spacing: 0.5em, plainly[#link(target, name) #box(width: 1fr, repeat[.]) #context counter(page).at(target).first()])
"""


def document(title: str) -> str:
    """What a PDF says of itself before it is opened."""
    return f'#set document(title: {string(title)[1:-1]}, author: "协商有方")\n'


@cache
def _fonts(places: tuple[str, ...]) -> Fonts:
    """The fonts of some folders, looked through once for all papers."""
    import typst  # noqa: PLC0415 (35 MB that only PDFs need)

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=cast("Any", places)
    )


def compiled(source: str, fonts: list[str], timestamp: int) -> bytes:
    """The PDF, accessible by PDF/UA-1, with only the given folders' fonts in it; the same bytes for the same text.

    Raises ImportError without the package typst, typst.TypstError when the fonts or the text are unfit.
    """
    import typst  # noqa: PLC0415 (as above)

    made: bytes = typst.compile(
        source.encode("utf-8"),
        font_paths=_fonts(tuple(fonts)),
        format="pdf",
        pdf_standards="ua-1",
        timestamp=timestamp,
    )
    return made
