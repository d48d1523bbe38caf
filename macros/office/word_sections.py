"""Sections of a Word paper: upright sheets, and after them sheets that lie on their side."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from macros.office.word_elements import w

if TYPE_CHECKING:
    from macros.office.word_layout import Layout


def on_its_side(end: Any, last: Any, layout: Layout) -> Layout:  # noqa: ANN401 (lxml)
    """Close the section at the paragraph `last`; what comes before `end` from now on lies on its side.

    The margins turn with the sheet: its top is where the leaf is bound (GB/T 9704-2012, 8.4).
    """
    properties = last.find(qn("w:pPr"))
    if properties is None:
        properties = w("pPr")
        last.insert(0, properties)
    properties.append(deepcopy(end))
    top, right, bottom, left = layout.margins
    turned = replace(layout, landscape=True, margins=(left, top, right, bottom))
    width, height = turned.page
    size, margins = end.find(qn("w:pgSz")), end.find(qn("w:pgMar"))
    for name, value in {"w": width, "h": height, "orient": "landscape"}.items():
        size.set(qn(f"w:{name}"), str(value))
    for name, value in zip(("top", "right", "bottom", "left"), turned.margins, strict=True):
        margins.set(qn(f"w:{name}"), str(value))
    return turned
