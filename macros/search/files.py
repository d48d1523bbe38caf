"""The files that the browser loads: scripts that hand over their data, for no page may fetch from file://."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from macros.search.doors import doors
from macros.search.entries import ALL_KINDS, entries
from macros.search.pinyin import sound_table, spelled_otherwise
from macros.search.postings import digits, postings, shards
from macros.search.traditional import simplified_table
from macros.search.words import ANSWERS, EQUIVALENTS, QUESTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.library import Library
    from macros.search.entries import Entry
    from macros.search.sections import Section

LARGEST_FRAGMENT = 900  # characters of text; a result shows one place, so it need not load a long page
#: the sections that questions ask for
ANSWERING = sorted({anchor for _, anchors, _ in ANSWERS for anchor in anchors})
#: what Material asks for when a page opens; our data comes when somebody searches
EMPTY = {"config": {"lang": ["en"], "separator": r"[\s]+", "pipeline": [], "fields": {}}, "docs": []}


def search_files(sections: Iterable[Section], library: Library) -> dict[str, str]:
    """Path under search/ -> text."""
    found = entries(sections, library)
    flat = [
        (section, entry.title if not at else "")
        for entry in found
        for at, section in enumerate(entry.sections)
    ]
    parts = shards(postings(flat))
    texts = {f"s/{number}.js": _call("shard", number, held) for number, (_, held) in enumerate(parts)}
    starts, fragments = _fragments(found)
    texts |= {f"f/{number}.js": _call("fragment", number, held) for number, held in enumerate(fragments)}
    used = {char for section, _ in flat for char in section.title + section.text if char > "\u3000"}
    used |= {char for entry in found for name in entry.record.names for char in name if char > "\u3000"}
    texts["meta.js"] = _call("meta", _meta(found, library, used, [first for first, _ in parts], starts))
    texts["filters.js"] = _call("filters", _filters(found, library))
    texts["simplified.js"] = _call("simplified", simplified_table(used))
    stub = json.dumps(EMPTY, separators=(",", ":"))
    return texts | {"search_index.json": stub, "search_index.js": f"var __index={stub}\n"}


def _call(name: str, *values: object) -> str:
    written = (json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
    return f"xySearch.{name}({','.join(written)})\n".replace("\u2028", " ").replace("\u2029", " ")


def _meta(
    found: list[Entry], library: Library, used: set[str], keys: list[str], starts: str
) -> dict[str, Any]:
    where = {entry.location: number for number, entry in enumerate(found)}
    common, others = sound_table({char for char in used if re.match("[\u3400-\u9fff]", char)})
    return {
        "kinds": ALL_KINDS,
        "categories": [category.name for category in library.categories],
        "levels": [level.name for level in library.vocabularies.levels],
        "entries": [_entry(entry, library, where) for entry in found],
        "fragments": starts,
        "shards": ",".join(keys),
        "sounds": [common, others],
        "questions": sorted(QUESTION_WORDS, key=len, reverse=True),
        "equivalents": EQUIVALENTS,
        "asked": [
            [
                words,
                [ANSWERING.index(anchor) for anchor in anchors],
                [ALL_KINDS.index(kind) for kind in kinds],
            ]
            for words, anchors, kinds in ANSWERS
        ],
        "places": "".join(_answering(section) for entry in found for section in entry.sections),
        "doors": [[label, where[at]] for label, at in doors(library) if at in where],
    }


def _answering(section: Section) -> str:
    """A digit for the part of the page that a section is, "-" for any that answers no question in particular."""
    return str(ANSWERING.index(section.anchor)) if section.anchor in ANSWERING else "-"


def _filters(found: list[Entry], library: Library) -> dict[str, list[str]]:
    """What can be chosen under the search box: only what something has."""
    kinds = {entry.kind for entry in found}
    categories = {name for entry in found for name in entry.record.categories}
    levels = {name for entry in found for name in entry.record.levels}
    return {
        "类型": [kind for kind in ALL_KINDS if kind in kinds],
        "类别": [category.name for category in library.categories if category.id in categories],
        "级别": [level.name for level in library.vocabularies.levels if level.name in levels],
    }


def _entry(entry: Entry, library: Library, where: dict[str, int]) -> list[object]:
    """Location, title, sections, kind, weight, categories, levels, parent, names; the rest is nought."""
    shelves = [category.id for category in library.categories]
    levels = [level.name for level in library.vocabularies.levels]
    record = entry.record
    return [
        entry.location,
        entry.title,
        len(entry.sections),
        ALL_KINDS.index(entry.kind),
        record.weight,
        sum(1 << shelves.index(name) for name in record.categories if name in shelves),
        sum(1 << levels.index(name) for name in record.levels if name in levels),
        where.get(entry.parent, -1) if entry.parent else -1,
        _names(entry),
    ]


def _names(entry: Entry) -> str:
    """Names other than the title, and how they are read where that can't be told from single characters."""
    names = [name for name in dict.fromkeys(entry.record.names) if name != entry.title]
    title = spelled_otherwise(entry.title)
    return "|".join([f"\t{title}" if title else "", *map(_read, names)]).strip("|")


def _read(name: str) -> str:
    read = spelled_otherwise(name)
    return f"{name}\t{read}" if read else name


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
