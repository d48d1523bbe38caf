"""The built site as tests see it: each page read once, with what it links to and what can be linked to."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path

STYLE_ADDRESS = re.compile(r"url\(\s*['\"]?(?!data:|#)([^'\")]+)|@import\s+['\"]([^'\"]+)")


@dataclass
class Page:
    """One HTML file. `address` is its path under the site, always with a file name."""

    address: str
    language: str = ""
    titles: list[str] = field(default_factory=list)
    description: str = ""
    headings: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    nav_links: list[str] = field(default_factory=list)
    text: str = ""
    parts: list[str] = field(default_factory=list)  # what a browser fetches by itself
    images_without_alt: list[str] = field(default_factory=list)

    def target(self, link: str) -> tuple[str, str]:
        """The file under the site that a link of ours means, and the anchor in it."""
        split = urlsplit(link)
        if not split.path:
            return self.address, unquote(split.fragment)
        path = normpath(join("/", self.address, "..", unquote(split.path)))[1:]
        is_folder = split.path.endswith(("/", ".")) or not path
        return join(path, "index.html") if is_folder else path, unquote(split.fragment)


def is_ours(link: str) -> bool:
    """Not an address of another host, and no mail address."""
    return not (urlsplit(link).scheme or link.startswith("//"))


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.open = Counter[str]()
        self.texts: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.open[tag] += 1
        self.page.anchors.update(found[name] for name in ("id", "name") if found.get(name))
        self._addresses(tag, found)
        if tag == "html":
            self.page.language = found.get("lang", "")
        if tag == "meta" and found.get("name") == "description":
            self.page.description = found["content"]
        if tag == "img" and "alt" not in found:
            self.page.images_without_alt.append(found["src"])
        if tag in {"title", "h1"} and not self.open["svg"]:
            self.texts = self.page.titles if tag == "title" else self.page.headings
            self.texts.append("")

    def _addresses(self, tag: str, found: dict[str, str]) -> None:
        for name in ("href", "src", "srcset", "poster", "data", "action"):
            if name not in found:
                continue
            if tag == "a":
                self.page.links.append(found[name])
                self.page.nav_links.extend([found[name]] if self.open["nav"] else [])
            else:
                self.page.parts.append(found[name])
        self.page.parts += addresses_in_style(found.get("style", ""))

    def handle_endtag(self, tag: str) -> None:
        self.open[tag] -= 1
        if tag in {"title", "h1"}:
            self.texts = None

    def handle_data(self, data: str) -> None:
        if self.lasttag not in {"style", "script"}:
            self.page.text += data
        if self.texts is not None:
            self.texts[-1] += data
        if self.lasttag == "style":
            self.page.parts += addresses_in_style(data)


def addresses_in_style(css: str) -> list[str]:
    """What a style sheet makes the browser fetch."""
    return [url or imported for url, imported in STYLE_ADDRESS.findall(css)]


def read_pages(site: Path) -> dict[str, Page]:
    """Every HTML page under the site, by address."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        page = Page(file.relative_to(site).as_posix())
        reader = _Reader(page)
        reader.feed(file.read_text(encoding="utf-8"))
        reader.close()
        pages[page.address] = page
    return pages
