"""A lesson's Markdown as its parts: what goes on each slide, line by line, without rendering it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADING = re.compile(r"^## +(?P<title>.*?)[ \t]*(?:\{(?P<marks>[^{}]*)\}[ \t]*)?$")
MARK = re.compile(r"""([\w-]+)=(?:"([^"]*)"|'([^']*)'|(\S+))""")
BOX = re.compile(r"^(?P<indent> *)(?:!!!|\?\?\?\+?) +(?P<kind>[\w-]+)")
ITEM = re.compile(r"^ *(?:[-*+]|\d+[.)]) +")
ON_SLIDE = re.compile(r"^ *(?:[-*+] |\d+[.)] |\|)")
CALL = re.compile(r"^ *\{\{.*\}\} *$")
RULER = re.compile(r"^[\s|:-]+$")
#: boxes that never stand on the slide itself
OFF_SLIDE = frozenset({"teacher", "hint", "answer"})
#: links, calls, attributes and tags, which nobody reads on a slide
UNREAD = re.compile(r"\{\{.*?\}\}|\{[^{}]*\}|\]\([^)]*\)|<[^>]*>|[*`\[|#]|\s")
STEP = 4  # columns by which Markdown indents what stands in a box


@dataclass
class Part:
    """A section of a lesson: its heading, its place, what its slide shows and which boxes it holds."""

    title: str
    line: int  # counted from the first line of the body
    marks: dict[str, str] = field(default_factory=dict)
    shown: list[str] = field(default_factory=list)
    calls: int = 0
    items: int = 0
    boxes: list[tuple[str, ...]] = field(default_factory=list)  # ("exercise",), ("exercise", "answer") …

    @property
    def length(self) -> int:
        """Characters on the slide, without those of tables that a macro brings."""
        return sum(len(UNREAD.sub("", line)) for line in self.shown)

    @property
    def minutes(self) -> int | None:
        """The part's minutes, where they are a whole number above zero."""
        text = self.marks.get("data-min", "")
        return int(text) if text.isdecimal() and int(text) else None


def parts(body: str) -> list[Part]:
    """The sections of a lesson. What stands before the first heading belongs to none."""
    found: list[Part] = []
    open_boxes: list[tuple[int, str]] = []
    follows = False  # whether the line goes on with an item or a table
    for number, line in _outside_code(body):
        heading = HEADING.match(line)
        if heading:
            marks = {name: "".join(values) for name, *values in MARK.findall(heading["marks"] or "")}
            found.append(Part(heading["title"], number, marks))
            open_boxes, follows = [], False
        elif found:
            open_boxes = _still_open(open_boxes, line)
            follows = _add(found[-1], line, open_boxes, follows=follows)
    return found


def _outside_code(body: str) -> Iterator[tuple[int, str]]:
    fenced = False
    for number, line in enumerate(body.split("\n")):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif not fenced:
            yield number, line


def _still_open(boxes: list[tuple[int, str]], line: str) -> list[tuple[int, str]]:
    """The boxes that a line still stands in: those it is indented deeper than."""
    if not line.strip():
        return boxes
    indent = len(line) - len(line.lstrip(" "))
    return [(column, kind) for column, kind in boxes if indent >= column + STEP]


def _add(part: Part, line: str, boxes: list[tuple[int, str]], *, follows: bool) -> bool:
    """Count a line; whether the next one may go on with it."""
    box = BOX.match(line)
    if box:
        boxes.append((len(box["indent"]), box["kind"]))
        part.boxes.append(tuple(kind for _, kind in boxes))
        return False
    if not line.strip() or OFF_SLIDE.intersection(kind for _, kind in boxes):
        return False
    if CALL.match(line):
        part.calls += 1
        return False
    if not (boxes or follows or ON_SLIDE.match(line)):
        return False
    if not RULER.match(line):
        part.shown.append(ITEM.sub("", line))
        part.items += bool(ITEM.match(line))
    return True
