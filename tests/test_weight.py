"""What a page loads before anything is clicked: its HTML, style sheets, scripts and pictures, compressed."""

from __future__ import annotations

import gzip
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

KB = 1024
LARGEST = 120 * KB
#: pages that are one long list, and may not grow beyond this
LONG = {"cases/index.html": 128 * KB, "glossary/index.html": 152 * KB}
ASKED = re.compile(
    r'<(?:script|img)\b[^>]*? src="([^"]+)"|<link\b[^>]*? href="([^"]+)"[^>]*?>|"search": ?"([^"]+\.js)"'
)
LINK = re.compile(r'rel="(?:stylesheet|icon)"')


@cache
def compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


def asked_by(page: Path) -> set[Path]:
    """The files that a browser asks for when it opens a page."""
    found = set()
    for part in ASKED.finditer(page.read_text(encoding="utf-8")):
        address = next(filter(None, part.groups()))
        if not address.startswith("data:") and (part[2] is None or LINK.search(part[0])):
            found.add((page.parent / address.partition("?")[0]).resolve())
    return found


def test_every_page_is_light(site: Path):
    """120 KB with everything that it asks for; only two long lists are heavier."""
    pages = [page for page in sorted(site.rglob("index.html")) if "files" not in page.relative_to(site).parts]
    weights = {
        page.relative_to(site).as_posix(): compressed(page) + sum(map(compressed, asked_by(page)))
        for page in pages
    }
    heavy = {name: weight // KB for name, weight in weights.items() if weight > LONG.get(name, LARGEST)}

    assert len(pages) > len(LONG)
    assert heavy == {}
