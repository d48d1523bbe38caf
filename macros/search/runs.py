"""Results in runs: what is costly to know of a run is kept from one build to the next.

An edit changes one run and leaves the others as they are, wherever pages come or go: a run begins where the address of
a result says so, and its sections are numbered from its own first.
"""

from __future__ import annotations

import json
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from macros.search.fragments import fragments, written
from macros.search.pinyin import spelled_otherwise
from macros.search.postings import postings, rounded
from macros.search.shards import NEXT_GROUP, grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.search.entries import Entry
    from macros.search.fragments import Fragment
    from macros.search.shards import Groups, Keep

LENGTH = (
    32  # results, as a rule: longer, and an edit costs more; shorter, and every build puts more runs together
)
HAN_AND_MARKS = "\u3000"  # from here on


class Run(NamedTuple):
    """What the index needs of a run of results: their words, names and their sounds, characters, terms."""

    fragments: list[Fragment]
    names: list[str]
    used: str
    groups: Groups


def runs(found: Sequence[Entry], keep: Keep) -> Iterator[Run]:
    """All results, run by run."""
    lengths = [len(section.text) for entry in found for section in entry.sections]
    average = rounded(sum(lengths) / max(len(lengths), 1))
    for part in _parted(found):
        yield _run(part, average, keep)


def _parted(found: Iterable[Entry]) -> Iterator[list[Entry]]:
    part: list[Entry] = []
    for entry in found:
        if part and crc32(entry.location.encode()) % LENGTH == 0:
            yield part
            part = []
        part.append(entry)
    if part:
        yield part


def _run(part: list[Entry], average: int, keep: Keep) -> Run:
    pieces = [list(fragments(entry)) for entry in part]
    told = [str(average)]
    for entry, held in zip(part, pieces, strict=True):
        told += written((entry.title, entry.record.names)), *(piece.text for piece in held)
    known, *groups = keep("\n".join(told), partial(_text, part, average)).split(NEXT_GROUP)
    pairs = (group.partition("\n") for group in groups)
    names, used = json.loads(known)
    return Run(list(chain(*pieces)), names, used, {name: rows for name, _, rows in pairs})


def _text(part: list[Entry], average: int) -> str:
    """What a run is kept as: a line of JSON, then the groups of terms, each under its name."""
    flat = [
        (section, entry.title if not at else "")
        for entry in part
        for at, section in enumerate(entry.sections)
    ]
    words = [text for section, _ in flat for text in (section.title, section.text)]
    words += [name for entry in part for name in entry.record.names]
    used = "".join(sorted(char for char in set("".join(words)) if char > HAN_AND_MARKS))
    known = json.dumps([list(map(_names, part)), used], ensure_ascii=False)
    groups = grouped(postings(flat, average))
    return NEXT_GROUP.join([known, *(f"{name}\n{rows}" for name, rows in groups.items())])


def _names(entry: Entry) -> str:
    """Names other than the title, and how they are read where that can't be told from single characters."""
    names = [name for name in dict.fromkeys(entry.record.names) if name != entry.title]
    title = spelled_otherwise(entry.title)
    return "|".join([f"\t{title}" if title else "", *map(_read, names)]).strip("|")


def _read(name: str) -> str:
    read = spelled_otherwise(name)
    return f"{name}\t{read}" if read else name
