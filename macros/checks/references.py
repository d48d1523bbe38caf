"""Rules about ids and words that must exist."""

from __future__ import annotations

import difflib
from collections import Counter
from typing import TYPE_CHECKING

from macros.checks.scope import Scope, stem
from macros.checks.values import HEAD, Value
from macros.models import KINDS
from macros.models.references import ONLY_AT_TOP, POINTS_AT, WORDS_OF

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.problems import Problem

KIND_NAMES = {
    **{kind: name for kind, (_, name) in KINDS.items()},
    "categories": "类别",
    "charts": "统计图",
    "lessons": "课时",
}


def id_equals_file_name(scope: Scope) -> Iterator[Problem]:
    """编号（id）与文件名相同，地址才不会变。"""
    for value in scope.of(["id"]):
        if value.path != ("id",) or value.text == stem(value.file):
            continue
        if value.text in scope.known[value.file.kind]:
            continue  # said by ids_are_unique
        hint = f"把文件改名为{value.text}.yml，或者把编号改成“{stem(value.file)}”。"
        yield value.problem(f"{value.label}写的是“{value.text}”，文件名却是{stem(value.file)}.yml。", hint)


def ids_are_unique(scope: Scope) -> Iterator[Problem]:
    """同一类记录的编号不能重复。"""
    owners: dict[tuple[str, str], Value] = {}
    values = [value for value in scope.of(["id"]) if value.path == ("id",)]
    for value in sorted(values, key=_claim):
        first = owners.setdefault((value.file.kind, value.text), value)
        if first is not value:
            said = f"{value.label}“{value.text}”和{first.file.path}重复。"
            yield value.problem(said, "换一个没有用过的编号，文件名也跟着改。")


def _claim(value: Value) -> tuple[bool, int]:
    """Who has the better claim to an id: the file of that name, nearest to the top."""
    return value.text != stem(value.file), value.file.path.count("/")


def every_id_is_known(scope: Scope) -> Iterator[Problem]:
    """写到的方法、来源、地方、文件、类别，都要有这条记录。"""
    for value in scope.of(POINTS_AT):
        kind = kind_of(value)
        if kind is None or value.text in scope.known[kind] or not scope.known[kind]:
            continue
        name = KIND_NAMES[kind]
        said = f"{value.label}写的是“{value.text}”，没有这个编号的{name}。"
        guess = meant(value.text, scope.known[kind])
        hint = guess or f"写编号，不写名称；编号就是data/{kind}里的文件名。新的{name}要先建一条记录。"
        yield value.problem(said, hint)


def kind_of(value: Value) -> str | None:
    """The kind of record that a value names, if it is an id at all; a case's outcome has a `before` too."""
    is_reference = value.is_text and (value.path[:1] == (value.key,) or value.key not in ONLY_AT_TOP)
    return POINTS_AT.get(value.key) if is_reference else None


def meant(word: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """「是不是想写“liushi”（六式）？」, guessed from ids and from Chinese names; or nothing."""
    spelt = {known: key for key, known_by in names.items() for known in (*known_by, key)}
    close = difflib.get_close_matches(word, spelt, n=1, cutoff=0.6)
    key = spelt.get(word) or next((spelt[match] for match in close), None)
    if key is None:
        return ""
    name = f"（{names[key][0]}）" if names[key] else ""
    return f"是不是想写“{key}”{name}？"


def every_word_is_in_the_vocabulary(scope: Scope) -> Iterator[Problem]:
    """层级和议题分类只用词表里的词。"""
    for value in scope.of(WORDS_OF):
        words = _words(scope, value)
        if not words or value.text in words:
            continue
        close = difflib.get_close_matches(value.text, words, n=1, cutoff=0.4)
        guess = f"是不是想写“{close[0]}”？" if close else ""
        said = f"{value.label}写的是“{value.text}”，只能是{'、'.join(words)}。"
        yield value.problem(said, f"{guess}要添新词，先写进data/vocabularies.yml。")


def _words(scope: Scope, value: Value) -> list[str]:
    """The words allowed in a field; nothing for a field without a vocabulary."""
    name = WORDS_OF.get(value.key)
    if name is None or value.file.kind == "vocabularies":
        return []
    return [choice.name for choice in getattr(scope.library.vocabularies, name)]


def nothing_is_listed_twice(scope: Scope) -> Iterator[Problem]:
    """同一个列表里，同一个编号只写一次。"""
    counts = Counter((value.file.path, value.path[:-1], value.text) for value in _listed_ids(scope))
    for value in _listed_ids(scope):
        key = (value.file.path, value.path[:-1], value.text)
        if counts[key] > 1:
            counts[key] = 0  # said once
            yield value.problem(f"{value.label}里“{value.text}”写了不止一次。", "留下一个。")


def nothing_points_at_itself(scope: Scope) -> Iterator[Problem]:
    """方法的“之前做、之后做、可替代、属于、相关”里不写自己。"""
    for value in _listed_ids(scope):
        if value.file.kind == POINTS_AT[value.key] and value.text == stem(value.file):
            yield value.problem(f"{value.label}里写了它自己。", "删掉这一行。")


def _listed_ids(scope: Scope) -> list[Value]:
    return [
        value
        for value in scope.of(POINTS_AT)
        if kind_of(value) and isinstance(value.path[-1], int) and value.file.kind != HEAD
    ]
