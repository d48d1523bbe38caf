"""After the pages: the files that people take away, each made once for the same content."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from macros.choosing.files import data_files
from macros.engine.digests import program
from macros.engine.in_place import drop_stale, holds, note, size, write, write_text
from macros.engine.kept import Kept, digest
from macros.engine.offers import Offers, remember
from macros.ledger.products import ledger_products
from macros.library.cache import of_this_build
from macros.office.calendar_script import calendar_products
from macros.office.fill_once import fill_products
from macros.office.forms import form_products
from macros.office.method_pdf import pdf_products
from macros.office.open_data import open_data
from macros.office.page_products import page_products
from macros.products import PDF_FONTS, Group
from macros.training.kits import kit_products
from macros.training.lesson_files import lesson_products
from macros.training.papers import quiz_products
from macros.views.downloads import PLACE, download_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from macros.engine.built import Built
    from macros.library import Library
    from macros.products import Product, Read

KEPT = "products"
LIST = "about/downloads/index.html"


def _pdfs(library: Library, read: Read) -> Iterable[Product]:
    fonts = [place for place in os.environ.get(PDF_FONTS, "").split(os.pathsep) if place]
    return pdf_products(library, read, fonts, int(os.environ.get("SOURCE_DATE_EPOCH", "0")))


#: Each takes the library and a reader of built pages.
MAKERS: tuple[Callable[[Library, Read], Iterable[Product]], ...] = (
    form_products,
    fill_products,
    calendar_products,
    page_products,
    _pdfs,
    kit_products,
    lesson_products,
    quiz_products,
    data_files,
    open_data,
    ledger_products,
)

#: group, path, title, purpose of a product that is listed
Named = tuple[Group, str, str, str]


def products(library: Library, read: Read) -> Iterator[Product]:
    """All of them, none made yet. Two at one path are an error."""
    found: set[str] = set()
    for maker in MAKERS:
        for product in maker(library, read):
            if product.path in found:
                raise PluginError(f"有两个文件都要写成{product.path}。")
            found.add(product.path)
            yield product


def write_products(root: Path, built: Built) -> None:
    """Every product into the site, from the cache where its content has been made before; then all pages.

    Only one product at a time is in memory.
    """
    offers, named, kept = Offers(), list[Named](), Kept(root, KEPT)
    for product in products(of_this_build(root), built.read):
        offers.add(product, _written(product, built, kept))
        if product.title:
            named.append((product.group, product.path, product.title, product.purpose))
    kept.drop_old()
    remember(offers)
    held = built.pages.held if built.pages else {}
    for path in held:
        note(built.site / path)
    drop_stale()
    listed = _list(named, offers.sizes)
    for path in sorted({*held, *built.html_files()} - offers.sizes.keys()):
        _write_page(path, built, offers, listed if path == LIST else "")


def _written(product: Product, built: Built, kept: Kept) -> int:
    """See to it that the site has this file; its size."""
    file = built.site / product.path
    from_page = built.about(product.from_page).article if product.from_page else ""
    key = digest(program(), product.path, product.made_from, from_page)
    kept.used.add(key)
    if not holds(file, key):
        data = kept.get(key)
        if data is None:
            data = product.make()
            kept.put(key, data)
        write(file, data, key)
    return size(file)


def _write_page(path: str, built: Built, offers: Offers, listed: str) -> None:
    """A page as it is to stand in the site; one that stands there so is not even read."""
    key = built.key(path)
    whole = key and digest(key, offers.key(path, built.about(path).sizes), listed)
    if whole and holds(built.site / path, whole):
        return
    html = offers.told(path, built.read(path))
    write_text(built.site / path, html.replace(PLACE, listed, 1) if listed else html, whole)


def _list(named: list[Named], sizes: Mapping[str, int]) -> str:
    """Everything that has a name, for the downloads page."""
    order = list(Group)
    listed = sorted(named, key=lambda one: (order.index(one[0]), one[1]))
    rows = [(group.value, title, purpose, path, sizes[path]) for group, path, title, purpose in listed]
    return str(download_list("../" * LIST.count("/"), rows))
