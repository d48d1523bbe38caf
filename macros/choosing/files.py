"""The chooser's and the comparison's data: plain scripts, one for all names, one for the rules, one for each method."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from pypinyin import Style, lazy_pinyin

from macros.choosing.fields import READ, UNCOMPARED, items, label
from macros.choosing.places import places
from macros.choosing.routes import processes, route, source_labels
from macros.choosing.scores import WHOLE, candidates, questions, reasons
from macros.products import Group, Product

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library
    from macros.models import Method
    from macros.models.question import Choice
    from macros.products import Read

FOLDER = "choose/data"


def data_files(library: Library, _: Read) -> Iterator[Product]:
    """Every script. None bears a title, because nobody takes them away."""
    found = {
        "names": names(library),
        "rules": rules(library),
        "processes": {"processes": processes(library), "sources": source_labels(library)},
        **{f"method-{method.id}": described(library, method) for method in candidates(library)},
    }
    for name, data in found.items():
        text = script(name, data)
        yield Product(f"{FOLDER}/{name}.js", text, partial(text.encode, "utf-8"), Group.DATA)


def script(name: str, data: object) -> str:
    """A call of the page's own function: a folder opened from a disk allows nothing else."""
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'xyChoose.take("{name}",{told});\n'


def names(library: Library) -> list[list[Any]]:
    """[id, name, one line, initials of all its names, aliases, number of places] of each candidate, in their order."""
    return [
        [
            method.id,
            method.name,
            method.one_liner or method.summary,
            " ".join(initials(name) for name in (method.name, *method.aliases)),
            method.aliases,
            len(places(library, method)),
        ]
        for method in candidates(library)
    ]


def initials(name: str) -> str:
    """What a hurried reader types for it: the first letters of its pinyin, digits and Latin as they are."""
    plain = "".join(char for char in name if char.isalnum())
    return "".join(lazy_pinyin(plain, style=Style.FIRST_LETTER)).lower()


def rules(library: Library) -> dict[str, Any]:
    """The questions; under each answer its reasons, each as [field, weight, because, "method:item …"] by number."""
    number = {method.id: index for index, method in enumerate(candidates(library))}
    return {
        "fields": {field: label(field) for field in READ},
        "whole": sorted(WHOLE),
        "rows": [field for field in READ if field not in UNCOMPARED],
        "questions": [
            {
                "id": question.id,
                "ask": question.ask,
                "hint": question.hint or "",
                "choices": [
                    [choice.id, choice.name, _packed(library, choice, number)] for choice in question.choices
                ],
            }
            for question in questions(library)
        ],
    }


def _packed(library: Library, choice: Choice, number: dict[str, int]) -> list[list[Any]]:
    packed: dict[tuple[str, int, str], list[str]] = {}
    for found in reasons(library, choice):
        hits = packed.setdefault((found.field, found.weight, found.because), [])
        hits.append(f"{number[found.method]}:{found.item}" if found.item else f"{number[found.method]}")
    return [[*key, " ".join(hits)] for key, hits in packed.items()]


def described(library: Library, method: Method) -> dict[str, Any]:
    """Rows of the comparison, places and route of one method. A thing said is [text, whose voice]."""
    rows = {
        field: [
            [item.text, _voice(library, item.edited, item.source)] for item in items(library, method, field)
        ]
        for field in READ
    }
    return {"rows": rows, "places": places(library, method), "route": route(library, method)}


def _voice(library: Library, edited: bool, source: str) -> str:  # noqa: FBT001 (the two halves of an item)
    """An exclamation mark for the editors, else the source; nothing when it is the method's own sources."""
    return "!" if edited else library.sources[source].label if source else ""
