"""The doors by task of the front page, for a search that finds nothing like it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library

FRONT_PAGE = "docs/index.md"
TASKS = re.compile(r"^## .*\{ #task \}\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
DOOR = re.compile(r"\*\*\[([^\]]+)\]\(([^)#]+?)(?:index)?\.md\)\*\*")


def doors(library: Library) -> Iterator[tuple[str, str]]:
    """(what somebody wants to do, address)."""
    for page in library.pages:
        tasks = TASKS.search(page.body) if page.path == FRONT_PAGE else None
        for label, target in DOOR.findall(tasks[1] if tasks else ""):
            yield label, target if target.endswith("/") else f"{target}/"
