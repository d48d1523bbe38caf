"""Live preview: from saving a record to its page on the screen, and until all other pages have followed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PORT = 8765
LONGEST = 600  # seconds


def seconds_to_screen(
    folder: Path, command: list[str], record: Path, page: str, times: int = 3
) -> list[float]:
    """Seconds from saving the record (a new title) until the server gives its page with it, each time."""
    found = []
    with _serving(folder, [*command, str(PORT)] if command[-1] == "--port" else command):
        _wait_for(page, "")
        time.sleep(3)  # the watcher takes its first look
        for number in range(times):
            title = f"改第{number}次"
            lines = record.read_text(encoding="utf-8").splitlines()
            lines = [f"title: {title}" if line.startswith("title: ") else line for line in lines]
            begun = time.monotonic()
            record.write_text("\n".join(lines) + "\n", encoding="utf-8")
            _wait_for(page, title)
            found.append(time.monotonic() - begun)
            time.sleep(15)  # the rest of the site follows
    return found


@contextmanager
def _serving(folder: Path, command: list[str]) -> Iterator[None]:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    child = subprocess.Popen(
        [sys.executable, "-m", *command], cwd=folder, env=environment, stdout=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        child.send_signal(signal.SIGINT)
        child.wait()


def _wait_for(page: str, words: str) -> None:
    """Ask as a browser does until the page says the words."""
    begun = time.monotonic()
    while time.monotonic() - begun < LONGEST:
        try:
            with urlopen(f"http://127.0.0.1:{PORT}/{page}") as answer:
                if words in answer.read().decode("utf-8"):
                    return
        except URLError:
            pass
        time.sleep(0.05)
    raise TimeoutError(page)
