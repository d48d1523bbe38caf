"""Does anybody notice a deployment? nginx under load from wrk while releases are switched a hundred times."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from macros.commands.release import released
from macros.publishing.servers import PLACE

ROOT = Path(__file__).resolve().parents[1]
PORT = 8472
SWITCHES = 100
ADDRESS = f"http://127.0.0.1:{PORT}"
PAGES = ("/", "/methods/liushi/", "/cases/", "/search/names.js", "/glossary/")
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
#: wrk asks for these in turn and counts every answer that is not 200
SCRIPT = """\
local pages = {{ {pages} }}
local turn = 0
request = function() turn = turn % #pages + 1; return wrk.format("GET", pages[turn]) end
"""
FAILED = re.compile(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.+)")


def deploying(site: Path) -> int:
    """Deploy two releases a hundred times under load; exit status 1 when a request failed. `site` is a built site."""
    missing = [name for name in ("nginx", "wrk") if shutil.which(name) is None]
    if missing:
        print(f"缺少{'、'.join(missing)}，请先安装（Debian：apt-get install nginx-light wrk）。")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        here.chmod(0o755)  # nginx serves as another user
        archives = [_archive(here, site, number) for number in range(2)]
        _deploy(here, archives[0])
        _start(here, site)
        try:
            return _under_load(here, archives)
        finally:
            subprocess.run(
                ["nginx", "-s", "quit", "-c", here / "nginx.conf", "-e", here / "errors"], check=False
            )


def _archive(here: Path, site: Path, number: int) -> Path:
    """A release of its own: one file tells it from the other."""
    copy = Path(shutil.copytree(site, here / f"site{number}"))
    (copy / "release.txt").write_text(str(number), encoding="utf-8")
    files = released(ROOT, copy, None)
    archive = here / f"{number}.zip"
    archive.write_bytes(next(data for name, data in files.items() if name.endswith(".zip")))
    (here / "site.conf").write_bytes(
        files["nginx.conf"].replace(PLACE.encode(), str(here / "srv/current").encode())
        .replace(b"listen 80;", f"listen 127.0.0.1:{PORT};".encode())
    )  # fmt: skip
    return archive


def _deploy(here: Path, archive: Path) -> None:
    command: list[str | Path] = ["sh", ROOT / "deploy/deploy.sh", archive, here / "srv"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _start(here: Path, site: Path) -> None:
    (here / "nginx.conf").write_text(MAIN.format(here=here), encoding="utf-8")
    pages = ", ".join(f'"{page}"' for page in PAGES if (site / page.lstrip("/")).exists())
    (here / "pages.lua").write_text(SCRIPT.format(pages=pages), encoding="utf-8")
    subprocess.run(["nginx", "-c", here / "nginx.conf", "-e", here / "errors"], check=True)


def _under_load(here: Path, archives: list[Path]) -> int:
    wrk = ["wrk", "--threads", "2", "--connections", "50", "--duration", "600s", "--latency"]
    with subprocess.Popen(
        [*wrk, "--script", here / "pages.lua", ADDRESS], stdout=subprocess.PIPE, encoding="utf-8"
    ) as load:
        started = time.monotonic()
        for number in range(SWITCHES):
            _deploy(here, archives[number % 2])
        seconds = time.monotonic() - started
        load.send_signal(2)  # wrk then prints what it has counted
        said, _ = load.communicate(timeout=60)
    print(f"{seconds:.0f}秒里切换{SWITCHES}次。wrk说：\n{said}")
    return 1 if FAILED.search(said) else 0
