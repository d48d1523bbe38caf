"""Cards of the core methods, four on an A4 to be cut out: number, what it is, when, steps, what was left open."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import segno

from macros.models.method import Rank
from macros.models.values import Basis
from macros.office.typst_markup import string

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.library import Library
    from macros.models import Method
    from macros.models.steps import Part, Step

ON_A_SHEET = 4
FIRST = 3  # sources named on a card
MOST = 6  # of a kind on one card: it is small
STYLE = """\
#set document(title: "协商有方：方法卡", author: "协商有方")
#set page(paper: "a4", margin: 0pt)
#set text(font: ("Noto Serif CJK SC",), size: 8.5pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 0.55em, spacing: 0.55em)
#set enum(spacing: 0.5em)
#let label(body) = text(font: "Noto Sans CJK SC", weight: "bold", body)
#let card(number, name, code, body) = block(width: 105mm, height: 148.5mm, inset: 7mm, clip: true, stroke: (paint: luma(150), thickness: 0.4pt, dash: "dashed"))[
  #grid(columns: (1fr, auto), column-gutter: 4mm, [#text(size: 7.5pt, fill: luma(80), number) \\ #heading(level: 1, outlined: true, text(font: "Noto Sans CJK SC", size: 12pt, name))], code)
  #body
]
"""


def method_cards(library: Library, site_url: str) -> str:
    """The sheets in Typst; a card bears the code of its page only when the site has an address."""
    core = [
        method
        for category in library.categories
        for method in library.methods_in(category.id)
        if method.rank is Rank.CORE
    ]
    cards = [
        _card(method, number, len(core), site_url, _told_by(library, method))
        for number, method in enumerate(core, 1)
    ]
    sheets = [cards[start : start + ON_A_SHEET] for start in range(0, len(cards), ON_A_SHEET)]
    return "\n".join([STYLE, *(f"#grid(columns: 2, {', '.join(sheet)})" for sheet in sheets)]) + "\n"


def _told_by(library: Library, method: Method) -> str:
    """Whose texts it rests on: the first of them, on the web page all."""
    labels = list(dict.fromkeys(library.sources[cited.source].label for cited in method.sources))
    more = "等，全部出处见网页" if len(labels) > FIRST else ""
    return f"出处：{'、'.join(labels[:FIRST])}{more}"


def _card(method: Method, number: int, of: int, site_url: str, told_by: str) -> str:
    told = [("什么时候用", [one.text for one in method.when if one.basis is Basis.SOURCE])]
    names = [_named(part) for part in method.steps] or [_named(part) for part in method.parts]
    told.append(("步骤" if method.steps else "组成", names))
    told.append(("原文没有交代", list(method.gaps)))
    body = "".join(_part(title, texts) for title, texts in told if texts)
    body += f"#text(size: 7pt, fill: luma(80))[{string(told_by)}]"
    head = string(method.one_liner or method.summary)
    return f"card([{string(f'方法卡 {number}/{of}')}], [{string(method.name)}], [{_code(method, site_url)}], [{head}\n\n{body}])"


def _named(part: Step | Part) -> str:
    """What the editors added bears their mark here, too."""
    return part.name + ("〔编者建议〕" if part.basis is Basis.EDITOR else "")


def _part(title: str, texts: Iterable[str]) -> str:
    """A label and a numbered list; what there is no room for is counted."""
    items = list(texts)
    rest = len(items) - MOST
    rows = [*items[:MOST], *([f"还有{rest}条，见网页"] if rest > 0 else [])]
    return f"#label[{string(title)}]\n#enum({', '.join(f'[{string(row)}]' for row in rows)})\n\n"


def _code(method: Method, site_url: str) -> str:
    if not site_url:
        return ""
    target = io.BytesIO()
    address = f"{site_url.rstrip('/')}/methods/{method.id}/"
    segno.make(address, micro=False).save(
        target, kind="svg", border=0, xmldecl=False, svgclass=None, lineclass=None
    )
    drawing = target.getvalue().decode().replace("\\", "\\\\").replace('"', '\\"')
    return f'#image(bytes("{drawing}"), format: "svg", width: 16mm, alt: "{method.name.replace(chr(34), "")}的网址")'
