"""The terms in files: those that sound alike together, so that homophones and pinyin need no index of their own.

All terms whose first character sounds alike make a group. What a group looks like is kept from one build to the next,
for an edit touches the terms of few groups.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from macros.search.pinyin import BEFORE_HAN, fuzzy, key
from macros.search.postings import HEAVIEST, LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    #: (everything that a text is made from, how to make it) -> the text, kept or made
    Keep = Callable[[str, Callable[[], str]], str]
    #: name of a group -> a line for each term: its first and its last place, and the steps between them as they are written
    Groups = Mapping[str, str]

DIGITS64 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
HALF = 32  # a digit has five bits of its own; the sixth says that more follow
LARGEST_SHARD = 2600  # characters, about two kilobytes when compressed
LATIN = "!"  # the name of their group
TAB, NEXT_GROUP = "\t", "\n\n"


@lru_cache(maxsize=65_536)
def digits(number: int) -> str:
    """A number in as few printable characters as it needs."""
    text = ""
    while number >= HALF:
        text += DIGITS64[HALF + number % HALF]
        number //= HALF
    return text + DIGITS64[number]


def grouped(found: Mapping[str, list[int]]) -> Groups:
    """The postings of a run of sections by group."""
    groups: dict[str, list[str]] = defaultdict(list)
    for term, places in found.items():
        row = f"{term}{TAB}{places[0]}{TAB}{places[-1]}{TAB}{_steps(places) if len(places) > 1 else ''}"
        groups[fuzzy(term[0]) if term[0] > BEFORE_HAN else LATIN].append(row)
    return {name: "\n".join(rows) for name, rows in groups.items()}


def _steps(places: list[int]) -> str:
    """Each place but the first by its distance from the section after the one before."""
    before, steps = places[0] | HEAVIEST, []
    for place in places[1:]:
        steps.append(digits(place - before - 1))
        before = place | HEAVIEST
    return "".join(steps)


def shards(groups: dict[str, list[tuple[int, str]]], keep: Keep) -> Iterator[tuple[str, str]]:
    """(first key, the inside of a list of terms) of each shard. `groups` are emptied on the way.

    They are told of each run that has any: the number of its first section, and the terms of the group.
    """
    first, held = "", ""
    for name in sorted(groups):
        parts = groups.pop(name)
        told = NEXT_GROUP.join([f"{start} {rows}" for start, rows in parts])
        for start, text in json.loads(keep(told, partial(_pieces, parts))):
            if held and len(held) + len(text) <= LARGEST_SHARD:
                held = f"{held},{text}"
                continue
            if held:
                yield first, held
            first, held = start, text
    if held:
        yield first, held


def _pieces(parts: list[tuple[int, str]]) -> str:
    """The terms of a group in pieces, each with its first key: those that sound alike are never parted."""
    places = _merged(parts)
    found: list[tuple[str, list[str]]] = []
    size, last = LARGEST_SHARD, ""
    for sounds, term in sorted((key(term), term) for term in places):
        if size >= LARGEST_SHARD and sounds != last:
            found.append((sounds, []))
            size = 0
        last, text = sounds, f'"{term}":"{places[term]}"'
        found[-1][1].append(text)
        size += len(text) + 1
    return json.dumps([(first, ",".join(texts)) for first, texts in found], ensure_ascii=False)


def _merged(parts: list[tuple[int, str]]) -> dict[str, str]:
    """Term -> the steps to its places among all sections."""
    found: dict[str, str] = defaultdict(str)
    after: dict[str, int] = defaultdict(int)  # term -> the first place in the next section
    for start, rows in parts:
        shift = start * LEVELS
        for row in rows.split("\n"):
            term, first, end, steps = row.split(TAB)
            found[term] += digits(shift + int(first) - after[term]) + steps
            after[term] = (shift + int(end) | HEAVIEST) + 1
    return found
