"""The chooser's and the comparison's data: plain scripts, one for all names, one for the rules, one for each method."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from macros.choosing.fields import READ, UNCOMPARED, label
from macros.choosing.places import places
from macros.choosing.routes import processes, route, source_labels
from macros.choosing.scores import WHOLE, Records, candidates, questions, reasons
from macros.products import Group, Product
from macros.readings import read, toneless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.library import Library
    from macros.models import Method
    from macros.models.question import Choice
    from macros.products import Read

FOLDER = "choose/data"


def data_files(library: Library, _: Read) -> Iterator[Product]:
    """Every script. None bears a title, because nobody takes them away."""
    plain = names(library, str)
    yield _script("names", repr(plain), lambda: names(library))
    records = Records(library)
    found = {
        "rules": rules(library, records),
        "processes": {"processes": processes(library), "sources": source_labels(library)},
        **{f"method-{method.id}": described(library, method, records) for method in records.candidates},
    }
    for name, data in found.items():
        yield _script(name, script(name, data), partial(_same, data))


def _script(name: str, made_from: str, data: Callable[[], object]) -> Product:
    return Product(f"{FOLDER}/{name}.js", made_from, lambda: script(name, data()).encode(), Group.DATA)


def _same(data: object) -> object:
    return data


def script(name: str, data: object) -> str:
    """A call of the page's own function: a folder opened from a disk allows nothing else."""
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'xyChoose.take("{name}",{told});\n'


def initials(name: str) -> str:
    """What a hurried reader types for it: the first letters of its pinyin, digits and Latin as they are."""
    plain = "".join(char for char in name if char.isalnum())
    return "".join(told if told == char else toneless(told)[0] for char, told in read(plain)).lower()


def names(library: Library, spelt: Callable[[str], str] = initials) -> list[list[Any]]:
    """[id, name, one line, all its names as `spelt`, aliases, number of places] of each candidate, in their order."""
    return [
        [
            method.id,
            method.name,
            method.one_liner or method.summary,
            " ".join(map(spelt, (method.name, *method.aliases))),
            method.aliases,
            len(places(library, method)),
        ]
        for method in candidates(library)
    ]


def rules(library: Library, records: Records) -> dict[str, Any]:
    """The questions; under each answer its reasons, each as [field, weight, because, "method:item …"] by number."""
    number = {method.id: index for index, method in enumerate(records.candidates)}
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
                    [choice.id, choice.name, _packed(choice, number, records)] for choice in question.choices
                ],
            }
            for question in questions(library)
        ],
    }


def _packed(choice: Choice, number: dict[str, int], records: Records) -> list[list[Any]]:
    packed: dict[tuple[str, int, str], list[str]] = {}
    for found in reasons(records.library, choice, records):
        hits = packed.setdefault((found.field, found.weight, found.because), [])
        hits.append(f"{number[found.method]}:{found.item}" if found.item else f"{number[found.method]}")
    return [[*key, " ".join(hits)] for key, hits in packed.items()]


def described(library: Library, method: Method, records: Records) -> dict[str, Any]:
    """Rows of the comparison, places and route of one method. A thing said is [text, whose voice]."""
    rows = {
        field: [
            [item.text, _voice(library, item.edited, item.source)] for item in records.said(method, field)
        ]
        for field in READ
    }
    return {"rows": rows, "places": places(library, method), "route": route(library, method)}


def _voice(library: Library, edited: bool, source: str) -> str:  # noqa: FBT001 (the two halves of an item)
    """An exclamation mark for the editors, else the source; nothing when it is the method's own sources."""
    return "!" if edited else library.sources[source].label if source else ""
