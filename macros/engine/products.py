"""After the pages: the files that people take away, each made once for the same content."""

from __future__ import annotations

import os
import re
from functools import partial
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from macros.choosing.files import data_files
from macros.engine.digests import program
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
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from macros.library import Library
    from macros.products import Product, Read

KEPT = ".cache/products"
SIZE = re.compile(r' data-xy-size="([^"]+)"><')
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


def _read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def products(library: Library, site: Path) -> list[Product]:
    """All of them, none made yet. Two at one path are an error."""
    found: dict[str, Product] = {}
    for maker in MAKERS:
        for product in maker(library, partial(_read, site)):
            if product.path in found:
                raise PluginError(f"有两个文件都要写成{product.path}。")
            found[product.path] = product
    return list(found.values())


def write_products(root: Path, site: Path) -> None:
    """Every product into the site, from the cache where its content has been made before."""
    library = of_this_build(root)
    sizes: dict[str, int] = {}
    offers: dict[str, str] = {}
    made = products(library, site)
    kept = Kept(root / KEPT)
    for product in made:
        target = site / product.path
        target.parent.mkdir(parents=True, exist_ok=True)
        data = _bytes_of(product, kept)
        target.write_bytes(data)
        sizes[product.path] = len(data)
        if product.page:
            offers[product.page] = offers.get(product.page, "") + _offer(product)
    kept.drop_old()
    _last[:] = [(sizes, offers)]
    _write_offers(site, sorted(site.rglob("*.html")), sizes, offers)
    _write_list(site, made, sizes)


def _write_list(site: Path, made: list[Product], sizes: Mapping[str, int]) -> None:
    """Everything that has a name, on the downloads page."""
    page = site / LIST
    if not page.is_file():
        return
    order = list(Group)
    listed = sorted((one for one in made if one.title), key=lambda one: (order.index(one.group), one.path))
    rows = [(one.group.value, one.title, one.purpose, one.path, sizes[one.path]) for one in listed]
    html = page.read_text(encoding="utf-8").replace(PLACE, download_list("../" * LIST.count("/"), rows), 1)
    page.write_text(html, encoding="utf-8", newline="")


def _offer(product: Product) -> str:
    """The line below a page's title: in the built page, so that no search finds the word on every page."""
    way = "../" * product.page.count("/") + product.path
    kind = KINDS[product.path[product.path.rindex(".") :]]
    name = f"下载本页{kind}{SIZE_OF.format(product.path)}"
    return f'<p class="xy-take"><a class="xy-download" href="{way}" download>{name}</a></p>'


def tell_again(site: Path, addresses: Iterable[str]) -> None:
    """Live preview shows a page before the files are made again: it offers those of the build before."""
    pages = [site / address / "index.html" for address in sorted(addresses)]
    for sizes, offers in _last:
        _write_offers(site, [page for page in pages if page.is_file()], sizes, offers)


def _write_offers(
    site: Path, pages: Iterable[Path], sizes: Mapping[str, int], offers: Mapping[str, str]
) -> None:
    """Pages are written before the files they offer: now their sizes are known, and whether they are there."""
    for page in pages:
        html = page.read_text(encoding="utf-8")
        offered = html.replace(TITLE_ENDS, TITLE_ENDS + offers.get(page.relative_to(site).as_posix(), ""), 1)
        told = SIZE.sub(partial(_size, sizes, page), offered)
        if told != html:
            page.write_text(told, encoding="utf-8", newline="")


def _size(sizes: Mapping[str, int], page: Path, found: re.Match[str]) -> str:
    if found[1] not in sizes:
        raise PluginError(f"{page.name}提供下载{found[1]}，却没有生成这个文件。")
    return f">（{max(1, round(sizes[found[1]] / 1024))} KB）<"
