"""Tables written in Markdown get what those of our views have: a caption, a box that scrolls, labels for the phone."""

from __future__ import annotations

import re
from collections import Counter
from html import escape, unescape

#: A paragraph 「表：…」 right before a table is its caption; otherwise the heading above it is, out of sight.
PART = re.compile(
    r"<(?:h[1-6][^>]*>(?P<heading>.*?)</h[1-6]>"
    r"|(?:p>表\uff1a(?P<caption>[^<]+)</p>\s*<)?table>(?P<table>.*?)</table>)",
    re.DOTALL,
)
PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
CELL = re.compile(r"<td\b")
NAMED = re.compile(r'<div class="xy-scroll" role="region" tabindex="0" aria-label="([^"]*)"')
#: a table of our views that says nothing for itself: its box has the name
UNNAMED = re.compile(r'(aria-label="([^"]*)">\s*<table class="xy-table[^>]*>)(?!\s*<caption)')
CAPTION = r'\1<caption class="xy-unseen">\2</caption>'
WRITTEN = "<table>"
UNTITLED = "表格"


def _words(html: str) -> str:
    """What is read there, as an attribute's value."""
    text = unescape(TAG.sub("", PERMALINK.sub("", html)))
    return escape(" ".join(text.split()))


def _labelled(table: str) -> str:
    """Each cell of the body with the name of its column."""
    labels = [_words(head) for head in HEAD.findall(table)]

    def row(found: re.Match[str]) -> str:
        names = iter(labels)
        return CELL.sub(lambda _: f'<td data-label="{next(names, "")}"', found[0])

    return ROW.sub(row, table.replace("<th>", '<th scope="col">').replace("<th ", '<th scope="col" '))


def with_captions(html: str) -> str:
    """A page with its Markdown tables made complete, and a caption for every table in a named box."""
    if WRITTEN not in html:  # as on most pages: only Markdown leaves a table bare
        return UNNAMED.sub(CAPTION, html)
    heading = UNTITLED
    used = Counter(_words(name) for name in NAMED.findall(html))  # a landmark's name is its own

    def part(found: re.Match[str]) -> str:
        nonlocal heading
        if found["table"] is None:
            heading = _words(found["heading"]) or UNTITLED
            return found[0]
        caption = _words(found["caption"] or "") or heading
        used[caption] += 1
        name = caption if used[caption] == 1 else f"{caption}（{used[caption]}）"
        unseen = "" if found["caption"] else ' class="xy-unseen"'
        return (
            f'<div class="xy-scroll" role="region" tabindex="0" aria-label="{name}">'
            f'<table class="xy-table xy-table--stack"><caption{unseen}>{name}</caption>'
            f"{_labelled(found['table'])}</table></div>"
        )

    return UNNAMED.sub(CAPTION, PART.sub(part, html))
