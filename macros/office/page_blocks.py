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
from macros.office.page_runs import (
    BLANK,
    INLINE,
    Style,
    classes_of,
    runs_of,
    runs_of_text,
    says,
    text_of,
    tidy,
    unknown,
)
from macros.office.page_tables import facts, items, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.office.blocks import Block, Run

Element = Any  # lxml's own stubs know neither the tag of a comment nor XPath's answers

#: class -> kind of the frame that it makes of a <div>
FRAMES = {
    "xy-editor": "editor",
    "xy-gaps": "gaps",
    "xy-card": "card",
    "xy-lesson": "lesson",
    "xy-brief": "brief",
    "xy-empty": "empty",
}
#: class -> kind of paragraph
PARAGRAPHS = {
    "xy-label": "label",
    "xy-step__name": "label",
    "xy-tile__title": "label",
    "xy-note": "note",
    "xy-counts": "note",
    "xy-tile__count": "note",
    "xy-empty": "empty",
}
TITLES = frozenset({"admonition-title", "xy-editor__label"})
OPEN = frozenset({"article", "section", "div", "aside", "fieldset", "main"})
#: ways about the site, and what only a script fills
SKIPPED = frozenset({"nav", "script", "style", "hr", "template"})
SCREEN_ONLY = frozenset({"xy-card__tools", "xy-take"})


ARTICLE = etree.XPath('//article[contains(@class, "md-content__inner")]')


def blocks_of(html: str, address: str = "") -> Blocks:
    """The blocks of a built page, or of a fragment. `address` is the page's own: links start from its folder."""
    whole = html if "<html" in html else f"<html><body><div>{html}</div></body></html>"
    tree: Element = etree.HTML(whole)  # lxml.html would ask for a class for each element
    articles: Element = ARTICLE(tree)
    return tuple(_blocks(articles[0] if articles else tree.find("body"), Style(address)))


def _first(table: dict[str, str], classes: list[str]) -> str:
    return next((table[name] for name in classes if name in table), "")


def _blocks(parent: Element, style: Style) -> Iterator[Block]:
    """What an element holds: blocks as they come, loose text between them as paragraphs."""
    loose: list[Run] = runs_of_text(parent.text, style) if says(parent.text) else []
    for child in parent:
        if _is_block(child):
            if loose:
                yield from _paragraph(loose)
                loose = []
            yield from _block(child, style)
        else:
            loose += runs_of(child, style)
        if loose or says(child.tail):  # no paragraph begins with a blank
            loose += runs_of_text(child.tail, style)
    if loose:
        yield from _paragraph(loose)


def _inner(parent: Element, style: Style) -> Blocks:
    return tuple(_blocks(parent, style))


def _paragraph(runs: list[Run], kind: str = "") -> Iterator[Paragraph]:
    tidied = tidy(runs)
    if tidied:
        yield Paragraph(tidied, kind)


def _is_block(element: Element) -> bool:
    tag = element.tag
    if tag in INLINE or not isinstance(tag, str):
        return isinstance(tag, str) and len(element) > 0 and any(map(_is_block, element))
    return True


def _block(element: Element, style: Style) -> Iterator[Block]:
    tag = element.tag
    if tag in SKIPPED or element.get("hidden") is not None or not SCREEN_ONLY.isdisjoint(classes_of(element)):
        return
    if tag in INLINE:  # a link around blocks
        yield from _blocks(element, style)
    elif tag in OPEN:
        yield from _open(element, style)
    elif tag in MAKERS:
        yield from MAKERS[tag](element, style)
    else:
        raise unknown(element)


def _open(element: Element, style: Style) -> Iterator[Block]:
    classes = classes_of(element)
    admonition = classes[classes.index("admonition") + 1 :] if "admonition" in classes else []
    kind = next(iter(admonition), "") or _first(FRAMES, classes)
    if not kind:
        yield from _blocks(element, style)
        return
    title = next((child for child in element if TITLES.intersection(classes_of(child))), None)
    yield _callout(element, kind, title, style)


def _callout(element: Element, kind: str, title: Element | None, style: Style) -> Callout:
    """A frame; its title is taken out of what it holds."""
    said = "" if title is None else text_of(title).strip()
    if title is not None:
        element.remove(title)
    return Callout(kind, said, tuple(_blocks(element, style)))


def _details(element: Element, style: Style) -> Iterator[Block]:
    kind = next((name for name in classes_of(element) if name != "xy-fold"), "details")
    yield _callout(element, kind, element.find("summary"), style)


def _heading(element: Element, style: Style) -> Iterator[Block]:
    minutes = element.get("data-min")
    yield Heading(
        int(element.tag[1]),
        tidy(runs_of(element, style)),
        element.get("id") or "",
        int(minutes) if minutes and minutes.isdecimal() else None,
        element.get("data-mode") or "",
    )


def _text(element: Element, style: Style) -> Iterator[Block]:
    if any(map(_is_block, element)):  # a picture in a paragraph
        yield from _blocks(element, style)
        return
    yield from _paragraph(runs_of(element, style), _first(PARAGRAPHS, classes_of(element)))


def _picture(element: Element, style: Style) -> Iterator[Block]:  # noqa: ARG001 (makers are alike)
    named = element.find(".//{*}title")
    shown = element.get("alt") or element.get("aria-label") or (named.text if named is not None else "")
    if shown:
        yield Figure(BLANK.sub(" ", shown).strip())


def _code(element: Element, style: Style) -> Iterator[Block]:  # noqa: ARG001 (makers are alike)
    yield Code(text_of(element).strip("\n"))


MAKERS: dict[str, Callable[[Element, Style], Iterator[Block]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("p", "legend", "figcaption"), _text),
    **dict.fromkeys(("ul", "ol"), partial(items, inner=_inner)),
    **dict.fromkeys(("svg", "img"), _picture),
    **dict.fromkeys(("figure", "blockquote"), _blocks),
    "dl": partial(facts, inner=_inner),
    "table": partial(table, inner=_inner),
    "details": _details,
    "pre": _code,
}
