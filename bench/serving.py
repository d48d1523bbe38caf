"""The site as it is now, built and served on this machine, and a browser to look at it."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, sync_playwright

from bench.measure import run
from bench.pages import FLAGS

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the browser is asked."""


def start_server(site: Path) -> tuple[ThreadingHTTPServer, str]:
    """A server of that folder, which only this machine can reach, and its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


@contextmanager
def built_site() -> Iterator[tuple[Path, str]]:
    """The site in a folder that is removed afterwards, and the address where it is served meanwhile."""
    with tempfile.TemporaryDirectory(prefix="bench-site-") as name:
        print("正在生成网站……", flush=True)
        run(Path.cwd(), "macros", "build", "--site-dir", name)
        server, address = start_server(Path(name))
        yield Path(name), address
        server.shutdown()
        server.server_close()


def chromium() -> str:
    """Where the browser is; run.py has looked for it."""
    return os.environ.get("CHROMIUM", "/usr/bin/chromium")


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium without a screen."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), headless=True, args=FLAGS)
        yield found
        found.close()
