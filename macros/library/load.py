"""Files in: everything under data/ and docs/, read once, every fault kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from macros.library import changelog, record_faults, yaml_reader
from macros.library.files import data_files, page_files, read_text
from macros.library.page_text import read_page
from macros.library.shelf import Entry, Library, RawFile
from macros.models import KINDS, Category, Vocabularies
from macros.models.base import Record
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.library.changelog import Edition

MOST_FILES = 20_000
Reader = Callable[[str, str], yaml_reader.Document]
R = TypeVar("R", bound=Record)


def load(root: Path, read: Reader = yaml_reader.read) -> tuple[Library, list[Problem]]:
    """The library under `root`, and every fault met on the way. Records with faults are left out of it.

    `read` reads the YAML of records, from a text and the name to print.
    """
    problems: list[Problem] = []
    files: list[RawFile] = []
    shelves: dict[str, dict[str, Entry[Any]]] = {kind: {} for kind in KINDS}
    paths = data_files(root, problems)
    for kind in KINDS:
        for path in paths[kind]:
            text = read_text(path, root, problems)
            if text is None:
                continue
            file, record, faults = _read(path.relative_to(root).as_posix(), kind, text, read)
            files.append(file)
            problems.extend(faults)
            if record is not None:
                entry: Entry[Any] = Entry(record, file)
                shelves[kind].setdefault(entry.record.id, entry)
    categories = _list(_required(root, "categories", paths, files, problems), Category, problems)
    vocabularies = _vocabularies(_required(root, "vocabularies", paths, files, problems), problems)
    pages = [
        read_page(text, path.relative_to(root).as_posix(), problems)
        for path in page_files(root, problems)
        if (text := read_text(path, root, problems)) is not None
    ]
    changes = _changes(root, problems)
    return Library(shelves, tuple(categories), vocabularies, tuple(files), tuple(pages), changes), problems


def _changes(root: Path, problems: list[Problem]) -> tuple[Edition, ...]:
    """What the changelog tells; nothing when there is none."""
    path = root / changelog.NAME
    text = read_text(path, root, problems) if path.is_file() else None
    return changelog.editions(text or "")


@lru_cache(maxsize=MOST_FILES)
def _read(
    name: str, kind: str, text: str, read: Reader
) -> tuple[RawFile, Record | None, tuple[Problem, ...]]:
    """A file of one record. The same text is read once: live preview loads everything after every edit."""
    document = read(text, name)
    file = RawFile(name, kind, document)
    problems = list(document.problems)
    return file, _record(file, KINDS[kind][0], problems), tuple(problems)


def _raw_files(paths: list[Path], root: Path, kind: str, problems: list[Problem]) -> Iterator[RawFile]:
    for path in paths:
        text = read_text(path, root, problems)
        if text is not None:
            name = path.relative_to(root).as_posix()
            document = yaml_reader.read(text, name)
            problems.extend(document.problems)
            yield RawFile(name, kind, document)


def _record(file: RawFile, model: type[R], problems: list[Problem]) -> R | None:
    if file.document.data is None:
        return None
    if not isinstance(file.document.data, dict):
        problems.append(
            Problem(
                file.path,
                1,
                1,
                "文件最外层应当是一行一个“字段: 值”，现在是列表或一句话。",
                "一个文件只写一条记录：去掉开头的“- ”，字段名都顶格写。",
            )
        )
        return None
    try:
        return model.model_validate(file.document.data)
    except ValidationError as error:
        problems.extend(record_faults.faults(error, model, file.document, file.path))
        return None


def _vocabularies(file: RawFile | None, problems: list[Problem]) -> Vocabularies:
    """An empty stand-in when the file is broken, so that the other checks go on."""
    record = _record(file, Vocabularies, problems) if file else None
    return record or Vocabularies.model_construct(levels=[], topics=[])


def _list(file: RawFile | None, model: type[Category], problems: list[Problem]) -> list[Category]:
    """One file that holds a list of small records."""
    if file is None or file.document.data is None:
        return []
    if not isinstance(file.document.data, list):
        hint = "每一项以“- id: ”开头，照主分支里的写法改。"
        problems.append(Problem(file.path, 1, 1, "文件最外层应当是列表。", hint))
        return []
    found = []
    for index, data in enumerate(file.document.data):
        try:
            found.append(model.model_validate(data))
        except ValidationError as error:
            part = file.document.part(index)
            problems.extend(record_faults.faults(error, model, part, file.path))
    return found


def _required(
    root: Path, name: str, paths: dict[str, list[Path]], files: list[RawFile], problems: list[Problem]
) -> RawFile | None:
    """A file that must be there; when it isn't, that is the fault."""
    if not paths[name]:
        problems.append(Problem(f"data/{name}.yml", 1, 1, "缺少这个文件。", "从主分支把它取回来。"))
        return None
    file = next(_raw_files(paths[name], root, name, problems), None)
    if file is not None:
        files.append(file)
    return file
