"""What can be found: the text under one heading, without its tags."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

TAG = re.compile(r"<[^>]*>")
ZERO_WIDTH = "\u200b"
HAN = r"\u3400-\u9fff\uf900-\ufaff"


class Section(NamedTuple):
    """A heading and what stands under it; `location` is the address from the top of the site."""

    location: str
    title: str
    text: str

    @property
    def page(self) -> str:
        """The address of the page."""
        return self.location.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The place on the page, "" for its top."""
        return self.location.partition("#")[2]


def plain(html: str) -> str:
    """The words of a piece of HTML in one line."""
    text = TAG.sub(" ", html)
    if "&" in text:
        text = unescape(text)
    return " ".join(text.replace(ZERO_WIDTH, " ").split())


def section(location: str, title: str, html: str) -> Section:
    """A section as Material's collector hands it over."""
    return Section(location, plain(title), plain(html))
