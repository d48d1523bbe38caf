"""Requests from strangers: content comes in, nothing else does, and nothing of theirs is run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from macros.commands.gate import gate

ZIZMOR = Path(sys.executable).with_name("zizmor")
WHO = ("-c", "user.name=a", "-c", "user.email=a@example.com")
RECORD = "data/terms/xin-ci.yml"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def git(repository: Path, *arguments: str, given: bytes | None = None) -> str:
    command = ["git", "-C", str(repository), *WHO, *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout.decode().strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A main branch with one page, one record and one program."""
    git(tmp_path, "init", "-q", "-b", "main")
    for name in ("docs/a.md", RECORD, "run.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("原来的\n", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "main")
    return tmp_path


def request(repository: Path, rows: list[tuple[str, str, bytes]]) -> str:
    """A commit on top of main with these (mode, path, bytes), made without touching the work tree."""
    git(repository, "read-tree", "main")
    for mode, path, data in rows:
        digest = git(repository, "hash-object", "-w", "--stdin", given=data) if mode != "160000" else "1" * 40
        git(repository, "update-index", "--add", "--cacheinfo", f"{mode},{digest},{path}")
    tree = git(repository, "write-tree", "--missing-ok")
    return git(repository, "commit-tree", tree, "-p", "main", "-m", "request")


def asked(repository: Path, head: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = gate(["main", head, "--root", str(repository)])
    return status, capsys.readouterr().out


def test_content_is_taken(repository: Path, capsys: pytest.CaptureFixture[str]):
    rows = [("100644", RECORD, "新的\n".encode()), ("100644", "docs/start/x.png", PNG)]
    status, said = asked(repository, request(repository, rows), capsys)

    assert (status, said) == (0, "取了2个内容文件。接着运行check和build。\n")
    assert (repository / RECORD).read_text(encoding="utf-8") == "新的\n"
    assert (repository / "docs/start/x.png").read_bytes() == PNG


def test_a_removal_is_taken(repository: Path, capsys: pytest.CaptureFixture[str]):
    git(repository, "rm", "-q", "--cached", "docs/a.md")
    head = git(repository, "commit-tree", git(repository, "write-tree"), "-p", "main", "-m", "request")

    assert asked(repository, head, capsys)[0] == 0
    assert not (repository / "docs/a.md").exists()


def test_what_main_has_done_since_is_not_undone(repository: Path, capsys: pytest.CaptureFixture[str]):
    head = request(repository, [("100644", RECORD, "新的\n".encode())])
    git(repository, "reset", "-q", "--hard")
    (repository / "docs/a.md").write_text("后来的\n", encoding="utf-8")
    git(repository, "commit", "-qam", "later")

    assert asked(repository, head, capsys)[0] == 0
    assert (repository / "docs/a.md").read_text(encoding="utf-8") == "后来的\n"


TEXT = "好\n".encode()
ATTACKS = {
    "a program": ("100644", "macros/views/evil.py", TEXT, "不归内容"),
    "the program that starts all": ("100644", "run.py", TEXT, "不归内容"),
    "the configuration": ("100644", "mkdocs.yml", TEXT, "不归内容"),
    "a template": ("100644", "overrides/main.html", TEXT, "不归内容"),
    "a workflow": ("100644", ".github/workflows/evil.yml", TEXT, "不归内容"),
    "the first file of a package": ("100644", "macros/__init__.py", TEXT, "不归内容"),
    "attributes of git": ("100644", "docs/.gitattributes", TEXT, "文件名里只能有"),
    "the locked packages": ("100644", "requirements/site.txt", TEXT, "不归内容"),
    "a script": ("100644", "docs/evil.js", TEXT, "不归内容"),
    "a page of HTML": ("100644", "docs/evil.html", TEXT, "不归内容"),
    "a drawing that can run": ("100644", "docs/evil.svg", b"<svg onload=alert(1)>", "不归内容"),
    "an unknown kind of record": ("100644", "data/evil/a.yml", TEXT, "不归内容"),
    "a symbolic link": ("120000", "docs/link.md", b"/etc/passwd", "符号链接"),
    "a link in place of a page": ("120000", "docs/a.md", b"../run.py", "符号链接"),
    "a file that can be run": ("100755", "docs/a.md", TEXT, "可以执行的程序"),
    "another repository": ("160000", "docs/sub.md", b"", "另一个仓库"),
    "a false picture": ("100644", "docs/x.png", b"<html><script>", "不是这种图片"),
    "a hidden file": ("100644", "docs/.hidden.md", TEXT, "文件名里只能有"),
    "a name written backwards": ("100644", "docs/a\u202edm.md", TEXT, "文件名里只能有"),
    "a name that is an option": ("100644", "docs/-rf.md", TEXT, "文件名里只能有"),
    "a name with a line break": ("100644", "docs/a\n::error::.md", TEXT, "文件名里只能有"),
    "a name that differs in case": ("100644", "docs/A.md", TEXT, None),
    "a page that is too long": ("100644", "docs/long.md", b"a" * 300_001, "文件有300KB，最多300KB"),
    "another encoding": ("100644", "docs/gbk.md", "协商".encode("gbk"), "不是UTF-8"),
    "bytes that are no text": ("100644", "docs/zero.md", b"a\0b", "空字符"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused(repository: Path, capsys: pytest.CaptureFixture[str], name: str):
    mode, path, data, told = ATTACKS[name]
    before = sorted(p for p in repository.rglob("*") if ".git" not in p.parts)
    rows = [(mode, path, data), ("100644", "docs/fine.md", TEXT), ("100644", "docs/a.md", data)][
        : 3 if told is None else 2
    ]
    status, said = asked(repository, request(repository, rows), capsys)

    assert status == 1
    assert (told or "只差大小写") in said
    assert sorted(p for p in repository.rglob("*") if ".git" not in p.parts) == before


def test_a_name_that_climbs_is_refused(repository: Path, capsys: pytest.CaptureFixture[str]):
    digest = git(repository, "hash-object", "-w", "--stdin", given=TEXT)
    tree = git(repository, "mktree", given=f"100644 blob {digest}\t..\n".encode())
    head = git(repository, "commit-tree", tree, "-p", "main", "-m", "request")

    assert asked(repository, head, capsys)[0] == 1
    assert (repository / "run.py").read_text(encoding="utf-8") == "原来的\n"


def test_a_hundred_megabytes_are_refused_unread(repository: Path, capsys: pytest.CaptureFixture[str]):
    status, said = asked(
        repository, request(repository, [("100644", "docs/big.md", bytes(100_000_000))]), capsys
    )

    assert status == 1
    assert "文件有100000KB，最多300KB" in said


@pytest.mark.parametrize("head", ["nothing", "--output=x", "HEAD:run.py"])
def test_what_is_no_commit_is_said(repository: Path, capsys: pytest.CaptureFixture[str], head: str):
    assert gate(["--root", str(repository), "--", "main", head]) == 2
    assert "没有读到这两个提交" in capsys.readouterr().out


def test_the_workflows_give_strangers_nothing():
    """zizmor reads them as an attacker would."""
    folder = ROOT / ".github/workflows"
    done = subprocess.run(
        [ZIZMOR, "--offline", "--no-progress", folder], capture_output=True, encoding="utf-8", check=False
    )

    assert done.returncode == 0, done.stdout


def test_everything_but_content_has_an_owner_and_a_placeholder_is_told():
    """The last line that fits a file decides; a line without an owner takes him away."""
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    placeholder = "组织名/维护者"

    assert [row[0] for row in rows] == ["*", "/data/", "/docs/"]
    assert [len(row) for row in rows] == [2, 1, 1]
    if rows[0][1] == f"@{placeholder}":
        assert placeholder in (ROOT / "docs/contribute/deploying.md").read_text(encoding="utf-8")
