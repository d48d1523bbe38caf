"""What a build depends on, as digests: of contents, never of times."""

from __future__ import annotations

import hashlib
import os
import platform
import re
from functools import cache
from importlib.metadata import distributions
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
EPOCH = "SOURCE_DATE_EPOCH"


def files_below(root: Path, names: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """(path from `root`, file) of what the names are or hold, sorted; without what Python leaves behind."""
    for name in names:
        found = (root / name).rglob("*") if (root / name).is_dir() else [root / name]
        kept = [file for file in found if file.is_file() and "__pycache__" not in file.parts]
        yield from sorted((file.relative_to(root).as_posix(), file) for file in kept)


def digest_of(root: Path, names: Iterable[str]) -> str:
    """Names and contents of files; another order, another name or another byte is another digest."""
    whole = hashlib.sha256()
    for name, file in files_below(root, names):
        with file.open("rb") as opened:
            whole.update(f"{name}\0{hashlib.file_digest(opened, 'sha256').hexdigest()}\0".encode())
    return whole.hexdigest()


@cache
def packages() -> str:
    """Python and everything installed beside it, with versions: other programs may write other bytes."""
    found = {f"{found.metadata['Name']} {found.version}" for found in distributions()}
    return "\n".join([platform.python_version(), *sorted(found)])


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
