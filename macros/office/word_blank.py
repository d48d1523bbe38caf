"""An empty paper: python-docx's package with our page, styles and settings, and nothing of its template."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Twips
from lxml import etree

from macros.office.same_bytes import unzipped, zipped
from macros.office.word_elements import paragraph, run_element, w
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


def _parts(layout: Layout) -> tuple[tuple[str, str, str, bytes], ...]:
    made = (
        ("styles", RELATIONSHIP_TYPE.STYLES, CONTENT_TYPE.WML_STYLES, styles(layout)),
        ("settings", RELATIONSHIP_TYPE.SETTINGS, CONTENT_TYPE.WML_SETTINGS, settings(layout)),
        ("fontTable", RELATIONSHIP_TYPE.FONT_TABLE, CONTENT_TYPE.WML_FONT_TABLE, fonts()),
    )
    return tuple((f"/word/{name}.xml", kind, content, text.encode()) for name, kind, content, text in made)


@cache
def skeleton(layout: Layout, *, page_numbers: bool) -> Mapping[str, bytes]:
    """The files of a paper without a paragraph: made once, for opening python-docx's template takes its time."""
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
    return MappingProxyType(unzipped(target.getvalue()))


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
    properties.append(w("docGrid", linePitch=layout.line, **({"type": "lines"} if layout.mirrored else {})))


def _number_pages(document: WordDocument, layout: Layout) -> None:
    """— 1 —, outside on both sides of a leaf, one character from the edge (GB/T 9704-2012, 7.5)."""
    section, inset = document.sections[0], layout.page_number * 10
    if layout.mirrored:
        _page_number(section.footer, {"align": "right", "indent": {"rightChars": 100, "right": inset}})
        _page_number(section.even_page_footer, {"align": "left", "indent": {"leftChars": 100, "left": inset}})
    else:
        _page_number(section.footer, {"align": "center"})


def _page_number(footer: _Footer, place: dict[str, object]) -> None:
    footer.is_linked_to_previous = False
    element = footer.paragraphs[0]._p  # noqa: SLF001
    line = paragraph(Run("— "), "Footer", **place)
    line.append(w("fldSimple", run_element(Run("1")), instr=" PAGE "))
    line.append(run_element(Run(" —")))
    element.getparent().replace(element, line)


def _set_properties(document: WordDocument) -> None:
    core = document.core_properties
    core.title, core.author, core.comments, core.last_modified_by = "", "", "", ""
    core.created = core.modified = DAY
    core.revision, core.language = 1, "zh-CN"


def filled(files: Mapping[str, bytes], title: str, body: Any) -> bytes:  # noqa: ANN401 (lxml)
    """The .docx with this body. Its only property is its title."""
    properties = etree.fromstring(files[PROPERTIES])
    for element in properties.iter(qn("dc:title")):
        element.text = title
    return zipped({**files, PROPERTIES: _xml(properties), DOCUMENT: _xml(body)})


def _xml(element: Any) -> bytes:  # noqa: ANN401 (lxml)
    return etree.tostring(element, encoding="UTF-8", standalone=True)
