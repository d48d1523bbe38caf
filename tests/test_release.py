"""What is given away: the package for a stick, the update, the switch from one release to the next, the headers."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

from macros.office.same_bytes import zipped
from macros.publishing.joined import joined_script, joined_sheet
from macros.publishing.package import FOLDER, OPEN, offline_folder, read_sums, sums, update_folder
from macros.publishing.policy import content_security_policy, digests_of_scripts
from macros.publishing.servers import HASHED, caddy, headers_file, nginx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from macros.publishing.joined import Joined

OLD = {"index.html": b"old", "gone/index.html": b"gone", "same.css": b"same"}
NEW = {"index.html": b"new", "fresh/index.html": b"fresh", "same.css": b"same"}


def sh(script: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", script, *arguments], capture_output=True, encoding="utf-8", check=False)


def lay(folder: Path, files: dict[str, bytes]) -> Path:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def package(path: Path, site: dict[str, bytes]) -> Path:
    files = offline_folder(site, "1")
    path.write_bytes(zipped({f"{FOLDER}/{name}": data for name, data in files.items()}))
    return path


def test_every_file_of_the_folder_is_on_its_list():
    folder = offline_folder(OLD, "1")
    listed = read_sums(folder["SHA256SUMS.txt"].decode())

    assert set(listed) == set(folder) - {"SHA256SUMS.txt"}
    assert b"site/index.html" in folder[OPEN]


def test_papers_lie_beside_the_site_and_are_listed_and_named():
    folder = offline_folder(OLD, "1", {"book.pdf": b"%PDF"})

    assert "book.pdf" in read_sums(folder["SHA256SUMS.txt"].decode())
    assert "打印：book.pdf" in folder["使用说明.txt"].decode("utf-8-sig")
    assert "打印" not in offline_folder(OLD, "1")["使用说明.txt"].decode("utf-8-sig")


def test_the_verifier_finds_a_changed_and_a_missing_file(tmp_path: Path):
    folder = lay(tmp_path, offline_folder(OLD, "1"))
    assert "全部文件完好" in sh(folder / "verify.sh").stdout

    (folder / "site/index.html").write_bytes(b"forged")
    (folder / "site/same.css").unlink()
    told = sh(folder / "verify.sh")
    assert told.returncode == 1
    assert "site/index.html: FAILED" in told.stdout
    assert "site/same.css: FAILED" in told.stdout


def test_an_update_leads_from_one_release_to_the_next(tmp_path: Path):
    before, after = offline_folder(OLD, "1"), offline_folder(NEW, "2")
    folder = lay(tmp_path / "site", before)
    update = update_folder(before["SHA256SUMS.txt"].decode(), after)

    assert not any(path.endswith("same.css") for path in update)
    assert sh(lay(tmp_path / "update", update) / "update.sh", folder).returncode == 0
    assert contents(folder) == after


def test_an_update_leaves_another_release_alone(tmp_path: Path):
    folder = lay(tmp_path / "site", offline_folder(NEW, "2"))
    update = update_folder(sums(OLD), offline_folder(NEW, "3"))
    told = sh(lay(tmp_path / "update", update) / "update.sh", folder)

    assert told.returncode == 1
    assert contents(folder) == offline_folder(NEW, "2")


def test_the_report_names_what_changed():
    update = update_folder(offline_folder(OLD, "1")["SHA256SUMS.txt"].decode(), offline_folder(NEW, "1"))

    assert "新增1个文件</h2>\n<ul>\n<li>site/fresh/index.html" in update["改了什么.html"].decode()
    assert "删除1个文件</h2>\n<ul>\n<li>site/gone/index.html" in update["改了什么.html"].decode()


def test_a_deployment_switches_and_can_be_taken_back(tmp_path: Path):
    place = tmp_path / "srv"
    for name, site in (("1.zip", OLD), ("2.zip", NEW)):
        told = sh(ROOT / "deploy/deploy.sh", package(tmp_path / name, site), place)
        assert told.returncode == 0, told.stderr
        assert contents(place / "current") == site

    assert sh(ROOT / "deploy/deploy.sh", "--rollback", place).returncode == 0
    assert contents(place / "current") == OLD


def test_a_package_that_was_tampered_with_is_not_deployed(tmp_path: Path):
    files = {f"{FOLDER}/{name}": data for name, data in offline_folder(OLD, "1").items()}
    forged = tmp_path / "forged.zip"
    forged.write_bytes(zipped(files | {f"{FOLDER}/site/index.html": b"forged"}))
    told = sh(ROOT / "deploy/deploy.sh", forged, tmp_path / "srv")

    assert told.returncode == 1
    assert not (tmp_path / "srv/current").exists()
    assert list((tmp_path / "srv/releases").iterdir()) == []


def test_only_the_last_releases_are_kept(tmp_path: Path):
    for number in range(8):
        archive = package(tmp_path / f"{number}.zip", {"index.html": str(number).encode()})
        sh(ROOT / "deploy/deploy.sh", archive, tmp_path / "srv")

    assert len([*(tmp_path / "srv/releases").iterdir()]) == 5
    assert contents(tmp_path / "srv/current") == {"index.html": b"7"}


def test_scripts_in_a_page_run_only_by_their_digest():
    page = '<script>a()</script><script src="b.js"></script><script type="application/ld+json">{}</script>'
    policy = content_security_policy([page, page])

    assert digests_of_scripts(page) == {"'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='"}
    assert policy.count("sha256-") == 1
    assert "unsafe" not in policy


@pytest.mark.parametrize("server", [nginx, caddy, headers_file])
def test_every_server_sends_the_policy(server: Callable[[str], str]):
    text = server("default-src 'none'")

    assert "Content-Security-Policy" in text
    assert "default-src 'none'" in text
    assert "max-age=31536000, immutable" in text


@pytest.mark.parametrize("one", [joined_sheet(["a{}"]), joined_script(["a()"])])
def test_what_is_joined_may_be_kept_for_good(one: Joined):
    folder = one.address.partition("site.")[0]

    assert re.search(HASHED, one.address)
    assert not re.search(HASHED, f"{folder}library_rows.css")
    assert f"/{folder}site.*\n  ! Cache-Control\n  Cache-Control: public" in headers_file("")


def test_the_brackets_of_both_configurations_close():
    """Whether nginx takes its own is tried by `bench --deploy`, which starts it."""
    for text in (nginx("default-src 'none'"), caddy("default-src 'none'")):
        assert text.count("{") == text.count("}")
