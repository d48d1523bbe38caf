"""The library, read again only when a file has changed.

The engines call us once a build or once a page; live preview calls us after every edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.load import load

if TYPE_CHECKING:
    from pathlib import Path

    from macros.library.shelf import Library
    from macros.problems import Problem

_State = tuple[tuple[str, int, int], ...]
_last: dict[Path, tuple[_State, Library, list[Problem]]] = {}


def _state(root: Path) -> _State:
    """Name, size and time of every file that counts."""
    files = sorted(
        path for folder in ("data", "docs") for path in (root / folder).rglob("*") if path.is_file()
    )
    return tuple((path.as_posix(), (found := path.stat()).st_size, found.st_mtime_ns) for path in files)


def current(root: Path) -> tuple[Library, list[Problem]]:
    """The library under `root` as the files are now, and their faults."""
    state = _state(root)
    if root not in _last or _last[root][0] != state:
        _last[root] = (state, *load(root))
    return _last[root][1:]
