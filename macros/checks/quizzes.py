"""Rules about quizzes: what they draw from records, what they rest on, and what would give an answer away."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from macros.library.quiz_items import pairs
from macros.models.question_parts import QuestionKind
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope
    from macros.library.yaml_nodes import Path
    from macros.models.quiz import Question
    from macros.problems import Severity

CATCH_ALL = re.compile("以上|上述.{0,4}(?:都|均|皆|全)|(?:都|均|全)(?:对|错|是|不对|不是|正确)$|其他选项")
PLACE = re.compile(
    "[前后第][一二两三四五六][个项种]选项|最[前后]一[个项]|选项[A-H]|(?:^|[，。；])[前后][一二两三四]?[项种样行个](?![月年])"
)
FEWEST_ITEMS, MOST_ITEMS = 3, 8
TELLING_RATIO, TELLING_DIFFERENCE = 1.6, 8


def _questions(scope: Scope) -> Iterator[tuple[str, int, Question]]:
    for key, quiz in scope.library.quizzes.items():
        for at, question in enumerate(quiz.questions):
            yield key, at, question


def _problem(
    scope: Scope, key: str, path: Path, words: tuple[str, str], severity: Severity = "error"
) -> Problem:
    """`words` say what is wrong and how to mend it."""
    file = scope.library.shelves["quizzes"][key].file
    number = f"第{path[1] + 1}题" if len(path) > 1 and isinstance(path[1], int) else ""
    return Problem(file.path, *file.document.place(path), f"{number}{words[0]}", words[1], severity)


def drawn_questions_have_items(scope: Scope) -> Iterator[Problem]:
    """从记录生成的排序、配对题，要有三到八项，各不相同；只取的项都是记录里材料写明的。"""
    for key, at, question in _questions(scope):
        if question.drawn_from is None or not _record(scope, question):
            continue
        found, path = pairs(scope.library, question), ("questions", at, "drawn_from")
        unknown = [name for name in question.pick if name not in {left for left, _ in found}]
        if unknown:
            said = f"的「只取（pick）」里有“{unknown[0]}”，记录里没有这一项，或者不是材料写明的，或者要显示的内容是空的。"
            yield _problem(scope, key, ("questions", at, "pick"), (said, "照记录里的名称写，或者删掉。"))
        elif not FEWEST_ITEMS <= len(found) <= MOST_ITEMS:
            said = f"从{question.drawn_from.label}里取到{len(found)}项，要{FEWEST_ITEMS}到{MOST_ITEMS}项。"
            yield _problem(scope, key, path, (said, "用「只取（pick）」挑几项，或者换一条记录。"))
        elif len({left for left, _ in found}) < len(found) or len({right for _, right in found}) < len(found):
            words = ("取到的内容有两项相同，答案就不止一个。", "用「只取（pick）」去掉一项。")
            yield _problem(scope, key, path, words)


def _record(scope: Scope, question: Question) -> Any:  # noqa: ANN401 (a record of one of four kinds)
    """The record that a question is about; None when it isn't known, of which another rule speaks."""
    library = scope.library
    return (
        library.methods.get(question.method or "")
        or library.cases.get(question.case or "")
        or library.confusables.get(question.confusable or "")
        or library.comparisons.get(question.comparison or "")
    )


def questions_rest_on_their_record(scope: Scope) -> Iterator[Problem]:
    """题目的出处要是学习页面那条记录写到的来源；方法页的那一节要有内容。"""
    for key, at, question in _questions(scope):
        record = _record(scope, question)
        if record is None:
            continue
        known = set(_sources(record.model_dump(mode="json")))
        for row, cited in enumerate(question.rests_on):
            if cited.source not in known:
                said = f"的出处是“{cited.source}”，学习页面“{record.id}”没有写到这个来源。"
                path = ("questions", at, "rests_on", row, "source")
                yield _problem(scope, key, path, (said, "核对出处，或者换一个学习页面。"))
        if question.method and question.passage and not getattr(record, question.passage.value):
            said = f"指到「{question.passage.label}」一节，方法“{record.id}”没有这部分内容。"
            yield _problem(scope, key, ("questions", at, "passage"), (said, "换成写着这一点的一节。"))


def _sources(data: Any) -> Iterator[str]:  # noqa: ANN401 (whatever a record holds)
    """Every source that a record names, anywhere in it."""
    if isinstance(data, dict):
        if isinstance(data.get("source"), str):
            yield data["source"]
        data = list(data.values())
    if isinstance(data, list):
        for part in data:
            yield from _sources(part)


def questions_are_asked_once(scope: Scope) -> Iterator[Problem]:
    """两道题的题干不能相同。"""
    first: dict[str, str] = {}
    for key, at, question in _questions(scope):
        here = f"{key}第{at + 1}题"
        if first.setdefault(question.ask, here) != here:
            said = f"的题干和{first[question.ask]}相同。"
            yield _problem(scope, key, ("questions", at, "ask"), (said, "删掉一道，或者换一个问法。"))


def no_option_speaks_of_the_others(scope: Scope) -> Iterator[Problem]:
    """选项里不写“以上都对”“上述都不是”，因为选项的次序会打乱。"""
    for key, at, question in _questions(scope):
        for name in ("right", "wrong"):
            for row, option in enumerate(getattr(question, name)):
                if CATCH_ALL.search(option):
                    said = f"的选项“{option}”说的是别的选项。"
                    words = (said, "写成一条自己说得清的内容。")
                    yield _problem(scope, key, ("questions", at, name, row), words)


def explanations_do_not_point_at_places(scope: Scope) -> Iterator[Problem]:
    """解释里不说“后一种”“最后一项”“选项B”，因为选项的次序会打乱，每张卷子都不同。"""
    for key, at, question in _questions(scope):
        match = PLACE.search(question.explain)
        if match:
            said = f"的解释里有“{match[0].strip('，。；')}”，选项打乱以后就不对了。"
            words = (said, "写出那一项的内容。")
            yield _problem(scope, key, ("questions", at, "explain"), words)


def lengths_do_not_give_answers_away(scope: Scope) -> Iterator[Problem]:
    """（提醒）对的选项不要总是最长的，也不要比错的长出一大截。"""
    longest: Counter[str] = Counter()
    singles: Counter[str] = Counter()
    for key, at, question in _questions(scope):
        if question.kind is not QuestionKind.SINGLE:
            continue
        right, others = len(question.right[0]), [len(option) for option in question.wrong]
        singles[key] += 1
        longest[key] += right > max(others)
        if right > TELLING_RATIO * max(others) and right - max(others) >= TELLING_DIFFERENCE:
            said = f"对的选项{right}个字，错的最长{max(others)}个字，不看题也猜得出。"
            path = ("questions", at, "right")
            yield _problem(scope, key, path, (said, "把对的写短，或者把错的写得一样细。"), "warning")
    for key, count in sorted(longest.items()):
        if singles[key] > FEWEST_ITEMS and count * 2 > singles[key]:
            said = f"{singles[key]}道单选题里，{count}道对的选项最长。"
            words = (said, "调整选项的长短，让最长的也常常是错的。")
            yield _problem(scope, key, ("questions",), words, "warning")
