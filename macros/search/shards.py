"""The terms in files: those that sound alike together, so that homophones and pinyin need no index of their own.

All terms whose first character sounds alike make a group. What a group looks like is kept from one build to the next,
for an edit touches the terms of few groups.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import lru_cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.search.pinyin import BEFORE_HAN, fuzzy, key
from macros.search.postings import LEVELS, PLACES_FROM

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    #: (everything that a text is made from, how to make it) -> the text, kept or made
    Keep = Callable[[str, Callable[[], str]], str]
    #: name of a group -> a line for each term, with its places
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


def grouped(found: Mapping[str, str]) -> Groups:
    """The postings of a run of sections by group."""
    groups: dict[str, list[str]] = defaultdict(list)
    for term, places in found.items():
        groups[fuzzy(term[0]) if term[0] > BEFORE_HAN else LATIN].append(f"{term}{TAB}{places}")
    return {name: "\n".join(rows) for name, rows in groups.items()}


def shards(runs: list[tuple[int, Groups]], keep: Keep) -> list[tuple[str, str]]:
    """(first key, the inside of a list of terms) of each shard, from runs with the number of their first section."""
    parts: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for start, groups in runs:
        for name, rows in groups.items():
            parts[name].append((start, rows))
    found: list[tuple[str, str]] = []
    for name in sorted(parts):
        part = parts[name]
        told = NEXT_GROUP.join([f"{start} {rows}" for start, rows in part])
        for first, text in json.loads(keep(told, partial(_pieces, part))):
            if found and len(found[-1][1]) + len(text) <= LARGEST_SHARD:
                found[-1] = (found[-1][0], f"{found[-1][1]},{text}")
            else:
                found.append((first, text))
    return found


def _pieces(parts: list[tuple[int, str]]) -> str:
    """The terms of a group in pieces, each with its first key: those that sound alike are never parted."""
    lists = _merged(parts)
    found: list[tuple[str, list[str]]] = []
    size, last = LARGEST_SHARD, ""
    for sounds, term in sorted((key(term), term) for term in lists):
        if size >= LARGEST_SHARD and sounds != last:
            found.append((sounds, []))
            size = 0
        last, text = sounds, f'"{term}":"{_written(lists[term])}"'
        found[-1][1].append(text)
        size += len(text) + 1
    return json.dumps([(first, ",".join(texts)) for first, texts in found], ensure_ascii=False)


def _merged(parts: list[tuple[int, str]]) -> dict[str, list[int]]:
    """Term -> its places among all sections, as numbers."""
    lists: dict[str, list[int]] = {}
    for start, rows in parts:
        shift = start * LEVELS - PLACES_FROM
        for row in rows.split("\n"):
            term, _, places = row.partition(TAB)
            moved = [shift + ord(place) for place in places]
            if term in lists:
                lists[term] += moved
            else:
                lists[term] = moved
    return lists


def _written(places: list[int]) -> str:
    """Each place by how many sections lie between it and the one before."""
    if len(places) == 1:  # as for most terms
        return digits(places[0])
    return "".join(
        [digits(place - before + before % LEVELS - LEVELS) for before, place in pairwise([-LEVELS, *places])]
    )
