"""Does anybody notice a deployment? nginx under load from wrk while releases are switched a hundred times."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.nginx import ADDRESS, nginx_serving
from macros.commands.release import released

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[1]
SWITCHES = 100
PAGES = ("/", "/methods/liushi/", "/cases/", "/search/names.js", "/glossary/")
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
        (here / "nginx").mkdir()
        archives, confs = zip(*[_release(here, site, number) for number in range(2)], strict=True)
        _deploy(here, archives[0])
        _tell_wrk(here, site)
        here.chmod(0o755)  # nginx serves as another user
        with nginx_serving(here / "nginx", here / "srv/current", confs[0]):
            return _under_load(here, archives)


def _release(here: Path, site: Path, number: int) -> tuple[Path, bytes]:
    """A release of its own, told from the other by one file: its archive and its configuration of nginx."""
    copy = Path(shutil.copytree(site, here / f"site{number}"))
    (copy / "release.txt").write_text(str(number), encoding="utf-8")
    files = released(ROOT, copy, None)
    archive = here / f"{number}.zip"
    archive.write_bytes(next(data for name, data in files.items() if name.endswith(".zip")))
    return archive, files["nginx.conf"]


def _deploy(here: Path, archive: Path) -> None:
    command: list[str | Path] = ["sh", ROOT / "deploy/deploy.sh", archive, here / "srv"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _tell_wrk(here: Path, site: Path) -> None:
    pages = ", ".join(f'"{page}"' for page in PAGES if (site / page.lstrip("/")).exists())
    (here / "pages.lua").write_text(SCRIPT.format(pages=pages), encoding="utf-8")


def _under_load(here: Path, archives: Sequence[Path]) -> int:
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
