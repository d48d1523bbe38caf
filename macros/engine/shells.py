"""Pages that differ only in head and body share one filled template: the theme takes five milliseconds for each.

A family is what the template cannot tell apart but by values that it prints as they are. The first pages of a family
are filled both ways, and a family whose pages then differ is filled by the template alone.
"""

from __future__ import annotations

import json
import re
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.structure.toc import AnchorLink, TableOfContents

from macros.engine.page_texts import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs.structure.pages import Page

    Fill = Callable[[Any], str]

FOLDER = "cases/"  # they stand in no navigation, and there are more of them than of everything else
PROVED = 2  # pages of a family that are filled both ways
TITLED = "<h1"  # Material looks for it in a body
MARK = re.compile(f"\ue000([a-z]+)(?:{TITLED})?\ue001")
#: what comes out the same whether it is escaped, stripped of tags or neither
PLAIN = re.compile(r"(?:[^<>&\"'\s]| (?! ))*\Z")


@dataclass
class _Family:
    shell: list[str]
    proved: int = 0
    sound: bool = True

    def filled(self, values: Mapping[str, str]) -> str:
        return "".join(values[part] if at % 2 else part for at, part in enumerate(self.shell))


class Shells:
    """The filled templates of one build."""

    def __init__(self) -> None:
        self.families: dict[str, _Family] = {}

    def fill(self, plain: Fill, context: Mapping[str, Any]) -> str:
        """What the template makes of a page."""
        page: Page = context["page"]
        values = _values(page)
        if values is None:
            return plain(context)
        key = _key(page)
        if key not in self.families:
            self.families[key] = _Family(MARK.split(plain({**context, "page": _stand_in(page, values)})))
        return self._of_family(self.families[key], values, plain, context)

    def _of_family(
        self, family: _Family, values: Mapping[str, str], plain: Fill, context: Mapping[str, Any]
    ) -> str:
        if not family.sound:
            return plain(context)
        filled = family.filled(values)
        if family.proved < PROVED:
            family.proved += 1
            family.sound = filled == plain(context)
        return filled if family.sound else plain(context)


def _values(page: Page) -> dict[str, str] | None:
    """What makes this page different from its relatives; None when it has none."""
    in_navigation = page.ancestors or page.previous_page or page.next_page
    body = page.content or ""
    if not page.url.startswith(FOLDER) or in_navigation or len(page.toc) != 1 or TITLED not in body:
        return None
    first = next(iter(page.toc))
    values = {
        "title": str(page.title),
        "description": str(page.meta.get("description", "")),
        "heading": first.title,
        "anchor": first.id,
        "address": page.canonical_url or "",
    }
    if page.meta.get("title") != page.title or not all(map(PLAIN.match, values.values())):
        return None
    return values | {"body": body}


def _key(page: Page) -> str:
    """Everything else that a template may look at."""
    meta = {name: value for name, value in page.meta.items() if name not in {"title", "description"}}
    first = next(iter(page.toc))
    given = [bool(page.meta.get("description")), bool(page.canonical_url), page.edit_url]
    return json.dumps([page.url.count("/"), meta, *given, first.level, listed(first.children)], default=str)


def _stand_in(page: Page, values: Mapping[str, str]) -> Page:
    """The same page with a mark for every value."""
    marks = {name: f"\ue000{name}\ue001" for name in values}
    first = next(iter(page.toc))
    link = AnchorLink(marks["heading"], marks["anchor"], first.level)
    link.children = first.children
    other = copy(page)
    told = {"title": marks["title"], "description": marks["description"]}
    other.meta = {name: told.get(name, value) for name, value in page.meta.items()}
    other.toc = TableOfContents([link])
    other.content = f"\ue000body{TITLED}\ue001"
    other.canonical_url = marks["address"] if page.canonical_url else None
    return other
