"""The files that the browser loads: scripts that hand over their data, for no page may fetch from file://."""

from __future__ import annotations

import json
import re
from itertools import accumulate
from typing import TYPE_CHECKING

from macros.search.entries import entries
from macros.search.meta import filters, meta
from macros.search.pinyin import sound_table
from macros.search.runs import runs
from macros.search.shards import digits, shards
from macros.search.traditional import simplified_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.library import Library
    from macros.search.entries import Entry
    from macros.search.sections import Section
    from macros.search.shards import Keep

LARGEST_FRAGMENT = 900  # characters of text; a result shows one place, so it need not load a long page
#: what Material asks for when a page opens; our data comes when somebody searches
EMPTY = {"config": {"lang": ["en"], "separator": r"[\s]+", "pipeline": [], "fields": {}}, "docs": []}


def anew(_: str, make: Callable[[], str]) -> str:
    """Keep nothing."""
    return make()


def search_files(sections: Iterable[Section], library: Library, keep: Keep = anew) -> dict[str, str]:
    """Path under search/ -> text. `keep` may give back what it was given for the same in an earlier build."""
    found = entries(sections, library)
    parts = runs(found, keep)
    starts = accumulate((part.sections for part in parts), initial=0)
    held = shards([(start, part.groups) for start, part in zip(starts, parts, strict=False)], keep)
    texts = {f"s/{at}.js": f"xySearch.shard({at},{{{text}}})\n" for at, (_, text) in enumerate(held)}
    sizes, fragments = _fragments(found)
    texts |= {f"f/{number}.js": _call("fragment", number, held) for number, held in enumerate(fragments)}
    used = set().union(*(part.used for part in parts))
    sounds = json.loads(keep(f"sounds {''.join(sorted(used))}", lambda: _sounds(used)))
    told = {"fragments": sizes, "shards": ",".join(first for first, _ in held), "sounds": sounds}
    known = meta(found, library, [name for part in parts for name in part.names])
    texts["meta.js"] = _call("meta", known | told)
    texts["filters.js"] = _call("filters", filters(found, library))
    texts["simplified.js"] = _call("simplified", simplified_table(used))
    stub = json.dumps(EMPTY, separators=(",", ":"))
    return texts | {"search_index.json": stub, "search_index.js": f"var __index={stub}\n"}


def _call(name: str, *values: object) -> str:
    written = (json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
    return f"xySearch.{name}({','.join(written)})\n".replace("\u2028", " ").replace("\u2029", " ")


def _sounds(used: set[str]) -> str:
    return json.dumps(sound_table({char for char in used if re.match("[\u3400-\u9fff]", char)}))


def _fragments(found: list[Entry]) -> tuple[str, list[list[list[str]]]]:
    """(how many sections each fragment holds, the fragments): a fragment never holds two results."""
    held: list[list[list[str]]] = []
    for entry in found:
        held.extend(_of_entry(entry))
    return "".join(digits(len(fragment)) for fragment in held), held


def _of_entry(entry: Entry) -> Iterator[list[list[str]]]:
    fragment: list[list[str]] = []
    size = 0
    for section in entry.sections:
        if fragment and size + len(section.text) > LARGEST_FRAGMENT:
            yield fragment
            fragment, size = [], 0
        fragment.append([section.anchor, section.title, section.text])
        size += len(section.text)
    yield fragment
