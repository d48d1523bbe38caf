"""Numbers for what a finished page cites: on paper a mark in the text leads to a source written out at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.views.rendering import render

if TYPE_CHECKING:
    from macros.library import Library

CITE = re.compile(r'<a class="xy-cite" href="[^"]*about/sources/(?:#|&#35;)([A-Za-z0-9-]+)"')
LISTED = re.compile(r'<li data-xy-source="([A-Za-z0-9-]+)"')
END = "</article>"


def with_citations(html: str, library: Library) -> str:
    """The page with a number at each mark, that of the source in the page's own list where it stands there.

    The other sources follow in a list of their own, which only paper shows: on the screen a mark is a link.
    """
    if 'class="xy-cite"' not in html:
        return html
    listed = LISTED.findall(html)
    numbers: dict[str, int] = {}
    for number, key in enumerate(listed, 1):
        numbers.setdefault(key, number)
    others = [key for key in dict.fromkeys(CITE.findall(html)) if key not in numbers]
    numbers.update((key, number) for number, key in enumerate(others, len(listed) + 1))
    html = CITE.sub(lambda cite: f'{cite[0]} data-xy-n="{numbers[cite[1]]}"', html)
    if not others:
        return html
    sources = [library.sources[key] for key in others]
    listing = str(render("references", sources=sources, start=len(listed) + 1))
    body, end, rest = html.rpartition(END)  # a page may hold articles of its own
    return body + listing + end + rest
