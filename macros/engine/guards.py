"""What stops a build: records that can't be read, calls that aren't ours, HTML that isn't allowed, links that lead nowhere.

MkDocs asks on the way; for an engine without hooks the same is asked before it starts and of its finished pages.
"""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs.exceptions import PluginError

from macros.checks import BEFORE_BUILDING, run
from macros.checks.page_calls import faults_in_calls
from macros.engine.html_guard import faults_in_html
from macros.engine.kept_records import readings_of
from macros.library.cache import current
from macros.problems import as_text, in_order
from macros.views import ARGUMENTS

if TYPE_CHECKING:
    from pathlib import Path

    from macros.checks import Rules
    from macros.library import Library

ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">(?P<body>.*)</article>', re.DOTALL)
LINK = re.compile(r'<a [^>]*?href="(?P<href>[^"]+)"')
ANCHOR = re.compile(r'\s(?:id|name)="(?P<name>[^"]+)"')
ELSEWHERE = re.compile(r"[a-z][a-z+.-]*:", re.IGNORECASE)
MISSING = "404.html"  # shown at any address, so its links start from the top


def sound_library(root: Path, rules: Rules = BEFORE_BUILDING) -> Library:
    """The records, or PluginError with every fault in one message."""
    readings = readings_of(root)
    library, problems = current(root, readings.read)
    readings.save()
    of_rules = run(library, date.max, ARGUMENTS, rules)
    errors = [as_text(problem) for problem in in_order([*problems, *of_rules]) if problem.is_error]
    if errors:
        said = "\n".join(errors)
        raise PluginError(f"数据有{len(errors)}处错误，没有生成网站：\n{said}")
    return library


def refuse_calls(markdown: str, name: str) -> None:
    """Raise PluginError, with file and line, when a page calls what isn't ours to call."""
    problems = list(faults_in_calls(markdown, name, 1, ARGUMENTS))
    if problems:
        raise PluginError("\n".join(as_text(problem) for problem in problems))


def refuse_html(body: str, name: str) -> None:
    """Raise PluginError when a page's body holds what isn't on the lists."""
    faults = faults_in_html(body)
    if faults:
        raise PluginError(f"{name}：页面里有不允许的内容：{'；'.join(faults)}")


def refuse_bodies(site: Path) -> None:
    """The same for every finished page that has an article."""
    for page in sorted(site.rglob("*.html")):
        found = ARTICLE.search(page.read_text(encoding="utf-8"))
        if found:
            refuse_html(found["body"], page.relative_to(site).as_posix())


def refuse_dead_links(site: Path) -> None:
    """Raise PluginError with all links of finished pages that lead to no file or no anchor of this site."""
    bodies = {page: ARTICLE.search(page.read_text(encoding="utf-8")) for page in sorted(site.rglob("*.html"))}
    anchors = {page: set(ANCHOR.findall(page.read_text(encoding="utf-8"))) for page in bodies}
    dead = [
        f"{page.relative_to(site).as_posix()}：链接{href}没有落脚处"
        for page, body in bodies.items()
        if page.name != MISSING
        for href in sorted(set(LINK.findall(body["body"] if body else "")))
        if not _lands(page, unescape(href), anchors)
    ]
    if dead:
        raise PluginError("\n".join(dead))


def _lands(page: Path, href: str, anchors: dict[Path, set[str]]) -> bool:
    if ELSEWHERE.match(href):
        return True
    path, _, anchor = href.partition("#")
    target = page if not path.partition("?")[0] else _file(page, unquote(path.partition("?")[0]))
    if not anchor or target not in anchors:
        return target.is_file()
    return unquote(anchor) in anchors[target]


def _file(page: Path, path: str) -> Path:
    target = (page.parent / path).resolve()
    return target / "index.html" if target.is_dir() else target
