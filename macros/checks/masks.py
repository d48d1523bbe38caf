"""Rules about X: where the sources mask a place or a number we keep the X, elsewhere it is a placeholder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.checks.references import kind_of
from macros.checks.scope import Scope, stem
from macros.checks.values import HEAD
from macros.models.case import Openness
from macros.models.reference import SourceKind
from macros.models.references import POINTS_AT
from macros.models.values import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.values import Value
    from macros.library import Library
    from macros.problems import Problem

LETTER = "[Xx\u00d7\uff38\uff58]"
THING = "[市县区镇乡村州省旗街年月日届次个件条项名人位场]"
MASK = re.compile(f"(?<![A-Za-z0-9+\\-])(?:{LETTER}{{2,}}(?=[\u4e00-\u9fff])|{LETTER}(?={THING}))")
HAS_LETTER = re.compile(LETTER)  # hardly any text has: the patterns below need not look at the others
QUOTED = re.compile("[“「《][^“”「」《》]*[”」》]")


def masks_only_where_the_source_masks(scope: Scope) -> Iterator[Problem]:
    """“X市”“X件”这样的写法，只能用在材料本来就隐去的地方和数字上；写明了地方的案例里不能有。"""
    masking = _masking_records(scope)
    for value in scope.values:
        if not HAS_LETTER.search(value.text) or value.file.path in masking or _is_masked_figure(value):
            continue
        match = MASK.search(QUOTED.sub(lambda quote: " " * len(quote[0]), value.text))
        if match:
            found = value.text[match.start() : match.end() + 1]
            said = f"{value.label}里有占位的“{found}”，这条记录的材料并没有隐去它。"
            hint = "写出真实的名称或数字；材料没有说的，把这一句删掉。引用材料的隐去写法时，加上引号。"
            yield value.problem(said, hint, found)


def _masking_records(scope: Scope) -> frozenset[str]:
    """Files whose record leans on a base text or stands in a place that isn't named: their X is the source's."""
    library = scope.library
    masked = frozenset(key for key, place in library.places.items() if place.openness is not Openness.NAMED)
    texts = frozenset(key for key, source in library.sources.items() if source.kind is SourceKind.TEXT)
    found = {
        value.file.path
        for value in scope.of(POINTS_AT)
        if _points_into(value, "places", masked)
        or (value.file.kind != "cases" and _points_into(value, "sources", texts))
    }
    own = {"places": masked, "sources": texts}
    found |= {file.path for file in library.files if stem(file) in own.get(file.kind, ())}
    methods = {stem(file) for file in library.files if file.kind == "methods" and file.path in found}
    return frozenset(found | _pages_of(methods, library))


def _points_into(value: Value, kind: str, ids: frozenset[str]) -> bool:
    return value.file.kind != HEAD and kind_of(value) == kind and value.text in ids


def _pages_of(methods: set[str], library: Library) -> set[str]:
    return {page.path for page in library.pages if page.front and page.front.method in methods}


def _is_masked_figure(value: Value) -> bool:
    """The printed words of a figure whose state says that it is masked."""
    if value.key != "as_printed":
        return False
    owner = value.file.document.data
    for step in value.path[:-1]:
        owner = owner[step]
    return bool(owner.get("state") == State.MASKED.value)
