"""From records to built pages the way the plugin and MkDocs go, without building a site."""

from __future__ import annotations

import re
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from jinja2 import Environment, StrictUndefined
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data
from records import WORLD, changed_library

from macros.pages import generated
from macros.views import VIEWS, Context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library

CONFIG = load_config(str(Path(__file__).parent.parent / "mkdocs.yml"))
#: attributes whose values hold, or are made of, a text of the records
MADE_OF_TEXT = {
    "aria-label",
    "download",
    "data-facets",
    "data-label",
    "data-order",
    "data-values",
    "data-xy-digest",
    "id",
    "title",
}

Built = dict[str, tuple[dict[str, str], str, list[str]]]


class Skeleton(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = [
            name if name in MADE_OF_TEXT or str(value).startswith("#") else f"{name}={value}"
            for name, value in attrs
        ]
        self.found.append(" ".join([tag, *known]))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"!{data}")

    handle_decl = handle_pi = unknown_decl = handle_comment


def harmless(nasty: str, number: int) -> str:
    """As long, with the same line breaks, under the same letter of a glossary, and like no other."""
    first = next((char for char in nasty if char.isalnum()), "")
    filler = chr(0x4E00 + number) if first else chr(0x2500 + number % 0x270)  # signs stand under no letter
    text = re.sub(r"[^\r\n]", filler, nasty)
    return text.replace(filler, first, 1) if first else text


def spoilt(strings: Iterator[str]) -> tuple[Library, Library]:
    """The world with each text replaced by the next string; and by harmless text."""
    nasty: dict[str, str] = {}
    tame: dict[str, str] = {}

    def change(text: str, _: object) -> str:
        if text not in nasty:
            nasty[text] = next(strings)
            tame[text] = harmless(nasty[text], len(tame))
        return nasty[text]

    return changed_library(WORLD, change), changed_library(WORLD, lambda text, _: tame[text])


def built(library: Library) -> Built:
    """Head, body and table of contents of every generated page, made as the plugin and MkDocs make them."""
    context = Context(library, "../../")
    macros = {name: partial(view, context) for name, view in VIEWS.items()}
    environment = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 (as the macros plugin has it)
    markdown = Markdown(extensions=CONFIG.markdown_extensions, extension_configs=CONFIG.mdx_configs)
    pages: Built = {}
    # The glossary has a heading for each first letter: here that of the id, which is the same for any text.
    with patch("macros.pages.reference.initial", lambda _, spelt: spelt[0].upper()):
        texts = generated(library)
    for path, text in texts.items():
        body, head = get_data(text)
        html = markdown.reset().convert(environment.from_string(body, globals=macros).render())
        pages[path] = head, html, list(names(markdown.toc_tokens))
    return pages


def names(tokens: list[dict[str, Any]]) -> Iterator[str]:
    """The entries of a table of contents, which Material prints as they are."""
    for token in tokens:
        yield token["name"]
        yield from names(token["children"])
