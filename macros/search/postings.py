"""Which section holds which term, how much it matters there, and how this is written down."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.search.pinyin import key
from macros.search.tokens import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.search.sections import Section

DIGITS64 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
HALF = 32  # a digit has five bits of its own; the sixth says that more follow
LEVELS = 4
TITLE_OF_PAGE, TITLE_OF_SECTION = 3, 2
OFTEN = (0.36, 0.62)  # above these shares a term in the text matters more
SOURCES = (
    "sources"  # the list at the end of every page: titles of others, that hide what the page itself says
)
LARGEST_SHARD = 2600  # characters, about two kilobytes when compressed


@lru_cache(maxsize=4096)
def digits(number: int) -> str:
    """A number in as few printable characters as it needs."""
    text = ""
    while number >= HALF:
        text += DIGITS64[HALF + number % HALF]
        number //= HALF
    return text + DIGITS64[number]


def weights(section: Section, title: str, average: float) -> dict[str, int]:
    """Term -> how much it matters in a section, from 0 to 3. `title` is that of the result it belongs to."""
    counted = Counter(terms(section.text))
    if section.anchor == SOURCES:
        return dict.fromkeys(counted, 0)
    long = 0.4 + 0.6 * sum(counted.values()) / average
    of_count = {
        count: sum(count / (count + 1.2 * long) > share for share in OFTEN) for count in set(counted.values())
    }
    found = {term: of_count[count] for term, count in counted.items()}
    found.update(dict.fromkeys(terms(section.title), TITLE_OF_SECTION))
    found.update(dict.fromkeys(terms(title), TITLE_OF_PAGE))
    return found


def postings(sections: Sequence[tuple[Section, str]]) -> dict[str, str]:
    """Term -> its sections and weights as text. With each section comes the title of a page that it opens, or ""."""
    average = sum(len(section.text) for section, _ in sections) / max(len(sections), 1) or 1.0
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (section, title) in enumerate(sections):
        for term, weight in weights(section, title, average).items():
            found[term].append((number, weight))
    return {term: _written(places) for term, places in found.items()}


def _written(places: Iterable[tuple[int, int]]) -> str:
    steps, last = [], -1
    for number, weight in places:
        steps.append((number - last - 1) * LEVELS + weight)
        last = number
    return "".join(map(digits, steps))


def shards(lists: dict[str, str]) -> list[tuple[str, dict[str, str]]]:
    """(first key, {term: places}) of each shard: terms that sound alike are never parted."""
    found: list[tuple[str, dict[str, str]]] = []
    size, last = LARGEST_SHARD, ""
    for term in sorted(lists, key=lambda term: (key(term), term)):
        if size >= LARGEST_SHARD and key(term) != last:
            found.append((key(term), {}))
            size = 0
        last = key(term)
        found[-1][1][term] = lists[term]
        size += len(lists[term]) + 8
    return found
