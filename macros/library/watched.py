"""The library as one page sees it: whatever is asked of it is noted, with a digest of the answer.

A page need not be written again while everything that it asked for would be answered as before. What a view asks is
found out by listening and not told by it, so no view can forget to tell.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property, partial
from types import MethodType
from typing import TYPE_CHECKING, Any, cast

from macros.library.shelf import Library
from macros.models import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: what was asked for, and of which: ("cases", "C001"); None: all of it
Asked = tuple[str, str | None]
#: questions of one key that are answered with records -> the shelf these are from
BY_KEY = {
    "cases_of": "cases",
    "methods_naming": "methods",
    "methods_in": "methods",
    "confusables_of": "confusables",
    "forms_of": "forms",
    "reports_of": "reports",
}


class Answers:
    """Digests of what a library answers. They hold for another library with the same answers, too."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._known: dict[Asked, str] = {}
        self._asked_by: dict[str, dict[Asked, None]] = {}

    def digest(self, asked: Asked) -> str:
        """A digest of the answer; that of nothing when there is no such record."""
        if asked not in self._known:
            self._known[asked] = hashlib.sha256(self._answer(*asked).encode()).hexdigest()[:24]
        return self._known[asked]

    def _answer(self, what: str, key: str | None) -> str:
        if what in BY_KEY:
            return "\0".join(self._texts(BY_KEY[what], _ids(getattr(self.library, what)(key))))
        if what == "pages":
            return "\0".join(
                f"{page.path}\0{page.head.text if page.head else ''}\0{page.body}"
                for page in self.library.pages
            )
        if what == "shelves":
            return "\0".join(
                f"{entry.file.path}\0{entry.file.document.text}"
                for shelf in self.library.shelves.values()
                for entry in shelf.values()
            )
        if what not in KINDS:
            return repr(getattr(self.library, what))
        shelf = self.library.shelves[what]
        return "\0".join(self._texts(what, sorted(shelf) if key is None else [key]))

    def _texts(self, kind: str, ids: Iterable[str]) -> Iterator[str]:
        shelf = self.library.shelves[kind]
        for key in ids:
            yield key
            yield shelf[key].file.document.text if key in shelf else ""

    def asked_by(self, name: str) -> dict[Asked, None]:
        """What one of the library's cached answers was made from."""
        if name not in self._asked_by:
            watched = Watched(self)
            getattr(Library, name).func(watched)
            self._asked_by[name] = watched.asked
        return self._asked_by[name]


def _ids(answer: Iterable[Any]) -> list[str]:
    """The ids of records, alone or at the end of a tuple."""
    return [item[-1].id if isinstance(item, tuple) else item.id for item in answer]


class Watched:
    """Answers as a Library does, and remembers in `asked` what it was asked for."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self.asked: dict[Asked, None] = {}

    def as_library(self) -> Library:
        """The same, for those who expect a library."""
        return cast("Library", self)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever a library has)
        """One of the library's answers; what it asks of itself is noted as well."""
        value = self._value(name)
        setattr(self, name, value)
        return value

    def _value(self, name: str) -> Any:  # noqa: ANN401 (the same)
        library, found = self._answers.library, getattr(Library, name, None)
        if name in KINDS:
            return _Shelf(name, getattr(library, name), self.asked)
        if name in BY_KEY:
            return partial(self._by_key, name)
        if isinstance(found, cached_property):
            self.asked.update(self._answers.asked_by(name))
            return getattr(library, name)
        if callable(found):
            return MethodType(found, self)
        self.asked[name, None] = None
        return getattr(library, name)

    def _by_key(self, name: str, key: str) -> Any:  # noqa: ANN401 (the same)
        self.asked[name, key] = None
        return getattr(self._answers.library, name)(key)


class _Shelf(Mapping[str, Any]):
    """The records of a kind. Whoever looks for one depends on it alone, whoever goes through all on all."""

    def __init__(self, kind: str, records: dict[str, Any], asked: dict[Asked, None]) -> None:
        self.kind, self.records, self.asked = kind, records, asked

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 (a record)
        self.asked[self.kind, key] = None
        return self.records[key]

    def __contains__(self, key: object) -> bool:
        self.asked[self.kind, str(key)] = None
        return key in self.records

    def __iter__(self) -> Iterator[str]:
        self.asked[self.kind, None] = None
        return iter(self.records)

    def __len__(self) -> int:
        self.asked[self.kind, None] = None
        return len(self.records)
