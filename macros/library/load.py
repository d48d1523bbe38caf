"""Files in: everything under data/ and docs/, read once, every fault kept.

This is the only place that opens the project's content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from macros.library import record_faults, yaml_reader
from macros.library.page_text import read_page
from macros.library.shelf import Entry, Library, RawFile
from macros.models import KINDS, Category, Vocabularies
from macros.models.base import Record
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

R = TypeVar("R", bound=Record)

UTF8_HINT = "用记事本打开，另存为，编码选UTF-8。"


def load(root: Path) -> tuple[Library, list[Problem]]:
    """The library under `root`, and every fault met on the way. Records with faults are left out of it."""
    problems: list[Problem] = []
    files: list[RawFile] = []
    shelves: dict[str, dict[str, Entry[Any]]] = {kind: {} for kind in KINDS}
    for kind, (model, _) in KINDS.items():
        for path in _files(root / "data" / kind, "*.yml", root, problems):
            file = _raw(path, root, kind, problems)
            if file is None:
                continue
            files.append(file)
            record = _record(file, model, problems)
            if record is not None:
                _shelve(Entry(record, file), shelves[kind], problems)
    categories = _list(root, "categories", Category, files, problems)
    vocabularies = _vocabularies(root, files, problems)
    pages = [
        read_page(text, path.relative_to(root).as_posix(), problems)
        for path in _files(root / "docs", "*.md", root, problems)
        if (text := _text(path, root, problems)) is not None
    ]
    return Library(shelves, tuple(categories), vocabularies, tuple(files), tuple(pages)), problems


def _files(folder: Path, pattern: str, root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every file below a folder, sorted; symbolic links are refused, as they can point anywhere."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            problems.append(Problem(name, 1, 1, "这是一个符号链接。", "删掉它，放真正的文件。"))
        elif path.is_file() and path.match(pattern):
            yield path
        elif path.is_file() and path.suffix in {".yaml", ".YML", ".markdown"}:
            problems.append(
                Problem(name, 1, 1, f"文件的后缀是“{path.suffix}”，不会被读到。", f"改成“{pattern[1:]}”。")
            )


def _text(path: Path, root: Path, problems: list[Problem]) -> str | None:
    name = path.relative_to(root).as_posix()
    try:
        return path.read_bytes().decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problems.append(Problem(name, line, 1, "文件不是UTF-8编码，多半是GBK。", UTF8_HINT))
        return None


def _raw(path: Path, root: Path, kind: str, problems: list[Problem]) -> RawFile | None:
    text = _text(path, root, problems)
    if text is None:
        return None
    name = path.relative_to(root).as_posix()
    document = yaml_reader.read(text, name)
    problems.extend(document.problems)
    return RawFile(name, kind, document)


def _record(file: RawFile, model: type[R], problems: list[Problem]) -> R | None:
    if file.document.problems and file.document.data is None:
        return None
    if not isinstance(file.document.data, dict):
        problems.append(
            Problem(
                file.path,
                1,
                1,
                "文件最外层应当是“字段: 值”，现在是列表或一句话。",
                "去掉开头的“- ”，一个文件只写一条记录。",
            )
        )
        return None
    try:
        return model.model_validate(file.document.data)
    except ValidationError as error:
        problems.extend(record_faults.faults(error, model, file.document, file.path))
        return None


def _shelve(entry: Entry[Any], shelf: dict[str, Entry[Any]], problems: list[Problem]) -> None:
    first = shelf.setdefault(entry.record.id, entry)
    if first is not entry:
        place = entry.file.document.place(("id",))
        said = f"编号“{entry.record.id}”和{first.file.path}重复。"
        problems.append(Problem(entry.file.path, *place, said, "换一个编号，文件名也跟着改。"))


def _vocabularies(root: Path, files: list[RawFile], problems: list[Problem]) -> Vocabularies:
    """An empty stand-in when the file is broken, so that the other checks go on."""
    file = _required(root, "vocabularies", files, problems)
    record = _record(file, Vocabularies, problems) if file else None
    return record or Vocabularies.model_construct(levels=[], topics=[])


def _list(
    root: Path, name: str, model: type[Category], files: list[RawFile], problems: list[Problem]
) -> list[Category]:
    """One file that holds a list of small records."""
    file = _required(root, name, files, problems)
    if file is None or not isinstance(file.document.data, list):
        return []
    found = []
    for index, data in enumerate(file.document.data):
        try:
            found.append(model.model_validate(data))
        except ValidationError as error:
            part = file.document.part(index)
            problems.extend(record_faults.faults(error, model, part, file.path))
    return found


def _required(root: Path, name: str, files: list[RawFile], problems: list[Problem]) -> RawFile | None:
    path = root / "data" / f"{name}.yml"
    if not path.is_file():
        problems.append(Problem(f"data/{name}.yml", 1, 1, "缺少这个文件。", "从主分支把它取回来。"))
        return None
    file = _raw(path, root, name, problems)
    if file is not None:
        files.append(file)
    return file
