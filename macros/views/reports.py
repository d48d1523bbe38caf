"""What users tell of a method: counted apart, marked as theirs, never mixed with what sources say."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from macros.views.context import found
from macros.views.rendering import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from macros.models import Report
    from macros.views.context import Context


def span(numbers: Sequence[int], unit: str) -> str:
    """「90至150分钟」, or one number."""
    least, most = min(numbers), max(numbers)
    return f"{least}{unit}" if least == most else f"{least}至{most}{unit}"


def where(context: Context, report: Report) -> str:
    """The place by its name, or in the user's own words."""
    return context.library.places[report.place].name if report.place else report.place_text or ""


def reports(context: Context, key: str) -> Markup:
    """Real lengths, what was changed and what went wrong; or an honest word that nobody has told yet."""
    method = found(context.library.methods, key, "方法")
    told = context.library.reports_of(key)
    return render(
        "reports",
        context=context,
        method=method,
        rows=[(report, where(context, report)) for report in told],
        minutes=span([report.minutes for report in told], "分钟") if told else "",
        people=span([report.people for report in told], "人") if told else "",
        way_in=way_in(context, "reports", method=key),
    )


def way_in(context: Context, kind: str, **values: str) -> str:
    """The address of a form with some answers filled in."""
    return f"{context.page(f'contribute/form/{kind}/')}?{urlencode(values)}"
