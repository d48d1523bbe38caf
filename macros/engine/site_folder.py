"""The folder of a site, and what the last build has written into it: a file is written where it would differ.

Nearly all of a site is as before after an edit. A file that has the size and the time that it had when we wrote it holds
what we wrote, so that neither it nor what is to stand in it need be read.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HIDDEN = "."  # not ours; MkDocs leaves it alone, too
State = tuple[int, int]


def state_of(found: os.stat_result) -> State:
    """What tells a file from one that somebody has touched: its size, and when it was written."""
    return found.st_size, found.st_mtime_ns


def files(folder: str) -> Iterator[tuple[str, State]]:
    """(path, state) of every file below a folder; nothing when there is no such folder."""
    if not Path(folder).is_dir():
        return
    for entry in os.scandir(folder):
        if entry.name.startswith(HIDDEN):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files(entry.path)
        else:
            yield entry.path, state_of(entry.stat(follow_symlinks=False))


class SiteFolder:
    """A site's folder while it is being written. `memory` is where to note what was written, if anywhere."""

    def __init__(self, site: str, memory: Path | None = None) -> None:
        self.site, self.memory = site, memory
        self.before = dict(files(site))
        self.noted: set[str] = set()
        self.written = self._remembered()

    def _remembered(self) -> dict[str, tuple[State, str]]:
        """Path -> (state, what stands in it), of files that nobody has touched since."""
        try:
            told = json.loads(self.memory.read_bytes()) if self.memory else {}
        except (OSError, ValueError):
            return {}
        known = ((os.path.join(self.site, name), (size, time), content) for name, size, time, content in told)  # noqa: PTH118
        return {path: (state, content) for path, state, content in known if self.before.get(path) == state}

    def holds(self, path: str, content: str) -> bool:
        """Whether the file is there with what this digest stands for; then it stays."""
        found = self.written.get(path)
        if found is None or found[1] != content:
            return False
        self.noted.add(path)
        return True

    def size(self, path: str) -> int:
        """How many bytes a file has that was held or written."""
        return self.written[path][0][0]

    def write(self, path: str, data: bytes, content: str = "") -> None:
        """Let a file hold these bytes; `content` is what they are known by, else their own digest."""
        known_by = content or hashlib.sha256(data).hexdigest()
        if self.holds(path, known_by):
            return
        self.noted.add(path)
        self.written[path] = overwrite(path, data), known_by

    def drop_stale(self) -> None:
        """Remove the files that were there before and that nobody has written."""
        for file in self.before.keys() - self.noted:
            path = Path(file)
            if path.is_file() and state_of(path.lstat()) == self.before[file]:
                path.unlink()
                self._drop_if_empty(path)
        self.before = {}

    def _drop_if_empty(self, file: Path) -> None:
        folder = file.parent
        while folder != Path(self.site) and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent

    def remember(self) -> None:
        """Note what stands where, for the next build."""
        if self.memory is None:
            return
        start = len(self.site) + 1
        told = [[path[start:], *state, content] for path, (state, content) in sorted(self.written.items())]
        self.memory.parent.mkdir(parents=True, exist_ok=True)
        self.memory.write_text(json.dumps(told), encoding="utf-8")


def overwrite(path: str, data: bytes) -> State:
    """Write a file if it does not hold these bytes; its state."""
    try:
        with open(path, "rb") as held:  # noqa: PTH123 (thousands of files: Path costs as much as the reading)
            found = os.fstat(held.fileno())
            if found.st_size == len(data) and held.read() == data:
                return state_of(found)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 (the same)
    with open(path, "wb") as target:  # noqa: PTH123 (the same)
        target.write(data)
        target.flush()
        return state_of(os.fstat(target.fileno()))
