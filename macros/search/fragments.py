"""The words of the results in pieces, as the browser loads them to show where something stands."""

from __future__ import annotations

from json import JSONEncoder
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.search.entries import Entry

LARGEST_FRAGMENT = 900  # characters of text; a result shows one place, so it need not load a long page
written = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Fragment(NamedTuple):
    """How many sections, and these as JSON: the anchor, the title and the text of each."""

    sections: int
    text: str


def fragments(entry: Entry) -> Iterator[Fragment]:
    """The sections of a result; no fragment holds two results."""
    held: list[tuple[str, str, str]] = []
    size = 0
    for section in entry.sections:
        if held and size + len(section.text) > LARGEST_FRAGMENT:
            yield Fragment(len(held), written(held))
            held, size = [], 0
        held.append((section.anchor, section.title, section.text))
        size += len(section.text)
    yield Fragment(len(held), written(held))
