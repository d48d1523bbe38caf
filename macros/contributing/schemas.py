"""JSON Schemas of the records, in Chinese: for editor programs, and for everything else that asks for a record."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from macros.models import KINDS
from macros.models.page import FrontMatter
from macros.models.references import ONLY_AT_TOP, POINTS_AT, WORDS_OF

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.library import Library
    from macros.models.base import Record

Schema = dict[str, Any]
#: what pydantic takes from our docstrings and class names; people read labels
UNSAID = ("title", "description")
#: where the lists of ids and words stand that every schema points at
LISTS = "lists.json"
DIALECT = "http://json-schema.org/draft-07/schema#"  # the one that every editor program knows


@cache
def plain_schema(model: type[Record]) -> Schema:
    """What pydantic tells of a model, without its guesses about names."""
    told = model.model_json_schema(schema_generator=GenerateJsonSchema)
    return _without(told, UNSAID) | {"$defs": {k: _without(v, UNSAID) for k, v in _defs(told).items()}}


def _defs(schema: Schema) -> Schema:
    found: Schema = schema.get("$defs", {})
    return found


def _without(schema: Schema, names: tuple[str, ...]) -> Schema:
    return {key: value for key, value in schema.items() if key not in names}


def resolved(part: Schema, whole: Schema) -> Schema:
    """A part with its reference followed, and without the branch that says that nothing may stand there."""
    found = dict(part)
    branches = [one for one in found.pop("anyOf", []) if one.get("type") != "null"]
    if len(branches) == 1:
        found = branches[0] | found
    elif branches:
        found["type"] = [one["type"] for one in branches]
    name = found.pop("$ref", "").rpartition("/")[2]
    return resolved(_defs(whole)[name] | found, whole) if name else found


def record_schema(kind: str) -> Schema:
    """The schema of one kind as an editor program reads it."""
    model, name = KINDS[kind]
    told = plain_schema(model)
    properties = {key: _shown(key, one, told, top=True) for key, one in told["properties"].items()}
    parts = {name: _part(one, told) for name, one in _defs(told).items() if "properties" in one}
    whole = _without(told, ("properties", "$defs"))
    return {"$schema": DIALECT, "title": name, **whole, "properties": properties, "definitions": parts}


def _part(one: Schema, told: Schema) -> Schema:
    return one | {
        "properties": {key: _shown(key, field, told, top=False) for key, field in one["properties"].items()}
    }


def _shown(key: str, part: Schema, told: Schema, *, top: bool) -> Schema:
    """A field: label, meaning, both examples, and the list its values come from."""
    found = _flat(part, told)
    bad = found.pop("bad_example", "")
    found.pop("default", None)
    if "description" in found:
        good = found.get("examples", [""])[0]
        shown = f"\n好的写法：{good}" if isinstance(good, str | int) and not isinstance(good, bool) else ""
        found["description"] = f"{found['description']}。{shown}\n不要写成：{bad}"
    listed = list_of(key, top=top)
    if listed:
        target = {"$ref": f"{LISTS}#/definitions/{listed}"}
        if found.get("type") == "array" and found["items"].get("type") == "string":
            found["items"] = target
        elif found.get("type") == "string":
            kept = {name: found[name] for name in ("title", "description", "examples") if name in found}
            return kept | {"allOf": [target]}
    return found


def _flat(part: Schema, told: Schema) -> Schema:
    """The same without null; records stay references, closed lists are written out."""
    found = dict(part)
    branches = [one for one in found.pop("anyOf", []) if one.get("type") != "null"]
    found = branches[0] | found if len(branches) == 1 else found | ({"anyOf": branches} if branches else {})
    if "items" in found:
        found["items"] = _flat(found["items"], told)
    name = found.get("$ref", "").rpartition("/")[2]
    if not name:
        return found
    target = _defs(told)[name]
    around = _without(found, ("$ref",))
    if "properties" not in target:
        return {**target, **around}
    return around | {"allOf": [{"$ref": f"#/definitions/{name}"}]}


def list_of(key: str, *, top: bool) -> str | None:
    """The list that holds a field's values: a kind of record, or a vocabulary."""
    if key in POINTS_AT and (top or key not in ONLY_AT_TOP):
        return POINTS_AT[key]
    return WORDS_OF.get(key)


def schemas(library: Library) -> Mapping[str, Schema]:
    """File name to schema: one for each kind, one for the heads of pages, one with all ids and words."""
    kinds = {f"{kind}.json": record_schema(kind) for kind in KINDS}
    return {**kinds, LISTS: _lists(library)}


def _lists(library: Library) -> Schema:
    """Every id with its Chinese name, so that an editor program can offer and check it."""
    listed = {kind: names(library, kind) for kind in sorted(set(POINTS_AT.values()))}
    listed |= {
        name: {word.name: word.meaning or "" for word in getattr(library.vocabularies, name)}
        for name in sorted(set(WORDS_OF.values()))
    }
    return {
        "$schema": DIALECT,
        "definitions": {
            kind: {"enum": list(known), "enumDescriptions": list(known.values())}
            for kind, known in listed.items()
            if known
        },
    }


def names(library: Library, kind: str) -> dict[str, str]:
    """Id to name of every record of a kind."""
    if kind == "categories":
        return dict(library.category_names)
    found = ((key, entry.record) for key, entry in sorted(library.shelves[kind].items()))
    return {key: str(getattr(one, "name", None) or getattr(one, "title", key)) for key, one in found}


def head_schema() -> Schema:
    """The schema of the head of a page."""
    return plain_schema(FrontMatter)
