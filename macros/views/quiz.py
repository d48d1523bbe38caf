"""A quiz as a page shows it: the questions, then the sheet with all answers. Without a script both can be read."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from macros.library.quiz_items import LETTERS, posed
from macros.models.method import Rank
from macros.models.question_parts import DrawnFrom, Passage, QuestionKind
from macros.views.context import found
from macros.views.rendering import render

if TYPE_CHECKING:
    from markupsafe import Markup

    from macros.library.quiz_items import Posed
    from macros.models.quiz import Question, Quiz
    from macros.views.context import Context

#: where a fact stands on a method's page; the card at its top has no anchor
ANCHORS = {
    Passage.STEPS: "#steps",
    Passage.PARTS: "#steps",
    Passage.ROLES: "#roles",
    Passage.OUTPUTS: "#outputs",
    Passage.DOCUMENTS: "#outputs",
    Passage.VARIANTS: "#variants",
    Passage.UPTAKE: "#uptake",
    Passage.GAPS: "#gaps",
    Passage.FACTS: "#sources",
}
DRAWN = {
    DrawnFrom.STEPS: Passage.STEPS,
    DrawnFrom.ROLES: Passage.ROLES,
    DrawnFrom.PARTS: Passage.PARTS,
    DrawnFrom.VARIANTS: Passage.VARIANTS,
}
DIGEST_LENGTH = 12
#: the same questions in two orders, so that neighbours in a room have different papers
PAPERS = ("A", "B")


def paper_path(key: str, name: str) -> str:
    """Where a Word paper of a quiz stands from the top of the site; `name` is one of PAPERS or "key"."""
    return f"files/papers/{key}-{name.lower()}.docx"


def quiz(context: Context, key: str) -> Markup:
    """All questions of a quiz and the sheet of answers."""
    record = found(context.library.quizzes, key, "测验")
    questions = posed(context.library, record)
    return render(
        "quiz",
        context=context,
        quiz=record,
        questions=questions,
        letters=LETTERS,
        kinds=QuestionKind,
        digest=digest(questions),
        papers=[
            *((f"{name}卷", context.page(paper_path(key, name))) for name in PAPERS),
            ("参考答案", context.page(paper_path(key, "key"))),
        ],
        lesson=lambda question: lesson(context, question),
    )


def digest(questions: tuple[Posed, ...]) -> str:
    """What the browser keeps answers under: other questions have another, so old ticks never show on them."""
    return hashlib.sha256(repr(questions).encode()).hexdigest()[:DIGEST_LENGTH]


def lesson(context: Context, question: Question) -> tuple[str, str]:
    """(address, name) of the page where the fact is learned."""
    library = context.library
    if question.case:
        return context.case(question.case), f"案例：{library.cases[question.case].title}"
    if question.confusable:
        name = library.confusables[question.confusable].name
        return context.page(f"compare/#{question.confusable}"), f"同名辨析：{name}"
    if question.comparison:
        name = library.comparisons[question.comparison].name
        return context.page(f"compare/{question.comparison}/"), name
    return _on_method_page(context, question)


def _on_method_page(context: Context, question: Question) -> tuple[str, str]:
    key = question.method or ""
    method = context.library.methods[key]
    passage = DRAWN[question.drawn_from] if question.drawn_from else question.passage or Passage.SUMMARY
    if method.rank is Rank.ENTRY:
        return context.method(key), method.name
    anchor = ANCHORS.get(passage, "")
    if passage is Passage.ROLES and key not in context.library.written_methods:
        anchor = ANCHORS[Passage.STEPS]  # a computed page has no heading of its own for the roles
    return f"{context.method(key)}{anchor}", f"{method.name}：{passage.label}"


def quiz_index(context: Context) -> Markup:
    """All quizzes as tiles, with what they test and how many questions they have."""
    tiles = []
    for record in context.library.quizzes.values():
        questions = posed(context.library, record)
        tiles.append((record, questions, digest(questions), kinds_of(record)))
    return render("quiz_index", context=context, tiles=tiles)


def kinds_of(record: Quiz) -> str:
    """「单选6题、排序1题」"""
    counts = [(kind, sum(one.kind is kind for one in record.questions)) for kind in QuestionKind]
    return "、".join(f"{kind.label}{count}题" for kind, count in counts if count)
