"""One child process: how long it takes, how much of the processor and of memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MEGABYTE = 1024 * 1024
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
SECONDS_BETWEEN_WORDS = 10
EPOCH = "1790000000"


@dataclass(frozen=True)
class Cost:
    """Seconds, and megabytes."""

    wall: float
    cpu: float
    memory: float


class ChildFailedError(RuntimeError):
    """The measured command did not succeed; the message is the end of what it said."""


def run(folder: Path, *arguments: str, program: bool = False) -> Cost:
    """Run a Python module (or another program) in a folder and wait, saying now and then that it goes on."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    command = list(arguments) if program else [sys.executable, "-m", *arguments]
    with tempfile.TemporaryFile() as said:
        begun = time.monotonic()
        child = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
        cpu, memory = _wait(child, begun)
        wall = time.monotonic() - begun
        if child.returncode:
            raise ChildFailedError(_end(said))
    return Cost(wall, cpu, memory)


def _wait(child: subprocess.Popen[bytes], begun: float) -> tuple[float, float]:
    """Processor seconds, and megabytes at the highest."""
    words = 1
    while True:
        done, status, used = os.wait4(child.pid, os.WNOHANG)
        if done:
            child.returncode = os.waitstatus_to_exitcode(status)
            return used.ru_utime + used.ru_stime, used.ru_maxrss * RSS_UNIT / MEGABYTE
        if time.monotonic() - begun > words * SECONDS_BETWEEN_WORDS:
            print(f"    还在进行，已用{words * SECONDS_BETWEEN_WORDS}秒……", flush=True)
            words += 1
        time.sleep(0.05)


def _end(said: IO[bytes]) -> str:
    said.seek(0)
    return "\n".join(said.read().decode("utf-8", "replace").splitlines()[-8:])


def megabytes(folder: Path) -> float:
    """The size of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / MEGABYTE
