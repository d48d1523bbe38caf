"""Pages at old addresses: where it went, or why it was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.pages.markdown import call, page, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library
    from macros.models import Retired


def retired_pages(library: Library) -> Iterator[tuple[str, str]]:
    """(path, Markdown) of every retired address."""
    for record in library.retired.values():
        yield f"{record.address}index.md", retired_page(record)


def retired_page(record: Retired) -> str:
    """What a reader who comes by an old link is told."""
    if record.moved_to is None:
        said = f"这一页已于{record.date}撤下。原因：{record.reason}"
        return page(record.title, said, [paragraph(said)])
    said = f"这一页已于{record.date}搬走。原因：{record.reason}"
    return page(record.title, said, [paragraph(said), call("moved_link", record.id)])
