"""The records of the library by id, a shelf for each kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from macros.models.form import FormGroup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.library.yaml_reader import Document
    from macros.models import (
        Case,
        Comparison,
        Confusable,
        Correction,
        Course,
        Form,
        Kit,
        LeadTime,
        Method,
        Numbered,
        Place,
        Process,
        Question,
        Quiz,
        Report,
        Retired,
        RolePath,
        SessionPlan,
        Source,
        Term,
        Wording,
        YearPlan,
    )
    from macros.models import Document as Rule


R = TypeVar("R")


@dataclass(frozen=True)
class RawFile:
    """One YAML file as it was read: also when its record is faulty."""

    path: str
    kind: str
    document: Document


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A sound record and the file it came from."""

    record: R
    file: RawFile


@dataclass(frozen=True)
class Shelves:
    """The records of every kind. Each view of them is sorted, so that output never depends on the disk."""

    shelves: Mapping[str, Mapping[str, Entry[Any]]]

    def _records(self, kind: str) -> dict[str, Any]:
        return {key: entry.record for key, entry in sorted(self.shelves[kind].items())}

    @cached_property
    def methods(self) -> dict[str, Method]:
        """All methods by id."""
        return self._records("methods")

    @cached_property
    def cases(self) -> dict[str, Case]:
        """All cases by id, in the order of their printed number."""
        return dict(sorted(self._records("cases").items(), key=lambda item: item[1].number))

    @cached_property
    def sources(self) -> dict[str, Source]:
        """All sources by id."""
        return self._records("sources")

    @cached_property
    def places(self) -> dict[str, Place]:
        """All places by id."""
        return self._records("places")

    @cached_property
    def documents(self) -> dict[str, Rule]:
        """All documents (rules) by id."""
        return self._records("documents")

    @cached_property
    def terms(self) -> dict[str, Term]:
        """All terms by id."""
        return self._records("terms")

    @cached_property
    def confusables(self) -> dict[str, Confusable]:
        """All look-alikes by id."""
        return self._records("confusables")

    @cached_property
    def processes(self) -> dict[str, Process]:
        """All processes by id."""
        return self._records("processes")

    @cached_property
    def numbers(self) -> dict[str, Numbered]:
        """All things named by a number, by id."""
        return self._records("numbers")

    @cached_property
    def comparisons(self) -> dict[str, Comparison]:
        """All comparisons by id."""
        return self._records("comparisons")

    @cached_property
    def questions(self) -> dict[str, Question]:
        """All questions of the chooser by id."""
        return self._records("questions")

    @cached_property
    def courses(self) -> dict[str, Course]:
        """All courses by id."""
        return self._records("courses")

    @cached_property
    def retired(self) -> dict[str, Retired]:
        """All old addresses by id."""
        return self._records("retired")

    @cached_property
    def role_paths(self) -> dict[str, RolePath]:
        """The lists of things to read and learn, by role."""
        return self._records("role_paths")

    @cached_property
    def reports(self) -> dict[str, Report]:
        """All reports of those who used a method, by id."""
        return self._records("reports")

    @cached_property
    def corrections(self) -> dict[str, Correction]:
        """All corrections that somebody asked for, by id."""
        return self._records("corrections")

    @cached_property
    def wording(self) -> dict[str, Wording]:
        """The table of words by id."""
        return self._records("wording")

    @cached_property
    def kits(self) -> dict[str, Kit]:
        """All kits for mock consultations, by id."""
        return self._records("kits")

    @cached_property
    def session_plans(self) -> dict[str, SessionPlan]:
        """All session plans, by id."""
        return self._records("session_plans")

    @cached_property
    def year_plans(self) -> dict[str, YearPlan]:
        """All patterns of a year by id, in the order of the page."""
        found = self._records("year_plans").items()
        return dict(sorted(found, key=lambda item: (item[1].order, item[0])))

    @cached_property
    def lead_times(self) -> dict[str, LeadTime]:
        """All lead times, by id."""
        return self._records("lead_times")

    @cached_property
    def quizzes(self) -> dict[str, Quiz]:
        """All quizzes by id."""
        return self._records("quizzes")

    @cached_property
    def forms(self) -> dict[str, Form]:
        """All forms by id, in the order in which an office needs them."""
        groups, found = list(FormGroup), self._records("forms").items()
        return dict(sorted(found, key=lambda item: (groups.index(item[1].group), item[1].order, item[0])))
