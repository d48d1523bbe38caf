"""协商有方: the macros that pages call. Everything else lives in the rooms beside this file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from macros.views import Context


def define_env(env: Any) -> None:  # noqa: ANN401 (the engine's own object; each engine has another)
    """Give pages their macros, and nothing else: no variables, no configuration."""
    # here and not above: a build that finds nothing changed, or `lock`, need not wait for all that these load
    from macros.library.cache import current  # noqa: PLC0415
    from macros.views import VIEWS, Context  # noqa: PLC0415

    config_file = env.conf.get("config_file_path")
    library, _ = current(Path(config_file).parent if config_file else Path.cwd())
    for name, view in VIEWS.items():
        env.macro(_macro(env, view, partial(Context, library)), name)


def _macro(env: Any, view: Callable[..., Markup], context: Callable[[str], Context]) -> Callable[..., str]:  # noqa: ANN401 (as above)
    """A view whose links start from the page being written.

    A closure and not a partial: the plugin prints every macro's repr for each page, and a partial's holds the library.
    """

    def on_this_page(*arguments: str) -> str:
        return str(view(context(_way_to_root(env.page)), *arguments))

    return on_this_page


def _way_to_root(page: Any) -> str:  # noqa: ANN401 (as above)
    """MkDocs leaves our links alone: they start from the address. Zensical rewrites them: they start from the file."""
    address: str = getattr(page, "path", page.url)
    return "../" * address.count("/")
