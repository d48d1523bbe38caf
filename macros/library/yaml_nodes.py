"""What libyaml's parser makes of a text: nodes that know where they stand, and no guesses at types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

Path = tuple[str | int, ...]
Place = tuple[int, int]

#: what the parser itself gives to values; any other tag was written by somebody
TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))
PLAIN_TAGS: Mapping[type[yaml.Node], str] = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}


class _TextLoader(yaml.CSafeLoader):
    """libyaml's parser, guessing no types: that is the reader's business."""

    def resolve(self, kind: type[yaml.Node], _value: object, _implicit: object) -> str:
        """The tag of an untagged node, by its kind alone."""
        return PLAIN_TAGS[kind]


def root_of(text: str) -> yaml.Node | None:
    """The node at the top of a text, None when there is nothing in it. Raises yaml.YAMLError."""
    return yaml.compose(text, Loader=_TextLoader)


def place_of(node: yaml.Node) -> Place:
    """The (line, column) where a node begins, both from 1."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def places_in(text: str) -> dict[Path, Place]:
    """Where every value of a text stands: that of a field where its name does. Only messages need it."""
    found: dict[Path, Place] = {}
    try:
        root = root_of(text)
        if root is not None:
            _add(found, root, (), set())
    except (yaml.YAMLError, RecursionError):  # told by the reader
        return found
    return found


def _add(found: dict[Path, Place], node: yaml.Node, path: Path, seen: set[int]) -> None:
    found.setdefault(path, place_of(node))
    if id(node) in seen or node.tag not in TAGS:
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            at = (*path, str(key.value))
            if isinstance(key, yaml.ScalarNode) and at not in found:
                found[at] = place_of(key)
                _add(found, value, at, seen)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _add(found, item, (*path, index), seen)
