"""Rules about time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope
    from macros.problems import Problem

PAST_FIELDS = frozenset({"date", "start", "end", "reviewed"})
WRITTEN_DATE = re.compile(r"\d{4}(-\d{2}){0,2}\Z")


def nothing_happened_in_the_future(scope: Scope) -> Iterator[Problem]:
    """做过的事、发表的文章、核对的日期，都不能晚于今天。"""
    today = scope.today.isoformat()
    for value in scope.of(sorted(PAST_FIELDS)):
        if WRITTEN_DATE.match(value.text) and value.text > today[: len(value.text)]:
            said = f"{value.label}写的是“{value.text}”，还没有到（今天是{today}）。"
            yield value.problem(said, "核对年份；还没做的事，等做完再写。")
