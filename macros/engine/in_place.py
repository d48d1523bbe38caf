"""The site's folder is not emptied first: MkDocs writes a file where it differs, and what nobody wrote goes at the end."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs import utils
from mkdocs.structure.files import File

from macros.engine.site_folder import SiteFolder, overwrite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_folders: list[SiteFolder] = []


def _path(file: Path | str) -> str:
    return os.path.abspath(file)  # noqa: PTH100 (thousands of files: Path costs as much as the reading)


def holds(file: Path | str, content: str) -> bool:
    """Whether the site has this file with what a digest stands for: then nobody need make it, nor write it."""
    return any(folder.holds(_path(file), content) for folder in _folders)


def size(file: Path | str) -> int:
    """How many bytes a file of the site has; asked for thousands that are as they were."""
    return _folders[0].size(_path(file)) if _folders else Path(file).stat().st_size


def write(file: Path | str, data: bytes, content: str = "") -> None:
    """Let a file hold these bytes; `content` is a digest that they are known by."""
    path = _path(file)
    for folder in _folders:
        folder.write(path, data, content)
    if not _folders:
        overwrite(path, data)


def write_text(file: Path | str, text: str, content: str = "") -> None:
    """The same for a text, its line ends as they are."""
    write(file, text.encode(), content)


def note(file: Path | str) -> None:
    """Tell that a file belongs to the site as it will be."""
    for folder in _folders:
        folder.noted.add(_path(file))


def drop_stale() -> None:
    """All is written but what is computed from the finished folder."""
    for folder in _folders:
        folder.drop_stale()


def is_active() -> bool:
    """Whether a build goes on that compares what it writes."""
    return bool(_folders)


def _copy(file: File, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 (MkDocs' own signature)
    """What File.copy_file does, for files that a program made as well."""
    content = file._content  # noqa: SLF001 (there is no other way to it)
    if content is None:
        _copied(file, dirty)
    else:
        write(file.abs_dest_path, content.encode() if isinstance(content, str) else content)


_copied = File.copy_file
#: whose function, its name, and what stands in for it meanwhile
REPLACED: tuple[tuple[Any, str, Callable[..., None]], ...] = (
    (utils, "clean_directory", lambda _: None),
    (utils, "write_file", lambda content, path: write(path, content)),
    (utils, "copy_file", lambda source, path: write(path, Path(source).read_bytes())),
    (File, "copy_file", _copy),
)


@contextmanager
def in_place(site: Path, memory: Path | None = None) -> Iterator[None]:
    """While MkDocs builds into `site`: nothing is emptied, and what it writes is compared first.

    `memory` is the file that tells the next build what was written.
    """
    folder = SiteFolder(os.fspath(site.absolute()), memory)
    original = [getattr(owner, name) for owner, name, _ in REPLACED]
    _folders.append(folder)
    for owner, name, ours in REPLACED:
        setattr(owner, name, ours)
    try:
        yield
        folder.remember()
    finally:
        for (owner, name, _), theirs in zip(REPLACED, original, strict=True):
            setattr(owner, name, theirs)
        _folders.remove(folder)
