"""The successor of our engine builds the same site: the same pages, tables, links and search."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from conftest import build_site
from lxml import html

from bench.serving import start_server
from macros.engine.successor import collected_sections

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

LOOKED_AT = {
    "text": ("string(.)", "".join),
    "cells": (".//td | .//th", lambda cells: [cell.text_content().split() for cell in cells]),
    "links": (".//@href | .//@src", list),
    "anchors": (".//@id", list),
}


@pytest.fixture(scope="module")
def second(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("successor") / "site"
    status, said = build_site(project, folder, "--engine", "zensical")
    if status:
        pytest.fail(said, pytrace=False)
    return folder


@cache
def article(page: Path) -> html.HtmlElement:
    return next(html.parse(str(page)).iterfind(".//article"))


def names(folder: Path, pattern: str) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob(pattern))


def test_the_same_pages_and_files_are_there(site: Path, second: Path):
    ours = {name for name in names(site, "*") if (site / name).is_file()}

    assert names(second, "*.html") == names(site, "*.html")
    assert {name for name in ours if not (second / name).exists()} <= {"sitemap.xml.gz", "objects.inv"}


@pytest.mark.parametrize("what", LOOKED_AT)
def test_every_page_says_the_same(site: Path, second: Path, what: str):
    path, taken = LOOKED_AT[what]

    def seen(folder: Path, name: str) -> object:
        found = article(folder / name).xpath(path)
        return "".join(found.split()) if isinstance(found, str) else taken(found)

    pages = [
        name for name in names(site, "index.html") if not name.startswith("files/")
    ]  # decks are no pages
    assert [name for name in pages if seen(site, name) != seen(second, name)] == []


def test_the_search_is_the_same_to_the_byte(site: Path, second: Path):
    files = names(site / "search", "*.js")

    assert names(second / "search", "*.js") == files
    assert [
        n for n in files if (site / "search" / n).read_bytes() != (second / "search" / n).read_bytes()
    ] == []


@pytest.fixture
def second_address(second: Path) -> Iterator[str]:
    server, address = start_server(second)
    yield address
    server.shutdown()
    server.server_close()


def test_the_box_finds_what_it_finds(second_address: str, browser: Browser):
    page = browser.new_page()
    page.goto(f"{second_address}/?q=shuangping")

    page.wait_for_selector(".md-search-result__item")
    assert "双评" in page.text_content(".md-search-result__item") or ""
    page.close()


def test_a_page_and_its_heading_of_the_same_name_are_one_section():
    items = [
        {"location": "a/", "level": 1, "title": "甲", "text": ""},
        {"location": "a/#x", "level": 1, "title": "甲", "text": "<p>正文</p>"},
        {"location": "b/", "level": 1, "title": "乙", "text": ""},
        {"location": "b/#y", "level": 1, "title": "丙", "text": ""},
    ]

    assert [s.location for s in collected_sections(items)] == ["a/", "b/", "b/#y"]
