"""A site that is still what a build would write is not built again; anything else is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from macros.engine.digests import inputs
from macros.engine.stamp import is_unchanged, remember

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LATER = 4_000_000_000  # seconds of the clock


def written(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a site that was built from it."""
    written(tmp_path, "data/cases/a.yml", "id: a\n")
    written(tmp_path, "mkdocs.yml", "site_url: !ENV [SITE_URL, '']\n")
    written(tmp_path, "site/index.html", "page")
    remember(tmp_path, tmp_path / "site", inputs(tmp_path, "mkdocs"))
    return tmp_path


def unchanged(project: Path, engine: str = "mkdocs") -> bool:
    return is_unchanged(project, project / "site", inputs(project, engine))


def test_nothing_has_changed(project: Path):
    written(project, "data/cases/a.yml", "id: a\n")

    assert unchanged(project)
    assert not unchanged(project, "zensical")
    assert not is_unchanged(project, project / "elsewhere", inputs(project, "mkdocs"))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a record edited": lambda root: written(root, "data/cases/a.yml", "id: b\n"),
    "a record added": lambda root: written(root, "data/cases/b.yml", "id: b\n"),
    "a record renamed": lambda root: (root / "data/cases/a.yml").rename(root / "data/cases/c.yml"),
    "a page added": lambda root: written(root, "docs/index.md", "# A\n"),
    "a template added": lambda root: written(root, "overrides/main.html", "<p>"),
    "the settings edited": lambda root: written(root, "mkdocs.yml", "site_name: A\n"),
    "the changelog added": lambda root: written(root, "CHANGELOG.md", "# A\n"),
    "a page of the site edited": lambda root: written(root, "site/index.html", "another page"),
    "a page of the site edited later": lambda root: os.utime(root / "site/index.html", (LATER, LATER)),
    "a page of the site removed": lambda root: (root / "site/index.html").unlink(),
    "a page of the site added": lambda root: written(root, "site/a.html", "page"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_any_change_counts(project: Path, what: str):
    CHANGES[what](project)

    assert not unchanged(project)


@pytest.mark.parametrize("name", ["SITE_URL", "SOURCE_DATE_EPOCH"])
def test_what_the_environment_says_counts(project: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.setenv(name, "1800000000")

    assert not unchanged(project)
