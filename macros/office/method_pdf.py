"""A method's page as a PDF of its own, made like the book from the page as it was built."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from macros.models.method import Rank
from macros.office.page_blocks import blocks_of
from macros.office.page_products import article
from macros.office.typst_look import LOOK, compiled, document
from macros.office.typst_markup import Writer
from macros.products import Group, Product

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library
    from macros.products import Read


def pdf_products(library: Library, read: Read, fonts: list[str], timestamp: int) -> Iterator[Product]:
    """One for each method with a page, if there are fonts to set it in; made anew only when the page has changed."""
    methods = [method for method in library.methods.values() if fonts and method.rank is not Rank.ENTRY]
    for method in methods:
        address = f"methods/{method.id}/index.html"
        source = method_source(method.name, article(read(address)), address)
        yield Product(
            path=f"files/pdf/{method.id}.pdf",
            made_from=f"{source}\0{fonts}\0{timestamp}",
            make=partial(compiled, source, fonts, timestamp),
            group=Group.PDFS,
            title=method.name,
            purpose="方法页的PDF，可以打印、可以朗读",
            page=address,
        )


def method_source(name: str, html: str, address: str) -> str:
    """The paper in Typst: the page's own headings, links inside it as text."""
    return f"{document(name)}{LOOK}\n\n{Writer(depth=0).blocks(blocks_of(html, address))}\n"
