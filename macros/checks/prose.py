"""Rules about the prose of a method page: it may explain, but what it counts stands in the data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope, Written
    from macros.problems import Problem

#: What is no prose of a source: the editors' blocks, macro calls, links' addresses, anchors, headings' numbers.
NO_PROSE = re.compile(
    r"^!!! editor.*\n(?:(?:    .*)?\n)*|\{\{.*?\}\}|\]\([^)]*\)|\{\s*#[\w-]+\s*\}|^#+ .*$", re.MULTILINE
)
FIGURE = re.compile(r"(?<![\d+])\d+(?:\.\d+)?(?![\d+])")  # not the parts of a name such as 6+X


def figures_of_prose_stand_in_the_record(scope: Scope) -> Iterator[Problem]:
    """方法页正文里的数字，要在这个方法的记录或它的案例里找得到。"""
    texts = {file.path: file.document.text for file in scope.library.files}
    for body, method in scope.method_pages():
        shelf = scope.library.shelves
        cases = (shelf["cases"][case.id].file.path for case in scope.library.cases_of(method.id))
        paths = [shelf["methods"][method.id].file.path, *cases]
        known = set(re.findall(r"\d+(?:\.\d+)?", "\n".join(texts[path] for path in paths)))
        yield from _unknown(body, known)


def _unknown(body: Written, known: set[str]) -> Iterator[Problem]:
    prose = NO_PROSE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), body.text)
    for match in FIGURE.finditer(prose):
        if match[0] not in known:
            said = f"正文里的数字“{match[0]}”，在这个方法的记录和案例里都没有。"
            yield body.problem(match.start(), said, "把它连同出处写进记录；是编者的话就移进“编者建议”框。")
