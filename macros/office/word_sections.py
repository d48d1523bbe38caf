"""Sections of a Word paper: upright sheets, and after them sheets that lie on their side."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.office.word_elements import w

if TYPE_CHECKING:
    from macros.office.word_layout import Layout

SIZE, MARGINS = re.compile("<w:pgSz [^>]*/>"), re.compile("<w:pgMar [^>]*/>")
SIDES = ("top", "right", "bottom", "left")


def on_its_side(section: str, layout: Layout) -> tuple[str, Layout]:
    """The properties of a section that lies on its side after one with these properties, and its layout.

    The margins turn with the sheet: its top is where the leaf is bound (GB/T 9704-2012, 8.4).
    """
    top, right, bottom, left = layout.margins
    turned = replace(layout, landscape=True, margins=(left, top, right, bottom))
    width, height = turned.page
    lying = SIZE.sub(w("pgSz", w=width, h=height, orient="landscape"), section, 1)
    sides = dict(zip(SIDES, turned.margins, strict=True))
    return MARGINS.sub(lambda found: _with(found[0], sides), lying, 1), turned


def _with(element: str, values: dict[str, int]) -> str:
    """An element with other values of some attributes."""
    for name, value in values.items():
        element = re.sub(f'w:{name}="[^"]*"', f'w:{name}="{value}"', element)
    return element
