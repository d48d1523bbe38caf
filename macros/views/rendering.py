"""Templates in, HTML out, with every value made harmless for HTML, Markdown and Jinja alike."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from string import punctuation
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

#: ASCII marks that mean nothing to HTML, Markdown or Jinja where they can stand in our values.
HARMLESS = ",.-/:+%;?"
#: what every other mark is written as
WRITTEN = {mark: f"&#{ord(mark)};" for mark in punctuation if mark not in HARMLESS}
WRITTEN |= {"\r": "", "\n": "<br>"}
SPECIAL = re.compile(f"[{re.escape(''.join(WRITTEN))}]")
BLANK_LINES = re.compile(r"\n\s*\n+")


def inert(value: object) -> Markup:
    """Text as numeric entities where a mark could mean something; a line break becomes <br>.

    What is Markup already has been through here. A browser, and Material's search index, read entities back.
    """
    return Markup(_text(value))  # noqa: S704 (this is the escaping itself)


def _text(value: object) -> str:
    return value if isinstance(value, Markup) else SPECIAL.sub(lambda mark: WRITTEN[mark[0]], str(value))


class _Code(CodeGenerator):
    """Values come inert from `finalize`: Jinja's own escaping would find nothing left to do, and takes as long."""

    def _output_child_pre(self, _node: object, _frame: object, finalize: Any) -> None:  # noqa: ANN401 (theirs)
        self.write(f"({finalize.src}")


class _Environment(Environment):
    code_generator_class = _Code


def line(value: object) -> str:
    """Text for an attribute: a line break there would be a tag in the wrong place."""
    return " ".join(str(value).split())


@cache
def _environment() -> Environment:
    environment = _Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_text,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # live preview loads this module anew when a template has changed
    )
    environment.filters["line"] = line
    return environment


def keep_compiled(cache: BytecodeCache) -> None:
    """Compile templates once and not with every build; the cache compares their texts."""
    _environment().bytecode_cache = cache


def render(template: str, **values: object) -> Markup:
    """One template as one block of HTML without blank lines, so that Markdown leaves it alone."""
    html = _environment().get_template(f"{template}.html.j2").render(**values)
    return Markup(BLANK_LINES.sub("\n", html.strip()))  # noqa: S704 (autoescaped by the template)
