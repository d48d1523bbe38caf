"""The table of words (data/wording) at work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.models.wording import WordingKind
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope
    from macros.models import Wording
    from macros.problems import Severity

TABLE = "wording"
SENTENCE = re.compile("[^\u3002\uff01\uff1f\n]+")
#: fields that show what a source printed, letter by letter
AS_PRINTED = frozenset({"as_printed", "printed", "where", "short", "publisher"})
#: kinds whose titles are those of somebody else's texts
TITLES_OF_OTHERS = frozenset({"sources", "documents"})


def is_as_printed(kind: str, key: str) -> bool:
    """Whether a field of such a record shows another's words, which stay as they are."""
    return key in AS_PRINTED or (key == "title" and kind in TITLES_OF_OTHERS)


@dataclass(frozen=True)
class Found:
    """A word of the table in a file: which rule, which sentence, and how to say it."""

    rule: Wording
    word: str
    sentence: str
    path: str
    problem: Problem

    @property
    def is_excepted(self) -> bool:
        """Whether the table itself allows it here."""
        return any(
            one.file == self.path and self.word in one.text and one.text in self.sentence
            for one in self.rule.exceptions
        )


def words_are_those_of_the_table(scope: Scope) -> Iterator[Problem]:
    """用词合用词表（data/wording）：同一个意思一种写法，说得过满的话写明是谁说的。"""
    for found in _found(scope):
        if not found.is_excepted:
            yield found.problem


def exceptions_of_words_are_needed(scope: Scope) -> Iterator[Problem]:
    """用词表里的例外都还用得着。"""
    used = {
        (found.rule.id, one.file, one.text)
        for found in _found(scope)
        for one in found.rule.exceptions
        if found.is_excepted and found.path == one.file and one.text in found.sentence
    }
    for key, rule in scope.library.wording.items():
        file = scope.library.shelves[TABLE][key].file
        for number, one in enumerate(rule.exceptions):
            if (rule.id, one.file, one.text) not in used:
                place = file.document.place(("exceptions", number))
                yield _unused(file.path, place, one.file, one.text)


def words_of_the_table_do_not_clash(scope: Scope) -> Iterator[Problem]:
    """用词表里，改用的词不能又是别处要改的词，自己也不能还在要找的词里。"""
    for value in scope.of(["use"]):
        if value.file.kind != TABLE:
            continue
        for rule in scope.library.wording.values():
            for word in rule.find:
                if word in value.text:
                    said = f"{value.label}里的“{word}”，又是用词表{rule.id}要找的词。"
                    yield value.problem(said, "换一个改用的词，或者把要找的词写长一点。")


def _found(scope: Scope) -> Iterator[Found]:
    rules = scope.library.wording.values()
    words = {word: rule for rule in rules for word in rule.find}
    if not words:
        return
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    for value in scope.values:
        if value.file.kind == TABLE or is_as_printed(value.file.kind, value.key) or not value.is_text:
            continue
        for rule, word, sentence in _in(value.text, pattern, words):
            problem = value.problem(_said(word), _hint(rule), word, _severity(rule))
            yield Found(rule, word, sentence, value.file.path, problem)
    for body in scope.bodies:
        for part in SENTENCE.finditer(body.text):
            for rule, word, sentence in _in(part[0], pattern, words):
                problem = body.problem(part.start() + part[0].index(word), _said(word), _hint(rule))
                yield Found(rule, word, sentence, body.path, problem)


def _in(text: str, pattern: re.Pattern[str], words: dict[str, Wording]) -> Iterator[tuple[Wording, str, str]]:
    """(rule, word, sentence) of every word whose sentence does not make it right."""
    if not pattern.search(text):
        return
    for part in SENTENCE.findall(text):
        for word in dict.fromkeys(pattern.findall(part)):
            if not any(context in part for context in words[word].unless):
                yield words[word], word, part


def _said(word: str) -> str:
    return f"这里写的是“{word}”。"


def _hint(rule: Wording) -> str:
    use = f"写成“{rule.use}”。" if rule.use else ""
    return f"{use}{rule.kind.label}：{rule.reason}。"


def _severity(rule: Wording) -> Severity:
    """What a person has to weigh is a reminder."""
    return "warning" if rule.kind is WordingKind.CLAIM else "error"


def _unused(path: str, place: tuple[int, int], file: str, text: str) -> Problem:
    said = f"例外“{text}”在{file}里已经用不着了。"
    return Problem(path, *place, said, "删掉这条例外。")
