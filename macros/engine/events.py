"""What happens at each step of a build by MkDocs."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from macros.checks import BEFORE_BUILDING
from macros.engine.guards import refuse_html, sound_library
from macros.engine.hurry import wish_of
from macros.engine.navigation import filled
from macros.engine.theme_files import list_shown_files
from macros.library.cache import of_this_build
from macros.pages import generated
from macros.views.citations import with_citations

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

SECONDS_BETWEEN_WORDS = 2.0
WIDE = "choose/"  # questions beside their results, four methods side by side: no room for bars


class _Progress:
    """Says how far it is, not more often than every two seconds."""

    def __init__(self) -> None:
        self.pages = 0
        self.done = 0
        self.said = time.monotonic()

    def start(self, pages: int) -> None:
        """Begin to count anew."""
        self.pages, self.done, self.said = pages, 0, time.monotonic()

    def page_done(self) -> None:
        """Count a page and speak when it is time."""
        self.done += 1
        if time.monotonic() - self.said >= SECONDS_BETWEEN_WORDS:
            self.said = time.monotonic()
            print(f"已生成{self.done}页，共{self.pages}页……", flush=True)  # noqa: T201 (progress is for the person waiting)


PROGRESS = _Progress()


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def prepare(config: MkDocsConfig) -> MkDocsConfig:
    """Read the library and stop, with every fault in one message, when something cannot be read."""
    # of pages in a hurry only what is read is looked at: the whole build that follows asks the rules
    library = sound_library(_root(config), BEFORE_BUILDING if wish_of(config).only is None else ())
    config.nav = filled(config.nav, library)
    list_shown_files(config.theme)
    return config


def add_pages(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages; a page written by hand at the same address wins."""
    library = of_this_build(_root(config))
    for path, text in generated(library).items():
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=text))
    PROGRESS.start(len(files.documentation_pages()))
    return files


def guard_html(html: str, page: Page) -> None:
    """An error that names the page and what its body may not hold, if there is any."""
    refuse_html(html, page.file.src_uri)


def number_citations(html: str, config: MkDocsConfig) -> str:
    """The finished page with numbers for paper at what it cites."""
    library = of_this_build(_root(config))
    return with_citations(html, library)


def hide_empty_bars(page: Page) -> None:
    """Where there are no contents the tables take their place; the front page needs no navigation either."""
    if page.is_homepage or page.url.startswith(WIDE):
        page.meta["hide"] = ["navigation", "toc"]
    elif not any(heading.children for heading in page.toc):
        page.meta["hide"] = ["toc"]
