"""Half-width punctuation beside Chinese characters: found, and mended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope
    from macros.problems import Problem

HAN = "\u4e00-\u9fff"
CLOSING = "\u3002\u300b\u300d\u201d\uff09"
OPENING = "\u300a\u300c\u201c\uff08"
HALF = re.compile(
    f"(?<=[{HAN}{CLOSING}])[,:;!?()]|[,:;!?()](?=[{HAN}{OPENING}])|(?<=[{HAN}])\\.(?=[{HAN}]|$)"
)
ANY_HALF = re.compile("[,:;!?().\"']")  # most values hold none, and need no slower look
STRAIGHT = re.compile(f"\"[^\"]*[{HAN}][^\"]*\"|'[^']*[{HAN}][^']*'")
FULL = str.maketrans(",:;!?().", "\uff0c\uff1a\uff1b\uff01\uff1f\uff08\uff09\u3002")

#: parts of Markdown in which punctuation is code, kept out by blanks of the same length
NOT_PROSE = re.compile(
    r"^[ \t]*(?:```|~~~).*?^[ \t]*(?:```|~~~)[ \t]*$"  # fenced code
    r"|`[^`\n]*`"  # code in a line
    r"|\{\{.*?\}\}|\{#.*?#\}"  # calls and comments
    r"|\{[ \t:]*[.#][^}\n]*\}"  # { #anchor .class }
    r"|(?<=\])\([^)\n]*\)|^\[[^\]\n]+\]:.*$"  # the target of a link
    r"|!(?=\[)"  # the mark of a picture
    r"|<[^>\n]*>"  # a tag
    r"|^[ \t]*(?:!!!|\?\?\?\+?)[^\n]*$"  # the head of an admonition
    r"|https?://[^\s\u3000-\uffef]+",
    re.MULTILINE | re.DOTALL,
)


def mended(text: str) -> str:
    """The text with full-width marks; brackets and quotes are changed in pairs."""
    text = STRAIGHT.sub(lambda quote: f"\u201c{quote[0][1:-1]}\u201d", text)
    if any(match[0] in "()" for match in HALF.finditer(text)):
        text = text.translate(str.maketrans("()", "\uff08\uff09"))
    return HALF.sub(lambda match: match[0].translate(FULL), text)


def punctuation_is_full_width(scope: Scope) -> Iterator[Problem]:
    """汉字旁边用全角标点，引号用“”。"""
    for value in scope.values:
        match = ANY_HALF.search(value.text) and (HALF.search(value.text) or STRAIGHT.search(value.text))
        if match and value.key != "url":
            said = f"{value.label}里，汉字旁边的“{match[0]}”是半角标点。"
            yield value.problem(said, f"写成“{mended(value.text)}”。", _around(value.text, match))


def punctuation_of_pages_is_full_width(scope: Scope) -> Iterator[Problem]:
    """页面正文里，汉字旁边也用全角标点；代码和链接地址除外。"""
    for body in scope.bodies:
        prose = NOT_PROSE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), body.text)
        for match in (*HALF.finditer(prose), *STRAIGHT.finditer(prose)):
            usual = mended(prose[match.start() - 1 : match.end() + 1]).strip()
            yield body.problem(match.start(), f"汉字旁边的“{match[0]}”是半角标点。", f"改成“{usual}”。")


def _around(text: str, match: re.Match[str]) -> str:
    """A piece long enough to be found again in the file."""
    return text[match.start() : match.end() + 1] if match.start() == 0 else match[0]
