"""An empty paper: python-docx's package with our page, styles and settings, and nothing of its template."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Twips
from lxml import etree

from macros.office.same_bytes import Pressed, pressed, unzipped, zipped
from macros.office.word_elements import escaped, paragraph, run_element, w
from macros.office.word_styles import fonts, settings, styles
from macros.office.word_text import Run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document as WordDocument
    from docx.section import _Footer

    from macros.office.word_layout import Layout

KEPT_OF_PACKAGE = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}
PROPERTIES, DOCUMENT = "docProps/core.xml", "word/document.xml"
DAY = datetime(1980, 1, 1, tzinfo=UTC)  # papers carry no time of making: the same content, the same bytes
TITLE = "\ue000"  # where a title goes
PARAGRAPH_ENDS = "</w:p>"
SECTION, END = "<w:sectPr", "</w:body>"


@dataclass(frozen=True)
class Skeleton:
    """A paper without a paragraph: what all papers of a kind share, compressed already, and what stands around theirs.

    `document` is what comes before a paper's paragraphs and what comes after its last section; `properties` the same
    for its title; `section` sets the pages.
    """

    shared: Mapping[str, Pressed]
    document: tuple[str, str]
    section: str
    properties: tuple[str, str]


def _parts(layout: Layout) -> tuple[tuple[str, str, str, bytes], ...]:
    made = (
        ("styles", RELATIONSHIP_TYPE.STYLES, CONTENT_TYPE.WML_STYLES, styles(layout)),
        ("settings", RELATIONSHIP_TYPE.SETTINGS, CONTENT_TYPE.WML_SETTINGS, settings(layout)),
        ("fontTable", RELATIONSHIP_TYPE.FONT_TABLE, CONTENT_TYPE.WML_FONT_TABLE, fonts()),
    )
    return tuple((f"/word/{name}.xml", kind, content, text.encode()) for name, kind, content, text in made)


@cache
def skeleton(layout: Layout, *, page_numbers: bool) -> Skeleton:
    """Made once, for opening python-docx's template takes its time."""
    document = Document()
    package = document.part.package
    for owner, kept in ((document.part.rels, {RELATIONSHIP_TYPE.THEME}), (package.rels, KEPT_OF_PACKAGE)):
        for key in [key for key, relation in owner.items() if relation.reltype not in kept]:
            del owner[key]
    for path, kind, content, data in _parts(layout):
        document.part.relate_to(Part(PackURI(path), content, data, package), kind)
    _set_page(document, layout)
    if page_numbers:
        _number_pages(document, layout)
    _set_properties(document)
    target = io.BytesIO()
    document.save(target)
    return _taken_apart(unzipped(target.getvalue()))


def _taken_apart(files: dict[str, bytes]) -> Skeleton:
    text, properties = _xml(files.pop(DOCUMENT)), _xml(files.pop(PROPERTIES))
    begin, end = text.index(SECTION), text.index(END)
    shared = MappingProxyType({name: pressed(data) for name, data in files.items()})
    before, _, after = properties.partition(TITLE)
    return Skeleton(shared, (text[:begin], text[end:]), text[begin:end], (before, after))


def _set_page(document: WordDocument, layout: Layout) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Twips(length) for length in layout.page)
    top, right, bottom, left = (Twips(length) for length in layout.margins)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = (
        top,
        right,
        bottom,
        left,
    )
    section.header_distance, section.footer_distance = Twips(850), Twips(layout.footer)
    if layout.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
    properties = section._sectPr  # noqa: SLF001 (python-docx has no name for the grid)
    for grid in properties.findall(qn("w:docGrid")):
        properties.remove(grid)
    kind = {"type": "lines"} if layout.mirrored else {}
    properties.append(_element(w("docGrid", linePitch=layout.line, **kind)))


def _number_pages(document: WordDocument, layout: Layout) -> None:
    """— 1 —, outside on both sides of a leaf, one character from the edge (GB/T 9704-2012, 7.5)."""
    section, inset = document.sections[0], layout.page_number * 10
    if layout.mirrored:
        _page_number(section.footer, {"align": "right", "indent": (("rightChars", 100), ("right", inset))})
        _page_number(
            section.even_page_footer, {"align": "left", "indent": (("leftChars", 100), ("left", inset))}
        )
    else:
        _page_number(section.footer, {"align": "center"})


def _page_number(footer: _Footer, place: dict[str, object]) -> None:
    footer.is_linked_to_previous = False
    element = footer.paragraphs[0]._p  # noqa: SLF001
    line = paragraph(Run("— "), "Footer", **place)
    number = w("fldSimple", run_element(Run("1")), instr=" PAGE ")
    ended = f"{line.removesuffix(PARAGRAPH_ENDS)}{number}{run_element(Run(' —'))}{PARAGRAPH_ENDS}"
    element.getparent().replace(element, _element(ended))


def _element(text: str) -> Any:  # noqa: ANN401 (lxml)
    """Our text as python-docx has it."""
    return parse_xml(re.sub(r"^<[\w:]+", lambda tag: f"{tag[0]} {nsdecls('w')}", text))


def _set_properties(document: WordDocument) -> None:
    core = document.core_properties
    core.title, core.author, core.comments, core.last_modified_by = TITLE, "", "", ""
    core.created = core.modified = DAY
    core.revision, core.language = 1, "zh-CN"


def filled(blank: Skeleton, title: str, body: str) -> bytes:
    """The .docx with these paragraphs and sections. Its only property is its title."""
    properties, document = escaped(title).join(blank.properties), body.join(blank.document)
    return zipped({**blank.shared, PROPERTIES: properties.encode(), DOCUMENT: document.encode()})


def _xml(data: bytes) -> str:
    written: bytes = etree.tostring(etree.fromstring(data), encoding="UTF-8", standalone=True)
    return written.decode()
