"""Finished pages: made once for the same body, head and navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.engine.built import about, as_kept
from macros.engine.in_place import is_active
from macros.engine.kept import digest, said
from macros.engine.page_texts import listed
from macros.engine.shells import Shells
from macros.publishing.facts import page_facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from macros.engine.kept_texts import Texts
    from macros.library import Library

ABOUT = "-about"
NOT_READ = "-"  # for a page that is not asked for: MkDocs passes over an empty one
IN_NAVIGATION = ("icon", "status", "subtitle")  # what the theme shows there of a page besides its title


class Pages:
    """The finished pages of one build. `theme` is a digest of what all pages have in common."""

    def __init__(self, texts: Texts, theme: str, library: Library) -> None:
        self.texts, self.kept, self.theme, self.library = texts, texts.kept, theme, library
        self.shells = Shells()
        self.unfinished: dict[str, str] = {}  # page -> the digest of its finished file
        self.held: dict[str, str] = {}  # path in the site -> the same, of pages that are written at the end

    def note(self, navigation: Navigation) -> None:
        """All pages show the navigation."""
        self.theme = digest(self.theme, said(_told(navigation.items)))

    def fill(self, plain: Callable[[Any], str], context: Any) -> str:  # noqa: ANN401 (the theme's own)
        """The template's own rendering, or the finished file that it led to before."""
        page: Page = context["page"]
        key = self._key(page)
        self.held[page.file.dest_uri] = key
        if self.kept.has(key):
            return NOT_READ if is_active() else self._html(key)
        self.unfinished[page.file.src_uri] = key
        self.texts.bring_body(page)
        filled = self.shells.fill(plain, context)
        page.content = ""
        return filled

    def is_finished(self, page: Page) -> bool:
        """Whether the page comes from an earlier build, with everything mended and added."""
        return page.file.src_uri not in self.unfinished

    def keep(self, page: Page, html: str) -> None:
        """Keep the finished file, and what will be asked of it."""
        key = self.unfinished[page.file.src_uri]
        self.kept.put(key + ABOUT, as_kept(about(html)))
        self.kept.put(key, html.encode())

    def finished(self, path: str) -> str | None:
        """The finished file of a page by its path in the site; None for what is no page."""
        return self._html(self.held[path]) if path in self.held else None

    def about(self, path: str) -> bytes | None:
        """What is asked of a finished page, as it was kept."""
        return self.kept.get(self.held[path] + ABOUT) if path in self.held else None

    def _html(self, key: str) -> str:
        return (self.kept.get(key) or b"").decode()

    def _key(self, page: Page) -> str:
        told = self.texts.told[page.file.src_uri]
        sources = [self.texts.calls.answers.digest(("sources", key)) for key in told["cited"]]
        seen = [page.title, page.url, page.canonical_url, page.edit_url, listed(page.toc), page.meta]
        facts = repr(page_facts(self.library, page.url))
        return digest(self.theme, told["content"], said(seen), facts, *sources)


def _told(items: list[Any]) -> list[Any]:
    """All that the theme can show of the navigation."""
    return [
        [
            item.title,
            getattr(item, "url", None),
            [(getattr(item, "meta", None) or {}).get(name) for name in IN_NAVIGATION],
            _told(item.children or []),
        ]
        for item in items
    ]
