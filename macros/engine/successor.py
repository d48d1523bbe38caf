"""The same site by Material's successor, Zensical, which reads our configuration and macros but none of our hooks.

What the hooks do happens before it (generated pages, navigation) and after it (repairs, search, files to take away).
Its own theme has another search; so it is given Material's templates, which it can read but for a few lines.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import material
import yaml
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from macros.engine.built import Built
from macros.engine.guards import refuse_bodies, refuse_calls, refuse_dead_links, sound_library
from macros.engine.joining import join_in_theme
from macros.engine.navigation import filled
from macros.engine.products import write_products
from macros.engine.publish import with_tags, write_lists
from macros.engine.search import with_our_worker, write_index
from macros.engine.theme_repairs import repaired
from macros.library.changelog import NAME as CHANGELOG
from macros.pages import generated
from macros.search.sections import Section, section
from macros.views.citations import with_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library

TEMPLATES = Path(material.__file__).parent / "templates"
TOP_LEVEL = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
HEAD = re.compile(r"\A---\n")
SUBHEADING = re.compile(r"^##", re.MULTILINE)

#: what Material's templates say -> the same for an engine whose plugins have no objects behind them
IN_TEMPLATES = {
    "partials/header.html": (
        ('"material/search" in config.plugins', "true"),
        ('config.plugins["material/search"] | attr("config")', '{"enabled": true}'),
    ),
}


def build_with_successor(root: Path, site: Path, workshop: Path) -> None:
    """Build into `site`; `workshop` is an empty folder for the meantime. Raises PluginError with what it said."""
    library = sound_library(root)
    stage(root, library, workshop)
    command = [sys.executable, "-m", "zensical", "build", "--config-file", "mkdocs.yml"]
    done = subprocess.run(  # noqa: S603 (our own command)
        command, cwd=workshop, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode or not (workshop / "site/index.html").is_file():
        raise PluginError(f"Zensical没有生成网站：\n{(done.stdout + done.stderr)[-2000:]}")
    shutil.copytree(workshop / "site", site, dirs_exist_ok=True)
    finish(root, library, site)


def stage(root: Path, library: Library, workshop: Path) -> None:
    """Everything that the engine reads, as plain files."""
    shutil.copytree(root / "docs", workshop / "docs")
    for path, text in generated(library).items():
        target = workshop / "docs" / path
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
    for page in (workshop / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        refuse_calls(text, page.relative_to(workshop).as_posix())
        is_home = page == workshop / "docs/index.md"
        page.write_text(_without_empty_bars(text, is_home=is_home), encoding="utf-8", newline="\n")
    _stage_theme(root, workshop / "theme")
    if (root / CHANGELOG).is_file():
        shutil.copyfile(root / CHANGELOG, workshop / CHANGELOG)
    for name in ("macros", "data"):
        shutil.copytree(root / name, workshop / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    told = _settings(settings, library, workshop / "theme")
    (workshop / "mkdocs.yml").write_text(told, encoding="utf-8", newline="\n")


def _without_empty_bars(text: str, *, is_home: bool) -> str:
    """The page told to hide what the hook would hide (see events.hide_empty_bars)."""
    if is_home:
        return HEAD.sub("---\nhide: [navigation, toc]\n", text)
    return text if SUBHEADING.search(text) else HEAD.sub("---\nhide: [toc]\n", text)


def _stage_theme(root: Path, theme: Path) -> None:
    shutil.copytree(TEMPLATES, theme, ignore=shutil.ignore_patterns(".icons"))
    shutil.copytree(root / "overrides", theme, dirs_exist_ok=True)
    for name, pairs in IN_TEMPLATES.items():
        text = (theme / name).read_text(encoding="utf-8")
        for old, new in pairs:
            if text.count(old) != 1:
                raise PluginError(f"主题模板{name}不再这样写：{old}")
            text = text.replace(old, new)
        (theme / name).write_text(text, encoding="utf-8", newline="\n")


def _settings(text: str, library: Library, theme: Path) -> str:
    """mkdocs.yml with the whole navigation written out, without hooks, and with the theme of the workshop."""
    parts = {part.partition(":")[0]: part for part in TOP_LEVEL.split(text)}
    nav = filled(yaml.safe_load(parts["nav"])["nav"], library)
    parts["nav"] = yaml.safe_dump({"nav": nav}, allow_unicode=True, sort_keys=False)
    parts["extra_css"] = join_in_theme(parts["extra_css"] + parts.pop("extra_javascript"), theme)
    parts["theme"] = parts["theme"].replace("custom_dir: overrides", "custom_dir: theme")
    return "".join(part for key, part in parts.items() if key != "hooks")


def finish(root: Path, library: Library, site: Path) -> None:
    """What our hooks do with the finished pages."""
    refuse_bodies(site)
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
    for page in sorted(site.rglob("*.html")):
        name = page.relative_to(site).as_posix()
        mended = repaired(page.read_text(encoding="utf-8"), name)
        html = with_our_worker(with_tags(mended, name.removesuffix("index.html"), config), name)
        page.write_text(with_citations(html, library), encoding="utf-8", newline="\n")
    collected = json.loads((site / "search.json").read_text(encoding="utf-8"))["items"]
    write_index(root, site, collected_sections(collected), library)
    built = Built(site, None)
    write_products(root, built)
    write_lists(config, built)
    refuse_dead_links(site)


def collected_sections(items: list[dict[str, Any]]) -> Iterator[Section]:
    """Sections as Material's collector makes them: a page and the heading of the same name are one section."""
    titles = {item["location"]: item["title"] for item in items if "#" not in item["location"]}
    merged = set(_merged(items, titles))
    for item in items:
        page = item["location"].partition("#")[0]
        if item["location"] in merged:
            continue  # its text stands under the heading of the same name
        opens = page in merged and item["level"] == 1
        yield section(page if opens else item["location"], item["title"], item["text"])


def _merged(items: list[dict[str, Any]], titles: dict[str, str]) -> Iterator[str]:
    """The pages whose first heading says their title once more."""
    for item in items:
        page = item["location"].partition("#")[0]
        if item["level"] == 1 and "#" in item["location"] and titles.get(page) == item["title"]:
            yield page
