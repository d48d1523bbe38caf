"""A plain page without Markdown is the same as with it: body, contents, title and anchors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from nasty import nasty_strings

from macros.engine.calls import expanded
from macros.engine.page_texts import put_on, told_by
from macros.engine.plain_body import plain_body
from macros.pages import generated
from macros.pages.markdown import heading, page, paragraph
from macros.views import Context

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from macros.library import Library

WITH_MARKDOWN = (
    10  # generated pages with links or boxes written in Markdown; a tenth of a second goes into each
)


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    loaded = load_config("mkdocs.yml")
    loaded.plugins.run_event("startup", command="build", dirty=False)
    return loaded.plugins.on_config(loaded)


def with_markdown(text: str, config: MkDocsConfig) -> Page:
    read = Page(None, File.generated(config, "a/b.md", content=text), config)
    read.read_source(config)
    read.render(config, Files([read.file]))
    return read


def without(read: Page, config: MkDocsConfig) -> dict[str, Any] | None:
    body = plain_body(read.markdown or "", config.mdx_configs["toc"])
    if body is None:
        return None
    told = told_by(read) | {"content": read.content}
    put_on(read, body)
    assert told_by(read) | {"content": read.content} == told
    return told


def test_generated_pages_come_out_as_markdown_would_make_them(config: MkDocsConfig, library: Library):
    """Every one that is plain, and nearly all are."""
    texts = [expanded(text, Context(library, "../")) for text in generated(library).values()]
    plain = [without(with_markdown(text, config), config) for text in texts]

    assert plain.count(None) <= WITH_MARKDOWN
    assert len(plain) - plain.count(None) > len(library.cases)


def test_nasty_words_come_out_as_markdown_would_make_them(config: MkDocsConfig):
    """What data may hold is made inert first, as in generated pages; three headings may bear the same name."""
    words = nasty_strings(300, 7)
    pages = [
        page("题", "述", [heading(2, one), paragraph(two), heading(3, three, "x"), heading(2, one)])
        for one, two, three in zip(words[::3], words[1::3], words[2::3], strict=True)
    ]
    found = [without(with_markdown(text, config), config) for text in pages]

    assert any(told is not None for told in found)


@pytest.mark.parametrize(
    "text",
    [
        "- 一\n- 二",
        "[一](a.md)",
        "一*二*",
        "!!! note\n    一",
        '<div markdown="1">\n一\n</div>',
        "<b>一</b>",
        "1. 一",
    ],
)
def test_what_markdown_has_to_read_is_left_to_it(text: str, config: MkDocsConfig):
    assert plain_body(f"# 题\n\n{text}\n", config.mdx_configs["toc"]) is None
