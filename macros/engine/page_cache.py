"""Pages that would come out as before are not made again.

Three things are kept of a page: what its macros looked at, what its text gives, and the finished file. Each is kept
under a digest of all that it depends on, so a page from here has the bytes of one made anew; tests compare them after
random edits.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

from macros.engine.digests import digest_of, program, settings
from macros.engine.kept import Kept, digest
from macros.engine.kept_pages import Pages
from macros.engine.kept_texts import Texts
from macros.library.cache import of_this_build
from macros.views.rendering import keep_compiled

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

KEPT = "pages"
COMPILED = ".cache/templates"
COLLECTOR = "material/search"
TEMPLATE = "main.html"


class PageCache:
    """What is known of the pages of one build."""

    def __init__(self, config: MkDocsConfig) -> None:
        root = Path(config.config_file_path).parent
        base = digest(program(), settings(root), str(config.site_url))
        library = of_this_build(root)
        self.kept = Kept(root, KEPT)
        self.compiled = _compiled(root / COMPILED)
        self.texts = Texts(self.kept, base, library)
        self.pages = Pages(self.texts, digest(base, digest_of(root, ["overrides"])), library)
        self.navigation: Navigation


def _compiled(folder: Path) -> FileSystemBytecodeCache:
    """Compiled templates, of this program only: its settings decide what a template is compiled to."""
    own = folder / program()[:16]
    own.mkdir(parents=True, exist_ok=True)
    for other in folder.iterdir():
        if other != own:
            rmtree(other) if other.is_dir() else other.unlink()
    return FileSystemBytecodeCache(str(own))


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
    page.render = partial(this_build().texts.render, page)  # type: ignore[method-assign]
    return this_build().texts.text_of(page, markdown)


def note_navigation(navigation: Navigation) -> None:
    """The navigation, whose pages have no titles yet."""
    this_build().navigation = navigation


def take_over_theme(env: Environment, config: MkDocsConfig) -> None:
    """All Markdown has been read: let templates be filled by the cache, and nothing be collected a second time."""
    build = this_build()
    build.pages.note(build.navigation)
    env.bytecode_cache = build.compiled
    template = env.get_template(TEMPLATE)
    template.render = partial(build.pages.fill, template.render)  # type: ignore[method-assign]
    index = config.plugins[COLLECTOR].search_index  # type: ignore[attr-defined]
    index.add_entry_from_context = lambda _: None
