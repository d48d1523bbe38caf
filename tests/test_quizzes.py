"""Quizzes: enough of them, never at odds with the records, shuffled the same way everywhere, papers that tell nothing."""

from __future__ import annotations

import gzip
import io
from collections import Counter
from pathlib import Path

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from macros.library import load
from macros.library.quiz_items import LETTERS, Posed, pairs, posed, shuffled
from macros.models.method import Rank
from macros.models.question_parts import DrawnFrom, QuestionKind
from macros.models.values import Basis
from macros.training.papers import quiz_products
from macros.views.quiz import PAPERS, digest

ROOT = Path(__file__).parent.parent
LIBRARY, _ = load(ROOT)
ASKED = [one for quiz in LIBRARY.quizzes.values() for one in posed(LIBRARY, quiz)]
PRODUCTS = {product.path: product for product in quiz_products(LIBRARY, str)}


def of(*kinds: QuestionKind) -> list[Posed]:
    return [one for one in ASKED if one.question.kind in kinds]


def name(one: Posed) -> str:
    return one.question.ask


def told(letters: str, one: Posed) -> list[str]:
    return [one.choices[LETTERS.index(letter)] for letter in letters]


def text(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    return "\n".join(element.text or "" for element in document.element.iter() if element.tag.endswith("}t"))


def test_there_are_enough_questions_of_every_kind_over_all_core_methods():
    """At least 120 in all."""
    kinds = Counter(one.question.kind for one in ASKED)
    wanted = {"single": 60, "multiple": 20, "order": 12, "match": 10, "scenario": 4}
    core = {method.id for method in LIBRARY.methods.values() if method.rank is Rank.CORE}

    assert sum(kinds.values()) >= 120
    assert [kind for kind, least in wanted.items() if kinds[QuestionKind(kind)] < least] == []
    assert core - {one.question.method for one in ASKED} == set()


@pytest.mark.parametrize("one", of(QuestionKind.SINGLE, QuestionKind.MULTIPLE), ids=name)
def test_the_letters_spell_the_right_options(one: Posed):
    assert sorted(told(one.answer, one)) == sorted(one.question.right)
    assert sorted(one.choices) == sorted([*one.question.right, *one.question.wrong])


@pytest.mark.parametrize("one", of(QuestionKind.ORDER), ids=name)
def test_the_right_order_is_the_records(one: Posed):
    """Steps that the editors added are never asked, and the paper never begins in the right order."""
    steps = LIBRARY.methods[one.question.method or ""].steps
    picked = [step for step in steps if not one.question.pick or step.name in one.question.pick]
    answer = told(one.answer, one)

    assert {step.basis for step in picked} <= ({Basis.SOURCE} if one.question.pick else set(Basis))
    assert [face for step in picked if (face := getattr(step, one.question.show)) in answer] == answer
    assert list(one.choices) != answer


@pytest.mark.parametrize("one", of(QuestionKind.MATCH), ids=name)
def test_the_right_pairs_are_the_records(one: Posed):
    found = [*zip(one.subjects, told(one.answer, one), strict=True)]

    assert found == pairs(LIBRARY, one.question)
    assert len(found) >= 3


def test_editors_words_are_never_drawn():
    """Roles and parts, too."""
    drawn = {
        left
        for one in ASKED
        if one.question.drawn_from is DrawnFrom.ROLES
        for left, _ in pairs(LIBRARY, one.question)
    }
    methods = LIBRARY.methods.values()
    editors = {role.who for method in methods for role in method.roles if role.basis is Basis.EDITOR}
    sources = {role.who for method in methods for role in method.roles if role.basis is Basis.SOURCE}

    assert drawn
    assert drawn & (editors - sources) == set()


@pytest.mark.parametrize("one", of(QuestionKind.SCENARIO), ids=name)
def test_a_scenario_rests_on_a_case_and_its_best_way_wins_all_points(one: Posed):
    at, won = 0, 0
    best = [max((way.score for way in ways), default=0) for ways in one.branches]
    while one.branches[at]:
        way = max(one.branches[at], key=lambda way: way.score)
        at, won = way.next - 1, won + way.score

    assert one.question.case in LIBRARY.cases
    assert won == one.points
    assert 0 < one.points <= sum(best)


@pytest.mark.parametrize("count", range(2, 9))
def test_a_shuffle_is_the_same_everywhere_and_never_the_natural_order(count: int):
    """Other machines, other versions of Python: only the seed decides."""
    order = shuffled(count, "tian/A/3")

    assert sorted(order) == list(range(count))
    assert order == shuffled(count, "tian/A/3")
    assert all(shuffled(count, f"{seed}") != list(range(count)) for seed in range(100))


def test_shuffles_stay_as_they_are():
    """A printed paper and its key must fit after years."""
    assert shuffled(6, "liushi") == [5, 2, 4, 1, 0, 3]


def test_no_letter_is_right_more_often_than_chance_allows():
    """A guesser who always says C gets no more than others."""
    letters = Counter(one.answer for one in of(QuestionKind.SINGLE) if len(one.choices) == 4)

    assert max(letters.values()) < 1.4 * sum(letters.values()) / 4


@pytest.mark.parametrize("key", LIBRARY.quizzes)
def test_the_two_papers_ask_the_same_in_another_order(key: str):
    first, second = (posed(LIBRARY, LIBRARY.quizzes[key], paper) for paper in PAPERS)

    assert [*map(name, first)] != [*map(name, second)]
    assert {*map(name, first)} == {*map(name, second)}
    for one in (*first, *second):
        if one.question.right:
            assert sorted(told(one.answer, one)) == sorted(one.question.right)


@pytest.mark.parametrize("key", LIBRARY.quizzes)
def test_question_papers_hold_every_question_and_no_explanation(key: str):
    questions = LIBRARY.quizzes[key].questions
    for paper in ("a", "b"):
        said = text(PRODUCTS[f"files/papers/{key}-{paper}.docx"].make())
        assert [one.ask for one in questions if one.ask not in said] == []
        assert [one.explain for one in questions if one.explain in said] == []
        assert [
            way.consequence
            for one in questions
            for node in one.nodes
            for way in node.branches
            if way.consequence in said
        ] == []


@pytest.mark.parametrize("key", LIBRARY.quizzes)
def test_the_key_explains_everything_and_names_the_sources(key: str):
    said = text(PRODUCTS[f"files/papers/{key}-key.docx"].make())
    questions = LIBRARY.quizzes[key].questions
    titles = {LIBRARY.sources[cited.source].title for one in questions for cited in one.rests_on}

    assert [one.explain for one in questions if one.explain not in said] == []
    assert [title for title in titles if title not in said] == []


@pytest.mark.parametrize("path", PRODUCTS)
def test_papers_are_sound_and_the_same_twice(path: str, tmp_path: Path):
    data = PRODUCTS[path].make()
    (tmp_path / "paper.docx").write_bytes(data)

    assert OpenXmlValidator().validate(tmp_path / "paper.docx").errors == []
    assert PRODUCTS[path].make() == data


def test_another_word_gives_another_digest():
    """What the browser keeps is for these very questions."""
    quiz = LIBRARY.quizzes["tian"]
    question = quiz.questions[0].model_copy(update={"right": ["承办单位自己"]})
    changed = quiz.model_copy(update={"questions": [question, *quiz.questions[1:]]})

    assert digest(posed(LIBRARY, changed)) != digest(posed(LIBRARY, quiz))


def test_the_script_is_small():
    scripts = [(ROOT / f"overrides/assets/js/{name}.js").read_bytes() for name in ("quiz_kinds", "quiz")]

    assert sum(len(gzip.compress(script)) for script in scripts) <= 5 * 1024
