"""The site's folder is written in place: only what differs is touched, and nothing of before is left over."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from macros.engine.in_place import drop_stale, in_place, is_active, note, write_text

if TYPE_CHECKING:
    from pathlib import Path

LONG_AGO = 1_000_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pages and something hidden, all of them old."""
    for name in ("a/index.html", "b/c/index.html", ".hidden"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
        os.utime(file, (LONG_AGO, LONG_AGO))
    return tmp_path


def test_what_is_as_before_is_not_touched(folder: Path):
    with in_place(folder):
        write_text(folder / "a/index.html", "a/index.html")
        write_text(folder / "b/c/index.html", "new")

    assert (folder / "a/index.html").stat().st_mtime == LONG_AGO
    assert (folder / "b/c/index.html").read_text(encoding="utf-8") == "new"


def test_what_nobody_wrote_goes_with_its_empty_folders(folder: Path):
    with in_place(folder):
        note(folder / "a/index.html")
        drop_stale()

    assert sorted(path.name for path in folder.iterdir()) == [".hidden", "a"]


def test_what_another_program_wrote_meanwhile_stays(folder: Path):
    """Themes and plugins write some files past us."""
    with in_place(folder):
        (folder / "b/c/index.html").write_text("theirs", encoding="utf-8")
        (folder / "d.html").write_text("theirs", encoding="utf-8")
        drop_stale()

    assert sorted(path.name for path in folder.iterdir()) == [".hidden", "b", "d.html"]


def test_outside_a_build_it_only_writes(folder: Path):
    write_text(folder / "e/index.html", "e")
    drop_stale()

    assert not is_active()
    assert len(list(folder.rglob("index.html"))) == len(("a", "b", "e"))
