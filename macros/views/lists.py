"""Indexes: categories, glossary, documents, sources, counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.models.method import Rank
from macros.readings import readings
from macros.views.context import found
from macros.views.rendering import render

if TYPE_CHECKING:
    from markupsafe import Markup

    from macros.views.context import Context


def library_counts(context: Context) -> Markup:
    """How much there is, counted."""
    library = context.library
    public = sum(library.is_from_public_pages(method) for method in library.methods.values())
    return render(
        "library_counts",
        library=library,
        public=public,
        places=len({c.place for c in library.cases.values()}),
    )


def method_index(context: Context) -> Markup:
    """The ten categories as tiles, each with its counts."""
    library = context.library
    tiles = [
        (
            category,
            library.methods_in(category.id),
            sum(bool(library.cases_of(m.id)) for m in library.methods_in(category.id)),
        )
        for category in library.categories
    ]
    return render("method_index", context=context, tiles=tiles)


def category_index(context: Context, key: str) -> Markup:
    """The methods of one category, grouped by rank."""
    found(context.library.category_names, key, "类别")
    methods = context.library.methods_in(key)
    groups = [(rank.label, [method for method in methods if method.rank is rank]) for rank in Rank]
    return render("category_index", context=context, groups=groups)


def glossary_brief(context: Context, key: str) -> Markup:
    """What a method of rank entry is, in short, and the way to the rest."""
    return render("glossary_brief", context=context, method=found(context.library.methods, key, "方法"))


def glossary_entry(context: Context, key: str) -> Markup:
    """All that is known of a method of rank entry."""
    method = found(context.library.methods, key, "方法")
    return render("glossary_entry", context=context, method=method, cases=context.library.cases_of(key))


def term_entry(context: Context, key: str) -> Markup:
    """What the glossary says of a term."""
    term = found(context.library.terms, key, "术语")
    return render("term_entry", context=context, term=term, spelt=spelt(term.name))


def spelt(name: str) -> str:
    """How the name is read, in pinyin with tones; nothing for a code such as 1246+X."""
    letters = "".join(char for char in name if char.isalnum())
    return "" if re.search("[0-9A-Za-z]", letters) else " ".join(readings(letters))


def confusable_entry(context: Context, key: str) -> Markup:
    """One pair (or more) of look-alikes."""
    return render("confusable_entry", context=context, item=found(context.library.confusables, key, "辨析"))


def document_entry(context: Context, key: str) -> Markup:
    """A rule: state, issuer, who names it, which methods rest on it."""
    rule = found(context.library.documents, key, "制度文件")
    return render("document_entry", context=context, rule=rule, methods=context.library.methods_naming(key))


def moved_link(context: Context, key: str) -> Markup:
    """The way from an old address to the new one."""
    record = found(context.library.retired, key, "旧地址")
    return render("moved_link", address=context.page(record.moved_to or ""))


def source_table(context: Context) -> Markup:
    """All sources with their reliability."""
    return render("source_table", context=context, sources=context.library.sources.values())
