"""What was made once and is kept for the next build: bytes by the digest of everything that they depend on."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MOST = 2  # times what one build uses: the present and the one before


def digest(*told: str) -> str:
    """One digest of several texts; where one ends and the next begins counts."""
    return hashlib.sha256("\0".join(told).encode()).hexdigest()


def said(value: object) -> str:
    """A value as a text to take a digest of; what JSON does not know speaks for itself."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


class Kept:
    """A folder of bytes by digest. What no longer has its digest asked for goes away by and by."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """What was kept under a digest."""
        self.used.add(key)
        try:
            return (self.folder / key).read_bytes()
        except FileNotFoundError:
            return None

    def has(self, key: str) -> bool:
        """Whether something is kept under a digest; who asks wants to keep it."""
        self.used.add(key)
        return (self.folder / key).is_file()

    def put(self, key: str, data: bytes) -> None:
        """Keep it; a build that is interrupted leaves no half of a file."""
        self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = self.folder / f"{key}.{os.getpid()}"
        unfinished.write_bytes(data)
        unfinished.replace(self.folder / key)

    def drop_old(self) -> None:
        """Of what this build did not use, let only the newest stay."""
        if not self.folder.is_dir():
            return
        others = [
            (entry.stat().st_mtime_ns, entry.path)
            for entry in os.scandir(self.folder)
            if entry.name not in self.used
        ]
        allowed = (MOST - 1) * len(self.used)
        for _, path in sorted(others, reverse=True)[allowed:]:
            os.unlink(path)  # noqa: PTH108 (a path as scandir gives it)
