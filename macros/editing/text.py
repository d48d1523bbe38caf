"""A stretch of Chinese text with its marks, spaces and characters put right; the order of the steps matters."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from macros.checks.characters import LOOK_ALIKE, ODD_SPACE, WIDE
from macros.checks.numerals import DATE, GAP, RANGE
from macros.checks.punctuation import mended as with_full_width_marks
from macros.problems import INVISIBLE

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping


def _normal(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


def _written_out(match: re.Match[str]) -> str:
    year, month, day = match.groups()
    return f"{year}年{int(month)}月{int(day)}日"


#: each takes and gives a text of one line or more
STEPS: tuple[Callable[[str], str], ...] = (
    lambda text: INVISIBLE.sub("", text),
    lambda text: ODD_SPACE.sub(" ", text),
    lambda text: LOOK_ALIKE.sub(_normal, text),
    lambda text: WIDE.sub(_normal, text),
    lambda text: DATE.sub(_written_out, text),
    lambda text: RANGE.sub(r"\1至\2", text),
    with_full_width_marks,
    lambda text: GAP.sub("", text),
)


def mended(text: str, words: Mapping[str, str]) -> str:
    """The text put right; `words` are those of the table that have one usual form. Mending twice changes nothing."""
    for step in STEPS:
        text = step(text)
    for word, usual in words.items():
        text = text.replace(word, usual)
    return text
