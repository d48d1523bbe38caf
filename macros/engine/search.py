"""Material's search with our engine behind it: its worker's address changed, our files written beside the pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from macros.engine import in_place
from macros.library.cache import of_this_build
from macros.search import search_files
from macros.search.sections import section

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from macros.library import Library
    from macros.search.sections import Section

COLLECTOR = "material/search"
WORKER = re.compile(r'("search": ?")([^"]*)assets/javascripts/workers/search\.[0-9a-f]+\.min\.js"')
OURS = r'\1\2assets/search/worker.js"'


def with_our_worker(html: str, name: str) -> str:
    """The page with our worker in place of Material's; an error when Material no longer names its own."""
    html, found = WORKER.subn(OURS, html)
    if found != 1:
        raise PluginError(f"{name}：主题没有照原来的写法写出搜索程序的地址，站内搜索接不上。")
    return html


def write_search(config: MkDocsConfig) -> None:
    """The index, made from the sections that Material's plugin has collected."""
    if COLLECTOR not in config.plugins:
        raise PluginError("mkdocs.yml的plugins里没有search，搜索没有内容可用。")
    library = of_this_build(Path(config.config_file_path).parent)
    collected = config.plugins[COLLECTOR].search_index.entries  # type: ignore[attr-defined]
    sections = [section(entry["location"], entry["title"], entry["text"]) for entry in collected]
    write_index(Path(config.site_dir), sections, library)


def write_index(site: Path, sections: list[Section], library: Library) -> None:
    """The files that our search loads, beside the pages; the order in which pages were built leaves no trace."""
    in_order = sorted(sections, key=lambda section: section.location)
    for path, text in sorted(search_files(in_order, library).items()):
        in_place.write_text(site / "search" / path, text)
