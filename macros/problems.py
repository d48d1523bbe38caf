"""What can be wrong, where, and how it is said: one Problem, several ways to print it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from macros.private_numbers import masked

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "warning"]
SEVERITY_NAMES: dict[Severity, str] = {"error": "错误", "warning": "提醒"}
UNSEEN = "?"
INVISIBLE = re.compile(
    "[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
QUOTED_COLUMNS = 100  # of a source line, so that a long one doesn't bury the message


@dataclass(frozen=True, order=True)
class Problem:
    """One thing a person can mend: the place (1-based), what was found, how to mend it.

    `message` and `hint` are whole Chinese sentences; whatever prints them masks private numbers.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    severity: Severity = "error"

    @property
    def is_error(self) -> bool:
        """Whether the run must fail because of it."""
        return self.severity == "error"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted by place, each said once."""
    return sorted(set(problems))


def as_text(problem: Problem, source_line: str = "") -> str:
    """For the terminal: `file:line:col: 错误：…`, the line with a caret below it, and how to mend it."""
    head = f"{problem.path}:{problem.line}:{problem.column}: {SEVERITY_NAMES[problem.severity]}：{problem.message}"
    quoted = quote(source_line, problem.column) if source_line.strip() else []
    mend = [f"    怎么改：{problem.hint}"] if problem.hint else []
    return printable("\n".join([head, *quoted, *mend]))


def printable(text: str) -> str:
    """Without private numbers, and with a mark for what is invisible or could command a terminal."""
    return INVISIBLE.sub(UNSEEN, masked(text))


def quote(line: str, column: int) -> list[str]:
    """The part of the line around the column, and a caret under it; a Chinese character is two wide."""
    start = max(0, column - 1 - QUOTED_COLUMNS // 2) if len(line) > QUOTED_COLUMNS else 0
    shown = printable(line).rstrip()[start : start + QUOTED_COLUMNS].replace("\t", " ")
    width = sum(
        2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in shown[: column - 1 - start]
    )
    return [f"    | {shown}", f"    | {' ' * width}^"]


def _escape(text: str, *, inside_property: bool = False) -> str:
    """Workflow commands are one line each; a comma or colon would end a property."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if inside_property else text


def as_annotation(problem: Problem, _source_line: str = "") -> str:
    """For GitHub: a workflow command that marks the line in the pull request."""
    said = f"{problem.message}怎么改：{problem.hint}" if problem.hint else problem.message
    place = f"file={_escape(problem.path, inside_property=True)},line={problem.line},col={problem.column}"
    return f"::{problem.severity} {place}::{_escape(printable(said))}"


FORMATS = {"text": as_text, "github": as_annotation}


def tally(problems: Iterable[Problem]) -> str:
    """「3处错误，1处提醒」"""
    counts = Counter(problem.severity for problem in problems)
    return "，".join(f"{counts[severity]}处{name}" for severity, name in SEVERITY_NAMES.items())
