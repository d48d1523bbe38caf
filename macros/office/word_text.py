"""The text of a paragraph: runs that are set alike, room to write, and how wide it all is."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import east_asian_width

SPACE = "\u3000"  # as wide as a character, so that blanks and places in a line are counted in characters


class Run(NamedTuple):
    """Some text of a paragraph. A named tuple, as those of pages.

    `style` is a character style of ours (Strong, Editor, Masked, Source); `rule` draws a line below.
    """

    text: str
    style: str = ""
    font: str = ""
    size: int = 0
    rule: bool = False


def blank(characters: int = 6) -> Run:
    """A line to write on, that many characters long."""
    return Run(SPACE * characters, rule=True)


#: what a paragraph takes: a text or its runs
Inline = str | Run | tuple[str | Run, ...]


def runs(inline: Inline) -> tuple[Run, ...]:
    """The runs of whatever was given for a paragraph."""
    parts = inline if isinstance(inline, tuple) and not isinstance(inline, Run) else (inline,)
    return tuple([Run(part) if isinstance(part, str) else part for part in parts])


def plain(inline: Inline) -> str:
    """Its text alone."""
    return "".join(part.text for part in runs(inline))


def characters(inline: Inline) -> int:
    """How many Chinese characters' room a text takes; two Latin letters take the room of one."""
    wide = sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in plain(inline))
    return -(-wide // 2)
