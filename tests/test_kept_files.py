"""Schemas and issue forms never fall behind the models; an issue becomes a record that passes, or is explained."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from macros.commands.check import everything_wrong, today
from macros.commands.new import new
from macros.contributing.fields import fields
from macros.contributing.issue_forms import FOLDERS, OFFERED
from macros.contributing.kept_files import kept_files
from macros.contributing.schemas import LISTS, list_of
from macros.library import Library, load
from macros.library.modeline import modeline
from macros.models import KINDS

ROOT = Path(__file__).parent.parent
ISSUES = ROOT / "tests/issues"


@pytest.fixture(scope="module")
def real() -> Library:
    """The real records."""
    return load(ROOT)[0]


def test_no_file_has_fallen_behind(real: Library):
    """`python3 run.py fmt` writes them anew."""
    stale = [
        path
        for path, text in kept_files(real).items()
        if not (ROOT / path).is_file() or (ROOT / path).read_text(encoding="utf-8") != text
    ]

    assert stale == [], "运行python3 run.py fmt"


def test_every_record_names_its_schema(real: Library):
    """So that an editor program completes and marks; `fmt` adds the line."""
    bare = [
        one.path
        for one in real.files
        if one.kind in KINDS and not one.document.text.startswith(modeline(one.kind))
    ]

    assert bare == [], "运行python3 run.py fmt"


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_in_chinese(kind: str):
    """Each field with its label, its meaning and what its words mean."""
    schema = json.loads((ROOT / f"schema/{kind}.json").read_text(encoding="utf-8"))

    assert list(schema["properties"]) == [field.name for field in fields(KINDS[kind][0])]
    for name, field in schema["properties"].items():
        assert field["title"], name
        assert "不要写成" in field["description"], name
        assert len(field.get("enum", [])) == len(field.get("enumDescriptions", []))


def test_every_list_that_a_schema_points_at_is_there(real: Library):
    """Else an editor program would mark everything."""
    known = json.loads(kept_files(real)[f"schema/{LISTS}"])["definitions"]
    wanted = {list_of(field.name, top=True) for model, _ in KINDS.values() for field in fields(model)} - {
        None
    }

    assert wanted <= set(known)


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("kind", OFFERED)
def test_an_issue_form_is_what_the_hosts_read(folder: str, kind: str):
    """GitHub's syntax: a name, a description, a body of typed parts with labels, dropdowns with options."""
    form = yaml.safe_load((ROOT / folder / f"{kind}.yml").read_text(encoding="utf-8"))
    labels = [part["attributes"]["label"] for part in form["body"][1:]]

    assert form["name"]
    assert form["description"]
    assert len(labels) == len(set(labels))
    assert {part["type"] for part in form["body"]} <= {"markdown", "input", "textarea", "dropdown"}
    assert all(part["attributes"].get("options", True) for part in form["body"])


@pytest.mark.parametrize("name", ["issue-12", "issue-13"])
def test_an_issue_becomes_a_record_that_passes(name: str, tmp_path: Path):
    """Names become ids, lines become items, bars part the pieces of a group."""
    world = Path(shutil.copytree(ROOT / "tests/world", tmp_path / "world"))

    assert new(["--from-issue", str(ISSUES / f"{name}.md"), "--root", str(world)]) == 0
    assert everything_wrong(world, today())[1] == []


def test_what_is_wrong_in_an_issue_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """All of it, in Chinese, with the line."""
    world = Path(shutil.copytree(ROOT / "tests/world", tmp_path / "world"))

    assert new(["--from-issue", str(ISSUES / "issue-14.md"), "--root", str(world)]) == 1
    said = capsys.readouterr().out
    assert [word for word in ("六式", "基层", "很多人", "去年", "缺少") if word not in said] == []


@pytest.mark.parametrize("text", ["", "没有栏目的一段话", "### 别的\n\n什么"])
def test_an_issue_without_headings_is_refused(text: str, tmp_path: Path):
    """Nothing is written."""
    file = tmp_path / "issue-1.md"
    file.write_text(text, encoding="utf-8")

    assert new(["--from-issue", str(file), "--root", str(tmp_path)]) == 1
    assert not (tmp_path / "data").exists()
