"""The library, read again only when a file has changed.

The engines call us once a build or once a page; live preview calls us after every edit.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from macros.library import yaml_reader
from macros.library.changelog import NAME as CHANGELOG
from macros.library.load import Reader, load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.library.shelf import Library
    from macros.problems import Problem

_State = tuple[tuple[str, int, int], ...]
_last: dict[Path, tuple[_State, Library, list[Problem]]] = {}


def _state(root: Path) -> _State:
    """Name, size and time of every file that counts."""
    entries = [entry for folder in ("data", "docs") for entry in _below(str(root / folder))]
    changelog = root / CHANGELOG
    if changelog.is_file():
        found = changelog.stat()
        entries.append((CHANGELOG, found.st_size, found.st_mtime_ns))
    return tuple(sorted(entries))


def _below(folder: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            found = entry.stat(follow_symlinks=False)
            yield entry.path, found.st_size, found.st_mtime_ns


def current(root: Path, read: Reader = yaml_reader.read) -> tuple[Library, list[Problem]]:
    """The library under `root` as the files are now, and their faults. Looks at every file: once a build is enough."""
    state = _state(root)
    if root not in _last or _last[root][0] != state:
        _last[root] = (state, *load(root, read))
    return _last[root][1:]


def of_this_build(root: Path) -> Library:
    """The library that the build began with: whoever saves a file meanwhile makes no page differ from another."""
    return _last[root][1] if root in _last else current(root)[0]
