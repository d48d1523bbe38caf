"""Quizzes as Word papers: A and B with the same questions in another order, and one key for both."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from macros.library.quiz_items import LETTERS, posed
from macros.models.question_parts import QuestionKind
from macros.office.word import Paper, Run, blank
from macros.products import Group, Product
from macros.views.quiz import PAPERS, paper_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.library import Library
    from macros.library.quiz_items import Posed
    from macros.models import Quiz
    from macros.office.word import Inline
    from macros.products import Read

NOTICE = "题目由编者按所注出处编写；排序、配对题由记录生成。"
OF_A_CASE = "情景题根据真实案例编写，选法和后果是编者设想的，不是案例里发生的事。"
SPACE, GAP, ONE_LINE = "\u3000", 2, 40  # what a line of the paper holds, in characters


def question_paper(library: Library, quiz: Quiz, name: str) -> bytes:
    """The questions alone, those of one kind together, each kept on one page; nothing that tells an answer."""
    questions = posed(library, quiz, name)
    under = f"满分{sum(one.points for one in questions)}分"
    paper = Paper("sheet", title=f"{quiz.title}（{name}卷）", under=under)
    paper.paragraph(
        ("单位：", blank(9), "　姓名：", blank(5), "　日期：", blank(5), "　得分：", blank(4)), indent=False
    )
    paper.editor(NOTICE, "sample")
    for kind, group in groupby(questions, key=lambda one: one.question.kind):
        some = [*group]
        points = "" if kind is QuestionKind.SCENARIO else "，每题1分"
        paper.heading(1, f"{kind.label}题（{len(some)}题{points}）")
        if kind is QuestionKind.SCENARIO:
            paper.editor(OF_A_CASE, "sample")
        for one in some:
            _ask(paper, one)
    return paper.bytes()


def _ask(paper: Paper, one: Posed) -> None:
    points = f"（{one.points}分）" if one.points > 1 else ""
    room = (
        ("（", SPACE * 3, "）") if one.question.kind in {QuestionKind.SINGLE, QuestionKind.MULTIPLE} else ()
    )
    asked = Run(f"{one.number}. {one.question.ask}{points}", "Strong")
    paper.paragraph((asked, *room), indent=False, keep_next=True)
    lines = [*_BODY[one.question.kind](one)]
    for line in lines[:-1]:
        paper.paragraph(line, keep_next=True)
    paper.paragraph(lines[-1])


def _options(one: Posed) -> Iterator[Inline]:
    texts = [f"{LETTERS[at]}. {text}" for at, text in enumerate(one.choices)]
    short = sum(map(len, texts)) + GAP * len(texts) <= ONE_LINE
    yield from ((SPACE * GAP).join(texts),) if short else texts


def _order(one: Posed) -> Iterator[Inline]:
    yield from (f"{LETTERS[at]}. {text}" for at, text in enumerate(one.choices))
    yield "按先后写字母：", blank(2 * len(one.choices))


def _match(one: Posed) -> Iterator[Inline]:
    yield from (f"{LETTERS[at]}. {text}" for at, text in enumerate(one.choices))
    yield from ((blank(3), f" {subject}") for subject in one.subjects)


def _scenario(one: Posed) -> Iterator[Inline]:
    for number, (node, branches) in enumerate(zip(one.question.nodes, one.branches, strict=True), 1):
        yield f"第{number}步　{'' if branches else '〔结局〕'}{node.text}"
        for at, branch in enumerate(branches):
            yield f"{LETTERS[at]}. {branch.text}（转第{branch.next}步）"
    yield "走过的步骤和选的字母：", blank(12)


_BODY: dict[QuestionKind, Callable[[Posed], Iterator[Inline]]] = {
    QuestionKind.SINGLE: _options,
    QuestionKind.MULTIPLE: _options,
    QuestionKind.ORDER: _order,
    QuestionKind.MATCH: _match,
    QuestionKind.SCENARIO: _scenario,
}


def key_paper(library: Library, quiz: Quiz) -> bytes:
    """The answers of both papers, then why: each question once, with its number in either."""
    first, second = (posed(library, quiz, name) for name in PAPERS)
    paper = Paper("sheet", title=f"{quiz.title}（参考答案）")
    paper.editor(NOTICE, "sample")
    paper.heading(1, "答案")
    rows = [(str(one.number), _answer(one), _answer(other)) for one, other in zip(first, second, strict=True)]
    paper.table(("题号", "A卷", "B卷"), rows, widths=(1, 3, 3), title="两卷答案")
    paper.heading(1, "解释和出处")
    numbers = {one.question.ask: one.number for one in second}
    for one in first:
        _explain(library, paper, one, numbers[one.question.ask])
    return paper.bytes()


def _answer(one: Posed) -> str:
    return {
        QuestionKind.ORDER: "→".join(one.answer),
        QuestionKind.MATCH: "，".join(
            f"{subject} {letter}" for subject, letter in zip(one.subjects, one.answer, strict=False)
        ),
        QuestionKind.SCENARIO: "见下面的解释",
    }.get(one.question.kind, one.answer)


def _explain(library: Library, paper: Paper, one: Posed, number_in_b: int) -> None:
    paper.paragraph(
        (Run(f"A卷第{one.number}题，B卷第{number_in_b}题　{one.question.ask}", "Strong"),),
        indent=False,
        keep_next=True,
    )
    if one.question.kind is QuestionKind.SCENARIO:
        rows = [
            (f"第{number}步", branch.text, str(branch.score), branch.consequence)
            for number, node in enumerate(one.question.nodes, 1)
            for branch in node.branches
        ]
        paper.table(("环节", "选法", "得分", "后果"), rows, widths=(1, 3, 0.8, 4))
    paper.paragraph(one.question.explain, keep_next=True)
    cited = [
        f"{library.sources[at.source].title}{f'，{at.where}' if at.where else ''}"
        for at in one.question.rests_on
    ]
    paper.paragraph((Run(f"出处：{'；'.join(cited)}", "Source"),))


def quiz_products(library: Library, _read: Read) -> Iterable[Product]:
    """Two papers and a key for every quiz."""
    for quiz in library.quizzes.values():
        asked = {name: posed(library, quiz, name) for name in PAPERS}
        titles = sorted(
            (at.source, library.sources[at.source].title) for one in quiz.questions for at in one.rests_on
        )
        made_from = repr((quiz.title, asked, titles))
        for name in PAPERS:
            make = partial(question_paper, library, quiz, name)
            yield Product(
                paper_path(quiz.id, name),
                made_from,
                make,
                Group.SHEETS,
                f"{quiz.title}（{name}卷）",
                "发给学员的试卷，没有答案",
            )
        make_key = partial(key_paper, library, quiz)
        yield Product(
            paper_path(quiz.id, "key"),
            made_from,
            make_key,
            Group.SHEETS,
            f"{quiz.title}（参考答案）",
            "两卷的答案、解释和出处",
        )
