"""Which files are read, and as what: nothing under data/ or docs/ is passed over in silence."""

from __future__ import annotations

import difflib
import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from macros.models import KINDS
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

LISTS = ("categories", "vocabularies")
PAGE = ".md"
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
BELONGS_TO_PROGRAMS = (".", "~$")
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def everything_below(
    folder: Path, root: Path, problems: list[Problem]
) -> Iterator[tuple[Path, PurePosixPath]]:
    """Every file below a folder with its path from the root, sorted.

    Symbolic links are refused, as they can point anywhere; hidden files are left to the programs that made them.
    """
    if not folder.is_dir():
        return
    for entry in sorted(os.scandir(folder), key=lambda item: item.name):
        path = Path(entry.path)
        if entry.is_symlink():
            name = path.relative_to(root).as_posix()
            problems.append(Problem(name, 1, 1, "这是一个符号链接，不会被读到。", "删掉它，换成真正的文件。"))
        elif entry.is_dir():
            yield from everything_below(path, root, problems)
        elif not entry.name.startswith(BELONGS_TO_PROGRAMS):
            yield path, PurePosixPath(path.relative_to(root).as_posix())


def data_files(root: Path, problems: list[Problem]) -> dict[str, list[Path]]:
    """The YAML files of each kind; anything else under data/ is a problem."""
    found: dict[str, list[Path]] = {kind: [] for kind in (*KINDS, *LISTS)}
    for path, name in everything_below(root / "data", root, problems):
        _, *folders, _ = name.parts
        if name.suffix != ".yml":
            problems.append(_wrong_suffix(name, "data里只放后缀是“.yml”的文件。"))
        elif not folders and name.stem in LISTS:
            found[name.stem].append(path)
        elif folders and folders[0] in KINDS:
            found[folders[0]].append(path)
        else:
            problems.append(_wrong_folder(name, folders))
    return found


def page_files(root: Path, problems: list[Problem]) -> list[Path]:
    """The pages under docs/; besides them only pictures may be there."""
    found = []
    for path, name in everything_below(root / "docs", root, problems):
        if name.suffix == PAGE:
            found.append(path)
        elif name.suffix not in PICTURES:
            problems.append(_wrong_suffix(name, "docs里只放页面（.md）和图片（.png、.jpg、.jpeg、.webp）。"))
    return found


def _wrong_suffix(name: PurePosixPath, allowed: str) -> Problem:
    said = f"这里不能放后缀是“{name.suffix}”的文件。" if name.suffix else "这里不能放没有后缀的文件。"
    return Problem(str(name), 1, 1, said, f"{allowed}改后缀，或者删掉这个文件。")


def _wrong_folder(name: PurePosixPath, folders: list[str]) -> Problem:
    close = difflib.get_close_matches(folders[0], KINDS, n=1) if folders else []
    guess = f"是不是想放到data/{close[0]}？" if close else "移到它那一类的文件夹里，例如案例放在data/cases。"
    return Problem(str(name), 1, 1, "这个文件放错了地方，不会被读到。", guess)


def read_text(path: Path, root: Path, problems: list[Problem]) -> str | None:
    """The text of a file; a fault and None when it isn't UTF-8."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        guess = "UTF-16" if raw.startswith(UTF16_MARKS) else "GBK"
        line = raw[: error.start].count(b"\n") + 1
        said = f"文件不是UTF-8编码，多半是{guess}。"
        hint = "用记事本打开，选“另存为”，编码选UTF-8，再保存。"
        problems.append(Problem(path.relative_to(root).as_posix(), line, 1, said, hint))
        return None
