"""What many tests share: the real site, built once, and the library it was built from."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from built_pages import Page, read_pages
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from bench.pages import FLAGS
from bench.serving import start_server
from macros.library import Library, load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent
EPOCH = "1700000000"
PROJECT = ("data", "docs", "macros", "overrides", "mkdocs.yml", "CHANGELOG.md")  # all that a build may read


def pytest_addoption(parser: pytest.Parser) -> None:
    """`python3 run.py test --accept` takes what the tests see now as what they shall see."""
    parser.addoption("--accept", action="store_true", help="接受现在的结果，写进tests/expected")


@pytest.fixture
def accepted(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the accepted one of that name under tests/expected."""

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests/expected" / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        expected = path.read_text(encoding="utf-8") if path.is_file() else ""
        assert text == expected, "和接受过的结果不同。看过没问题，就运行python3 run.py test --accept"

    return compare


def copy_project(folder: Path) -> None:
    """Copy all that a build may read; the folder appears only when it is whole."""
    half = folder.with_suffix(".half")
    half.mkdir()
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, half / name)
    half.rename(folder)


def build_site(project: Path, site: Path, *options: str, **settings: str) -> tuple[int, str]:
    """Build a project as people do, in a process of its own: exit status, and what it complained of."""
    command = [sys.executable, "-m", "macros", "build", "--site-dir", str(site), *options]
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONUTF8": "1"} | settings
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, check=False)
    return done.returncode, done.stderr.decode("utf-8")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of this run, the same for all its worker processes."""
    folder = tmp_path_factory.getbasetemp()
    return folder if worker_id == "master" else folder.parent


@pytest.fixture(scope="session")
def project(shared: Path) -> Path:
    """The real project as it was when the tests began: whoever goes on editing does not disturb them."""
    folder = shared / "project"
    with FileLock(shared / "project.lock"):
        if not folder.exists():
            copy_project(folder)
    return folder


@pytest.fixture(scope="session")
def built(project: Path, shared: Path) -> tuple[Path, int, str]:
    """The real site, built once, by whichever worker asks first: its folder, and how the build ended."""
    folder, ended = shared / "built/site", shared / "built.json"
    with FileLock(shared / "built.lock"):
        if not ended.exists():
            ended.write_text(json.dumps(build_site(project, folder)), encoding="utf-8")
    status, said = json.loads(ended.read_text(encoding="utf-8"))
    return folder, status, said


@pytest.fixture(scope="session")
def site(built: tuple[Path, int, str]) -> Path:
    """The folder of the real site. Read it, never write."""
    folder, status, _ = built
    if status:
        pytest.fail("网站没有生成，原因见test_the_site_builds_without_a_warning。", pytrace=False)
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


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the real site is served."""
    server, address = start_server(site)
    yield address
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; run.py says where it is."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield browser
        browser.close()
