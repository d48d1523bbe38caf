"""From text to terms: overlapping pairs of Han characters, and whole Latin words and numbers.

The same is done to a query in overrides/assets/search/text.js.
"""

from __future__ import annotations

import re
import unicodedata

from macros.search.sections import HAN

DIGITS = "零一二三四五六七八九"
SMALL_NUMBER = re.compile(rf"(?<![0-9.a-z+])([1-9][0-9]?)(?=[{HAN}])")
PAIR = re.compile(rf"(?=([{HAN}]{{2}}))")
WORD = re.compile(r"[a-z0-9]+(?:[+.][a-z0-9]+)*")
#: Texts of these only, as nearly all are, have the same terms whether normalized or not: Unicode's normal form changes
#: none of them, but for full-width marks, which part terms just as the half-width ones do.
PLAIN = re.compile(
    "[\x00-\x7f\u3001-\u3003\u3008-\u3011\u3014\u3015\u3400-\u4dbf\u4e00-\u9fff\uff0c\uff1a\uff1b\uff01\uff1f\uff08\uff09"
    "\u2013\u2014\u2018\u2019\u201c\u201d\u2192\u00b7]*"
)


def spelled(number: int) -> str:
    """5 is 五, 20 is 二十: people write one and remember the other."""
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def normal(text: str) -> str:
    """Half width, lower case, small numbers before Han characters spelled."""
    if not PLAIN.fullmatch(text):
        text = unicodedata.normalize("NFKC", text)
    return SMALL_NUMBER.sub(lambda found: spelled(int(found[1])), text.lower())


def terms(text: str) -> list[str]:
    """Every term of a text, as often as it stands there."""
    text = normal(text)
    found: list[str] = PAIR.findall(text)
    for word in WORD.findall(text):
        parts = re.split(r"[+.]", word)
        found.append("".join(parts))
        found.extend(part for part in parts if len(parts) > 1)
    return found
