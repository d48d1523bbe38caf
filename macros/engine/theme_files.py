"""The theme's files without its hidden folders: in one of them are 14,000 icons, and MkDocs lists them to leave them out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.theme import Theme

HIDDEN = "."


class ShownFiles(FileSystemLoader):
    """Loads what its parent does; lists what no folder hides."""

    def list_templates(self) -> list[str]:
        """Every file by its path in the theme, sorted."""
        found: set[str] = set()
        for top in self.searchpath:
            for folder, folders, files in os.walk(top):
                folders[:] = [name for name in folders if not name.startswith(HIDDEN)]
                found.update(
                    os.path.relpath(f"{folder}/{name}", top).replace(os.path.sep, "/") for name in files
                )
        return sorted(found)


def list_shown_files(theme: Theme) -> None:
    """Let the environments of a theme list what is not hidden."""
    original = theme.get_env

    def get_env() -> Environment:
        env = original()
        env.loader = ShownFiles(theme.dirs)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]
