"""The parts of an .xlsx that cells lean on: which part is which sheet, the shared texts, the number formats.

openpyxl reads them all, but takes three times as long as a thousand rows may take; what a number format means and
what day a number is, openpyxl still says.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator
    from datetime import datetime

BOOK, BOOK_PARTS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
TRUE = frozenset({"1", "true"})
GENERAL = "General"


@dataclass(frozen=True)
class Parts:
    """`sheets` is (name, part) in order; `formats` (code, is it a date's?) of each style that cells may have."""

    sheets: tuple[tuple[str, str], ...]
    texts: list[str]
    formats: list[tuple[str, bool]]
    epoch: datetime


def parts_of(archive: zipfile.ZipFile) -> Parts:
    """Read them. Raises what broken XML and missing parts raise."""
    book = _tree(archive, BOOK)
    named = {
        one.get("Id"): (str(one.get("Type")).rpartition("/")[2], _path(one))
        for one in _tree(archive, BOOK_PARTS)
        if _path(one) in archive.namelist()
    }
    by_type = dict(named.values())
    sheets = (
        (str(sheet.get("name")), named.get(_relation(sheet), ("", ""))) for sheet in book.iter("{*}sheet")
    )
    settings = next(book.iter("{*}workbookPr"), None)
    old_mac = settings is not None and settings.get("date1904") in TRUE
    return Parts(
        tuple((name, path) for name, (kind, path) in sheets if kind == "worksheet"),
        [text_of(item) for item in elements(archive, by_type["sharedStrings"], "{*}si")]
        if "sharedStrings" in by_type
        else [],
        list(_formats(_tree(archive, by_type["styles"]))) if "styles" in by_type else [],
        CALENDAR_MAC_1904 if old_mac else CALENDAR_WINDOWS_1900,
    )


def elements(archive: zipfile.ZipFile, part: str, *tags: str) -> Iterator[Any]:
    """Elements of a part as they end, each forgotten after use: a part may be larger than the memory."""
    with archive.open(part) as opened:
        for _, element in _parsed(opened, tags):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _parsed(opened: IO[bytes], tags: tuple[str, ...]) -> Any:  # noqa: ANN401 (lxml ships no types)
    return etree.iterparse(opened, tag=tags, resolve_entities=False, no_network=True)


def _tree(archive: zipfile.ZipFile, part: str) -> Any:  # noqa: ANN401 (the same)
    return etree.fromstring(archive.read(part), etree.XMLParser(resolve_entities=False, no_network=True))


def _path(relation: Any) -> str:  # noqa: ANN401 (the same)
    return posixpath.normpath(posixpath.join("/xl", relation.get("Target") or "")).lstrip("/")


def _relation(sheet: Any) -> str:  # noqa: ANN401 (the same)
    return next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")


def text_of(item: Any) -> str:  # noqa: ANN401 (the same)
    """A text of one piece or of several with looks of their own; how it is pronounced is no part of it."""
    if len(item) == 1 and not len(item[0]):
        return item[0].text or ""
    runs = (one for one in item if one.tag.endswith(("}r", "}t")))
    return "".join(text.text or "" for run in runs for text in run.iter("{*}t"))


def _formats(styles: Any) -> Iterator[tuple[str, bool]]:  # noqa: ANN401 (the same)
    own = {int(one.get("numFmtId")): str(one.get("formatCode")) for one in styles.iter("{*}numFmt")}
    for style in styles.iterfind("{*}cellXfs/{*}xf"):
        number = int(style.get("numFmtId", 0))
        code = own.get(number) or str(BUILTIN_FORMATS.get(number, GENERAL))
        yield code, bool(is_date_format(code))
