"""What many tests share: the real site, built once, and the library it was built from."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from built_pages import Page, read_pages

from macros.library import Library, load

ROOT = Path(__file__).parent.parent
EPOCH = "1700000000"
PROJECT = ("data", "docs", "macros", "overrides", "mkdocs.yml")  # all that a build may read


def build_site(project: Path, site: Path, **settings: str) -> None:
    """Build a project as people do, in a process of its own; what it complains of fails the test."""
    command = [sys.executable, "-m", "macros", "build", "--site-dir", str(site)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONUTF8": "1"} | settings
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode("utf-8")) == (0, "")


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real project as it was when the tests began: whoever goes on editing does not disturb them."""
    folder = tmp_path_factory.mktemp("project")
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once. Read it, never write."""
    folder = tmp_path_factory.mktemp("built") / "site"
    build_site(project, folder)
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Every page of the real site."""
    return read_pages(site)


@pytest.fixture(scope="session")
def library(project: Path) -> Library:
    """The real records."""
    found, _ = load(project)
    return found
