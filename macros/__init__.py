"""协商有方: the macros that pages call. Everything else lives in the rooms beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.library.cache import current
from macros.views import VIEWS, Context

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from macros.library import Library


def define_env(env: Any) -> None:  # noqa: ANN401 (the engine's own object; each engine has another)
    """Give pages their macros, and nothing else: no variables, no configuration."""
    config_file = env.conf.get("config_file_path")
    library, _ = current(Path(config_file).parent if config_file else Path.cwd())
    for name, view in VIEWS.items():
        env.macro(_macro(env, library, view), name)


def _macro(env: Any, library: Library, view: Callable[..., Markup]) -> Callable[..., str]:  # noqa: ANN401 (as above)
    """A view whose links start from the page being written.

    A closure and not a partial: the plugin prints every macro's repr for each page, and a partial's holds the library.
    """

    def on_this_page(*arguments: str) -> str:
        return str(view(Context(library, _way_to_root(env.page)), *arguments))

    return on_this_page


def _way_to_root(page: Any) -> str:  # noqa: ANN401 (as above)
    """MkDocs leaves our links alone: they start from the address. Zensical rewrites them: they start from the file."""
    address: str = getattr(page, "path", page.url)
    return "../" * address.count("/")
