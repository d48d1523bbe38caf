"""命令在各处写法一致：run.py、Makefile、说明文件。"""

import re
from pathlib import Path

import pytest

import run


def test_make_knows_every_command():
    targets = re.search(r"^\.PHONY: (.+)$", Path("Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert targets
    assert targets[1].split() == list(run.COMMANDS)


@pytest.mark.parametrize("command", run.COMMANDS)
def test_the_developers_guide_explains_every_command(command: str):
    assert f"`python3 run.py {command}`" in Path("docs/contribute/developing.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("guide", ["README.md", "CONTRIBUTING.md", "docs/contribute/developing.md"])
def test_guides_name_only_commands_that_exist(guide: str):
    named = set(re.findall(r"run\.py (\w+)", Path(guide).read_text(encoding="utf-8")))

    assert named
    assert named <= set(run.COMMANDS)


def test_every_command_module_is_offered():
    modules = {path.stem.removesuffix("_") for path in Path("macros/commands").glob("[!_]*.py")}

    assert modules <= set(run.COMMANDS)
