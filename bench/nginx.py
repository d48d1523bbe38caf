"""A private nginx on this machine, with the configuration that a release brings."""

from __future__ import annotations

import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from macros.publishing.servers import PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PORT = 8472
ADDRESS = f"http://127.0.0.1:{PORT}"
MAIN = """\
worker_processes 2;
pid {here}/pid;
error_log {here}/errors;
events {{ worker_connections 2048; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    include {here}/site.conf;
}}
"""


@contextmanager
def nginx_serving(here: Path, site: Path, conf: bytes) -> Iterator[str]:
    """The address of `site`, served under the release's `conf`; `here` is a folder for nginx itself."""
    (here / "site.conf").write_bytes(
        conf.replace(PLACE.encode(), str(site).encode())
        .replace(b"listen 80;", f"listen 127.0.0.1:{PORT};".encode())
    )  # fmt: skip
    (here / "nginx.conf").write_text(MAIN.format(here=here), encoding="utf-8")
    command: list[str | Path] = ["nginx", "-c", here / "nginx.conf", "-e", here / "errors"]
    subprocess.run(command, check=True)
    try:
        yield ADDRESS
    finally:
        subprocess.run([*command, "-s", "quit"], check=False)
