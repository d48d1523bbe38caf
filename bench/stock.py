"""The same pages for plain MkDocs and Material: macros already written out, no hooks, no plugin but search."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import yaml
from jinja2 import Environment, StrictUndefined
from mkdocs.config import load_config

from macros.engine.navigation import filled
from macros.library import load
from macros.pages import generated
from macros.views import VIEWS, Context

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.library import Library

EXTENSIONS = [
    "admonition",
    "attr_list",
    "md_in_html",
    "tables",
    {"toc": {"permalink": "#", "toc_depth": 3}},
    "pymdownx.details",
    {"pymdownx.highlight": {"anchor_linenums": False}},
    "pymdownx.superfences",
]


def make_stock(ours: Path, folder: Path) -> None:
    """Write a plain project into an empty folder, with the pages of the project in `ours`."""
    library, _ = load(ours)
    for path, text in _pages(ours, library):
        page = folder / "docs" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_written_out(text, path, library), encoding="utf-8")
    config = yaml.dump(_config(ours, library), allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")


def _pages(ours: Path, library: Library) -> Iterator[tuple[str, str]]:
    docs = ours / "docs"
    yield from generated(library).items()
    for file in sorted(docs.rglob("*.md")):
        yield file.relative_to(docs).as_posix(), file.read_text(encoding="utf-8")


def _written_out(text: str, path: str, library: Library) -> str:
    """The page with every macro replaced by what it gives."""
    depth = path.count("/") + (not path.endswith("index.md"))
    context = Context(library, "../" * depth)
    macros = {name: partial(view, context) for name, view in VIEWS.items()}
    environment = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 (as the macros plugin has it)
    return environment.from_string(text, globals=macros).render()


def _config(ours: Path, library: Library) -> dict[str, Any]:
    """Material with the same features and Markdown extensions, and nothing of ours."""
    real = load_config(str(ours / "mkdocs.yml"))
    features = list(real.theme.get("features", []))
    return {
        "site_name": "对照",
        "theme": {"name": "material", "language": "zh", "font": False, "features": features},
        "nav": filled(real.nav, library),
        "not_in_nav": "/cases/",
        "plugins": ["search"],
        "markdown_extensions": EXTENSIONS,
    }
