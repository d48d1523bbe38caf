"""The case library: all cases in one table, each row with what it can be chosen and sorted by."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.models.case import Openness
from macros.models.reference import Reliability
from macros.models.values import DateBasis, State
from macros.views.case import case_row, figure_summary
from macros.views.chain import LINKS, links
from macros.views.rendering import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markupsafe import Markup

    from macros.library import Library
    from macros.models import Case
    from macros.views.context import Context

UNTOLD = "没有交代"
LAST = 10_000


class Value(NamedTuple):
    """One value of a facet. Values stand by position, then the most frequent first, then by name."""

    position: int
    id: str
    label: str


def _methods(library: Library, case: Case) -> Iterator[Value]:
    return (Value(0, key, library.methods[key].name) for key in case.methods)


def _categories(library: Library, case: Case) -> Iterator[Value]:
    order = list(library.category_names)
    for key in {library.methods[key].category for key in case.methods}:
        yield Value(order.index(key), key, library.category_names[key])


def _levels(library: Library, case: Case) -> Iterator[Value]:
    order = [choice.name for choice in library.vocabularies.levels]
    yield Value(order.index(case.level), case.level, case.level)


def _provinces(library: Library, case: Case) -> Iterator[Value]:
    place = library.places[case.place]
    if place.province:
        yield Value(0, place.province, place.province)
    elif place.openness is Openness.ANONYMISED:
        yield Value(LAST, "masked", "地方已隐去")
    else:
        yield Value(LAST - 1, "untold", "没有写省份")


def _places(library: Library, case: Case) -> Iterator[Value]:
    place = library.places[case.place]
    yield Value(LAST * (place.openness is Openness.ANONYMISED), place.id, place.name)


def _years(_: Library, case: Case) -> Iterator[Value]:
    if case.date:
        yield Value(-int(case.date.start[:4]), case.date.start[:4], case.date.start[:4])
    else:
        yield Value(LAST, "untold", UNTOLD)


def _date_basis(_: Library, case: Case) -> Iterator[Value]:
    if case.date:
        yield Value(list(DateBasis).index(case.date.basis), case.date.basis.value, case.date.basis.label)
    else:
        yield Value(LAST, "untold", UNTOLD)


def _topics(library: Library, case: Case) -> Iterator[Value]:
    order = [choice.name for choice in library.vocabularies.topics]
    return (Value(order.index(topic), topic, topic) for topic in case.topics)


def _strength(library: Library, case: Case) -> Iterator[Value]:
    kinds = [library.sources[cited.source].reliability for cited in case.sources]
    best = min(kinds, key=list(Reliability).index)
    yield Value(list(Reliability).index(best), best.value, best.label)


def _verified(_: Library, case: Case) -> Iterator[Value]:
    yield Value(0, "yes", "已复核") if case.verified else Value(1, "no", "还没有复核")


def _public(case: Case) -> int:
    return sum(figure.state is State.STATED for figure in case.figures)


def _figures(_: Library, case: Case) -> Iterator[Value]:
    if _public(case):
        yield Value(0, "public", "有公开数字")
    elif case.figures:
        yield Value(1, "masked", "有数字，都没有公开")
    else:
        yield Value(2, "none", "没有数字")


def _reach(_: Library, case: Case) -> Iterator[Value]:
    told = [index for index, link in enumerate(links(case)) if link.text]
    furthest = told[-1] if told else -1
    label = f"写到{LINKS[furthest]}" if told else "一环也没有写"
    yield Value(len(LINKS) - furthest, str(furthest + 1), label)


#: name in the address, label, the values of a case (at least one); `q` and `h` belong to the search
FACETS: tuple[tuple[str, str, Callable[[Library, Case], Iterator[Value]]], ...] = (
    ("m", "方法", _methods),
    ("c", "方法类别", _categories),
    ("l", "层级", _levels),
    ("v", "省份", _provinces),
    ("p", "地方", _places),
    ("y", "年份", _years),
    ("b", "时间依据", _date_basis),
    ("t", "议题分类", _topics),
    ("s", "最可靠的出处", _strength),
    ("r", "复核", _verified),
    ("f", "数字", _figures),
    ("o", "从意见到反馈", _reach),
)


def _order(library: Library, case: Case) -> str:
    """What each column sorts by; nothing where it is masked or untold, and never a figure's own number."""
    place = library.places[case.place]
    levels = [choice.name for choice in library.vocabularies.levels]
    keys = (
        case.number,
        "" if place.openness is Openness.ANONYMISED else place.name,
        case.date.start if case.date else "",
        levels.index(case.level),
        case.topics[0],
        _public(case) or "",
    )
    return ";".join(str(key).replace(";", "；") for key in keys)


def facets(library: Library, cases: Sequence[Case]) -> tuple[str, list[str]]:
    """The facets with their values as JSON; and for each case which it has, as "0,3;2;…"."""
    described, columns = [], []
    for name, label, values_of in FACETS:
        had = [list(values_of(library, case)) for case in cases]
        counts = Counter(value for values in had for value in values)
        values = sorted(counts, key=lambda value: (value.position, -counts[value], value.label, value.id))
        described.append(
            {"key": name, "label": label, "values": [[value.id, value.label] for value in values]}
        )
        index = {value: number for number, value in enumerate(values)}
        columns.append([",".join(str(number) for number in sorted(index[one] for one in row)) for row in had])
    return json.dumps(described, ensure_ascii=False, separators=(",", ":")), [
        ";".join(row) for row in zip(*columns, strict=True)
    ]


def library_table(context: Context) -> Markup:
    """All cases."""
    cases = list(context.library.cases.values())
    described, values = facets(context.library, cases)
    rows = [
        case_row(context, case) | {"values": has, "order": _order(context.library, case)}
        for case, has in zip(cases, values, strict=True)
    ]
    return render(
        "case_table",
        context=context,
        rows=rows,
        summary=figure_summary(cases),
        label="全部案例",
        facets=described,
    )
