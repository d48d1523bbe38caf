"""Pages kept from earlier builds are those that a build without them would write, whatever was edited in between."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

from conftest import build_site
from test_same_bytes import contents

from bench.synthetic import make_project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

METHODS, CASES = 3, 5


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def chosen(root: Path, folder: str, dice: random.Random) -> Path:
    return dice.choice(sorted((root / folder).rglob("*.*")))


def add_case(root: Path, dice: random.Random) -> None:
    new = root / "data/cases/case-new.yml"
    shutil.copyfile(chosen(root, "data/cases", dice), new)
    for key, value in (("id", "case-new"), ("number", "A-0999"), ("title", "新增")):
        old = next(line for line in new.read_text(encoding="utf-8").splitlines() if line.startswith(key))
        replaced(new, old, f"{key}: {value}")


EDITS: tuple[Callable[[Path, random.Random], object], ...] = (
    lambda root, dice: replaced(chosen(root, "data/cases", dice), "title: ", "title: 又"),
    lambda root, dice: replaced(chosen(root, "data/methods", dice), "name: ", "name: 新"),
    lambda root, dice: replaced(chosen(root, "data/methods", dice), "rank: ", "aliases: [别名]\nrank: "),
    lambda root, dice: replaced(chosen(root, "data/sources", dice), "title: ", "title: 再"),
    lambda root, dice: replaced(chosen(root, "docs/about", dice), "## ", "另起一段。\n\n## "),
    lambda root, dice: replaced(chosen(root, "docs/start", dice), "title: ", "title: 改"),
    lambda root, _: replaced(root / "overrides/main.html", "找不到这一页", "没有这一页"),
    lambda root, _: replaced(root / "macros/engine/tables.py", '"表格"', '"一张表"'),
    lambda root, dice: chosen(root, "data/cases", dice).unlink(),
    add_case,
)


def test_edited_at_random_and_built_with_what_is_kept_it_is_the_same_site(tmp_path: Path):
    """Two rounds of several edits each, and a page of the site gone."""
    kept, dice = tmp_path / "kept", random.Random(20261122)  # noqa: S311 (to be the same each time)
    kept.mkdir()
    make_project(kept, METHODS, CASES)
    assert build_site(kept, kept / "site") == (0, "")
    edits = dice.sample(EDITS, len(EDITS))
    for part in (edits[::2], edits[1::2]):
        for edit in part:
            edit(kept, dice)
        (kept / "site/index.html").unlink()
        assert_same_as_made_anew(kept, tmp_path / "anew")


def assert_same_as_made_anew(kept: Path, anew: Path) -> None:
    shutil.rmtree(anew, ignore_errors=True)
    shutil.copytree(kept, anew, ignore=shutil.ignore_patterns(".cache", "site"))
    assert build_site(kept, kept / "site") == (0, "")
    assert build_site(anew, anew / "site") == (0, "")
    first, second = contents(kept / "site"), contents(anew / "site")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
