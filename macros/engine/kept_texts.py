"""What the text of a page gives, its macros written out and its Markdown read: made once for the same text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mkdocs.structure.pages import Page

from macros.engine.calls import Calls, is_done
from macros.engine.kept import digest, said
from macros.engine.page_texts import noted_links, put_on, restored, told_by
from macros.engine.plain_body import plain_body
from macros.engine.search import sections_of
from macros.search import Section
from macros.views.citations import CITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from macros.engine.kept import Kept
    from macros.library import Library

LEFT_ALONE = "render_macros"  # the macros plugin's own word in the head of a page


class Texts:
    """The texts of one build's pages. `base` is a digest of the program and its settings."""

    def __init__(self, kept: Kept, base: str, library: Library) -> None:
        self.kept, self.base = kept, base
        self.calls = Calls(kept, base, library)
        #: page -> the digest of its text, where its macros are not written out
        self.known: dict[str, str] = {}
        self.fresh: dict[str, tuple[str, dict[str, str]]] = {}  # page -> its digest, and its links
        self.told: dict[str, dict[str, Any]] = {}  # page -> what is kept of it

    def text_of(self, page: Page, markdown: str) -> str:
        """The page with its macros' HTML; with its calls, where an earlier build knows what becomes of them."""
        known = self.calls.known(markdown, _way(page))
        if known is not None:
            self.known[page.file.src_uri] = known
            page.meta[LEFT_ALONE] = False
            return markdown
        return self._written(page, markdown)

    def _written(self, page: Page, markdown: str) -> str:
        written = self.calls.written(markdown, _way(page), page.file.src_uri)
        if is_done(written):
            page.meta[LEFT_ALONE] = False
        return written

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """What Page.render does, or what it did for the same text; then the body stays where it is kept.

        No page keeps its Markdown: with thousands of them that is a third of the memory.
        """
        self._take_or_render(page, config, files)
        page.markdown = ""

    def _take_or_render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        name, text = page.file.src_uri, page.markdown or ""
        page.meta.pop(LEFT_ALONE, None)
        key = digest(self.base, "text", name, self.known.get(name) or digest(text), said(page.meta))
        kept = self.kept.get(key) if "title" in page.meta else None
        told = json.loads(kept) if kept else None
        if told and self.kept.has(told["content"]) and restored(page, told, config, files):
            self.told[name] = told
            return
        if name in self.known:
            page.markdown = self._written(page, text)
            page.meta.pop(LEFT_ALONE, None)
        self.fresh[name] = key, _render(page, config, files)

    def is_known(self, page: Page) -> bool:
        """Whether this body has been looked at by an earlier build."""
        return page.file.src_uri not in self.fresh

    def keep(self, page: Page) -> str:
        """Keep what the Markdown gave, now that the body has been found harmless; what stays of it on the page."""
        key, links = self.fresh[page.file.src_uri]
        content = page.content or ""
        told = told_by(page) | {
            "links": links,
            "content": digest(self.base, "content", content),
            "cited": sorted(set(CITE.findall(content))),
            "sections": sections_of(page),
        }
        self.told[page.file.src_uri] = told
        if "title" not in page.meta:
            return content
        self.kept.put(told["content"], content.encode())
        self.kept.put(key, json.dumps(told, ensure_ascii=False).encode())
        return ""

    def bring_body(self, page: Page) -> None:
        """Put the body on a page whose file has to be made."""
        kept = self.kept.get(self.told[page.file.src_uri]["content"])
        if kept is not None:
            page.content = kept.decode()

    def sections(self) -> Iterator[Section]:
        """What can be found on all pages; given away once, for there are files to make that need the room."""
        for told in self.told.values():
            yield from (Section(*section) for section in told.pop("sections"))


def _render(page: Page, config: MkDocsConfig, files: Files) -> dict[str, str]:
    """Render the Markdown; its links, and where they lead."""
    generated = page.file.generated_by is not None
    body = plain_body(page.markdown or "", config.mdx_configs["toc"]) if generated else None
    if body:
        put_on(page, body)
        return {}
    with noted_links() as links:
        Page.render(page, config, files)
    return links


def _way(page: Page) -> str:
    return "../" * page.url.count("/")
