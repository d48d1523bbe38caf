"""What is kept from one build to the next comes back as it was, and goes when two builds did not ask for it."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import connect
from typing import TYPE_CHECKING

from macros.commands.build import sentence
from macros.engine.kept import FOLDER, Kept

if TYPE_CHECKING:
    import pytest


def keep(root: Path, *keys: str) -> Kept:
    """A build that makes or asks for these."""
    kept = Kept(root, "pages")
    for key in keys:
        if kept.get(key) is None:
            kept.put(key, key.encode() * 9)
    kept.drop_old()
    return kept


def known(root: Path, keys: str) -> str:
    return "".join(key for key in keys if Kept(root, "pages").has(key))


def test_what_was_kept_comes_back(tmp_path: Path):
    keep(tmp_path, "a", "b")

    assert Kept(tmp_path, "pages").get("b") == b"bbbbbbbbb"
    assert Kept(tmp_path, "pages").get("c") is None
    assert Kept(tmp_path, "search").get("b") is None


def test_what_the_build_before_used_stays_and_older_things_go(tmp_path: Path):
    for keys in ("ab", "cd", "ef"):
        keep(tmp_path, *keys)

    assert known(tmp_path, "abcdef") == "cdef"


def test_an_interrupted_build_loses_little(tmp_path: Path):
    kept = Kept(tmp_path, "pages")
    for number in range(100):
        kept.put(str(number), b"made")
    kept.known.close()

    assert Kept(tmp_path, "pages").get("0") == b"made"
    assert Kept(tmp_path, "pages").get("99") is None


def test_a_build_that_was_given_up_lets_the_next_one_write(tmp_path: Path):
    given_up = Kept(tmp_path, "pages")
    given_up.put("a", b"made")

    assert keep(tmp_path, "a", "b").get("b") == b"bbbbbbbbb"


def test_a_file_that_is_none_of_ours_is_made_anew(tmp_path: Path):
    keep(tmp_path, "a").known.close()
    Path(tmp_path, FOLDER, "pages.db").write_bytes(b"half of a file" * 999)

    assert known(tmp_path, "a") == ""
    assert keep(tmp_path, "a").get("a") == b"aaaaaaaaa"


def _ask(file: Path) -> None:
    connect(file).execute("SELECT 1 FROM kept")


def test_what_cannot_be_read_any_more_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    no_database = tmp_path / "pages.db"
    no_database.write_bytes(b"half of a file" * 999)

    assert sentence(lambda: _ask(no_database)) == 1
    assert "--fresh" in capsys.readouterr().err
