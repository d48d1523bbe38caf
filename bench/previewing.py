"""Live preview: from saving a record to its page on the screen, and until all other pages have followed."""

from __future__ import annotations

import os
import re
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
TIMES = 3
PAUSE = 15.0  # seconds
TITLE = re.compile(r"^title: .*$", re.MULTILINE)
LONGEST = 600  # seconds


def seconds_to_screen(folder: Path, command: list[str], file: Path, page: str) -> float:
    """Seconds from saving a file with a new title until the server on PORT gives its page with it, the median of three."""
    found = []
    with _serving(folder, command):
        _wait_for(page, "")
        for number in range(TIMES):
            time.sleep(PAUSE)  # until the watcher has looked, and the rest of the site has followed
            title = f"改了第{number}次"
            begun = time.monotonic()
            file.write_text(
                TITLE.sub(f"title: {title}", file.read_text(encoding="utf-8"), count=1), encoding="utf-8"
            )
            _wait_for(page, title)
            found.append(time.monotonic() - begun)
    return sorted(found)[TIMES // 2]


@contextmanager
def _serving(folder: Path, command: list[str]) -> Iterator[None]:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    child = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
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
