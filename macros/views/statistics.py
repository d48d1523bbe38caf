"""What can honestly be counted: records, never what a source masks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from macros.models.method import Rank, Told
from macros.models.overview import Chart
from macros.models.values import State
from macros.views.chain import LINKS, links
from macros.views.context import found
from macros.views.rendering import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from markupsafe import Markup

    from macros.library import Library
    from macros.views.context import Context

BAR_HEIGHT, GAP, LABEL_WIDTH, WIDTH = 22, 10, 240, 700
TOP_METHODS = 20
LABEL_LENGTH = 16

Counts = list[tuple[str, int]]


def _ranked(words: Iterable[str]) -> Counts:
    """Most frequent first, then by name, so that the same data gives the same table."""
    return sorted(Counter(words).items(), key=lambda item: (-item[1], item[0]))


def _by_method(library: Library) -> Counts:
    names = (library.methods[key].name for case in library.events for key in case.methods)
    return _ranked(names)[:TOP_METHODS]


def _by_link(library: Library) -> Counts:
    told = Counter(link.name for case in library.events for link in links(case) if link.text)
    return [(name, told[name]) for name in LINKS]


def _by_level(library: Library) -> Counts:
    counts = Counter(case.level for case in library.events)
    return [
        (choice.name, counts[choice.name]) for choice in library.vocabularies.levels if counts[choice.name]
    ]


def _by_year(library: Library) -> Counts:
    years = Counter(case.date.start[:4] if case.date else "没有交代" for case in library.events)
    return sorted(years.items())


def _by_figures(library: Library) -> Counts:
    states = [{figure.state for figure in case.figures} for case in library.events]
    return [
        ("有公开数字", sum(State.STATED in found for found in states)),
        ("数字都隐去了", sum(bool(found) and State.STATED not in found for found in states)),
        ("没有数字", sum(not found for found in states)),
    ]


def _by_told(library: Library) -> Counts:
    counts = Counter(method.told for method in library.methods.values())
    return [(told.label, counts[told]) for told in Told]


def _by_rank(library: Library) -> Counts:
    counts = Counter(method.rank for method in library.methods.values())
    return [(rank.label, counts[rank]) for rank in Rank]


COUNTS: dict[Chart, Callable[[Library], Counts]] = {
    Chart.METHOD: _by_method,
    Chart.CATEGORY: lambda library: _ranked(topic for case in library.events for topic in case.topics),
    Chart.LEVEL: _by_level,
    Chart.OPENNESS: lambda library: _ranked(case.openness.label for case in library.events),
    Chart.YEAR: _by_year,
    Chart.CHAIN: _by_link,
    Chart.FIGURES: _by_figures,
    Chart.TOLD: _by_told,
    Chart.RANK: _by_rank,
}


def _short(label: str) -> str:
    return label if len(label) <= LABEL_LENGTH else f"{label[: LABEL_LENGTH - 1]}…"


def chart(context: Context, key: str) -> Markup:
    """A bar chart as inline SVG with the same numbers in a table beside it."""
    shown = found({one.value: one for one in Chart}, key, "统计图")
    counts = COUNTS[shown](context.library)
    most = max((number for _, number in counts), default=1) or 1
    scale = (WIDTH - LABEL_WIDTH - 60) / most
    bars = [
        {
            "label": label,
            "short": _short(label),
            "number": number,
            "y": index * (BAR_HEIGHT + GAP),
            "width": round(number * scale, 1),
        }
        for index, (label, number) in enumerate(counts)
    ]
    size = {"width": WIDTH, "height": len(bars) * (BAR_HEIGHT + GAP), "bar": BAR_HEIGHT, "left": LABEL_WIDTH}
    return render("chart", title=shown.label, unit=shown.explanation, bars=bars, size=size, name=key)
