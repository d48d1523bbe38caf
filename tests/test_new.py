"""`new`: templates that explain themselves, and that no check lets through unfilled."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.commands.check import everything_wrong, today
from macros.commands.new import IRREGULAR, SINGULAR, new
from macros.contributing.fields import fields
from macros.contributing.templates import UNWRITTEN, next_number, record_template
from macros.library.yaml_reader import read
from macros.models import KINDS
from macros.models.unwanted import UNFINISHED

WORLD = Path(__file__).parent / "world"
BEHIND_A_MARK = re.compile(r"^# ( *(?:- )?[a-z_]+:| +- )", re.MULTILINE)


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A copy of the tiny world, to be added to."""
    return Path(shutil.copytree(WORLD, tmp_path / "world"))


@pytest.mark.parametrize("kind", SINGULAR)
def test_a_template_left_as_it_is_is_refused(kind: str, world: Path):
    """Whoever forgets a field is told so, at its line."""
    assert new([kind, "xin-bian", "--root", str(world)]) == 0

    path = f"data/{SINGULAR[kind]}/xin-bian.yml"
    assert [problem for problem in everything_wrong(world, today())[1] if problem.path == path]


def test_a_lesson_is_a_page_to_be_filled_in(world: Path):
    """Its head and its parts are there; what is unwritten is said."""
    assert new(["lesson", "xin-ke", "--root", str(world)]) == 0

    said = [problem for problem in everything_wrong(world, today())[1] if problem.path.endswith("xin-ke.md")]
    assert any(UNWRITTEN in problem.message for problem in said)


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_behind_a_mark_can_be_taken_out_of_it(kind: str):
    """Taking away # and a space leaves good YAML with fields that the model knows."""
    found = read(BEHIND_A_MARK.sub(r"\1", record_template(kind, {})), "x.yml")

    assert found.problems == []
    assert set(found.data) == {field.name for field in fields(KINDS[kind][0])}


def test_a_file_is_never_overwritten(world: Path, capsys: pytest.CaptureFixture[str]):
    """Somebody's work is in it."""
    file = world / "data/cases/jia-shuiku.yml"
    before = file.read_bytes()

    assert new(["case", "jia-shuiku", "--root", str(world)]) == 1
    assert file.read_bytes() == before
    assert "已经有了" in capsys.readouterr().err


@pytest.mark.parametrize("key", ["../evil", "案例", "a b", "-a", "a" * 61])
def test_an_id_that_is_none_is_refused(key: str, world: Path, capsys: pytest.CaptureFixture[str]):
    """A path is no id."""
    assert new(["--root", str(world), "--", "case", key]) == 1
    assert "只能用拼音" in capsys.readouterr().err


def test_a_case_gets_the_next_free_number(world: Path):
    """After the last one: a gap may stand on somebody's slides."""
    new(["case", "xin-anli", "--root", str(world)])

    assert "\nnumber: A-0004\n" in (world / "data/cases/xin-anli.yml").read_text(encoding="utf-8")
    assert next_number(["A-0001", "A-0009"]) == "A-0010"
    assert next_number([]) == "A-0001"


def test_the_placeholder_is_one_that_the_rules_know():
    """Else a template would pass."""
    assert UNFINISHED.search(UNWRITTEN)


def test_irregular_names_are_those_of_kinds():
    """A kind that goes away takes its name along."""
    assert set(IRREGULAR) <= set(KINDS)
