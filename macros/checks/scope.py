"""What every rule may look at: the library, the raw values and texts of all files, and the day of the check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from macros.checks.values import HEAD, by_field, values_in
from macros.library.shelf import RawFile
from macros.library.yaml_reader import place_in
from macros.models import KINDS
from macros.models.method import Rank
from macros.models.overview import Chart
from macros.models.references import POINTS_AT, WORDS_OF
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from macros.checks.values import Value
    from macros.library import Library
    from macros.models import Method

#: the fields in which records point at others: before a build, no rule asks for more
POINTING = frozenset([*POINTS_AT, *WORDS_OF])
Macros = Mapping[str, range]  # what pages may call, and how many arguments each takes
METHOD_PAGES = "docs/methods/"
TRAINING_PAGES = "docs/training/"


@dataclass(frozen=True)
class Written:
    """A stretch of a file as people wrote it, comments and all."""

    path: str
    first_line: int
    text: str

    def problem(self, offset: int, message: str, hint: str = "") -> Problem:
        """A Problem at an offset of the text."""
        return Problem(self.path, *place_in(self.text, offset, self.first_line), message, hint)


@dataclass(frozen=True)
class Scope:
    """Everything a rule gets."""

    library: Library
    today: date
    macros: Macros

    @cached_property
    def heads(self) -> dict[str, RawFile]:
        """The heads of the pages, as files of their own, by page path."""
        return {page.path: RawFile(page.path, HEAD, page.head) for page in self.library.pages if page.head}

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """Every text and number of every record and of every page's head."""
        return tuple(values_in((*self.library.files, *self.heads.values())))

    @cached_property
    def by_key(self) -> dict[str, list[Value]]:
        """The values by the name of their field."""
        return by_field(self.values)

    @cached_property
    def pointing(self) -> dict[str, list[Value]]:
        """The same, of the fields that point at other records: these alone are found in half the time."""
        return by_field(values_in((*self.library.files, *self.heads.values()), POINTING))

    def of(self, keys: Collection[str]) -> Iterator[Value]:
        """The values of some fields only: most rules need no others."""
        found = self.pointing if POINTING.issuperset(keys) else self.by_key
        for key in keys:
            yield from found.get(key, ())

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """Every file: records, the heads of pages and their bodies."""
        files = [*self.library.files, *self.heads.values()]
        return (*(Written(file.path, 1, file.document.text) for file in files), *self.bodies)

    @cached_property
    def bodies(self) -> tuple[Written, ...]:
        """The bodies of the pages."""
        return tuple(Written(page.path, page.body_line, page.body) for page in self.library.pages)

    def method_pages(self) -> Iterator[tuple[Written, Method]]:
        """The pages that stand where a method's page belongs (a rule speaks of the others)."""
        for page, body in zip(self.library.pages, self.bodies, strict=True):
            method = self.library.methods.get(page.front.method or "") if page.front else None
            if method and method.rank is not Rank.ENTRY and page.path == f"{METHOD_PAGES}{method.id}.md":
                yield body, method

    @cached_property
    def unread(self) -> frozenset[tuple[str, str]]:
        """(Kind, id) of the records that are faulty in themselves, so that the library hasn't got them."""
        sound = {entry.file.path for shelf in self.library.shelves.values() for entry in shelf.values()}
        files = (file for file in self.library.files if file.kind in KINDS)
        return frozenset((file.kind, stem(file)) for file in files if file.path not in sound)

    @cached_property
    def known(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Kind -> id -> names. An id is known when its file is there, even if the record in it is faulty."""
        found: dict[str, dict[str, tuple[str, ...]]] = {kind: {} for kind in KINDS}
        for file in self.library.files:
            if file.kind in KINDS:
                found[file.kind][stem(file)] = _names(file.document.data)
        found["categories"] = _listed(self.library.files, "categories")
        found["charts"] = {chart.value: (chart.label,) for chart in Chart}
        found["lessons"] = {
            path.rpartition("/")[2].removesuffix(".md"): _names(head.document.data)
            for path, head in self.heads.items()
            if path.startswith(TRAINING_PAGES)
            and isinstance(head.document.data, dict)
            and "lesson" in head.document.data
        }
        return found


def _listed(files: Iterable[RawFile], kind: str) -> dict[str, tuple[str, ...]]:
    """Id -> names of the records that stand together in one file, the faulty ones too."""
    lists = (file.document.data for file in files if file.kind == kind)
    items = (item for data in lists if isinstance(data, list) for item in data if isinstance(item, dict))
    return {str(item["id"]): _names(item) for item in items if "id" in item}


def stem(file: RawFile) -> str:
    """The id that the file name gives."""
    return file.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _names(data: object) -> tuple[str, ...]:
    """The names people may know a record by."""
    if not isinstance(data, dict):
        return ()
    aliases = data.get("aliases")
    names = [data.get("name"), data.get("title"), *(aliases if isinstance(aliases, list) else [])]
    return tuple(name for name in names if isinstance(name, str))
