"""Sections cut from bodies are those of Material's collector, and the index of them is the one anybody would write down."""

from __future__ import annotations

import random
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from material.plugins.search.plugin import SearchIndex

from macros.engine.html_guard import faults_in_html
from macros.search import Section, cut
from macros.search.sections import section

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = range(40)
BODIES_OF_A_SEED = 25
TITLE = "一页的题名"
WORDS = (
    "双评",
    " ",
    "\n",
    "甲",
    "abc",
    "&amp;",
    "&lt;b&gt;",
    "&nbsp;",
    "a > b",
    "&am",
    "p;",
    "\u200b",
    "  \n",
    "&#8203;",
    "3、",
)
INLINE = ("b", "code", "sup", "sub", "span", 'a href="x"', 'a class="headerlink" href="#x"', "em", "button")
BLOCKS = (
    "div",
    "p",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "pre",
    "section",
    'div class="linenodiv"',
    "svg",
    "h3",
    "summary",
)
ALONE = ("<br>", "<hr/>", '<img src="x">', "<wbr>", '<path d="M0"/>', "<p/>", "<a href=b/></a>", "<P></P>")


def piece(dice: random.Random, depth: int) -> str:
    """Some HTML, now and then with a heading in a box, now and then crooked."""
    kind = dice.random()
    if depth > 4 or kind < 0.45:
        return dice.choice(WORDS)
    if kind < 0.5:
        return dice.choice(ALONE)
    inside = "".join(piece(dice, depth + 1) for _ in range(dice.randrange(5)))
    if kind < 0.7:
        return heading(dice, inside)
    tag = dice.choice(INLINE if kind < 0.85 else BLOCKS)
    return f"<{tag}>{inside}</{tag.split()[0]}>"


def heading(dice: random.Random, inside: str) -> str:
    level, key = (
        dice.randrange(1, 5),
        dice.choice((' id="a"', " id='b&amp;c'", " id=x1", " id", ' id=""', "")),
    )
    return f'<h{level}{key}>{inside}<a class="headerlink" href="#a">¶</a></h{level}>'


def bodies(seed: int) -> Iterator[str]:
    dice = random.Random(seed)  # noqa: S311 (to be the same each time)
    for _ in range(BODIES_OF_A_SEED):
        body = "".join(piece(dice, 0) for _ in range(dice.randrange(1, 12)))
        crooked = body.replace("</b>", "\0", 1).replace("</p>", "</b>", 1).replace("\0", "</p>", 1)
        yield from (body, crooked)


def collected(html: str) -> list[Section] | None:
    """What Material takes from a body, in one line each; None where it stumbles over crooked tags."""
    index = SearchIndex()
    page = SimpleNamespace(content=html, meta={}, title=TITLE, url="a/", toc=[])
    try:
        index.add_entry_from_context(page)
    except ValueError:
        return None
    return [section(entry["location"], entry["title"], entry["text"]) for entry in index.entries]


@pytest.mark.parametrize("seed", SEEDS)
def test_they_are_those_of_the_collector(seed: int):
    compared = [(html, collected(html)) for html in bodies(seed) if faults_in_html(html) == []]

    assert len(compared) > BODIES_OF_A_SEED
    for html, wanted in compared:
        assert wanted is None or cut(html, "a/", TITLE) == wanted, html
