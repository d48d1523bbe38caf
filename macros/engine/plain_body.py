"""The body of a page that consists of headings and blocks of HTML: what Markdown would make of it, without Markdown.

Nearly all generated pages are of this kind, and Markdown takes nine milliseconds to leave their HTML alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any

from markdown.extensions.toc import nest_toc_tokens, unique
from mkdocs.structure.toc import TableOfContents, get_toc

if TYPE_CHECKING:
    from collections.abc import Mapping

#: characters that mean nothing to Markdown inside a line
MEANINGLESS = r"[A-Za-z0-9,.\-/:+%;?]|[^\x00-\x9f\s]|&#\d+;| (?! )"
#: a heading whose text is data made inert (views.rendering), with or without an anchor of its own
HEADING = re.compile(rf"(#{{1,6}}) (?!\s)((?:{MEANINGLESS})*?)(?<!\s)(?: \{{ #([\w-]+) \}})?\Z")
#: a paragraph that begins with a Han character: no list, no number
PARAGRAPH = re.compile(rf"[\u4e00-\u9fff](?:{MEANINGLESS})*(?<!\s)\Z")
#: what Markdown knows as blocks and leaves alone until they end
BLOCKS = "div|p|ul|ol|dl|table|section|figure|details|nav|aside|article"
BLOCK = re.compile(rf"<(?:{BLOCKS})[ >].*</(?:{BLOCKS})>\Z", re.DOTALL)
#: what Markdown would act on even there
ACTED_ON = re.compile(r"[\x00-\x09\x0b-\x1f]")
ASKED_FOR = re.compile(r"<[^>]*\smarkdown[\s=>]")
ANCHOR = re.compile(r'<[^>]*?\sid="([^"]*)"|<a\b[^>]*?\sname="([^"]*)"')
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Body:
    """What rendering leaves on a page."""

    content: str
    toc: TableOfContents
    title: str | None
    anchors: frozenset[str]


def plain_body(text: str, settings: Mapping[str, Any]) -> Body | None:
    """The body of a text whose macros are written out; None when Markdown has to read it.

    `settings` are those of Markdown's table of contents: permalink, permalink_title, toc_depth, slugify.
    """
    blocks = text.strip().split("\n\n")
    headings = [HEADING.match(block) for block in blocks]
    if not all(found or _is_block(block) for found, block in zip(headings, blocks, strict=True)):
        return None
    used = {found[3] for found in headings if found and found[3]}
    tokens: list[dict[str, Any]] = []
    parts: list[str] = []
    for found, block in zip(headings, blocks, strict=True):
        if found is None:
            parts.append(f"<p>{block}</p>" if PARAGRAPH.match(block) else f"{block}\n")
            continue
        key = found[3] or unique(settings["slugify"](unescape(found[2]), "-"), used)
        tokens.append({"level": len(found[1]), "id": key, "name": found[2]})
        parts.append(_heading(len(found[1]), key, found[2], settings))
    told = [token for token in tokens if token["level"] <= settings["toc_depth"]]
    title = tokens[0]["name"] if headings[0] and tokens[0]["level"] == 1 else None
    return Body(
        "\n".join(parts).strip(), get_toc(nest_toc_tokens(told)), title, frozenset(used | _anchors(blocks))
    )


def _is_block(block: str) -> bool:
    if not BLOCK.match(block):
        return bool(PARAGRAPH.match(block))
    return not (ACTED_ON.search(block) or ("markdown" in block and ASKED_FOR.search(block)))


def _heading(level: int, key: str, text: str, settings: Mapping[str, Any]) -> str:
    link = f'<a class="headerlink" href="#{key}" title="{settings["permalink_title"]}">{settings["permalink"]}</a>'
    return f'<h{level} id="{key}">{text}{link}</h{level}>'


def _anchors(blocks: list[str]) -> set[str]:
    named = [block for block in blocks if 'id="' in block or 'name="' in block]
    return {unescape(name) for block in named for pair in ANCHOR.findall(block) for name in pair if name}
