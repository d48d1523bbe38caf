"""An allow-list for the built body of a page: what isn't on it stops the build.

Markdown lets raw HTML through, and pages come from strangers.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

TAGS = frozenset(
    [
        "a",
        "abbr",
        "article",
        "aside",
        "b",
        "blockquote",
        "br",
        "button",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "li",
        "mark",
        "nav",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "svg",
        "path",
        "rect",
        "text",
        "title",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "ul",
        "var",
        "wbr",
    ]
)
ATTRIBUTES = frozenset(
    [
        "alt",
        "aria-describedby",
        "aria-hidden",
        "aria-label",
        "aria-labelledby",
        "class",
        "colspan",
        "d",
        "data-label",
        "data-min",
        "data-mode",
        "datetime",
        "dir",
        "fill",
        "for",
        "height",
        "href",
        "id",
        "lang",
        "open",
        "rel",
        "role",
        "rowspan",
        "scope",
        "src",
        "start",
        "tabindex",
        "text-anchor",
        "title",
        "type",
        "value",
        "viewbox",
        "width",
        "x",
        "xmlns",
        "y",
    ]
)
ADDRESS = re.compile(r"(https?://|mailto:|[^:]*\Z|[^:/?#]*[/?#])", re.IGNORECASE)
BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]")


class _Guard(HTMLParser):
    """Collects what is not allowed, each once."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: dict[str, None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults[f"标签<{tag}>"] = None
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name not in ATTRIBUTES:
            self.faults[f"<{tag}>的属性{name}"] = None
        if name in {"href", "src"} and not ADDRESS.match(BLANKS.sub("", value)):
            self.faults[f"<{tag}>的地址{value[:30]}"] = None
        if name == "src" and re.match(r"\s*(?:[a-z]+:)?//", value, re.IGNORECASE):
            self.faults[f"<{tag}>引用了别的网站：{value[:30]}"] = None

    def handle_decl(self, decl: str) -> None:
        self.faults[f"声明<!{decl[:20]}>"] = None

    def handle_pi(self, data: str) -> None:
        self.faults[f"处理指令<?{data[:20]}>"] = None


def faults_in_html(html: str) -> list[str]:
    """What the body holds that is not on the lists, in the order met."""
    guard = _Guard()
    guard.feed(html)
    guard.close()
    return list(guard.faults)
