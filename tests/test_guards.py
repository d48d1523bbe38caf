"""The two allow-lists: what a body may hold, and what a page may call."""

from __future__ import annotations

from pathlib import Path

import pytest
from attacks import BAD_HTML, BAD_MARKDOWN, GOOD_MARKDOWN
from markdown import Markdown
from mkdocs.config import load_config
from records import WORLD, fragments

from macros.checks.page_calls import faults_in_calls
from macros.engine.html_guard import faults_in_html

CONFIG = load_config(str(Path(__file__).parent.parent / "mkdocs.yml"))
ATTACKS = (Path(__file__).parent / "terrible_calls.txt").read_text(encoding="utf-8").split("\n====\n")
MACROS = {"cite": range(1, 3), "chart": range(3)}


def written(text: str) -> str:
    return Markdown(extensions=CONFIG.markdown_extensions, extension_configs=CONFIG.mdx_configs).convert(text)


@pytest.mark.parametrize("html", BAD_HTML)
def test_a_body_with_anything_else_is_refused(html: str):
    """Scripts, frames, forms, styles, strange addresses, crooked tags."""
    assert faults_in_html(html) != []


@pytest.mark.parametrize("text", BAD_MARKDOWN)
def test_markdown_is_no_way_around(text: str):
    """The guard looks at what Markdown has made of a page."""
    assert faults_in_html(written(text)) != []


@pytest.mark.parametrize("text", GOOD_MARKDOWN)
def test_what_people_write_passes(text: str):
    """Headings, tables, boxes, code, pictures, links."""
    assert faults_in_html(written(text)) == []


def test_every_fragment_of_ours_passes():
    """The views keep to the list."""
    assert [fault for html in fragments(WORLD).values() for fault in faults_in_html(html)] == []


def test_a_fault_is_said_once_and_in_chinese():
    """The build stops with these words."""
    html = '<p onclick="a" style="b">x</p><p style="c">x</p><video></video><a href="javascript:a">x</a><b>'

    assert faults_in_html(html) == [
        "<p>的属性onclick",
        "<p>的属性style",
        "标签<video>",
        "<a>的href：javascript:a",
        "<b>没有成对",
    ]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_good_call_does_not_hide_a_bad_one(attack: str):
    """The quick way past the parser is only for pages that hold nothing but good calls."""
    before, after = '{{ cite("s0") }}' + attack, attack + '{{ cite("s0") }}'

    assert list(faults_in_calls(before, "docs/a.md", 1, MACROS)) != []
    assert list(faults_in_calls(after, "docs/a.md", 1, MACROS)) != []
