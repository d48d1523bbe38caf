"""Live preview in two steps: first the pages that somebody is looking at, then the whole site beside them.

MkDocs alone makes everything before it shows anything, and empties the folder that it serves from.
"""

from __future__ import annotations

import logging
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config

from macros.engine.digests import digest_of
from macros.engine.in_place import in_place
from macros.engine.products import LIST

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

WISH = "xy_wish"
ASSETS = "assets"


class SupersededError(Exception):
    """Somebody has saved again: this build is no longer wanted."""


@dataclass(frozen=True)
class Wish:
    """What live preview wants of one build. `only` are addresses of pages, None: all; `go_on` may stop it."""

    only: frozenset[str] | None
    go_on: Callable[[], None]


WHOLE = Wish(None, lambda: None)


def wish_of(config: MkDocsConfig) -> Wish:
    """The wish that came with a configuration; everything, when none came."""
    return getattr(config, WISH, WHOLE)


def keep_to(files: Files, config: MkDocsConfig) -> None:
    """Let only the wanted pages count as modified; MkDocs passes over the others."""
    only = wish_of(config).only
    for file in files if only is not None else ():
        file.is_modified = partial((only or ()).__contains__, file.url.removeprefix("./"))  # type: ignore[method-assign]


def read_titles(navigation: Navigation, config: MkDocsConfig) -> None:
    """Pages that are passed over show their titles in the navigation all the same."""
    if wish_of(config).only is not None:
        for page in navigation.pages:
            page.read_source(config)


class Builds:
    """Builds for a server that goes on serving meanwhile."""

    def __init__(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        self.server = server
        self.config_file = config.config_file_path
        self.workshop = tempfile.TemporaryDirectory(prefix="preview-")
        self.number = 0

    def first(self, pages: Collection[str]) -> None:
        """Only these pages, into the folder that is served; browsers see them at once."""
        with _silence():
            wanted = frozenset(pages) - {LIST.removesuffix("index.html")}  # the list knows every file's size
            build(self._config(self.server.root, wanted), serve_url=self.server.url, dirty=True)
        with self.server._epoch_cond:  # noqa: SLF001 (there is no other way to show half a build)
            self.server._visible_epoch = self.server._wanted_epoch  # noqa: SLF001
            self.server._epoch_cond.notify_all()  # noqa: SLF001

    def whole(self, pages: Collection[str]) -> None:
        """Everything, into another folder, which then is served; browsers reload when they would see a difference."""
        self.number += 1
        new, old = Path(self.workshop.name) / str(self.number % 2), Path(self.server.root)
        with in_place(new, new.with_suffix(".json")):
            build(self._config(str(new), None), serve_url=self.server.url)
        self.server.root = str(new)
        if _looks(new, pages) != _looks(old, pages):
            from mkdocs.livereload import _timestamp  # noqa: PLC0415 (a server that a build has not got)

            self.server._wanted_epoch = _timestamp()  # noqa: SLF001 (the server shows it when we return)

    def _config(self, folder: str, only: frozenset[str] | None) -> MkDocsConfig:
        config = load_config(self.config_file, site_dir=folder)
        config.site_url = self.server.url
        setattr(config, WISH, Wish(only, self._go_on))
        return config

    def _go_on(self) -> None:
        if self.server._want_rebuild:  # noqa: SLF001 (as above)
            raise SupersededError


def _looks(site: Path, pages: Collection[str]) -> str:
    """What decides how these pages look."""
    return digest_of(site, [f"{page}index.html" for page in sorted(pages)] + [ASSETS])


@contextmanager
def _silence() -> Iterator[None]:
    """Whatever is to be said, the whole build says."""
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)
