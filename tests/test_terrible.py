"""Bad input, one fault each: what an office clerk is told, to the letter."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.commands.check import check

if TYPE_CHECKING:
    from collections.abc import Callable

TESTS = Path(__file__).parent
TODAY = "2026-01-01"
NAMES = sorted(path.name for path in (TESTS / "terrible").iterdir())


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A copy of the tiny world, to be spoilt."""
    return Path(shutil.copytree(TESTS / "world", tmp_path / "world"))


def told(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    """Exit status and everything printed."""
    status = check(["--root", str(root), "--today", TODAY, *options])
    return status, capsys.readouterr().out


def test_the_world_itself_is_sound(world: Path, capsys: pytest.CaptureFixture[str]):
    """Every message below comes from the one file that was added."""
    some = "3个方法，3个案例，3个来源，2个地方，1个制度文件，1个术语"

    assert told(world, capsys) == (
        0,
        f"检查通过：{some}，1个辨析，1个流程，1个名数，1个比较，1个课程，3个页面。\n",
    )


@pytest.mark.parametrize("name", NAMES)
def test_terrible_input(
    name: str, world: Path, capsys: pytest.CaptureFixture[str], accepted: Callable[[str, str], None]
):
    """A clerk is told where the fault is, what was found and how to mend it."""
    shutil.copytree(TESTS / "terrible" / name, world, dirs_exist_ok=True)
    _, said = told(world, capsys)

    accepted(f"terrible/{name}.txt", said)


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
