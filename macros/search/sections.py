"""What can be found: the text under one heading, without its tags."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

TAG = re.compile(r"<[^>]*>")
SPACES = re.compile(r"[\s\u200b]+")
HAN = r"\u3400-\u9fff\uf900-\ufaff"
NO_SPACE = re.compile(rf"(?<=[{HAN}\u3001-\u301f\uff00-\uffef]) (?=[{HAN}\u3001-\u301f\uff00-\uffef])")


@dataclass(frozen=True)
class Section:
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
    return SPACES.sub(" ", unescape(TAG.sub(" ", html))).strip()


def section(location: str, title: str, html: str) -> Section:
    """A section as Material's collector hands it over."""
    return Section(location, plain(title), NO_SPACE.sub("\u3000", plain(html)).replace("\u3000", " "))
