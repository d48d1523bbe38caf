"""After the pages: the files that people take away, each made once for the same content."""

from __future__ import annotations

import os
import re
from functools import partial
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from macros.choosing.files import data_files
from macros.engine.digests import program
from macros.engine.in_place import drop_stale, note, write, write_text
from macros.engine.kept import Kept, digest
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

    from macros.engine.kept_pages import Pages
    from macros.library import Library
    from macros.products import Product, Read

KEPT = ".cache/products"
SIZE = re.compile(r' data-xy-size="([^"]+)"><')
TELLS_SIZE = " data-xy-size="
SIZE_OF = '<span class="xy-size" data-xy-size="{}"></span>'
TITLE_ENDS = "</h1>"
LIST = "about/downloads/index.html"
KINDS = {".docx": "Word", ".pdf": "PDF"}


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
_last: list[
    tuple[Mapping[str, int], Mapping[str, str]]
] = []  # sizes and offers of the last build, for live preview


def _bytes_of(product: Product, kept: Kept) -> bytes:
    key = digest(program(), product.path, product.made_from)
    data = kept.get(key)
    if data is None:
        data = product.make()
        kept.put(key, data)
    return data


def _read(site: Path, pages: Pages | None, path: str) -> str:
    return (pages and pages.finished(path)) or (site / path).read_text(encoding="utf-8")


def products(library: Library, read: Read) -> Iterator[Product]:
    """All of them, none made yet. Two at one path are an error."""
    found: set[str] = set()
    for maker in MAKERS:
        for product in maker(library, read):
            if product.path in found:
                raise PluginError(f"有两个文件都要写成{product.path}。")
            found.add(product.path)
            yield product


def write_products(root: Path, site: Path, pages: Pages | None = None) -> None:
    """Every product into the site, from the cache where its content has been made before; then all pages.

    `pages` holds those that are not in the site yet. Only one product at a time is in memory.
    """
    library, read = of_this_build(root), partial(_read, site, pages)
    sizes: dict[str, int] = {}
    offers: dict[str, str] = {}
    named: list[Named] = []
    kept = Kept(root / KEPT)
    for product in products(library, read):
        data = _bytes_of(product, kept)
        write(site / product.path, data)
        sizes[product.path] = len(data)
        if product.title:
            named.append((product.group, product.path, product.title, product.purpose))
        if product.page:
            offers[product.page] = offers.get(product.page, "") + _offer(product)
    kept.drop_old()
    _last[:] = [(sizes, offers)]
    held = pages.held if pages else {}
    for path in held:
        note(site / path)
    drop_stale()
    listed = _list(named, sizes)
    for path in sorted(held.keys() | _html_files(site)):
        html = _told(path, read(path), sizes, offers)
        write_text(site / path, html.replace(PLACE, listed, 1) if path == LIST else html)


def _html_files(site: Path) -> set[str]:
    """Every page in the site's folder, by its path there."""
    top = len(str(site)) + 1
    found: set[str] = set()
    for folder, _, names in os.walk(site):
        way = f"{folder[top:]}/".replace(os.sep, "/").lstrip("/")
        found.update(f"{way}{name}" for name in names if name.endswith(".html"))
    return found


def _list(named: list[Named], sizes: Mapping[str, int]) -> str:
    """Everything that has a name, for the downloads page."""
    order = list(Group)
    listed = sorted(named, key=lambda one: (order.index(one[0]), one[1]))
    rows = [(group.value, title, purpose, path, sizes[path]) for group, path, title, purpose in listed]
    return str(download_list("../" * LIST.count("/"), rows))


def _offer(product: Product) -> str:
    """The line below a page's title: in the built page, so that no search finds the word on every page."""
    way = "../" * product.page.count("/") + product.path
    kind = KINDS[product.path[product.path.rindex(".") :]]
    name = f"下载本页{kind}{SIZE_OF.format(product.path)}"
    return f'<p class="xy-take"><a class="xy-download" href="{way}" download>{name}</a></p>'


def tell_again(site: Path, addresses: Iterable[str]) -> None:
    """Live preview shows a page before the files are made again: it offers those of the build before."""
    for sizes, offers in _last:
        for path in (f"{address}index.html" for address in sorted(addresses)):
            if (site / path).is_file():
                write_text(site / path, _told(path, _read(site, None, path), sizes, offers))


def _told(path: str, html: str, sizes: Mapping[str, int], offers: Mapping[str, str]) -> str:
    """A page with what it offers: now the sizes are known, and whether the files are there."""
    offer = offers.get(path, "")
    offered = html.replace(TITLE_ENDS, TITLE_ENDS + offer, 1) if offer else html
    return SIZE.sub(partial(_size, sizes, path), offered) if TELLS_SIZE in offered else offered


def _size(sizes: Mapping[str, int], path: str, found: re.Match[str]) -> str:
    if found[1] not in sizes:
        raise PluginError(f"{path}提供下载{found[1]}，却没有生成这个文件。")
    return f">（{max(1, round(sizes[found[1]] / 1024))} KB）<"
