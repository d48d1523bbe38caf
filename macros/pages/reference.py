"""Glossary, look-alikes, documents, sources."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from macros.models.method import Rank
from macros.models.reference import DocumentState
from macros.pages.initials import initial, order
from macros.pages.markdown import call, heading, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library


def reference_pages(library: Library) -> Iterator[tuple[str, str]]:
    """(address, Markdown) of the pages that methods and cases point at."""
    yield "glossary/index.md", glossary_page(library)
    yield "glossary/entries.md", entries_page(library)
    yield "compare/index.md", compare_page(library)
    yield "documents/index.md", documents_page(library)
    about = "每条内容都能查到出处。转载页只写标题、发布者和日期，不给链接。"
    yield "about/sources.md", page("来源", about, [about, call("source_table")])
    about = "知识库增加了什么、改了什么，新的在前。"
    yield "about/changes.md", page("更新日志", about, [about, call("changelog")])


def glossary_page(library: Library) -> str:
    """Terms, and in short the methods too small for a page of their own."""
    small = [method for method in library.methods.values() if method.rank is Rank.ENTRY]
    found = [(item.name, item.id, "glossary_brief") for item in small]
    found += [(item.name, item.id, "term_entry") for item in library.terms.values()]
    entries = sorted((initial(name, key), order(name), key, name, view) for name, key, view in found)
    about = "按拼音排列的术语，以及材料里只有几句话的做法。点开名称看解释。"
    groups = [(letter, [*group]) for letter, group in groupby(entries, key=itemgetter(0))]
    letters = " ".join(f"[{letter}](#{_anchor(letter)})" for letter, _ in groups)
    blocks = [about, f"{letters}\n{{ .xy-letters }}"]
    for letter, group in groups:
        blocks.append(heading(2, letter, _anchor(letter)))
        blocks += [call(view, key) for _, _, key, _, view in group]
    return page("术语", about, blocks)


def _anchor(letter: str) -> str:
    return f"letter-{letter[0].lower()}"


def entries_page(library: Library) -> str:
    """All that is known of the methods too small for a page of their own, by category: the glossary only says what they are."""
    about = "材料里只有几句话的做法，按方法类别排列。点开名称，看怎么做、各地有什么不同、案例和出处。"
    blocks = [about]
    for category in library.categories:
        small = [method.id for method in library.methods_in(category.id) if method.rank is Rank.ENTRY]
        if small:
            blocks += [
                heading(2, category.name, f"shelf-{category.id}"),
                *(call("glossary_entry", key) for key in small),
            ]
    return page("词条详解", about, blocks)


def compare_page(library: Library) -> str:
    """Same name, different thing."""
    about = "同一个叫法在不同地方可能是两回事，引用前先看清说的是哪一个。"
    blocks = [about]
    for item in library.confusables.values():
        blocks += [heading(2, item.name, item.id), call("confusable_entry", item.id)]
    return page("同名辨析", about, blocks)


def documents_page(library: Library) -> str:
    """The rules the sources name, by state."""
    about = "材料提到的制度文件，按是否已经出台分列。材料只见到名称的，这里不补写内容。"
    blocks = [about]
    for state in DocumentState:
        rules = [rule for rule in library.documents.values() if rule.state is state]
        if rules:
            blocks.append(heading(2, f"{state.label}（{len(rules)}）", state.value))
        for rule in rules:
            blocks += [heading(3, f"《{rule.title}》", rule.id), call("document_entry", rule.id)]
    return page("制度与文件", about, blocks)
