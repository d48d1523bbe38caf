"""run.py：备环境的入口，任何失败都是一句中文。"""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import run


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A machine with nothing on the path and no rights."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    return monkeypatch


def said(error: pytest.ExceptionInfo[SystemExit]) -> str:
    return str(error.value.code)


def test_the_oldest_python_is_the_one_of_pyproject():
    wanted = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]

    assert wanted == ">=" + ".".join(map(str, run.MINIMUM))


def test_an_old_python_is_told_what_is_needed():
    with pytest.raises(SystemExit) as error:
        run.need_python((3, 9, 2))

    assert said(error) == "需要Python 3.11.2或更新的版本，现在用的是3.9.2。请装好新版Python后重试。"


@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["--help"], 0), (["begin"], 2)])
def test_help_lists_every_command(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]):
    assert run.main(arguments) == code
    assert re.findall(r"run\.py (\w+)", capsys.readouterr().out) == list(run.COMMANDS)


def test_without_rights_the_package_is_named(bare: pytest.MonkeyPatch):
    bare.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(SystemExit) as error:
        run.need_debian("chromium")

    assert said(error) == "缺少chromium，当前用户无权安装。请让管理员执行：apt-get install chromium"


@pytest.mark.usefixtures("bare")
def test_without_apt_the_variable_is_named():
    with pytest.raises(SystemExit) as error:
        run.need_browser()

    assert "缺少chromium" in said(error)
    assert "环境变量CHROMIUM" in said(error)


def test_a_browser_that_is_not_there_is_named(bare: pytest.MonkeyPatch):
    bare.setenv("CHROMIUM", "/nowhere/chromium")
    bare.setattr(run, "answer", lambda *_: "a font")
    with pytest.raises(SystemExit) as error:
        run.need_browser()

    assert said(error) == "环境变量CHROMIUM写的浏览器不存在：/nowhere/chromium"


def test_a_python_without_ensurepip_asks_for_the_package(bare: pytest.MonkeyPatch, tmp_path: Path):
    bare.setattr(run, "PYTHON", tmp_path / "python")
    bare.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(SystemExit) as error:
        run.need_venv()

    assert "缺少python3-venv" in said(error)


def test_a_failing_tool_is_quoted():
    with pytest.raises(SystemExit) as error:
        run.step("试一试", sys.executable, "-c", "import sys; print('坏了'); sys.exit(3)")

    assert said(error) == "试一试没有成功，请检查网络和磁盘空间后重试。工具的原话是：\n坏了"


def test_a_long_step_says_that_it_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(run, "HEARTBEAT", 0.1)
    run.step("等一等", sys.executable, "-c", "import time; time.sleep(0.5)")

    assert "还在进行" in capsys.readouterr().out


def test_packages_are_installed_once_for_each_lock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    installed = []
    monkeypatch.setattr(run, "STAMP", tmp_path / "installed.txt")
    monkeypatch.setattr(run, "step", lambda *command: installed.append(command[-1].name))
    for lock in ("site", "site", "test", "test", "site"):
        run.need_packages(lock)

    assert installed == ["site.txt", "test.txt"]


def test_a_broken_copy_ends_with_a_sentence(tmp_path: Path):
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\necho True\n", encoding="utf-8")
    python.chmod(0o755)
    shutil.copy(run.ROOT / "run.py", tmp_path)
    ended = subprocess.run([sys.executable, tmp_path / "run.py", "check"], capture_output=True, check=False)

    assert ended.returncode == 1
    assert re.fullmatch("没有成功：.+（.+site.txt）。\n", ended.stderr.decode())


def test_the_office_that_prints_is_named(bare: pytest.MonkeyPatch):
    bare.setattr("sys.platform", "linux")
    with pytest.raises(SystemExit) as error:
        run.need_office()

    assert "缺少libreoffice-writer-nogui" in said(error)
