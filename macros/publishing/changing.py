"""Where a page is changed: links to the files that it is made from, on the host where the repository lies."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library

END = "</article>"
#: below which address a page shows one record -> the kind of it
SHOWN_BELOW = {
    "methods": "methods",
    "cases": "cases",
    "forms": "forms",
    "training/kits": "kits",
    "training/quizzes": "quizzes",
    "training/run": "session_plans",
}
#: hosts that have a sign of their own before the way to a file
DASHED = ("gitlab", "jihulab")


@dataclass(frozen=True)
class Repository:
    """The address that people open, and the branch that the site is made from."""

    address: str
    branch: str = "main"

    def changing(self, path: str) -> str:
        """Where a file is changed in a browser."""
        host = urlsplit(self.address).hostname or ""
        way = "-/edit" if any(name in host for name in DASHED) else "edit"
        return f"{self.address.rstrip('/')}/{way}/{quote(self.branch)}/{quote(path)}"


def made_from(library: Library, address: str) -> Iterator[tuple[str, str]]:
    """(What the link says, the file): the record that a page shows, and its text if people wrote one."""
    folder, _, key = address.strip("/").rpartition("/")
    entry = library.shelves[SHOWN_BELOW[folder]].get(key) if folder in SHOWN_BELOW else None
    if entry:
        yield "改这条记录", entry.file.path
    stem = f"docs/{address.strip('/')}".rstrip("/")
    own = {f"{stem}.md", f"{stem}/index.md"}
    yield from (("改这一页", page.path) for page in library.pages if page.path in own)


def with_changing(html: str, address: str, library: Library, repository: Repository | None) -> str:
    """The page with its links at the end; unchanged without a repository, and where no single file is behind it."""
    found = list(made_from(library, address)) if repository and END in html else []
    if not repository or not found:
        return html
    links = "".join(
        f'<a href="{escape(repository.changing(path))}" rel="noopener external">{said}</a>'
        for said, path in found
    )
    body, end, rest = html.rpartition(END)
    return f'{body}<p class="xy-changing">{links}</p>{end}{rest}'
