"""An empty presentation in our look: 16:9, our colours and fonts in the theme, three layouts, real placeholders.

The East Asian font stands in the theme (a:ea): a run's own font name would only be its Latin one, and WPS shows that.
Lengths are pixels of a 1280 × 720 slide; `px` makes EMU of them.
"""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Emu, Pt

from macros.office.same_bytes import unzipped, zipped

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

OWNER = "协商有方"
FONT, TITLE_FONT, LATIN = "微软雅黑", "微软雅黑", "Arial"
INK, PAPER, SEAL, SOFT, EDITOR, WASH = "24211D", "FFFDF8", "B03022", "5B554B", "5A4A1E", "F7F0D8"
#: colour of the theme -> ours
COLOURS = {
    "dk1": INK, "lt1": PAPER, "dk2": SOFT, "lt2": "F3EEE1", "accent1": SEAL, "accent2": EDITOR, "accent3": "2F5D50",
    "accent4": "8A8172", "accent5": "9C2A1D", "accent6": "DDD5C4", "hlink": "9C2A1D", "folHlink": SOFT,
}  # fmt: skip
TITLE_SLIDE, CONTENT, TITLE_ONLY = 0, 1, 2
KEPT = (0, 1, 5)  # of python-pptx' own layouts
LAYOUT_NAMES = ("封面", "标题和内容", "只有标题")
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)  # no clock in a file that is the same on every build
UNUSED = ("printerSettings", "thumbnail")
APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{OWNER}</Application></Properties>"
)
BAR = (
    '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/>'
    '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/>'
    '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
    "<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
)
PLACES = {
    PP_PLACEHOLDER.TITLE: (64, 30, 1152, 74),
    PP_PLACEHOLDER.BODY: (64, 124, 1152, 545),
    PP_PLACEHOLDER.DATE: (64, 678, 200, 30),
    PP_PLACEHOLDER.FOOTER: (400, 678, 480, 30),
    PP_PLACEHOLDER.SLIDE_NUMBER: (1096, 678, 120, 30),
}
TITLE_PLACES = {
    PP_PLACEHOLDER.CENTER_TITLE: (96, 200, 1100, 120),
    PP_PLACEHOLDER.SUBTITLE: (96, 330, 1100, 60),
}


def colour(six: str) -> RGBColor:
    """A colour from its six digits."""
    made: RGBColor = RGBColor(*bytes.fromhex(six))  # type: ignore[no-untyped-call]
    return made


def px(length: float) -> Emu:
    """A length on the slide."""
    return Emu(round(length * 9525))


def place(shape: Any, left: float, top: float, width: float, height: float) -> None:  # noqa: ANN401 (any shape)
    """Put a shape where it belongs."""
    shape.left, shape.top, shape.width, shape.height = px(left), px(top), px(width), px(height)


def _bar(shapes: Any, name: str, rectangle: tuple[int, int, int, int]) -> None:  # noqa: ANN401 (lxml inside)
    x, y, w, h = (int(px(length)) for length in rectangle)
    tree = shapes._spTree  # noqa: SLF001 (python-pptx adds no shapes to a master)
    tree.insert_element_before(
        etree.fromstring(BAR.format(number=900, name=name, x=x, y=y, w=w, h=h)), "p:sp"
    )


def _master(deck: Deck) -> None:
    master = deck.slide_master
    for shape in master.placeholders:
        place(shape, *PLACES[shape.placeholder_format.type])
    _bar(master.shapes, "标题下的线", (64, 104, 1152, 3))
    styles = master.element.find(".//{*}titleStyle/{*}lvl1pPr")
    styles.set("algn", "l")
    styles.find("{*}defRPr").set("sz", str(Pt(30).centipoints))
    styles.find("{*}defRPr").set("b", "1")


def _layouts(deck: Any) -> None:  # noqa: ANN401 (python-pptx types its layouts wrongly)
    for number, layout in reversed(list(enumerate(deck.slide_layouts))):
        if number not in KEPT:
            deck.slide_layouts.remove(layout)
    for layout, name in zip(deck.slide_layouts, LAYOUT_NAMES, strict=True):
        layout.name = name
        for shape in layout.placeholders:
            kind = shape.placeholder_format.type
            if kind in PLACES and kind not in {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY}:
                place(shape, *PLACES[kind])
    first = deck.slide_layouts[TITLE_SLIDE]
    first.element.set("showMasterSp", "0")
    _bar(first.shapes, "左边的色条", (0, 0, 26, 720))
    for shape in first.placeholders:
        kind = shape.placeholder_format.type
        if kind in TITLE_PLACES:
            place(shape, *TITLE_PLACES[kind])
            properties = shape.element.find(".//{*}lvl1pPr")
            if properties is not None:
                properties.set("algn", "l")


def _themed(xml: str) -> str:
    for name, colour in COLOURS.items():
        xml = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf'\g<1><a:srgbClr val="{colour}"/>\g<2>', xml)
    for kind, font in (("majorFont", TITLE_FONT), ("minorFont", FONT)):
        named = (
            rf'\g<1><a:latin typeface="{LATIN}"/><a:ea typeface="{font}"/><a:cs typeface=""/>'
            rf'<a:font script="Hans" typeface="{font}"/>\g<2>'
        )
        xml = re.sub(rf"(<a:{kind}>).*?(</a:{kind}>)", named, xml, flags=re.DOTALL)
    return xml


def empty(title: str) -> Deck:
    """A presentation without slides. `title` is the file's title property."""
    deck: Deck = Presentation()
    deck.slide_width, deck.slide_height = px(1280), px(720)
    _master(deck)
    _layouts(deck)
    told = deck.core_properties
    told.title, told.author, told.last_modified_by, told.language = title, OWNER, OWNER, "zh-CN"
    told.created = told.modified = BEGINNING
    told.revision = 1
    return deck


def saved(deck: Deck) -> bytes:
    """The .pptx, the same bytes for the same slides."""
    package = deck.part.package
    for owner in (package, deck.part):
        relations = owner._rels  # noqa: SLF001 (python-pptx has no word for what a file needs not)
        for key in [key for key, one in relations.items() if one.reltype.endswith(UNUSED)]:
            relations.pop(key)
    for part in package.iter_parts():
        if str(part.partname) == "/docProps/app.xml":
            part._blob = APP.encode()  # noqa: SLF001 (the same)
    target = io.BytesIO()
    deck.save(target)
    files = unzipped(target.getvalue())
    for name in files:
        if name.startswith("ppt/theme/"):
            files[name] = _themed(files[name].decode()).encode()
    return zipped(files)
