"""Notes of slides: python-pptx makes the first, the others are copies of it, for it would take each one apart anew."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.slide import NotesSlidePart

NAME = "/ppt/notesSlides/notesSlide{}.xml"
Slide = Any  # python-pptx ships no types


class Notes:
    """The notes of one presentation."""

    def __init__(self) -> None:
        self._empty: Any = None
        self._count = 0

    def say(self, target: Slide, text: str) -> None:
        """Give a slide its notes."""
        self._count += 1
        if self._empty is None:
            self._empty = deepcopy(target.notes_slide._element)  # noqa: SLF001 (python-pptx copies nothing)
        else:
            self._copy(target.part)
        target.notes_slide.notes_text_frame.text = text

    def _copy(self, slide: Any) -> None:  # noqa: ANN401 (a part of python-pptx's package)
        package = slide.package
        part = NotesSlidePart(
            PackURI(NAME.format(self._count)), CONTENT_TYPE.PML_NOTES_SLIDE, package, deepcopy(self._empty)
        )
        part.relate_to(package.presentation_part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
        part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
        slide.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)
