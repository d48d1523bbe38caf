"""The body of a page mended in its prose; refused when the page that is built of it would have other tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown import Markdown

from macros.checks.punctuation import NOT_PROSE

if TYPE_CHECKING:
    from collections.abc import Callable

EXTENSIONS = ("admonition", "attr_list", "md_in_html", "tables", "pymdownx.details", "pymdownx.superfences")
#: besides what the rule passes over: what stands in for a picture is a value of its tag
KEPT = re.compile(rf"!\[[^\]\n]*\]|{NOT_PROSE.pattern}", NOT_PROSE.flags)
TAG = re.compile(r"<[^>]*>")


def mended_body(text: str, mend: Callable[[str], str]) -> str | None:
    """The Markdown with its prose mended; None when a tag would change, or where something stands in the page."""
    pieces, end = [], 0
    for kept in KEPT.finditer(text):
        pieces += [_mended_lines(text[end : kept.start()], mend), kept[0]]
        end = kept.end()
    after = "".join([*pieces, _mended_lines(text[end:], mend)])
    return after if _tags(after) == _tags(text) and after.count("\n") == text.count("\n") else None


def _mended_lines(text: str, mend: Callable[[str], str]) -> str:
    """Line by line: what begins a line is Markdown's, and a break is never prose."""
    return "\n".join(_mended_line(line, mend) for line in text.split("\n"))


LEAD = re.compile(r"\s*(?:(?:#{1,6}|[-*+>|]|\d+\.)\s+)*")


def _mended_line(line: str, mend: Callable[[str], str]) -> str:
    lead = LEAD.match(line)
    cut = lead.end() if lead else 0
    return line[:cut] + mend(line[cut:])


def _tags(text: str) -> list[str]:
    """Every tag of the page as it would be built, in order, with its attributes."""
    return TAG.findall(Markdown(extensions=list(EXTENSIONS)).convert(text))
