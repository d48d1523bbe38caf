"""Pages that would come out as before are not made again.

Two things are kept of a page: what its Markdown gives, and the finished file. Each is kept under a digest of all that
it depends on, so a page from here has the bytes of one made anew; tests compare them after random edits.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemBytecodeCache
from material.plugins.search.plugin import SearchIndex
from mkdocs.structure.pages import Page

from macros.engine.calls import Calls, is_done
from macros.engine.digests import digest_of, program, settings
from macros.engine.kept import Kept, digest
from macros.engine.page_texts import listed, noted_links, put_on, restored, told_by
from macros.engine.plain_body import plain_body
from macros.library.cache import of_this_build
from macros.publishing.facts import page_facts
from macros.views.citations import CITE
from macros.views.rendering import keep_compiled

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from macros.library import Library

KEPT = ".cache/pages"
COMPILED = ".cache/templates"
COLLECTOR = "material/search"
TEMPLATE = "main.html"
LEFT_ALONE = "render_macros"  # the macros plugin's own word in the head of a page
IN_NAVIGATION = ("icon", "status", "subtitle")  # what the theme shows there of a page besides its title


class PageCache:
    """What is known of the pages of one build."""

    def __init__(self, config: MkDocsConfig) -> None:
        root = Path(config.config_file_path).parent
        self.kept = Kept(root / KEPT)
        self.compiled = _compiled(root / COMPILED)
        self.library: Library = of_this_build(root)
        self.base = digest(program(), settings(root), str(config.site_url))
        self.theme = digest(self.base, digest_of(root, ["overrides"]))
        self.calls = Calls(self.kept, self.base, self.library)
        self.known: dict[
            str, str
        ] = {}  # page -> the digest of its text, where its macros are not written out
        self.navigation: Navigation
        self.fresh: dict[str, tuple[str, dict[str, str]]] = {}  # page -> its digest, and its links
        self.entries: dict[str, list[Any]] = {}  # page -> what the search's collector takes from it
        self.unfinished: dict[str, str] = {}  # page -> the digest of its finished file

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
        """What Page.render does, or what it did for the same text."""
        name, text = page.file.src_uri, page.markdown or ""
        page.meta.pop(LEFT_ALONE, None)
        key = digest(self.base, "text", name, self.known.get(name) or digest(text), _said(page.meta))
        kept = self.kept.get(key) if "title" in page.meta else None
        if kept and restored(page, json.loads(kept), config, files):
            self.entries[name] = json.loads(kept)["entries"]
            return
        if name in self.known:
            page.markdown = self._written(page, text)
            page.meta.pop(LEFT_ALONE, None)
        self.fresh[name] = key, _render(page, config, files)

    def is_known(self, page: Page) -> bool:
        """Whether this body has been looked at by an earlier build."""
        return page.file.src_uri not in self.fresh

    def keep_text(self, page: Page) -> None:
        """Keep what the Markdown gave, now that the body has been found harmless."""
        key, links = self.fresh[page.file.src_uri]
        collector = SearchIndex()
        collector.add_entry_from_context(page)
        self.entries[page.file.src_uri] = collector.entries
        if "title" in page.meta:
            told = told_by(page) | {"links": links, "entries": collector.entries}
            self.kept.put(key, json.dumps(told, ensure_ascii=False).encode())

    def collect(self, index: SearchIndex, page: Page) -> None:
        """The search's collector, which would read every body once more."""
        index.entries.extend(self.entries[page.file.src_uri])

    def fill(self, plain: Callable[[Any], str], context: Any) -> str:  # noqa: ANN401 (the theme's own)
        """The template's own rendering, or the finished file that it led to before."""
        page: Page = context["page"]
        key = self._key_of_file(page)
        kept = self.kept.get(key)
        if kept is not None:
            return kept.decode()
        self.unfinished[page.file.src_uri] = key
        return plain(context)

    def is_finished(self, page: Page) -> bool:
        """Whether the page comes from an earlier build, with everything mended and added."""
        return page.file.src_uri not in self.unfinished

    def keep_file(self, page: Page, html: str) -> None:
        """Keep the finished file."""
        self.kept.put(self.unfinished[page.file.src_uri], html.encode())

    def _key_of_file(self, page: Page) -> str:
        content = page.content or ""
        cited = sorted(set(CITE.findall(content)))
        records = [
            self.library.sources[key].model_dump_json() for key in cited if key in self.library.sources
        ]
        seen = [page.title, page.url, page.canonical_url, page.edit_url, listed(page.toc), page.meta]
        facts = repr(page_facts(self.library, page.url))
        return digest(self.theme, content, _said(seen), facts, *records)


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


def _compiled(folder: Path) -> FileSystemBytecodeCache:
    """Compiled templates, of this program only: its settings decide what a template is compiled to."""
    own = folder / program()[:16]
    own.mkdir(parents=True, exist_ok=True)
    for other in folder.iterdir():
        if other != own:
            rmtree(other) if other.is_dir() else other.unlink()
    return FileSystemBytecodeCache(str(own))


def _said(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _navigation(items: list[Any]) -> list[Any]:
    """All that the theme can show of the navigation."""
    return [
        [
            item.title,
            getattr(item, "url", None),
            [(getattr(item, "meta", None) or {}).get(name) for name in IN_NAVIGATION],
            _navigation(item.children or []),
        ]
        for item in items
    ]


_builds: list[PageCache] = []


def this_build() -> PageCache:
    """The cache of the build that is going on."""
    return _builds[-1]


def begin(config: MkDocsConfig) -> None:
    """A build begins."""
    _builds[:] = [PageCache(config)]
    keep_compiled(this_build().compiled)


def take_over(page: Page, markdown: str) -> str:
    """Let this page's Markdown be rendered by the cache; the text to go on with."""
    page.render = partial(this_build().render, page)  # type: ignore[method-assign]
    return this_build().text_of(page, markdown)


def note_navigation(navigation: Navigation) -> None:
    """The navigation, whose pages have no titles yet."""
    this_build().navigation = navigation


def take_over_theme(env: Environment, config: MkDocsConfig) -> None:
    """All Markdown has been read: let templates be filled, and sections collected, by the cache."""
    build = this_build()
    build.theme = digest(build.theme, _said(_navigation(build.navigation.items)))
    env.bytecode_cache = build.compiled
    template = env.get_template(TEMPLATE)
    template.render = partial(build.fill, template.render)  # type: ignore[method-assign]
    index = config.plugins[COLLECTOR].search_index  # type: ignore[attr-defined]
    index.add_entry_from_context = partial(build.collect, index)
