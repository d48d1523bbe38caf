"""Numbers of headings as official papers have them (GB/T 9704-2012, 7.3.3): 一、（一）1."""

from __future__ import annotations

DIGITS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """1 to 99 as Chinese writes it: 九, 十, 十二, 二十, 三十四."""
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return f"{DIGITS[tens] if tens > 1 else ''}十{DIGITS[ones] if ones else ''}"


FORMS = {1: "{0}\u3001", 2: "\uff08{0}\uff09", 3: "{1}.", 4: "\uff08{1}\uff09"}


def numbered(level: int, number: int) -> str:
    """The mark of the heading with this number on this level (1 to 4)."""
    return FORMS[level].format(chinese(number), number)
