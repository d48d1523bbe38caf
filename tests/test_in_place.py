"""The site's folder is written in place: only what differs is touched, and nothing of before is left over."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from macros.engine.in_place import drop_stale, holds, in_place, is_active, note, size, write, write_text

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


def test_what_the_last_build_wrote_is_known_until_somebody_touches_it(folder: Path):
    memory, pages = folder / ".memory", [folder / f"{name}/index.html" for name in "ab"]
    with in_place(folder, memory):
        for page in pages:
            write(page, b"page", "digest")
    os.utime(pages[1], (LONG_AGO, LONG_AGO))

    with in_place(folder, memory):
        assert [holds(page, "digest") for page in pages] == [True, False]
        assert not holds(pages[0], "another digest")
        assert size(pages[0]) == len("page")


def test_a_memory_that_cannot_be_read_is_none(folder: Path):
    memory = folder / ".memory"
    memory.write_text("half a file", encoding="utf-8")

    with in_place(folder, memory):
        assert not holds(folder / "a/index.html", "digest")
