"""Many alike XML texts, packed so that a browser of 2020 unpacks them with one replacement: it has no inflate for us."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

TAGS = re.compile(r"<[^>]*>|[^<]+")
FIRST = 0xE000  # private characters: no paper of ours has them
LAST = 0xF8FF
WORTH = 24  # characters that a phrase must save


def packed(texts: list[str]) -> tuple[list[str], list[str]]:
    """(phrases, texts): a private character in a text, or in a later phrase, stands for the phrase of its number.

    The most frequent pair of neighbours becomes a phrase, again and again (Re-Pair), over whole tags and texts.
    """
    lines, phrases = [TAGS.findall(text) for text in texts], list[str]()
    while FIRST + len(phrases) <= LAST:
        pairs = Counter(pair for line in lines for pair in pairwise(line))
        saved = {pair: (count - 1) * (len(pair[0] + pair[1]) - 1) for pair, count in pairs.items()}
        best = max(saved, key=lambda pair: (saved[pair], pair), default=None)
        if best is None or saved[best] < WORTH:
            break
        lines = [_joined(line, best, chr(FIRST + len(phrases))) for line in lines]
        phrases.append("".join(best))
    return phrases, ["".join(line) for line in lines]


def _joined(line: list[str], pair: tuple[str, str], sign: str) -> list[str]:
    """The line with that pair, wherever it stands, as one sign."""
    found: list[str] = []
    for token in line:
        if found and found[-1] == pair[0] and token == pair[1]:
            found[-1] = sign
        else:
            found.append(token)
    return found
