"""What pages offer: the sizes of the files that they name, and the line below a title that leads to the page's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from macros.engine.built import SIZE
from macros.engine.in_place import write_text
from macros.engine.kept import digest

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from pathlib import Path

    from macros.products import Product

SIZE_OF = '<span class="xy-size" data-xy-size="{}"></span>'
TITLE_ENDS = "</h1>"
KINDS = {".docx": "Word", ".pdf": "PDF"}


@dataclass
class Offers:
    """Sizes by path, and what each page offers of its own."""

    sizes: dict[str, int] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)

    def add(self, product: Product, size: int) -> None:
        """Note a file that is there now."""
        self.sizes[product.path] = size
        if product.page:
            self.own[product.page] = self.own.get(product.page, "") + _offer(product)

    def key(self, path: str, named: Iterable[str]) -> str:
        """A digest of all that a page takes from here, when it names these files."""
        told = [f"{name} {self._size(path, name)}" for name in named]
        return digest(self.own.get(path, ""), *told)

    def told(self, path: str, html: str) -> str:
        """A page with what it offers: now the sizes are known, and whether the files are there."""
        own = self.own.get(path, "")
        offered = html.replace(TITLE_ENDS, TITLE_ENDS + own, 1) if own else html
        return SIZE.sub(partial(self._shown, path), offered)

    def _shown(self, path: str, found: re.Match[str]) -> str:
        return f">（{max(1, round(self._size(path, found[1]) / 1024))} KB）<"

    def _size(self, path: str, name: str) -> int:
        if name not in self.sizes:
            raise PluginError(f"{path}提供下载{name}，却没有生成这个文件。")
        return self.sizes[name]


def _offer(product: Product) -> str:
    """The line below a page's title: in the built page, so that no search finds the word on every page."""
    way = "../" * product.page.count("/") + product.path
    kind = KINDS[product.path[product.path.rindex(".") :]]
    name = f"下载本页{kind}{SIZE_OF.format(product.path)}"
    return f'<p class="xy-take"><a class="xy-download" href="{way}" download>{name}</a></p>'


_last: list[Offers] = []  # those of the last build, for live preview


def remember(offers: Offers) -> None:
    """Let live preview know them, which shows a page before the files are made again."""
    _last[:] = [offers]


def tell_again(site: Path, addresses: Iterable[str]) -> None:
    """Pages of live preview, with what the build before offered."""
    for offers in _last:
        for path in (f"{address}index.html" for address in sorted(addresses)):
            if (site / path).is_file():
                write_text(site / path, offers.told(path, (site / path).read_text(encoding="utf-8")))
