"""What every page asks for as one file instead of many; its name holds its digest, so that browsers may keep it for good."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

#: strings stay as they are; between them comments and indentation are for people
IN_SHEET = re.compile(
    r"""(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?:\s|/\*.*?\*/)+""",
    re.DOTALL,
)
DIGITS = 8


class Joined(NamedTuple):
    """One file, and its address from the top of the site."""

    address: str
    text: str


def joined_sheet(sheets: Iterable[str]) -> Joined:
    """Style sheets of one folder, in this order. It lies in the same folder: what they point at stays where it is."""
    text = IN_SHEET.sub(lambda found: found["string"] or " ", "\n".join(sheets)).strip()
    return _named("assets/css/site.{}.css", text + "\n")


def joined_script(scripts: Iterable[str]) -> Joined:
    """Scripts, in this order. They are not shortened: that would take more than a pattern."""
    return _named("assets/js/site.{}.js", "\n".join(scripts))


def _named(pattern: str, text: str) -> Joined:
    return Joined(pattern.format(hashlib.sha256(text.encode()).hexdigest()[:DIGITS]), text)
