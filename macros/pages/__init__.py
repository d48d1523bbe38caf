"""Pages that are computed: the library in, {path under docs/: Markdown} out."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from macros.pages.calendar import calendar_pages
from macros.pages.cases import case_pages
from macros.pages.choosing import choosing_pages
from macros.pages.contributing import contributing_pages
from macros.pages.forms import form_pages
from macros.pages.kits import kit_pages
from macros.pages.methods import method_pages, shelf_pages
from macros.pages.overview import overview_pages
from macros.pages.quizzes import quiz_pages
from macros.pages.reference import reference_pages
from macros.pages.retired import retired_pages
from macros.pages.session_plans import plan_pages

if TYPE_CHECKING:
    from macros.library import Library


def generated(library: Library) -> dict[str, str]:
    """Every generated page, by its path under docs/."""
    makers = (
        shelf_pages,
        method_pages,
        case_pages,
        reference_pages,
        overview_pages,
        retired_pages,
        kit_pages,
        quiz_pages,
        form_pages,
        calendar_pages,
        plan_pages,
        choosing_pages,
        contributing_pages,
    )
    return dict(chain.from_iterable(maker(library) for maker in makers))
