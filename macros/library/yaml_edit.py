"""YAML out: a record's text with some values changed, everything else as it was, comments too.

ruamel.yaml keeps the lines; that every plain scalar is only text to it keeps `~`, 012 and 2023-02-30 as they are.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString, SingleQuotedScalarString

from macros.library.yaml_reader import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: line ends and marks that only a double-quoted text keeps; spaces that others lose
NEEDS_ESCAPES = re.compile(
    r"[^\n -~\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|'|^\s|\s$|\n\s|^$"
)
COMMENT = re.compile(r"\s*#")
TRUTH = {True: "true", False: "false"}
ENDLESS = 4096  # columns: no line is ever folded


class Kept(int):
    """Stands for an item of the old list, by its index: that item's lines stay as they are."""


SAME = Kept(-1)  # stands for the value of a field that does not change


class _TextOnly(VersionedResolver):
    """Guesses no types."""

    def resolve(self, kind: type, value: Any, implicit: Any) -> Any:  # noqa: ANN401 (ruamel's own signature)
        """The tag of an untagged node."""
        if kind is ScalarNode and implicit[0]:
            return self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Resolver = _TextOnly
    yaml.preserve_quotes = True
    yaml.width = ENDLESS
    yaml.brace_single_entry_mapping_in_flow_sequence = True  # [{a: b}] stays what it is
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def new_text(data: Mapping[str, Any]) -> str:
    """The YAML of a new record; None and empty lists are left out."""
    return _dumped(_yaml(), _node({key: value for key, value in data.items() if value not in (None, [], {})}))


def edited_text(text: str, changes: Mapping[str, Any], order: Sequence[str]) -> str:
    """The text with some top fields changed: None and empty lists remove one.

    A list may hold `Kept` items, alone or as (Kept, {field: value}); a mapping names all its fields in order,
    those that stay as SAME. `order` says where a new top field belongs.
    """
    yaml = _yaml()
    record = yaml.load(text)
    for key, value in changes.items():
        _put(record, key, _changed(record.get(key), value), order)
    return _with_comments_of(text, _dumped(yaml, record))


def _dumped(yaml: YAML, node: Any) -> str:  # noqa: ANN401 (ruamel's nodes have no types)
    out = io.StringIO()
    yaml.dump(node, out)
    return out.getvalue()


def _put(record: Any, key: str, value: Any, order: Sequence[str]) -> None:  # noqa: ANN401 (ruamel's nodes)
    """Into its place: after the last of the fields that come before it."""
    if value in (None, [], {}):
        record.pop(key, None)
    elif key in record:
        record[key] = value
    else:
        earlier = set(order[: order.index(key)])
        places = [index for index, name in enumerate(record, 1) if name in earlier]
        record.insert(places[-1] if places else 0, key, value)


def _changed(old: Any, new: Any) -> Any:  # noqa: ANN401 (whatever YAML holds)
    """The node for a new value; parts of the old one wherever they stay."""
    if isinstance(new, list) and isinstance(old, list):
        items = [_item(old, item) for item in new]
        old[:] = items  # in place, or the comments inside are lost
        return old
    if isinstance(new, dict) and isinstance(old, dict):
        for key, value in new.items():
            if value is not SAME:
                _put(old, key, _changed(old.get(key), value), list(new))
        return old
    return _node(new)


def _item(old: list[Any], item: Any) -> Any:  # noqa: ANN401 (whatever YAML holds)
    if isinstance(item, Kept):
        return old[item]
    if isinstance(item, tuple):
        index, changes = item
        return _changed(old[index], changes)
    return _node(item)


def _node(value: Any) -> Any:  # noqa: ANN401 (whatever YAML holds)
    """A value as it is written; text that would be read as something else gets quotes."""
    if isinstance(value, dict):
        return {key: _node(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_node(item) for item in value]
    if isinstance(value, bool):
        return TRUTH[value]
    if isinstance(value, str):
        return _scalar(value)
    return None if value is None else str(value)


def _scalar(text: str) -> Any:  # noqa: ANN401 (ruamel's texts have no types)
    """In the quotes that it needs, or in none."""
    if NEEDS_ESCAPES.search(text):
        return DoubleQuotedScalarString(text)
    if "\n" in text:
        return LiteralScalarString(text)
    return text if plain(text) == text else SingleQuotedScalarString(text)


def _with_comments_of(old: str, new: str) -> str:
    """A comment goes with the line above it; when that line is gone, it is put back over the line below it."""
    before, after = old.splitlines(), new.splitlines()
    for index in reversed(range(len(before))):
        if COMMENT.match(before[index]) and before.count(before[index]) > after.count(before[index]):
            below = next((line for line in before[index + 1 :] if line in after), None)
            after.insert(len(after) if below is None else after.index(below), before[index])
    return "\n".join(after) + "\n"
