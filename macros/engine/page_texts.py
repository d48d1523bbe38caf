"""What rendering its Markdown leaves on a page: taken from it to be kept, and put back."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import mkdocs.structure.pages
from mkdocs.structure.pages import _RelativePathTreeprocessor
from mkdocs.structure.toc import AnchorLink, TableOfContents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from macros.engine.plain_body import Body


def listed(links: Any) -> list[Any]:  # noqa: ANN401 (a table of contents has no common type with its parts)
    """A table of contents as plain lists."""
    return [[link.title, link.id, link.level, listed(link.children)] for link in links]


def _put_together(listed: list[Any]) -> list[AnchorLink]:
    found = []
    for title, key, level, children in listed:
        link = AnchorLink(title, key, level)
        link.children = _put_together(children)
        found.append(link)
    return found


def put_on(page: Page, body: Body) -> None:
    """Leave on a page what rendering would."""
    page.content, page.toc = body.content, body.toc
    page._title_from_render = body.title  # noqa: SLF001 (there is no other way to it)
    page.present_anchor_ids, page.links_to_anchors = set(body.anchors), {}


def told_by(page: Page) -> dict[str, Any]:
    """What Page.render leaves on a page besides the body."""
    return {
        "toc": listed(page.toc),
        "title": page._title_from_render,  # noqa: SLF001 (there is no other way to it)
        "anchors": sorted(page.present_anchor_ids or ()),
    }


def restored(page: Page, told: dict[str, Any], config: MkDocsConfig, files: Files) -> bool:
    """Put it back, without the body. Not when a link leads elsewhere by now: pages may have come or gone; dead links are told again."""
    links = _RelativePathTreeprocessor(page.file, files, config)
    if any(links.path_to_url(written) != leads for written, leads in told["links"].items()):
        return False
    page.content = ""  # see bring_body
    page.toc = TableOfContents(_put_together(told["toc"]))
    page._title_from_render = told["title"]  # noqa: SLF001 (as above)
    page.present_anchor_ids = set(told["anchors"])
    page.links_to_anchors = links.links_to_anchors
    return True


@contextmanager
def noted_links() -> Iterator[dict[str, str]]:
    """While Markdown is rendered: every link as written, and what became of it."""
    noted: dict[str, str] = {}

    class Noting(_RelativePathTreeprocessor):
        def path_to_url(self, url: str) -> str:
            noted[url] = super().path_to_url(url)
            return noted[url]

    mkdocs.structure.pages._RelativePathTreeprocessor = Noting  # type: ignore[misc]  # noqa: SLF001 (nothing else is told)
    try:
        yield noted
    finally:
        mkdocs.structure.pages._RelativePathTreeprocessor = _RelativePathTreeprocessor  # type: ignore[misc]  # noqa: SLF001
