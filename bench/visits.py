"""Every page of a release, opened twice: from the unpacked offline package, and from nginx with its strict policy.

Counted: requests that leave the package or the server, files that are not there, and whatever the console complains of.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bench.nginx import nginx_serving
from bench.serving import browser, built_site
from macros.commands.release import released
from macros.office.same_bytes import unzipped
from macros.publishing.package import FOLDER, SITE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Request, Response

REPORT = Path("bench/visits.md")
HEAD = """# 逐页打开

`python3 run.py bench --visit`写的：把离线包解开，在Chromium里双击式地（file://）逐页打开；再用发布时给的nginx配置（带内容安全策略）逐页打开一遍。
数的是：发往别处的请求、取不到的文件、控制台的报错（违反策略也在内）。

| 怎么打开 | 页数 | 请求 | 发往别处 | 取不到 | 报错 |
| --- | --- | --- | --- | --- | --- |
"""
MISSING = "404.html"
OURS = ("data:", "blob:", "about:")
FAILED = 400  # and above: HTTP's own errors


@dataclass
class Counted:
    """What happened while the pages under `base` were opened."""

    base: str
    pages: int = 0
    requests: int = 0
    away: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def asked(self, request: Request) -> None:
        """One more request."""
        self.requests += 1
        if not request.url.startswith((self.base, *OURS)):
            self.away.append(request.url)

    def answered(self, response: Response) -> None:
        """A server says by a number that it has no such file."""
        if response.status >= FAILED:
            self.missing.append(response.url)

    def failed(self, request: Request) -> None:
        """No answer at all; what was broken off because we went on to the next page is nobody's fault."""
        if request.failure != "net::ERR_ABORTED":
            self.missing.append(request.url)

    def complained(self, message: ConsoleMessage) -> None:
        """What a reader never sees, but a browser minds."""
        if message.type in {"error", "warning"}:
            self.said.append(message.text)

    def row(self, way: str) -> str:
        """A row of the report."""
        counts = (self.pages, self.requests, len(self.away), len(self.missing), len(self.said))
        return f"| {way} | {' | '.join(map(str, counts))} |\n"

    def faults(self) -> list[str]:
        """All that should not have happened."""
        return [*self.away, *self.missing, *self.said]


def measure() -> int:
    """Open everything, write bench/visits.md; exit status 1 when anything was wrong, 2 without nginx."""
    if shutil.which("nginx") is None:
        print("缺少nginx，请先安装（Debian：apt-get install nginx-light）。")
        return 2
    with ExitStack() as stack:
        site, _ = stack.enter_context(built_site())
        here = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        here.chmod(0o755)  # nginx serves as another user
        folder, conf = _unpacked(here, site)
        served = stack.enter_context(nginx_serving(here, folder, conf))
        chromium = stack.enter_context(browser())
        bases = {"离线包，file://": f"{folder.as_uri()}/", "nginx，带策略": f"{served}/"}
        counted = {way: _visit(chromium, folder, base) for way, base in bases.items()}
    faults = [fault for one in counted.values() for fault in one.faults()]
    rows = "".join(one.row(way) for way, one in counted.items())
    listed = "".join(f"- {fault[:300]}\n" for fault in sorted(set(faults)))
    REPORT.write_text(f"{HEAD}{rows}\n{listed}".strip() + "\n", encoding="utf-8", newline="\n")
    print(f"{rows}{listed}写进了{REPORT}。")
    return int(bool(faults))


def _unpacked(here: Path, site: Path) -> tuple[Path, bytes]:
    """The site out of the offline package, and the configuration of nginx that came beside it."""
    files = released(Path.cwd(), site, None)
    archive = next(data for name, data in files.items() if name.endswith(".zip"))
    for path, data in unzipped(archive).items():
        (here / path).parent.mkdir(parents=True, exist_ok=True)
        (here / path).write_bytes(data)
    return here / FOLDER / SITE, files["nginx.conf"]


def _visit(chromium: Browser, folder: Path, base: str) -> Counted:
    """Open every page of the folder under that address, in one window."""
    counted = Counted(base)
    with chromium.new_context() as context:
        page = context.new_page()
        page.on("request", counted.asked)
        page.on("requestfailed", counted.failed)
        page.on("response", counted.answered)
        page.on("console", counted.complained)
        page.on("pageerror", lambda error: counted.said.append(str(error)))
        for file in sorted(folder.rglob("*.html")):
            if file.name == MISSING and base.startswith("file:"):
                continue  # only a server shows it, at whatever address was asked for
            page.goto(base + file.relative_to(folder).as_posix(), wait_until="load")
            page.wait_for_timeout(50)  # what a page does right after it has loaded
            counted.pages += 1
            if not counted.pages % 100:
                print(f"{base}：{counted.pages}页，{len(counted.faults())}处不对", flush=True)
    return counted
