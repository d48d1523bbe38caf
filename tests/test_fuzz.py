"""3,000 nasty strings in the texts of the records: what comes out has the tags and attributes of harmless text."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from html import unescape
from itertools import cycle
from typing import TYPE_CHECKING

import pytest
from nasty import nasty_strings
from pipeline import Built, Skeleton, built, spoilt
from records import WORLD, changed_library

from macros.engine.html_guard import faults_in_html
from macros.engine.navigation import filled
from macros.library import Entry
from macros.models.page import FORBIDDEN
from macros.models.reference import web_address
from macros.views import VIEWS, Context
from macros.views.rendering import inert

if TYPE_CHECKING:
    from collections.abc import Iterator

STRINGS = nasty_strings(3000, seed=20240601)
JINJA = re.compile(r"\{[{%#]|[}%#]\}")


@pytest.fixture(scope="module")
def rounds() -> list[tuple[Built, Built]]:
    """Every page, spoilt and harmless, until each string has had its turn."""
    strings = cycle(STRINGS)
    texts: set[str] = set()
    changed_library(WORLD, lambda text, _: texts.add(text) or text)
    turns = -(-len(STRINGS) // len(texts))
    return [tuple(map(built, spoilt(strings))) for _ in range(turns)]


def test_the_tags_and_attributes_are_those_of_harmless_text(rounds: list[tuple[Built, Built]]):
    """No string becomes a tag, an attribute or an address, nor takes one away."""
    for nasty, tame in rounds:
        assert nasty.keys() == tame.keys()
        for path, (_, html, _) in nasty.items():
            assert sorted(Skeleton(html).found) == sorted(Skeleton(tame[path][1]).found), path


def test_no_jinja_comes_out(rounds: list[tuple[Built, Built]]):
    """What a later pass of any engine could run is not there."""
    texts = [
        text for nasty, _ in rounds for _, html, contents in nasty.values() for text in (html, *contents)
    ]

    assert len(texts) > len(STRINGS) / 20
    assert [found for text in texts for found in JINJA.findall(text)] == []


def test_the_guard_of_the_build_lets_every_page_pass(rounds: list[tuple[Built, Built]]):
    """A record can't stop the build either."""
    assert [
        fault for nasty, _ in rounds for _, html, _ in nasty.values() for fault in faults_in_html(html)
    ] == []


def test_heads_hold_a_plain_title_and_a_plain_description(rounds: list[tuple[Built, Built]]):
    """Material prints them as they are, the macros plugin looks for Jinja in titles."""
    for nasty, _ in rounds:
        for path, (head, _, _) in nasty.items():
            values = "".join(map(str, head.values()))
            assert list(head) == ["title", "description"], path
            assert [char for char in values if char in FORBIDDEN or not char.isprintable()] == [], path


def test_contents_hold_no_tag(rounds: list[tuple[Built, Built]]):
    """The entries of the table of contents are printed as they are."""
    entries = [entry for nasty, _ in rounds for _, _, contents in nasty.values() for entry in contents]

    assert len(entries) > len(STRINGS) / 10
    assert [entry for entry in entries if "<" in entry or '"' in entry] == []


def test_a_reader_reads_what_was_written():
    """Harmless, but not changed."""
    assert [
        text for text in STRINGS if unescape(inert(text).replace("<br>", "\n")) != text.replace("\r", "")
    ] == []


def test_names_in_the_navigation_are_plain():
    """Material prints the names of its sections as they are."""
    library, _ = spoilt(iter(STRINGS))
    [section] = filled([{"方法库": ["methods/index.md"]}], library)
    titles = [title for shelf in section["方法库"][1:] for title in shelf]

    assert len(titles) == len(WORLD.categories)
    assert [title for title in titles if FORBIDDEN.intersection(title) or not title.isprintable()] == []


def accepted_addresses() -> Iterator[str]:
    """The nasty strings that the model lets pass as the end of an address."""
    for text in STRINGS:
        with suppress(ValueError):
            yield web_address(f"https://a.example/{text}")


def test_an_address_that_the_model_accepts_stays_in_its_attribute():
    """The only text that becomes an address is that of a source."""
    entry = WORLD.shelves["sources"]["qingdu-2024"]
    found = {
        str(i): entry.record.model_copy(update={"url": url}) for i, url in enumerate(accepted_addresses())
    }
    library = replace(
        WORLD, shelves={"sources": {key: Entry(record, entry.file) for key, record in found.items()}}
    )
    html = str(VIEWS["source_table"](Context(library, "../")))

    assert len(found) > 100
    assert faults_in_html(html) == []
    assert {unescape(link) for link in re.findall(r'href="([^"]*)"', html)} == {
        one.url for one in found.values()
    }
