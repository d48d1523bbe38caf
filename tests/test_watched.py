"""What a page asked of the library is answered as before, or not: told by digests of the answers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from records import WORLD

from macros.library import load
from macros.library.watched import Answers, Asked

HERE = Path(__file__).parent / "world"
CASE = next(iter(WORLD.cases.values()))
OTHERS = {("sources", None), ("methods", None), ("pages", None), ("vocabularies", None)}
TOLD: set[Asked] = {("shelves", None), ("cases", None), ("cases", CASE.id), ("cases_of", CASE.methods[0])}


@pytest.mark.parametrize("asked", sorted(TOLD | OTHERS, key=str))
def test_of_one_changed_case_those_answers_tell_that_it_is_in(tmp_path: Path, asked: Asked):
    shutil.copytree(HERE, tmp_path, dirs_exist_ok=True)
    file = tmp_path / WORLD.shelves["cases"][CASE.id].file.path
    file.write_text(file.read_text(encoding="utf-8").replace("title: ", "title: 又", 1), encoding="utf-8")
    changed, problems = load(tmp_path)

    assert problems == []
    assert (Answers(changed).digest(asked) != Answers(WORLD).digest(asked)) == (asked in TOLD)
