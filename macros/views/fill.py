"""填一次，出全套: the fields and the list, and without a script the single forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.models.form_pack import PERSON_BLANKS, SESSION_BLANKS
from macros.views.rendering import render

if TYPE_CHECKING:
    from markupsafe import Markup

    from macros.views.context import Context


def fill_once(context: Context) -> Markup:
    """Hidden until the script has its data; the forms of the set are listed with or without it."""
    forms = [form for form in context.library.forms.values() if form.pack]
    columns = [one.key for one in PERSON_BLANKS]
    return render("fill_once", context=context, forms=forms, blanks=SESSION_BLANKS, columns=columns)
