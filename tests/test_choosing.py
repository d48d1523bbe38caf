"""The chooser's rules over the real records: every method can come to the front, every reason rests on something."""

from __future__ import annotations

import json
import re
from itertools import product
from typing import TYPE_CHECKING

import pytest
from records import WORLD

from macros.choosing.fields import READ, items, label
from macros.choosing.files import data_files, initials
from macros.choosing.places import places
from macros.choosing.reach import best_place
from macros.choosing.routes import neighbours
from macros.choosing.scores import FIRST, NOTHING, candidates, questions, ranked, reasons, weights
from macros.models.method import Rank
from macros.models.values import State

if TYPE_CHECKING:
    from macros.choosing.scores import Reason
    from macros.library import Library

RAW_LIMIT = 60_000


@pytest.fixture(scope="module")
def given(library: Library) -> list[Reason]:
    """Every reason that any answer can give."""
    choices = [choice for question in questions(library) for choice in question.choices]
    return [reason for choice in choices for reason in reasons(library, choice)]


@pytest.fixture(scope="module")
def scripts(library: Library) -> dict[str, bytes]:
    return {made.path.removeprefix("choose/data/"): made.make() for made in data_files(library, str)}


def test_every_method_with_a_page_can_come_to_the_front(library: Library):
    """Where this fails: add a rule, or name the method in a fit, under the answer that people would give."""
    found = best_place(library)

    assert {method.id for method in library.methods.values() if method.rank is not Rank.ENTRY} == found.keys()
    assert {key: answers for key, (place, answers) in found.items() if place > FIRST} == {}


def test_what_the_search_for_a_front_place_says_is_so(library: Library):
    weighed, order = weights(library), [method.id for method in candidates(library)]

    for method, (place, answers) in best_place(library).items():
        assert ranked(order, weighed, answers)[place - 1] == method


def test_every_reason_names_a_field_and_what_it_says_there_or_is_the_editors(
    library: Library, given: list[Reason]
):
    for reason in given:
        said = items(library, library.methods[reason.method], reason.field) if reason.field else []
        assert reason.item == NOTHING or not reason.field or reason.item < len(said), reason
    fits = {fit.because for one in questions(library) for choice in one.choices for fit in choice.fits}

    assert {reason.because for reason in given if not reason.field} == fits
    assert {label(reason.field) for reason in given if reason.field} <= {label(field) for field in READ}


def test_there_are_reasons_for_and_reasons_against(given: list[Reason]):
    assert sum(reason.weight > 0 for reason in given) > 1000
    assert sum(reason.weight < 0 for reason in given) > 100


def test_no_answer_is_idle_and_no_rule_is_dead(library: Library):
    for question, choice in ((one, choice) for one in questions(library) for choice in one.choices):
        hit = {(reason.because, reason.weight) for reason in reasons(library, choice)}
        told = {(rule.because, rule.weight) for rule in (*choice.rules, *choice.fits)}

        assert told, f"{question.id} {choice.id}"
        assert told - hit == set(), f"{question.id} {choice.id}"


def test_all_methods_are_ranked_whatever_is_answered(library: Library):
    weighed, order = weights(library), [method.id for method in candidates(library)]
    first, second = questions(library)[:2]
    for one, two in product(first.choices, second.choices):
        assert sorted(ranked(order, weighed, {first.id: one.id, second.id: two.id})) == sorted(order)


def test_there_are_six_to_eight_questions_in_plain_words(library: Library):
    asked = questions(library)

    assert 6 <= len(asked) <= 8
    assert all(question.ask.endswith("？") and len(question.ask) <= 20 for question in asked)


def test_what_the_chooser_loads_at_once_is_small(scripts: dict[str, bytes]):
    assert len(scripts["names.js"]) + len(scripts["rules.js"]) < RAW_LIMIT


def test_every_script_is_one_call_with_plain_data(scripts: dict[str, bytes], library: Library):
    for name, script in scripts.items():
        found = re.fullmatch(r'xyChoose\.take\("([\w-]+)",(.*)\);\n', script.decode("utf-8"))
        assert found, name
        assert found[1] == name.removesuffix(".js")
        json.loads(found[2])
    assert len(scripts) == 3 + len(candidates(library))


def test_neighbours_are_told_from_both_sides(library: Library):
    for method in library.methods.values():
        for other in neighbours(library, method)["before"]:
            assert method.id in neighbours(library, library.methods[other])["after"]


def test_masked_figures_stay_as_printed_among_the_places(library: Library):
    figures = [
        figure
        for method in library.methods.values()
        for place in places(library, method)
        for *_, told in place["cases"]
        for figure in told
        if figure[2] == State.MASKED.value
    ]

    assert len(figures) > 20
    assert [printed for _, printed, _ in figures if not re.search("[Xx*＊某余几数]", printed)] == []


def test_places_that_were_masked_alike_stay_apart(library: Library):
    for method in library.methods.values():
        found = places(library, method)
        assert len({place["id"] for place in found}) == len(found)


def test_a_lack_counts_only_where_something_is_told():
    """In the tiny world the platform tells no level above its own, and the entry has no place among the candidates."""
    [question] = questions(WORLD)
    found = {(reason.method, reason.weight, reason.item) for reason in reasons(WORLD, question.choices[1])}

    assert found == {
        ("yishiting", 3, 0),
        ("yishiting", -1, NOTHING),
        ("yishiting", 2, 0),
    }


@pytest.mark.parametrize(
    ("name", "typed"), [("提案“双评”", "tasp"), ("“14527+N”协商议政格局", "14527nxsyzgj")]
)
def test_initials_are_what_a_hurried_reader_types(name: str, typed: str):
    assert initials(name) == typed
