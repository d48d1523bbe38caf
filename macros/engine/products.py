"""After the pages: the files that people take away, each made once for the same content."""

from __future__ import annotations

import hashlib
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from macros.library.cache import current
from macros.training.kits import kit_products

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.library import Library
    from macros.products import Product, Read

CODE = Path(__file__).resolve().parents[1]
KEPT = ".cache/products"

#: Each takes the library and a reader of built pages.
MAKERS: tuple[Callable[[Library, Read], Iterable[Product]], ...] = (kit_products,)


@cache
def _code_digest() -> str:
    """Our code and the versions of what it calls: another writer may write other bytes."""
    files = [*sorted(CODE.rglob("*.py")), *sorted(CODE.rglob("*.j2"))]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(CODE).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _bytes_of(product: Product, kept: Path) -> bytes:
    key = f"{_code_digest()}\0{product.path}\0{product.made_from}"
    file = kept / hashlib.sha256(key.encode()).hexdigest()
    if file.is_file():
        return file.read_bytes()
    data = product.make()
    kept.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".new")  # a build that is interrupted leaves no half of a file
    unfinished.write_bytes(data)
    unfinished.replace(file)
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
    library, _ = current(root)
    for product in products(library, site):
        target = site / product.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_bytes_of(product, root / KEPT))
