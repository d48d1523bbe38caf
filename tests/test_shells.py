"""Pages of a family share one filled template, and never differ from what the template alone would make."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.structure.toc import AnchorLink, TableOfContents

from macros.engine.shells import Shells

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MANY = 6


def page(number: int, **other: object) -> Any:  # noqa: ANN401 (stands in for a page)
    title = f"第{number}件"
    told = {
        "url": f"cases/c{number}/", "title": title, "meta": {"title": title, "description": f"述{number}"},
        "toc": TableOfContents([AnchorLink(title, f"a{number}", 1)]), "content": f"<h1>{title}</h1>",
        "ancestors": [], "previous_page": None, "next_page": None, "canonical_url": None, "edit_url": None,
    }  # fmt: skip
    return SimpleNamespace(**told | other)


def template(page: Any) -> str:  # noqa: ANN401 (the same)
    anchors = "".join(link.id for link in page.toc)
    return f"{page.meta['title']}|{page.meta['description']}|{anchors}|{page.content}"


def filled(pages: list[Any], template: Callable[[Any], str]) -> tuple[list[str], int]:
    """The filled templates, and how often the template itself was asked."""
    asked = []

    def plain(context: Mapping[str, Any]) -> str:
        asked.append(context["page"])
        return template(context["page"])

    shells = Shells()
    return [shells.fill(plain, {"page": one}) for one in pages], len(asked)


def test_relatives_share_a_filled_template():
    pages = [page(number) for number in range(MANY)]
    found, asked = filled(pages, template)

    assert found == [template(one) for one in pages]
    assert asked < MANY


@pytest.mark.parametrize(
    "other",
    [
        {"url": "methods/a/"},
        {"ancestors": ["案例库"]},
        {"content": "<p>没有标题</p>"},
        {"canonical_url": "https://x/?a&b"},
        {"meta": {"title": "另一个", "description": ""}},
    ],
)
def test_a_page_that_may_be_different_is_filled_by_itself(other: dict[str, object]):
    pages = [page(number, **other) for number in range(MANY)]

    assert filled(pages, template) == ([template(one) for one in pages], MANY)


def test_a_template_that_looks_into_a_value_is_asked_each_time():
    pages = [page(number) for number in range(MANY)]

    def looks(one: Any) -> str:  # noqa: ANN401 (the same)
        return f"{template(one)}{len(one.content)}"

    assert filled(pages, looks)[0] == [looks(one) for one in pages]
