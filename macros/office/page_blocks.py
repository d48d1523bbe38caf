"""From a built page to its blocks. What it has no rule for is an error that names it: nothing is lost silently."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from lxml import etree

from macros.office.blocks import (
    Blocks,
    Callout,
    Code,
    Figure,
    Heading,
    Paragraph,
)
from macros.office.page_classes import classes_of
from macros.office.page_runs import (
    BLANK,
    BLANKS,
    INLINE,
    Style,
    add_runs,
    add_text,
    runs_of,
    text_of,
    tidy,
    unknown,
)
from macros.office.page_tables import facts, items, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.office.blocks import Block, Run

Element = Any  # lxml's own stubs know neither the tag of a comment nor XPath's answers

OPEN = ("article", "section", "div", "aside", "fieldset", "main")
#: ways about the site, and what only a script fills
SKIPPED = frozenset({"nav", "script", "style", "hr", "template"})
ARTICLE = "md-content__inner"


def blocks_of(html: str, address: str = "") -> Blocks:
    """The blocks of a built page, or of a fragment. `address` is the page's own: links start from its folder."""
    whole = html if "<html" in html else f"<html><body><div>{html}</div></body></html>"
    tree: Element = etree.HTML(whole)  # lxml.html would ask for a class for each element
    articles = (part for part in tree.iter("article") if ARTICLE in part.get("class", ""))
    return _blocks(next(articles, tree.find("body")), Style(address))


def _blocks(parent: Element, style: Style) -> Blocks:
    """What an element holds: blocks as they come, loose text between them as paragraphs."""
    found: list[Block] = []
    loose: list[Run] = []
    text = parent.text
    if text and text.strip(BLANKS):
        add_text(loose, text, style)
    for child in parent:
        if _is_block(child):
            if loose:
                found += _paragraph(loose)
                loose = []
            found += _block(child, style)
        else:
            add_runs(loose, child, style)
        text = child.tail
        if text and (loose or text.strip(BLANKS)):
            add_text(loose, text, style)
    return (*found, *_paragraph(loose)) if loose else tuple(found)


def _paragraph(runs: list[Run], kind: str = "") -> Blocks:
    tidied = tidy(runs)
    return (Paragraph(tidied, kind),) if tidied else ()


def _is_block(element: Element) -> bool:
    if element.tag in INLINE:
        return len(element) > 0 and any(map(_is_block, element))
    return isinstance(element.tag, str)  # a comment has none


def _block(element: Element, style: Style) -> Blocks:
    tag = element.tag
    if tag in SKIPPED or element.get("hidden") is not None or not classes_of(element).on_paper:
        return ()
    if tag in INLINE:  # a link around blocks
        return _blocks(element, style)
    if tag in MAKERS:
        return MAKERS[tag](element, style)
    raise unknown(element)


def _open(element: Element, style: Style) -> Blocks:
    kind = classes_of(element).frame
    if not kind:
        return _blocks(element, style)
    title = next((child for child in element if classes_of(child).is_title), None)
    return _callout(element, kind, title, style)


def _callout(element: Element, kind: str, title: Element | None, style: Style) -> Blocks:
    """A frame; its title is taken out of what it holds."""
    said = "" if title is None else text_of(title).strip()
    if title is not None:
        element.remove(title)
    return (Callout(kind, said, _blocks(element, style)),)


def _details(element: Element, style: Style) -> Blocks:
    return _callout(element, classes_of(element).fold, element.find("summary"), style)


def _heading(element: Element, style: Style) -> Blocks:
    minutes = element.get("data-min")
    return (
        Heading(
            int(element.tag[1]),
            tidy(runs_of(element, style)),
            element.get("id") or "",
            int(minutes) if minutes and minutes.isdecimal() else None,
            element.get("data-mode") or "",
        ),
    )


def _text(element: Element, style: Style) -> Blocks:
    if any(map(_is_block, element)):  # a picture in a paragraph
        return _blocks(element, style)
    return _paragraph(runs_of(element, style), classes_of(element).kind)


def _picture(element: Element, style: Style) -> Blocks:  # noqa: ARG001 (makers are alike)
    named = element.find(".//{*}title")
    shown = element.get("alt") or element.get("aria-label") or (named.text if named is not None else "")
    return (Figure(BLANK.sub(" ", shown).strip()),) if shown else ()


def _code(element: Element, style: Style) -> Blocks:  # noqa: ARG001 (makers are alike)
    return (Code(text_of(element).strip("\n")),)


MAKERS: dict[str, Callable[[Element, Style], Blocks]] = {
    **dict.fromkeys(OPEN, _open),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("p", "legend", "figcaption"), _text),
    **dict.fromkeys(("ul", "ol"), partial(items, inner=_blocks)),
    **dict.fromkeys(("svg", "img"), _picture),
    **dict.fromkeys(("figure", "blockquote"), _blocks),
    "dl": partial(facts, inner=_blocks),
    "table": partial(table, inner=_blocks),
    "details": _details,
    "pre": _code,
}
