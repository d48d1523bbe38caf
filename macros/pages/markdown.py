"""Markdown of generated pages: a head that the page model accepts, headings with fixed anchors, single macro calls."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.models.page import FORBIDDEN
from macros.views.rendering import inert

if TYPE_CHECKING:
    from collections.abc import Iterable

DESCRIPTION_LENGTH = 120


def plain(text: str, length: int = DESCRIPTION_LENGTH) -> str:
    """Text that may stand in a page's head: one line, no markup, not too long."""
    line = "".join(char for char in " ".join(text.split()) if char.isprintable() and char not in FORBIDDEN)
    return line if len(line) <= length else f"{line[: length - 1]}…"


def call(name: str, *arguments: str) -> str:
    """One macro call with constants, alone in its paragraph."""
    return f"{{{{ {name}({', '.join(json.dumps(item, ensure_ascii=False) for item in arguments)}) }}}}"


def heading(level: int, text: str, anchor: str = "") -> str:
    """A heading; its text is data, so it is made inert."""
    mark = f" {{ #{anchor} }}" if anchor else ""
    return f"{'#' * level} {inert(text)}{mark}"


def paragraph(text: str) -> str:
    """A paragraph of data as HTML: a dash or a number at its start would make a list of it."""
    return f"<p>{inert(text)}</p>"


def page(title: str, description: str, blocks: Iterable[str]) -> str:
    """A whole page: head, first heading, blocks apart by blank lines."""
    head = f"---\ntitle: {json.dumps(plain(title, 60), ensure_ascii=False)}\ndescription: {json.dumps(plain(description), ensure_ascii=False)}\n---"
    return "\n\n".join([head, heading(1, title), *blocks]) + "\n"
