"""A hand-written page: its head, its body, and where the body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from macros.library import record_faults, yaml_reader
from macros.models.page import FrontMatter
from macros.problems import Problem

if TYPE_CHECKING:
    from macros.library.yaml_reader import Document

HEAD = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A page under docs/. `front` is None when its head is missing or faulty."""

    path: str
    body: str
    body_line: int
    front: FrontMatter | None
    head: Document | None


def read_page(text: str, path: str, problems: list[Problem]) -> Page:
    """Split a page into head and body, adding the head's faults to `problems`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = HEAD.match(text)
    if not found:
        said = "页面开头缺少抬头（两行---之间的title和description）。"
        problems.append(Problem(path, 1, 1, said, "第一行写---，接着写title和description两行，再写一行---。"))
        return Page(path, text, 1, None, None)
    head = yaml_reader.read("\n" + found[1], path)
    problems.extend(head.problems)
    front = _front(head, path, problems) if not head.problems else None
    return Page(path, text[found.end() :], found[0].count("\n") + 1, front, head)


def _front(head: Document, path: str, problems: list[Problem]) -> FrontMatter | None:
    try:
        return FrontMatter.model_validate(head.data)
    except ValidationError as error:
        problems.extend(record_faults.faults(error, FrontMatter, head, path))
        return None
