"""Forms: the toolbox, and what a form is for, what stands on it, how to fill it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from macros.models.form import FormGroup
from macros.views.context import found
from macros.views.rendering import render

if TYPE_CHECKING:
    from markupsafe import Markup

    from macros.models import Form
    from macros.views.context import Context

EMPTY = "〔〕"


def _form(context: Context, key: str) -> Form:
    return found(context.library.forms, key, "表单")


def form_index(context: Context) -> Markup:
    """All forms, by when an office reaches for them."""
    groups = [
        (group, list(forms))
        for group, forms in groupby(context.library.forms.values(), lambda form: form.group)
    ]
    pack = any(form.pack for form in context.library.forms.values())
    calendar = bool(context.library.year_plans)
    return render("form_index", context=context, groups=groups, pack=pack, calendar=calendar)


def form_card(context: Context, key: str) -> Markup:
    """What it is for, which methods and steps it serves, the file."""
    form = _form(context, key)
    in_calendar = form.group is FormGroup.PLAN and bool(context.library.year_plans)
    return render("form_card", context=context, form=form, in_calendar=in_calendar)


def form_preview(context: Context, key: str) -> Markup:
    """What stands on the paper, as the Word file has it."""
    return render("form_preview", context=context, form=_form(context, key), empty=EMPTY)


def form_told(context: Context, key: str) -> Markup:
    """What sources say of this paper; honest where they say nothing."""
    return render("form_told", context=context, form=_form(context, key))


def form_fill(context: Context, key: str) -> Markup:
    """How to fill it: the editors' hints."""
    return render("form_fill", form=_form(context, key))
