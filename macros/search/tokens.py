"""From text to terms: overlapping pairs of Han characters, and whole Latin words and numbers.

The same is done to a query in overrides/assets/search/text.js.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from macros.search.sections import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

DIGITS = "零一二三四五六七八九"
SMALL_NUMBER = re.compile(rf"(?<![0-9.a-z+])([1-9][0-9]?)(?=[{HAN}])")
RUN = re.compile(rf"[{HAN}]+|[a-z0-9]+(?:[+.][a-z0-9]+)*")


def spelled(number: int) -> str:
    """5 is 五, 20 is 二十: people write one and remember the other."""
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def normal(text: str) -> str:
    """Half width, lower case, small numbers before Han characters spelled."""
    text = unicodedata.normalize("NFKC", text).lower()
    return SMALL_NUMBER.sub(lambda found: spelled(int(found[1])), text)


def terms(text: str) -> Iterator[str]:
    """Every term of a text, as often as it stands there."""
    for run in RUN.findall(normal(text)):
        if run[0] > "\u2fff":
            yield from (run[at : at + 2] for at in range(len(run) - 1))
        else:
            parts = re.split(r"[+.]", run)
            yield "".join(parts)
            yield from (part for part in parts if len(parts) > 1)
