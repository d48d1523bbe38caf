"""The site's folder is not emptied first: a file is written where it differs, and what nobody wrote goes at the end.

Nearly all of a site is as before after an edit; to compare a file costs a twentieth of writing it.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs import utils
from mkdocs.structure.files import File

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HIDDEN = "."  # not ours; MkDocs leaves it alone, too
State = tuple[int, int]


class Folder:
    """The site's folder while it is being written. `before` are the files that it held, with their state."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.before = dict(_files(site))
        self.noted: set[str] = set()

    def drop_stale(self) -> None:
        """Remove the files that were there before and that nobody has written."""
        now = dict(_files(self.site))
        for file, state in self.before.items():
            if file not in self.noted and now.get(file) == state:
                os.unlink(file)  # noqa: PTH108 (a path as scandir gives it)
                _drop_if_empty(file, self.site)
        self.before = {}


_folders: list[Folder] = []


def _files(folder: str) -> Iterator[tuple[str, State]]:
    if not Path(folder).is_dir():
        return
    for entry in os.scandir(folder):
        if entry.name.startswith(HIDDEN):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        else:
            found = entry.stat(follow_symlinks=False)
            yield entry.path, (found.st_size, found.st_mtime_ns)


def _drop_if_empty(file: str, site: str) -> None:
    folder = Path(file).parent
    while folder != Path(site) and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def note(file: Path | str) -> None:
    """Tell that a file belongs to the site as it will be."""
    for folder in _folders:
        folder.noted.add(os.path.abspath(file))  # noqa: PTH100 (a text is wanted)


def write(file: Path | str, data: bytes) -> None:
    """Let a file hold these bytes."""
    path = os.path.abspath(file)  # noqa: PTH100 (thousands of files: Path costs as much as the reading)
    note(path)
    try:
        with open(path, "rb") as held:  # noqa: PTH123 (the same)
            if os.fstat(held.fileno()).st_size == len(data) and held.read() == data:
                return
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 (the same)
    with open(path, "wb") as target:  # noqa: PTH123 (the same)
        target.write(data)


def write_text(file: Path | str, text: str) -> None:
    """The same for a text, its line ends as they are."""
    write(file, text.encode())


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
def in_place(site: Path) -> Iterator[None]:
    """While MkDocs builds into `site`: nothing is emptied, and what it writes is compared first."""
    folder = Folder(os.fspath(site.absolute()))
    original = [getattr(owner, name) for owner, name, _ in REPLACED]
    _folders.append(folder)
    for owner, name, ours in REPLACED:
        setattr(owner, name, ours)
    try:
        yield
    finally:
        for (owner, name, _), theirs in zip(REPLACED, original, strict=True):
            setattr(owner, name, theirs)
        _folders.remove(folder)
