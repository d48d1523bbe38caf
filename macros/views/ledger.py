"""The Excel ledger: where to get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.views.rendering import render

if TYPE_CHECKING:
    from markupsafe import Markup

    from macros.views.context import Context


def ledger_download(context: Context) -> Markup:
    """A link to the ledger, with what is in it."""
    return render("ledger_download", context=context)
