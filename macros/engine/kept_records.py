"""What the YAML of records said, kept by its text for the next build: libyaml and its marks take most of a reading.

Only builds take it from here; `check` reads every file itself, so that nobody can slip it something else.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json, to_json

from macros.engine.digests import program
from macros.library.yaml_reader import Document, read

if TYPE_CHECKING:
    from pathlib import Path

KEPT = ".cache/records/readings.json"


class Readings:
    """The readings of one project. A text with faults is not kept: it is read, and told of, each time."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.kept: dict[str, Any] = self._load()
        self.used: dict[str, Any] = {}

    def _load(self) -> dict[str, Any]:
        try:
            told = from_json(self.file.read_bytes())
        except (OSError, ValueError):
            return {}
        return dict(told["read"]) if told.get("program") == program() else {}

    def read(self, text: str, name: str) -> Document:
        """What yaml_reader.read says of this text."""
        key = hashlib.sha256(text.encode()).hexdigest()[:32]
        if key in self.kept:
            self.used[key] = self.kept[key]
            return Document(text, self.kept[key])
        document = read(text, name)
        if document.problems:
            return document
        self.used[key] = document.data
        return Document(text, document.data)  # without its places: they take more room than all else it holds

    def save(self) -> None:
        """Keep what was used, if that is something else than before; a build that is interrupted leaves no half."""
        if self.used.keys() == self.kept.keys():
            return
        self.kept = dict(sorted(self.used.items()))
        self.file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.file.with_suffix(".new")
        told = {"program": program(), "read": self.kept}
        unfinished.write_bytes(to_json(told))  # pydantic's writer takes a fifth of the time of Python's
        unfinished.replace(self.file)


@cache
def readings_of(root: Path) -> Readings:
    """Those of a project; live preview goes on with the same."""
    return Readings(root / KEPT)
