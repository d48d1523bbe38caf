"""Templates in, HTML out, with every value made harmless for HTML, Markdown and Jinja alike."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

#: ASCII marks that mean nothing to HTML, Markdown or Jinja where they can stand in our values.
HARMLESS = ",.-/:+%;?"
SPECIAL = re.compile(rf"[!-/:-@\[-`{{-~](?<![{re.escape(HARMLESS)}])")
BLANK_LINES = re.compile(r"\n\s*\n+")


def inert(value: object) -> Markup:
    """Text as numeric entities where a mark could mean something; a line break becomes <br>.

    What is Markup already has been through here. A browser, and Material's search index, read entities back.
    """
    if isinstance(value, Markup):
        return value
    encoded = SPECIAL.sub(lambda found: f"&#{ord(found[0])};", str(value))
    return Markup(encoded.replace("\r", "").replace("\n", "<br>"))  # noqa: S704 (this is the escaping itself)


def line(value: object) -> str:
    """Text for an attribute: a line break there would be a tag in the wrong place."""
    return " ".join(str(value).split())


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=inert,
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
