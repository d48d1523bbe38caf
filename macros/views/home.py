"""What the front page counts and chooses by itself; and the changelog."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from macros.models.case import Openness
from macros.models.values import State
from macros.views.case import completeness, when
from macros.views.chain import links
from macros.views.rendering import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from macros.library import Library
    from macros.models import Case
    from macros.views.context import Context

NEWEST_OF_A_TOPIC = 2


class Share(NamedTuple):
    """`part` of `whole` cases are so."""

    label: str
    part: int
    whole: int


def coverage(context: Context) -> Markup:
    """How far the data reaches: how many of each kind, and which share of the cases tells what."""
    library = context.library
    places = [library.places[key] for key in sorted({case.place for case in library.cases.values()})]
    return render(
        "coverage",
        context=context,
        library=library,
        public=sum(library.is_from_public_pages(method) for method in library.methods.values()),
        places=places,
        masked=sum(place.openness is Openness.ANONYMISED for place in places),
        shares=list(_shares(library)),
    )


def _shares(library: Library) -> Iterator[Share]:
    events = library.events
    told = [{link.name for link in links(case) if link.text} for case in events]
    yield Share("由第二人对照材料核过", sum(case.verified for case in events), len(events))
    yield Share("有公开的数字", sum(_public_figures(case) > 0 for case in events), len(events))
    yield Share("写到了办理", sum("办理" in names for names in told), len(events))
    yield Share("写到了反馈", sum("反馈" in names for names in told), len(events))


def _public_figures(case: Case) -> int:
    return sum(figure.state is State.STATED for figure in case.figures)


def _worth(case: Case) -> tuple[bool, bool, int, int]:
    """What the rule of the featured case compares, in its order; the rule is told to readers in the template."""
    told = sum(bool(link.text) for link in links(case))
    return case.verified, _public_figures(case) > 0, told, completeness(case)


def featured_case(context: Context) -> Markup:
    """One case, by a rule that is told with it: the same data always choose the same case."""
    cases = context.library.events  # in the order of their numbers: of equals the first is taken
    if not cases:
        return render("featured_case", case=None)
    case = max(cases, key=_worth)
    chain = links(case)
    return render(
        "featured_case",
        context=context,
        case=case,
        place=context.library.places[case.place],
        when=when(case.date),
        links=chain,
        told=sum(bool(link.text) for link in chain),
        completeness=completeness(case),
        figures=_public_figures(case),
    )


def _pieces(text: str) -> list[tuple[bool, str]]:
    """(is it code, words): what stands between backticks is what one types."""
    return [(bool(at % 2), words) for at, words in enumerate(text.split("`")) if words]


def whats_new(context: Context) -> Markup:
    """The last lines of each topic of the newest edition, the newest first."""
    newest = context.library.editions[:1]
    topics = [
        (topic, [_pieces(change.text) for change in [*changes][: -NEWEST_OF_A_TOPIC - 1 : -1]])
        for edition in newest
        for topic, changes in groupby(edition.changes, key=attrgetter("topic"))
    ]
    return render("whats_new", context=context, topics=topics)


def changelog(context: Context) -> Markup:
    """All editions with all changes, the newest first."""
    editions = [
        (
            edition.name,
            [
                (topic, [_pieces(change.text) for change in reversed([*changes])])
                for topic, changes in groupby(edition.changes, key=attrgetter("topic"))
            ],
        )
        for edition in context.library.editions
    ]
    return render("changelog", editions=editions)
