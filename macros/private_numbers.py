"""Numbers that point at a person: ID cards and mobile phones, found however they are spaced, and masked.

Everything here is pure text, so that rules, messages and quoted lines mask in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DIGIT = "[0-9\uff10-\uff19]"
GAP = "[ \\t\u00a0\u3000\\-\u2010-\u2015\uff0d\u00b7]{0,2}"
BEFORE = f"(?<!{DIGIT})(?<!{DIGIT}\\.)"
COUNTED = "[\u5143\u4e07\u4ebf\u4ef6\u4e2a\u4eba\u6b21\u6237\u5428\u7c73\u540d\u5957\u5ea7\u7bc7\u6761\u4ea9]"  # 元万亿件个……
WEB_ADDRESS = re.compile(r"https?://[^\s<>\u3000-\uffef]+")

ID_CARD = re.compile(f"{BEFORE}{DIGIT}(?:{GAP}{DIGIT}){{16}}{GAP}[0-9\uff10-\uff19xX\uff38\uff58](?!{DIGIT})")
COUNTRY_CODE = f"(?:(?:[+\uff0b]|00)?[8\uff18][6\uff16]{GAP})?"
MOBILE = re.compile(
    f"{BEFORE}{COUNTRY_CODE}[1\uff11]{GAP}[3-9\uff13-\uff19](?:{GAP}{DIGIT}){{9}}"
    f"(?!{DIGIT})(?!\\.{DIGIT})(?!\\s*{COUNTED})"
)

#: as many digits as a mobile number has, however spaced: a text without them needs none of the slower patterns
ENOUGH_DIGITS = re.compile(f"{DIGIT}(?:{GAP}{DIGIT}){{10}}")

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_MARKS = "10X98765432"  # GB 11643: the remainder picks the last character
SHOWN_DIGITS = 3


def plain(number: str) -> str:
    """Only the digits (and a last X), all half-width."""
    return re.sub(r"[^0-9X]", "", unicodedata.normalize("NFKC", number).upper())


def is_id_card(number: str) -> bool:
    """Whether eighteen characters hold a real date of birth and the right check mark."""
    digits = plain(number)
    try:
        date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
        total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=False))
    except ValueError:
        return False
    return digits[-1] == CHECK_MARKS[total % 11]


def found(text: str) -> Iterator[tuple[str, int, int]]:
    """(what it is, start, end) of every private number; web addresses are left alone."""
    if not ENOUGH_DIGITS.search(text):
        return
    text = WEB_ADDRESS.sub(lambda address: " " * len(address[0]), text)
    cards = [match for match in ID_CARD.finditer(text) if is_id_card(match[0])]
    yield from (("\u8eab\u4efd\u8bc1\u53f7", *match.span()) for match in cards)  # 身份证号
    for match in MOBILE.finditer(text):
        if not any(card.start() <= match.start() < card.end() for card in cards):
            yield "\u624b\u673a\u53f7", *match.span()  # 手机号


def masked(text: str) -> str:
    """The same text, as wide as before, with all but the first digits of private numbers starred."""
    for _, start, end in list(found(text)):
        text = text[:start] + _starred(text[start:end]) + text[end:]
    return text


def _starred(number: str) -> str:
    kept, out = 0, []
    for char in number:
        if char.isdigit() and kept < SHOWN_DIGITS:
            kept += 1
            out.append(char)
        else:
            wide = "\uff10" <= char <= "\uff5a"
            out.append(("\uff0a" if wide else "*") if char.isalnum() else char)
    return "".join(out)
