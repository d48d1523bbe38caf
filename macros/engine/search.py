"""Material's search with our engine behind it: its worker's address changed, our files written beside the pages."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from macros.engine import in_place
from macros.engine.digests import program
from macros.engine.kept import Kept, digest
from macros.library.cache import of_this_build
from macros.search import cut, search_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from macros.library import Library
    from macros.search.sections import Section

KEPT = "search"
COLLECTOR = "material/search"
WORKER = re.compile(r'("search": ?")([^"]*)assets/javascripts/workers/search\.[0-9a-f]+\.min\.js"')
OURS = r'\1\2assets/search/worker.js"'


def with_our_worker(html: str, name: str) -> str:
    """The page with our worker in place of Material's; an error when Material no longer names its own."""
    html, found = WORKER.subn(OURS, html)
    if found != 1:
        raise PluginError(f"{name}：主题没有照原来的写法写出搜索程序的地址，站内搜索接不上。")
    return html


def sections_of(page: Page) -> list[Section]:
    """What can be found on a page whose body has been found harmless; nothing, when its head says so."""
    told: dict[str, object] = page.meta.get("search") or {}
    title = str(page.meta.get("title", page.title))
    return [] if told.get("exclude") else cut(page.content or "", page.url, title)


def write_search(config: MkDocsConfig, sections: Iterable[Section]) -> None:
    """The index of the sections of all pages, in place of what Material's plugin has written."""
    if COLLECTOR not in config.plugins:
        raise PluginError("mkdocs.yml的plugins里没有search，页面上没有搜索框。")
    root = Path(config.config_file_path).parent
    write_index(root, Path(config.site_dir), sections, of_this_build(root))


def write_index(root: Path, site: Path, sections: Iterable[Section], library: Library) -> None:
    """The files that our search loads, beside the pages; the order in which pages were built leaves no trace."""
    in_order = sorted(sections, key=lambda section: section.location)
    kept = Kept(root, KEPT)
    folder = f"{site}/search"  # of thousands of files: a Path costs as much as the writing
    for name, text in search_files(in_order, library, partial(_keep, kept)):
        in_place.write_text(f"{folder}/{name}", text)
    kept.drop_old()


def _keep(kept: Kept, told: str, make: Callable[[], str]) -> str:
    """A text made from what is told, by this program: now, or in an earlier build."""
    key = digest(program(), told)
    known = kept.get(key)
    if known is not None:
        return known.decode()
    text = make()
    kept.put(key, text.encode())
    return text
