"""The real records, one by one: a failure names the file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.commands.check import everything_wrong
from macros.models.case import Openness
from macros.models.values import Basis, State
from macros.problems import Problem, as_text

if TYPE_CHECKING:
    from macros.library import Library

ROOT = Path(__file__).parent.parent
IDS = {
    path.stem: path.read_text(encoding="utf-8").split() for path in (ROOT / "tests/expected/ids").iterdir()
}
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("data/**/*.yml", "docs/**/*.md")
    for path in ROOT.glob(pattern)
)


@pytest.fixture(scope="module")
def checked() -> tuple[Library, list[Problem]]:
    """The real library and everything wrong with it."""
    return everything_wrong(ROOT, datetime.now(UTC).astimezone().date())


@pytest.fixture(scope="module")
def records(checked: tuple[Library, list[Problem]]) -> Library:
    """The real library."""
    return checked[0]


@pytest.mark.parametrize("path", FILES)
def test_no_file_has_an_error(path: str, checked: tuple[Library, list[Problem]]):
    """Every record and every page passes every rule."""
    errors = [as_text(problem) for problem in checked[1] if problem.path == path and problem.is_error]

    assert errors == []


def test_no_error_lies_outside_the_files(checked: tuple[Library, list[Problem]]):
    """No file is missing, misplaced or of another suffix."""
    assert [
        as_text(problem) for problem in checked[1] if problem.is_error and problem.path not in FILES
    ] == []


@pytest.mark.parametrize(("kind", "number"), [("methods", 176), ("cases", 218), ("sources", 366)])
def test_nothing_of_the_inventory_is_lost(kind: str, number: int, records: Library):
    """Ids never change and never go away: addresses rest on them."""
    assert len(IDS[kind]) == number
    assert set(IDS[kind]) - set(records.shelves[kind]) == set()


def test_every_case_has_a_method_and_a_source(records: Library):
    """A case that shows nothing or rests on nothing is no case."""
    for case in records.cases.values():
        assert set(case.methods) <= set(records.methods), case.id
        assert {cited.source for cited in case.sources} <= set(records.sources), case.id
        assert case.methods, case.id
        assert case.sources, case.id


def test_every_method_stands_on_a_shelf_and_on_a_source(records: Library):
    """Ten shelves; no method without one, none of them empty."""
    shelves = {method.category for method in records.methods.values()}

    assert shelves == set(records.category_names)
    assert all(method.sources for method in records.methods.values())


def test_masked_figures_have_no_value(records: Library):
    """What a source hides is never filled in."""
    masked = [f for case in records.cases.values() for f in case.figures if f.state is State.MASKED]

    assert len(masked) > 50
    assert all(figure.value is None and figure.as_printed for figure in masked)


def test_masked_places_stay_apart(records: Library):
    """Five places printed as XX区 are five places, and no case says more than its place."""
    masked = [place for place in records.places.values() if place.openness is Openness.ANONYMISED]
    printed = [place.printed.upper() for place in masked]

    assert len(printed) > len(set(printed))
    assert len({place.name for place in masked}) == len(masked)


def test_sources_that_may_not_be_linked_have_reasons(records: Library):
    """Copies and collections are cited without a link; only official, press, news and papers are linked."""
    linked = {source.reliability.value for source in records.sources.values() if source.link_ok}

    assert linked <= {"official", "press", "news", "academic"}


def test_what_the_editors_add_is_marked(records: Library):
    """A statement of a source names it; all others are the editors'."""
    for method in records.methods.values():
        for said in (*method.when, *method.when_not, *method.slips, *method.uptake, *method.measures):
            assert (said.basis is Basis.EDITOR) == (said.source is None), method.id
