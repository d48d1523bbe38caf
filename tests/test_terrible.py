"""Bad input, one fault each: what an office clerk is told, to the letter."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.commands.check import check
from macros.models import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

TESTS = Path(__file__).parent
TODAY = "2026-01-01"
COUNTS = re.compile(r"检查通过：.*?个页面")  # they change with every new kind of record
NAMES = sorted(path.name for path in (TESTS / "terrible").iterdir())


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A copy of the tiny world, to be spoilt."""
    return Path(shutil.copytree(TESTS / "world", tmp_path / "world"))


def told(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    """Exit status and everything printed."""
    status = check(["--root", str(root), "--today", TODAY, *options])
    return status, capsys.readouterr().out


def counted(world: Path) -> str:
    """What the world holds, counted file by file."""
    kinds = [f"{len([*(world / 'data' / kind).glob('*.yml')])}个{name}" for kind, (_, name) in KINDS.items()]
    return "，".join([*kinds, f"{len([*(world / 'docs').rglob('*.md')])}个页面"])


def test_the_world_itself_is_sound(world: Path, capsys: pytest.CaptureFixture[str]):
    """Every message below comes from the one file that was added."""
    assert told(world, capsys) == (0, f"检查通过：{counted(world)}。\n")


@pytest.mark.parametrize("name", NAMES)
def test_terrible_input(
    name: str, world: Path, capsys: pytest.CaptureFixture[str], accepted: Callable[[str, str], None]
):
    """A clerk is told where the fault is, what was found and how to mend it."""
    shutil.copytree(TESTS / "terrible" / name, world, dirs_exist_ok=True)
    _, said = told(world, capsys)

    accepted(f"terrible/{name}.txt", COUNTS.sub("检查通过：……", said))


def test_a_symbolic_link_is_refused(world: Path, capsys: pytest.CaptureFixture[str]):
    """A link could carry any file of the machine into the site."""
    (world / "docs/a.md").symlink_to("/etc/passwd")
    (world / "data/cases/etc").symlink_to("/etc")
    status, said = told(world, capsys)

    assert status == 1
    assert "data/cases/etc:1:1: 错误：这是一个符号链接，不会被读到。" in said
    assert "docs/a.md:1:1: 错误：这是一个符号链接，不会被读到。" in said


@pytest.mark.parametrize("name", ["three-faults", "mobile-in-a-fault", "likely-duplicate", "gbk-file"])
def test_the_annotations_say_the_same(name: str, world: Path, capsys: pytest.CaptureFixture[str]):
    """In a pull request every problem is one line, and no private number is in it."""
    shutil.copytree(TESTS / "terrible" / name, world, dirs_exist_ok=True)
    text = told(world, capsys)[1]
    *annotations, verdict = told(world, capsys, "--format", "github")[1].splitlines()

    assert len(annotations) == sum(": 错误：" in line or ": 提醒：" in line for line in text.splitlines())
    assert all(line.startswith(("::error file=", "::warning file=")) for line in annotations)
    assert verdict == text.splitlines()[-1]
    assert "12345678" not in "".join(annotations)
