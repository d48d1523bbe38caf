"""The figures of a visit, class by class."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from bench.searching import NONSENSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bench.searching import Answer, Visit

HAN = re.compile("[\u3400-\u9fff]+")
FIRST_THREE = 3


def share(found: Iterable[bool]) -> float:
    """How many of all are true; 1 when there are none."""
    each = list(found)
    return sum(each) / len(each) if each else 1.0


def percentile(values: Sequence[float], part: float) -> float:
    """The value that `part` of all do not exceed."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def hits(answers: Iterable[Answer], within: int) -> float:
    """How often a wanted page is among the first."""
    return share(0 < answer.rank <= within for answer in answers)


def reciprocal(answers: Sequence[Answer]) -> float:
    """The mean of one divided by the rank."""
    return sum(1 / answer.rank for answer in answers if answer.rank) / len(answers)


def by_kind(visit: Visit) -> dict[str, list[Answer]]:
    """The answers of each class, without the nonsense."""
    found: dict[str, list[Answer]] = defaultdict(list)
    for answer in visit.answers:
        if answer.query.kind != NONSENSE:
            found[answer.query.kind].append(answer)
    return found


def sensible(visit: Visit) -> list[Answer]:
    """All but the nonsense."""
    return [answer for answer in visit.answers if answer.query.kind != NONSENSE]


def called_near(visit: Visit) -> float:
    """How much of the nonsense is said not to match."""
    return share(bool(answer.near) for answer in visit.answers if answer.query.kind == NONSENSE)


def _visible(answer: Answer) -> bool:
    query = answer.query.text
    return bool(HAN.fullmatch(query)) and query in answer.first_text


def marked_whole(visit: Visit) -> float:
    """How often a query of Han characters that can be seen is marked in one piece."""
    seen = [answer for answer in sensible(visit) if _visible(answer)]
    return share(any(answer.query.text in mark for mark in answer.first_marks) for answer in seen)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)} or {text}


def unrelated_marks(visit: Visit) -> float:
    """How many marks of Han queries share no two characters with the query."""
    asked = [answer for answer in sensible(visit) if HAN.fullmatch(answer.query.text)]
    marks = [(answer.query.text, mark) for answer in asked for mark in answer.first_marks]
    return sum(not _pairs(mark) & _pairs(query) for query, mark in marks) / max(len(marks), 1)


def figures(visit: Visit) -> dict[str, float]:
    """Every figure that has a gate."""
    answers = sensible(visit)
    waits = [answer.milliseconds for answer in answers]
    return {
        "hit@1": hits(answers, 1),
        "hit@3": hits(answers, FIRST_THREE),
        "MRR": reciprocal(answers),
        "没有结果": share(not answer.places for answer in answers),
        "胡乱输入标明不匹配": called_near(visit),
        "正常查询标成不匹配": share(bool(answer.near) for answer in answers),
        "整词标出": marked_whole(visit),
        "无关标记": unrelated_marks(visit),
        "打开页面KB": visit.on_load,
        "首个结果前KB中位": percentile(visit.until_first, 0.5),
        "首个结果前KB p95": percentile(visit.until_first, 0.95),
        "首个结果前KB最大": max(visit.until_first),
        "按键到显示ms中位": percentile(waits, 0.5),
        "按键到显示ms p95": percentile(waits, 0.95),
    }


def report(visit: Visit, title: str) -> str:
    """All figures, as a part of bench/search.md."""
    lines = [f"## {title}", "", "| 类 | 查询 | hit@1 | hit@3 | MRR |", "|---|---|---|---|---|"]
    for kind, answers in by_kind(visit).items():
        one, three = hits(answers, 1), hits(answers, FIRST_THREE)
        lines.append(f"| {kind} | {len(answers)} | {one:.2f} | {three:.2f} | {reciprocal(answers):.2f} |")
    lines += ["", "| 指标 | 值 |", "|---|---|"]
    lines += [f"| {name} | {value:.3f} |" for name, value in figures(visit).items()]
    lines += ["", "没有排在第一的查询：", ""]
    missed = [answer for answer in sensible(visit) if answer.rank != 1]
    lines += [
        f"- {answer.query.text}：第{answer.rank}位，最前是{' '.join(answer.places[0]) if answer.places else '无'}"
        for answer in missed
    ]
    return "\n".join(lines) + "\n"
