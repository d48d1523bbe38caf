"""Without its hidden folders the theme gives MkDocs the same files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config import load_config
from mkdocs.structure.files import Files

from macros.engine.theme_files import list_shown_files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def taken_from_theme(config: MkDocsConfig) -> list[str]:
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    return [file.src_uri for file in files]


def test_the_same_files_come_from_the_theme():
    config = load_config("mkdocs.yml")
    before = taken_from_theme(config)
    list_shown_files(config.theme)

    assert taken_from_theme(config) == before
    assert "assets/css/base.css" in before


def test_its_hidden_icons_can_still_be_shown():
    config = load_config("mkdocs.yml")
    list_shown_files(config.theme)
    env = config.theme.get_env()

    assert env.get_template(".icons/material/menu.svg").render().startswith("<svg")
    assert not [name for name in env.list_templates() if name.startswith(".")]
