"""What happens at each step of a build by MkDocs."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from macros.checks import BEFORE_BUILDING, run
from macros.checks.page_calls import faults_in_calls
from macros.engine.html_guard import faults_in_html
from macros.engine.navigation import filled
from macros.library.cache import current, of_this_build
from macros.pages import generated
from macros.problems import as_text, in_order
from macros.views import ARGUMENTS
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
    library, problems = current(_root(config))
    of_rules = run(library, date.max, ARGUMENTS, BEFORE_BUILDING)
    errors = [as_text(problem) for problem in in_order([*problems, *of_rules]) if problem.is_error]
    if errors:
        said = "\n".join(errors)
        raise PluginError(f"数据有{len(errors)}处错误，没有生成网站：\n{said}")
    config.nav = filled(config.nav, library)
    return config


def add_pages(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages; a page written by hand at the same address wins."""
    library = of_this_build(_root(config))
    for path, text in generated(library).items():
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=text))
    PROGRESS.start(len(files.documentation_pages()))
    return files


def guard_markdown(markdown: str, page: Page) -> str:
    """The page as it is, or an error that names file and line."""
    problems = list(faults_in_calls(markdown, page.file.src_uri, 1, ARGUMENTS))
    if problems:
        raise PluginError("\n".join(as_text(problem) for problem in problems))
    return markdown


def guard_html(html: str, page: Page) -> None:
    """An error that names the page and what its body may not hold, if there is any."""
    faults = faults_in_html(html)
    if faults:
        raise PluginError(f"{page.file.src_uri}：页面里有不允许的内容：{'；'.join(faults)}")


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
