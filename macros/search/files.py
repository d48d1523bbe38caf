"""The files that the browser loads: scripts that hand over their data, for no page may fetch from file://."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from macros.search.entries import entries
from macros.search.fragments import written
from macros.search.meta import filters, meta
from macros.search.pinyin import sound_table
from macros.search.runs import runs
from macros.search.shards import digits, shards
from macros.search.traditional import simplified_table

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from macros.library import Library
    from macros.search.runs import Run
    from macros.search.sections import Section
    from macros.search.shards import Keep

#: what Material asks for when a page opens; our data comes when somebody searches
EMPTY = {"config": {"lang": ["en"], "separator": r"[\s]+", "pipeline": [], "fields": {}}, "docs": []}


def anew(_: str, make: Callable[[], str]) -> str:
    """Keep nothing."""
    return make()


def search_files(
    sections: Iterable[Section], library: Library, keep: Keep = anew
) -> Iterator[tuple[str, str]]:
    """(path under search/, text), one after the other: of thousands of pages, no more is held than must be.

    `keep` may give back what it was given for the same in an earlier build.
    """
    found, whole = entries(sections, library), _Whole()
    for part in runs(found, keep):
        yield from whole.take(part)
    keys = yield from _shards(whole.groups, keep)
    used = "".join(sorted(whole.used))
    sounds = json.loads(keep(f"sounds {used}", partial(_sounds, used)))
    told = {"fragments": "".join(whole.sizes), "shards": ",".join(keys), "sounds": sounds}
    yield "meta.js", _call("meta", written(meta(found, library, whole.names) | told))
    yield "filters.js", _call("filters", written(filters(found, library)))
    yield "simplified.js", _call("simplified", written(simplified_table(whole.used)))
    yield "search_index.json", written(EMPTY)
    yield "search_index.js", f"var __index={written(EMPTY)}\n"


def _call(name: str, told: str) -> str:
    return f"xySearch.{name}({told})\n".replace("\u2028", " ").replace("\u2029", " ")


@dataclass
class _Whole:
    """All runs put together: the names of each result, all characters, the terms of each group run by run."""

    sections: int = 0
    names: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    groups: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    sizes: list[str] = field(default_factory=list)

    def take(self, part: Run) -> Iterator[tuple[str, str]]:
        """One more run; the files of its fragments."""
        self.names += part.names
        self.used.update(part.used)
        for name, rows in part.groups.items():
            self.groups[name].append((self.sections, rows))
        for many, text in part.fragments:
            yield f"f/{len(self.sizes)}.js", _call("fragment", f"{len(self.sizes)},{text}")
            self.sizes.append(digits(many))
            self.sections += many


def _shards(
    groups: dict[str, list[tuple[int, str]]], keep: Keep
) -> Generator[tuple[str, str], None, list[str]]:
    """Yield each file, return their first keys."""
    keys = []
    for at, (first, text) in enumerate(shards(groups, keep)):
        keys.append(first)
        yield f"s/{at}.js", f"xySearch.shard({at},{{{text}}})\n"
    return keys


def _sounds(used: str) -> str:
    return json.dumps(sound_table({char for char in used if re.match("[\u3400-\u9fff]", char)}))
