"""What MkDocs calls. This file only hands over to macros.engine.events, which live preview may load anew."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
BEFORE_PLUGINS = 100
AFTER_PLUGINS = -100
_code_state: list[tuple[tuple[str, int], ...]] = []


def _events() -> Any:  # noqa: ANN401 (a module)
    return _module("events")


def _module(name: str) -> Any:  # noqa: ANN401 (the same)
    whole = f"macros.engine.{name}"
    if whole in sys.modules:  # asked for with each page
        return sys.modules[whole]
    if str(ROOT) not in sys.path:  # a bare `mkdocs` command does not look here
        sys.path.insert(0, str(ROOT))
    return importlib.import_module(whole)


def _forget_changed_code() -> None:
    """The macros plugin imports our package once; after an edit of ours it must be imported again."""
    files = [*(ROOT / "macros").rglob("*.py"), *(ROOT / "macros").rglob("*.j2")]
    state = tuple(sorted((path.as_posix(), path.stat().st_mtime_ns) for path in files))
    if _code_state and _code_state[-1] != state:
        for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
            del sys.modules[name]
    _code_state[:] = [state]


@event_priority(BEFORE_PLUGINS)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the library, stop on faults, fill the navigation."""
    _forget_changed_code()
    return _events().prepare(config)  # type: ignore[no-any-return]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, and one style sheet and one script in place of many."""
    _module("page_cache").begin(config)
    every = _events().add_pages(files, config)
    _module("hurry").keep_to(every, config)
    _module("joining").join_in_files(every, config)
    return every  # type: ignore[no-any-return]


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001 (MkDocs calls it so)
    """Remember what all pages show of the others."""
    _module("page_cache").note_navigation(nav)
    _module("hurry").read_titles(nav, config)
    return nav


@event_priority(BEFORE_PLUGINS)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Refuse a page that calls anything but our macros with constants, and write out those that it calls."""
    return _module("page_cache").take_over(page, markdown)  # type: ignore[no-any-return]


@event_priority(AFTER_PLUGINS)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Refuse a body with tags, attributes or addresses that are not on the list; hide bars that would be empty."""
    _events().hide_empty_bars(page)
    texts = _module("page_cache").this_build().texts
    if texts.is_known(page):
        return html
    _events().guard_html(html, page)
    return texts.keep(page)  # type: ignore[no-any-return]


@event_priority(AFTER_PLUGINS)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 (as above)
    """All Markdown has been read: what follows may be kept from an earlier build."""
    _module("hurry").wish_of(config).go_on()
    _module("page_cache").take_over_theme(env, config)
    return env


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:  # noqa: ARG001
    """Show faults in the browser instead of leaving it waiting."""
    preview = importlib.import_module("macros.engine.preview")
    return preview.start(server, config)  # type: ignore[no-any-return]


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend what the theme prints, put our search behind its box, number what is cited."""
    pages = _module("page_cache").this_build().pages
    _events().PROGRESS.page_done()
    if not pages.is_finished(page):
        finished = _finished(output, page.file.src_uri, page.url, config)
        output = _events().number_citations(finished, config)
        pages.keep(page, output)
    return "" if _module("in_place").is_active() else output  # written at the end, with what it offers


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same on the page that says that there is no such page."""
    if template_name != "404.html":
        return output_content
    return _finished(output_content, template_name, template_name, config)


def _finished(html: str, name: str, address: str, config: MkDocsConfig) -> str:
    mended = _module("theme_repairs").repaired(html, name)
    tagged = _module("publish").with_tags(mended, address, config)
    return _module("search").with_our_worker(tagged, name)  # type: ignore[no-any-return]


@event_priority(AFTER_PLUGINS)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the search's files, in place of those of Material's plugin, and the files to take away."""
    root, site, wish = (
        Path(config.config_file_path).parent,
        Path(config.site_dir),
        _module("hurry").wish_of(config),
    )
    if wish.only is not None:
        _module("offers").tell_again(site, wish.only)
        return
    wish.go_on()
    _module("search").write_search(config, _module("page_cache").this_build().texts.sections())
    wish.go_on()  # each of these takes a while, and somebody may have saved again
    built = _module("built").Built(site, _module("page_cache").this_build().pages)
    _module("products").write_products(root, built)
    _module("publish").write_lists(config, built)
    _module("page_cache").this_build().kept.drop_old()
