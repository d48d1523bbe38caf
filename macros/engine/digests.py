"""What a build depends on, as digests: of contents, never of times."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from macros.products import PDF_FONTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CODE = Path(__file__).resolve().parents[1]
#: all that a build reads, from the project's folder
INPUTS = ("data", "docs", "macros", "overrides", "mkdocs.yml", "CHANGELOG.md")
SETTINGS = "mkdocs.yml"
FROM_ENVIRONMENT = re.compile(r"!ENV\s*\[?\s*(\w+)")
METADATA = (".dist-info", ".egg-info")
LEFT_BY_PYTHON = "__pycache__"
EPOCH = "SOURCE_DATE_EPOCH"


def files_below(root: Path, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(path from `root`, file) of what the names are or hold, sorted; without what Python leaves behind.

    Plain texts and no Path: a build looks at thousands of files several times.
    """
    for name in names:
        file = os.path.join(root, name)  # noqa: PTH118 (see above)
        if Path(file).is_dir():
            yield from sorted(_below(file, "" if name == "." else f"{name}/"))
        elif Path(file).is_file():
            yield name, file


def _below(folder: str, prefix: str) -> Iterator[tuple[str, str]]:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != LEFT_BY_PYTHON:
                yield from _below(entry.path, f"{prefix}{entry.name}/")
        elif entry.is_file():
            yield f"{prefix}{entry.name}", entry.path


def digest_of(root: Path, names: Iterable[str]) -> str:
    """Names and contents of files; another order, another name or another byte is another digest."""
    whole = hashlib.sha256()
    for name, file in files_below(root, names):
        with open(file, "rb") as opened:  # noqa: PTH123 (see above)
            whole.update(f"{name}\0{hashlib.sha256(opened.read()).hexdigest()}\0".encode())
    return whole.hexdigest()


@cache
def packages() -> str:
    """Python and everything installed beside it, with versions: other programs may write other bytes.

    Told by the names of their folders of metadata, as "jinja2-3.1.6.dist-info"; to open each takes a quarter of a second.
    """
    found = {
        entry.name for place in sys.path if place and Path(place).is_dir() for entry in os.scandir(place)
    }
    named = sorted(name for name in found if name.endswith(METADATA))
    return "\n".join([platform.python_version(), *named])


@cache
def program() -> str:
    """Our code and its templates as loaded by this process, and the packages that it calls."""
    return hashlib.sha256(f"{digest_of(CODE.parent, [CODE.name])}\0{packages()}".encode()).hexdigest()


def settings(root: Path) -> str:
    """mkdocs.yml, and what it and the clock are told by the environment."""
    file = root / SETTINGS
    text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    names = sorted({EPOCH, PDF_FONTS, *FROM_ENVIRONMENT.findall(text)})
    return "\0".join([text, *(f"{name}={os.environ.get(name)}" for name in names)])


def inputs(root: Path, engine: str) -> str:
    """Everything that decides the bytes of a site."""
    told = [engine, packages(), settings(root), digest_of(root, INPUTS)]
    return hashlib.sha256("\0".join(told).encode()).hexdigest()
