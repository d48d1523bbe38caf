"""The pages of a site as they were built, and what is asked of each; nobody reads a thousand that are as before."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, NamedTuple

from macros.engine.kept import digest
from macros.office.page_products import BEGIN, article
from macros.publishing.head import END_OF_HEAD, page_of
from macros.publishing.policy import digests_of_scripts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.engine.kept_pages import Pages

SIZE = re.compile(r' data-xy-size="([^"]+)"><')


class About(NamedTuple):
    """What is asked of a built page: which sizes it tells, its own scripts, its head, a digest of what it says."""

    sizes: list[str]
    scripts: list[str]
    title: str
    description: str
    article: str


def about(html: str) -> About:
    """The same of any page."""
    head = page_of(html.partition(END_OF_HEAD)[0], "")
    said = digest(article(html)) if BEGIN in html else ""
    return About(SIZE.findall(html), sorted(digests_of_scripts(html)), head.title, head.description, said)


def as_kept(found: About) -> bytes:
    """How it is kept beside the page."""
    return json.dumps(found, ensure_ascii=False).encode()


class Built:
    """The pages of one build; `pages` holds those that are not in the site yet."""

    def __init__(self, site: Path, pages: Pages | None) -> None:
        self.site, self.pages = site, pages
        self.known: dict[str, About] = {}

    def read(self, path: str) -> str:
        """A page by its path in the site."""
        held = self.pages and self.pages.finished(path)
        return held or (self.site / path).read_text(encoding="utf-8")

    def key(self, path: str) -> str:
        """What a page that is not in the site yet is kept under; nothing for any other."""
        return self.pages.held.get(path, "") if self.pages else ""

    def about(self, path: str) -> About:
        """What is asked of a page: told by the build that made it, else looked for."""
        if path not in self.known:
            kept = self.pages.about(path) if self.pages else None
            self.known[path] = About(*json.loads(kept)) if kept else about(self.read(path))
        return self.known[path]

    def html_files(self) -> Iterator[str]:
        """Every HTML file in the site's folder, by its path there."""
        top = len(str(self.site)) + 1
        for folder, _, names in os.walk(self.site):
            way = f"{folder[top:]}/".replace(os.sep, "/").lstrip("/")
            yield from (f"{way}{name}" for name in names if name.endswith(".html"))
