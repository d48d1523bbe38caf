"""What a page loads before anything is clicked: its HTML, style sheets, scripts and pictures, compressed."""

from __future__ import annotations

import gzip
import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING

from conftest import ROOT

from macros.publishing.joined import joined_script, joined_sheet

if TYPE_CHECKING:
    from pathlib import Path

KB = 1024
LARGEST = 120 * KB
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


def written_pages(site: Path) -> list[Path]:
    """All but decks and the like."""
    return [page for page in sorted(site.rglob("index.html")) if "files" not in page.relative_to(site).parts]


def test_every_page_is_light(site: Path):
    """120 KB with everything that it asks for."""
    pages = written_pages(site)
    weights = {
        page.relative_to(site).as_posix(): compressed(page) + sum(map(compressed, asked_by(page)))
        for page in pages
    }
    heavy = {name: weight // KB for name, weight in weights.items() if weight > LARGEST}

    assert len(pages) > 400
    assert heavy == {}


def test_what_every_page_asks_for_is_joined_and_named_by_its_digest(site: Path):
    joined = {file.resolve() for file in (site / "assets").rglob("site.*")}
    digests = {file: hashlib.sha256(file.read_bytes()).hexdigest()[:8] for file in joined}
    apart = re.findall(r"assets/\S+\.(?:css|js)\b", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))

    assert [file.suffix for file in sorted(joined)] == [".css", ".js"]
    assert [file.name for file, digest in digests.items() if file.name != f"site.{digest}{file.suffix}"] == []
    assert [page for page in written_pages(site) if not joined <= asked_by(page)] == []
    assert [name for name in apart if (site / name).exists()] == []


def test_joined_sheets_lose_only_what_is_for_people():
    sheets = [
        '/* one; "two" */\n.a::after {\n  content: "/* not  this */";\n}\n',
        ".b > .c { margin: 0 -1px }",
    ]

    assert (
        joined_sheet(sheets).text == '.a::after { content: "/* not  this */"; } .b > .c { margin: 0 -1px }\n'
    )
    assert joined_sheet(reversed(sheets)).address != joined_sheet(sheets).address
    assert joined_script(["a();", "b();"]).text == "a();\nb();"
