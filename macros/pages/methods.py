"""Pages of methods that nobody has written by hand yet, and the shelves they stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.models.method import Rank
from macros.pages.markdown import call, heading, page, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library
    from macros.models import Method

#: (heading, anchor, macros; a macro with a field stands only where the method has that field)
SECTIONS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("何时用，何时不用", "when", (("when_to_use", "when when_not"),)),
    ("怎么做", "steps", (("steps", "steps"), ("parts", "parts"), ("roles", "roles"), ("slips", "slips"))),
    ("交付物与表单", "outputs", (("outputs", "outputs"), ("documents", "documents"))),
    ("各地变体", "variants", (("variants", "variants"),)),
    ("案例", "cases", (("case_table", ""), ("reports", ""))),
    ("转化与反馈", "uptake", (("uptake", "uptake"), ("measures", "measures"))),
    ("培训", "training", (("training", "training"),)),
    ("容易混淆与相关方法", "confusables", (("confusables", ""), ("related", ""))),
    ("原文没有交代", "gaps", (("gaps", ""),)),
    ("依据与出处", "sources", (("facts", "facts"), ("sources", ""))),
)
CHOOSING = "不知道用哪个方法，先[选方法](../choose/index.md)；拿不准两种差在哪里，放到一起作[方法对照](../choose/compare.md)。"


def method_pages(library: Library) -> Iterator[tuple[str, str]]:
    """(address, Markdown) of every method with a page of its own that has none by hand."""
    for method in library.methods.values():
        if method.rank is not Rank.ENTRY and method.id not in library.written_methods:
            yield f"methods/{method.id}.md", method_page(method)


def method_page(method: Method) -> str:
    """A page from the record alone: what is there, and at its end what isn't."""
    blocks = [call("method_card", method.id)]
    if method.one_liner:
        blocks.append(call("method_summary", method.id))
    for title, anchor, macros in SECTIONS:
        calls = [call(name, method.id) for name, fields in macros if _has(method, fields)]
        if calls:
            blocks += [heading(2, title, anchor), *calls]
    return page(method.name, method.one_liner or method.summary, blocks)


def _has(method: Method, fields: str) -> bool:
    return not fields or any(getattr(method, field) for field in fields.split())


def shelf_pages(library: Library) -> Iterator[tuple[str, str]]:
    """The index of all methods, and one of each category."""
    yield (
        "methods/index.md",
        page(
            "方法库", "十个类别的政协履职工作方法。", [call("library_counts"), CHOOSING, call("method_index")]
        ),
    )
    for category in library.categories:
        blocks = [paragraph(category.scope)] if category.scope else []
        blocks.append(call("category_index", category.id))
        yield (
            f"methods/category/{category.id}/index.md",
            page(category.name, category.scope or category.name, blocks),
        )
