"""The one file that every search needs: the results with their names, the facets, the words of questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.search.doors import doors
from macros.search.entries import ALL_KINDS
from macros.search.words import ANSWERS, EQUIVALENTS, QUESTION_WORDS

if TYPE_CHECKING:
    from macros.library import Library
    from macros.search.entries import Entry

#: the sections that questions ask for
ANSWERING = sorted({anchor for _, anchors, _ in ANSWERS for anchor in anchors})


def meta(found: list[Entry], library: Library, names: list[str]) -> dict[str, Any]:
    """What the search must know before anything is asked. `names`: those of each result, as one text."""
    where = {entry.location: number for number, entry in enumerate(found)}
    places = [_answering(section.anchor) for entry in found for section in entry.sections]
    return {
        "kinds": ALL_KINDS,
        "categories": [category.name for category in library.categories],
        "levels": [level.name for level in library.vocabularies.levels],
        "entries": _rows(found, library, names),
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
        "places": "".join(places),
        "doors": [[label, where[at]] for label, at in doors(library) if at in where],
    }


def _answering(anchor: str) -> str:
    """A digit for the part of the page that a section is, "-" for any that answers no question in particular."""
    return str(ANSWERING.index(anchor)) if anchor in ANSWERING else "-"


def filters(found: list[Entry], library: Library) -> dict[str, list[str]]:
    """What can be chosen under the search box: only what something has."""
    kinds = {entry.kind for entry in found}
    categories = {name for entry in found for name in entry.record.categories}
    levels = {name for entry in found for name in entry.record.levels}
    return {
        "类型": [kind for kind in ALL_KINDS if kind in kinds],
        "类别": [category.name for category in library.categories if category.id in categories],
        "级别": [level.name for level in library.vocabularies.levels if level.name in levels],
    }


def _rows(found: list[Entry], library: Library, names: list[str]) -> list[list[object]]:
    """Location, title, sections, kind, weight, categories, levels, parent, names; the rest is nought."""
    shelves = {category.id: 1 << at for at, category in enumerate(library.categories)}
    levels = {level.name: 1 << at for at, level in enumerate(library.vocabularies.levels)}
    where = {entry.location: number for number, entry in enumerate(found)}
    return [
        [
            entry.location,
            entry.title,
            len(entry.sections),
            ALL_KINDS.index(entry.kind),
            entry.record.weight,
            sum(shelves.get(name, 0) for name in entry.record.categories),
            sum(levels.get(name, 0) for name in entry.record.levels),
            where.get(entry.parent, -1) if entry.parent else -1,
            told,
        ]
        for entry, told in zip(found, names, strict=True)
    ]
