"""YAML in, the way people mean it: YAML 1.2 scalars, and the place of every value.

Plain `no`, `012`, `0571` and `2023-02-30` stay text, as YAML 1.2's core schema has it (https://yaml.org/spec/1.2.2/, 10.3).
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import yaml

from macros.library import yaml_faults
from macros.library.parser_faults import fault_of_parser
from macros.library.yaml_nodes import TAGS, Path, Place, place_of, places_in, root_of
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

HAN = re.compile(r"[\u4e00-\u9fff]")
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+\Z")
NUMBER_STARTS = frozenset("+-0123456789")
WORDS: Mapping[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass
class Document:
    """What one YAML text holds: plain data, the place (1-based line, column) of every value, and its faults."""

    text: str = ""
    data: Any = None
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def places(self) -> dict[Path, Place]:
        """Where every value stands: most texts have no fault, so nobody asks, and they take much room."""
        return places_in(self.text)

    def place(self, path: Path) -> Place:
        """Where a value stands; for one that isn't there, where its nearest parent stands."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def place_of(self, fragment: str, path: Path) -> Place:
        """Where a piece of a value stands; the value's own place when it is written differently in the file."""
        line, column = self.place(path)
        lines = self.text.split("\n")
        start = sum(len(earlier) + 1 for earlier in lines[: line - 1]) + column - 1
        found = self.text.find(fragment, start)
        return place_in(self.text, found) if found >= 0 else (line, column)

    def part(self, index: int) -> Document:
        """One item of a list at the top, as a document of its own."""
        places = {path[1:]: place for path, place in self.places.items() if path[:1] == (index,)}
        found = Document(self.text, self.data[index])
        found.places = places
        return found


def place_in(text: str, offset: int, first_line: int = 1) -> Place:
    """The (line, column) of an offset in a text that begins on `first_line` of its file."""
    return text.count("\n", 0, offset) + first_line, offset - text.rfind("\n", 0, offset)


def read(text: str, name: str) -> Document:
    """Read one YAML text; `name` is the path to print. Never raises for what a person wrote."""
    document = Document(text, problems=list(yaml_faults.in_lines(text, name)))
    node = None if document.problems else _root(document, name)
    if node is None:
        document.places = {}
        return document
    reader = _Reader(document, name)
    try:
        data = reader.value(node)
        document.data = None if reader.refused else data
    except RecursionError:
        document.problems.append(Problem(name, 1, 1, "括号或缩进套得太深。", "照同一文件夹里别的文件写。"))
    return document


def _root(document: Document, name: str) -> yaml.Node | None:
    """The node at the top, or None and a fault."""
    try:
        node = root_of(document.text)
    except yaml.YAMLError:
        document.problems.append(fault_of_parser(document.text, name))
        return None
    if node is None:
        said, hint = "文件是空的。", "照同一文件夹里别的文件写，至少要有id一行。"
        document.problems.append(Problem(name, 1, 1, said, hint))
    return node


class _Reader:
    """Turns nodes into plain data, noting faults on the way."""

    def __init__(self, document: Document, name: str) -> None:
        self.document = document
        self.name = name
        self.seen: set[int] = set()
        self.refused = False

    def value(self, node: yaml.Node) -> Any:  # noqa: ANN401 (whatever YAML holds)
        if id(node) in self.seen:
            return self.refuse(node, "用了*引用别处的内容。", "把内容直接写出来。")
        self.seen.add(id(node))
        if node.tag not in TAGS:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            said = f"用了标签“{tag}”，这里不允许任何标签。"
            return self.refuse(node, said, "删掉感叹号开头的标签，只写内容。")
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item) for item in node.value]
        return self.mapping(cast("yaml.MappingNode", node))

    def mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        found: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.fault(key_node, "字段名应当是一个词。", "内容里有括号时，把整段内容用英文单引号括起来。")
                continue
            key = sys.intern(str(key_node.value))  # the same hundred names in thousands of records
            if key in found:
                said = f"字段“{key}”写了两次，第一次在第{lines[key]}行。"
                self.fault(key_node, said, "留下一个，删掉另一个。")
                continue
            lines[key] = place_of(key_node)[0]
            found[key] = self.value(value_node)
        return found

    def scalar(self, node: yaml.ScalarNode) -> Any:  # noqa: ANN401 (whatever YAML holds)
        text = str(node.value)
        if node.style == ">" and HAN.search(text):
            self.fault(node, "用“>”折行会在汉字之间插进空格。", "写成一行，或者改用“|”。")
        return text if node.style else plain(text)  # libyaml says "" for plain, PyYAML None

    def refuse(self, node: yaml.Node, message: str, hint: str) -> None:
        """A fault after which the rest of the file says nothing reliable."""
        self.refused = True
        self.fault(node, message, hint)

    def fault(self, node: yaml.Node, message: str, hint: str) -> None:
        self.document.problems.append(Problem(self.name, *place_of(node), message, hint))


def plain(text: str) -> Any:  # noqa: ANN401 (text, number, truth or nothing)
    """What an unquoted scalar means in YAML 1.2."""
    if text in WORDS:
        return WORDS[text]
    if text[0] not in NUMBER_STARTS:  # nearly every text: spares two patterns
        return text
    if INTEGER.match(text):
        return int(text)
    return float(text) if DECIMAL.match(text) else text
