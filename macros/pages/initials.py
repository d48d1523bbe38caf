"""The order of a Chinese glossary. The 3,755 common characters of GB 2312 stand in order of pinyin: no table is needed."""

from __future__ import annotations

from bisect import bisect

#: Where each letter begins among the common characters, and where they end.
STARTS = (
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
    0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1, 0xD7FA,
)  # fmt: skip
LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"  # no word begins with I, U or V
DIGITS = "0–9"


def initial(name: str, spelt: str) -> str:
    """The letter under which a reader looks for the name; `spelt` is its pinyin, for rarer characters."""
    first = _words(name)[:1]
    if first.isdigit():
        return DIGITS
    if first.isascii() and first:
        return first.upper()
    place = bisect(STARTS, int.from_bytes(first.encode("gb2312", "replace"), "big"))
    return LETTERS[place - 1] if 0 < place < len(STARTS) else spelt[0].upper()


def order(name: str) -> bytes:
    """What to sort names of one letter by."""
    return _words(name).encode("gb2312", "replace")


def _words(name: str) -> str:
    """The name without quotation marks and the like."""
    return "".join(char for char in name if char.isalnum())
