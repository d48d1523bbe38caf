"""From the body of a page to its sections: what stands under each heading that can be linked to.

They are the sections that the collector of Material's search plugin makes, which builds an object for every tag. Only
for bodies that the allow-list has passed: every "<" begins a tag, and every tag is written the one regular way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape

from macros.search.sections import Section, section

TAG = re.compile(r"<(/?[A-Za-z][A-Za-z0-9]*)([^>]*)>")
ATTRIBUTE = re.compile(r"""([A-Za-z][A-Za-z0-9-]*)(?:=("[^"]*"|'[^']*'|[^\s"'`=<>]+))?""")
VALUE_AT_END = re.compile(r"""=[^\s"'`=<>]+\Z""")  # <a href=b/> is no tag that closes itself
VOID = frozenset(re.findall(r"\w+", "area base br col embed hr img input link meta param source track wbr"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: tags that part words; all others may stand within a word
PARTING = frozenset(("p", "code", "pre", "li", "ol", "ul", "sub", "sup"))
BEFORE_ALL = ""  # the tag of what stands before the first heading
PERMALINK, LINE_NUMBERS = "headerlink", "linenodiv"


@dataclass
class _Part:
    """A section that grows. `depth` is how many elements are open at its heading, itself among them."""

    tag: str
    depth: float = 0
    key: str = ""
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def cut(html: str, address: str, title: str) -> list[Section]:
    """The sections of a body in their order; `title` is the page's, for a section whose heading says nothing."""
    cutter = _Cutter()
    pieces = ["", "", *TAG.split(html)]
    for tag, attributes, words in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
        if tag:
            cutter.tag(tag.lower(), attributes)
        if words:
            cutter.words(words)
    return [
        section(
            f"{address}#{part.key}" if part.key else address,
            "".join(part.title or [title]),
            "".join(part.text),
        )
        for part in cutter.parts
    ]


def _read(attributes: str) -> dict[str, str]:
    return {name.lower(): unescape(value.strip("\"'")) for name, value in ATTRIBUTE.findall(attributes)}


class _Cutter:
    """Hears of every tag and of the words between them."""

    def __init__(self) -> None:
        self.parts: list[_Part] = []
        self.now: _Part | None = None
        self.open: list[str] = []
        self.hidden: set[str] = set()  # tags within which nothing counts
        self.permalink = (
            0  # how many elements are open within the mark that links to a heading, itself among them
        )

    def tag(self, name: str, attributes: str) -> None:
        """One tag as it is written; one that closes itself is both."""
        if name[0] == "/":
            self._end(name[1:])
        elif name not in VOID:
            self._start(name, attributes)
            if attributes[-1:] == "/" and not VALUE_AT_END.search(attributes):
                self._end(name)

    def _start(self, name: str, attributes: str) -> None:
        self.open.append(name)
        if name in HEADINGS:
            self._heading(name, _read(attributes))
        now = self.now or self._part()
        if LINE_NUMBERS in attributes and _read(attributes).get("class") == LINE_NUMBERS:
            self.hidden.add(name)
            return
        if name == "a" and PERMALINK in attributes and _read(attributes).get("class") == PERMALINK:
            self.permalink = self.permalink or len(self.open)
        if name in PARTING and not self._is_hidden():
            (now.title if now.tag in self.open else now.text).append(f"<{name}>")

    def _part(self) -> _Part:
        """The section that grows now: at first the one without a heading."""
        if self.now is None:
            self.now = _Part(BEFORE_ALL)
            self.parts.append(self.now)
        return self.now

    def _heading(self, name: str, attributes: dict[str, str]) -> None:
        """A section begins, if it can be linked to. The page's own heading, right at the start, is the page."""
        if "id" not in attributes:
            return
        depth = len(self.open)
        if name != "h1" and not self.parts:
            self.parts.append(_Part(BEFORE_ALL, depth))
        self.now = _Part(name, depth, attributes["id"] if self.parts else "")
        self.parts.append(self.now)

    def _end(self, name: str) -> None:
        if not self.open or self.open[-1] != name:
            return
        now = self.now or self._part()
        if now.depth > len(self.open):
            now = self._back(now)
        self.open.pop()
        if self.permalink > len(self.open):
            self.permalink = 0
        if name in self.hidden:
            self.hidden.remove(name)
        elif name in PARTING and not self._is_hidden():
            _close(now.title if now.tag in self.open else now.text, name)

    def _back(self, now: _Part) -> _Part:
        """What the heading of this section stands in is over: the words go on in the section before."""
        before = (part for part in reversed(self.parts) if part.depth <= len(self.open))
        found = next(before, None)
        if found is None:
            return now
        now.depth = float("inf")  # never to be gone back to
        self.now = found
        return found

    def _is_hidden(self) -> bool:
        return bool(self.hidden) and not self.hidden.isdisjoint(self.open)

    def words(self, words: str) -> None:
        """What stands between two tags."""
        if self.hidden and self._is_hidden():
            return
        if "&" in words:
            words = escape(unescape(words), quote=False)
        now = self.now or self._part()
        if now.tag in self.open:
            if not self.permalink:
                now.title.append(words)
        elif not words.isspace() or not now.text or not now.text[-1].isspace():
            now.text.append(words)


def _close(pieces: list[str], name: str) -> None:
    """The end of an element. One that holds nothing, and is the first of its name, parts no words."""
    last = len(pieces)
    while last and pieces[last - 1].isspace():
        last -= 1
    opened = f"<{name}>"
    if last and pieces[last - 1] == opened and pieces.index(opened) == last - 1:
        del pieces[last - 1 :]
    else:
        pieces.append(f"</{name}>")
