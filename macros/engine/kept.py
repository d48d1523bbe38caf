"""What was made once and is kept for the next build: bytes by the digest of everything that they depend on.

In one file and not in thousands: to create a file takes ten times as long as what stands in it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ".cache/made"
MOST = 2  # times what one build uses: the present and the one before
AT_ONCE = 64  # written together; so much at most is lost when a build is interrupted
LARGE = 1 << 20  # bytes that do not wait in memory for others
PATIENCE = 120  # seconds to wait for another build of the same project
TABLE = "CREATE TABLE IF NOT EXISTS kept (number INTEGER PRIMARY KEY, key TEXT UNIQUE, data BLOB)"


def digest(*told: str) -> str:
    """One digest of several texts; where one ends and the next begins counts."""
    return hashlib.sha256("\0".join(told).encode()).hexdigest()


def said(value: object) -> str:
    """A value as a text to take a digest of; what JSON does not know speaks for itself."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


class Kept:
    """Bytes by digest, in one file. What no longer has its digest asked for goes away by and by."""

    def __init__(self, root: Path, part: str) -> None:
        self.file = root / FOLDER / f"{part}.db"
        self.used: set[str] = set()
        self.waiting: dict[str, bytes] = {}
        try:
            self.known = self._open()
        except sqlite3.OperationalError:  # another build has it
            raise
        except sqlite3.DatabaseError:  # not a file of ours, or half of one: what is kept can be made again
            self.file.unlink()
            self.known = self._open()

    def _open(self) -> sqlite3.Connection:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        known = sqlite3.connect(self.file, timeout=PATIENCE)
        try:
            for words in ("PRAGMA page_size = 16384", "PRAGMA synchronous = NORMAL", TABLE):
                known.execute(words)
        except sqlite3.DatabaseError:
            known.close()  # Windows removes no file that is open
            raise
        return known

    def get(self, key: str) -> bytes | None:
        """What was kept under a digest."""
        self.used.add(key)
        if key in self.waiting:
            return self.waiting[key]
        found = self.known.execute("SELECT data FROM kept WHERE key = ?", (key,)).fetchone()
        return found[0] if found else None

    def has(self, key: str) -> bool:
        """Whether something is kept under a digest; who asks wants to keep it."""
        self.used.add(key)
        asked = self.known.execute("SELECT 1 FROM kept WHERE key = ?", (key,))
        return key in self.waiting or asked.fetchone() is not None

    def put(self, key: str, data: bytes) -> None:
        """Keep it."""
        self.used.add(key)
        self.waiting[key] = data
        if len(self.waiting) >= AT_ONCE or len(data) >= LARGE:
            self._write()

    def _write(self) -> None:
        with self.known:  # one transaction, and none is left open: another build may want to write
            self.known.executemany(
                "INSERT OR REPLACE INTO kept (key, data) VALUES (?, ?)", self.waiting.items()
            )
        self.waiting.clear()

    def drop_old(self) -> None:
        """Of what this build did not use, let only the newest stay; the build is at its end."""
        self._write()
        newest_first = self.known.execute("SELECT number, key FROM kept ORDER BY number DESC")
        others = [(number,) for number, key in newest_first if key not in self.used]
        with self.known:
            self.known.executemany("DELETE FROM kept WHERE number = ?", others[(MOST - 1) * len(self.used) :])
