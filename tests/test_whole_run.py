"""test命令：一处不过，其余照跑，最后才报不过。"""

from types import SimpleNamespace

import pytest

from macros.commands import test as whole_run


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Modules started, in order; mypy fails, the others pass."""
    modules: list[str] = []

    def start(command: list[str], **_: object) -> SimpleNamespace:
        modules.append(command[2])
        return SimpleNamespace(returncode=int(command[2] == "mypy"))

    monkeypatch.setattr(whole_run.subprocess, "run", start)
    return modules


def test_everything_runs_and_pytest_comes_last(started: list[str]):
    assert whole_run.test(["-x"]) == 1
    assert started == ["ruff", "ruff", "mypy", "macros", "pytest"]


@pytest.mark.usefixtures("started")
def test_the_summary_names_what_failed(capsys: pytest.CaptureFixture[str]):
    whole_run.test([])

    assert capsys.readouterr().out.splitlines()[-2:] == [
        "没有通过的检查：类型。说明在上面。",
        "正在运行测试……",
    ]
