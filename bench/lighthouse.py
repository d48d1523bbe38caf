"""Lighthouse on the front page, a method and a case, as a phone and as a desktop. It is installed into .cache, never shipped.

The site is served by nginx under the configuration of a release: compressed, with its rules for keeping and its policy.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from itertools import product
from pathlib import Path
from statistics import median

from bench.nginx import nginx_serving
from bench.serving import built_site, chromium
from macros.publishing.policy import content_security_policy
from macros.publishing.servers import nginx

VERSION = "13.5.0"
FOLDER = Path(".cache/lighthouse")
TRIES = 3
REPORT = Path("bench/lighthouse.md")
PAGES = {"首页": "", "方法": "methods/shuangping/", "案例": "cases/C001/"}
WAYS = {"手机": (), "电脑": ("--preset=desktop",)}
KINDS = {"accessibility": "无障碍", "best-practices": "最佳做法", "seo": "搜索优化", "performance": "速度"}
FULL = 100
HEAD = """# Lighthouse

`python3 run.py bench --lighthouse {runs}`写的：Lighthouse {version}，本机的Chromium，网站由nginx照发布的配置提供（压缩、缓存规则、安全策略），每页看{runs}次取中位数。
前三栏必须是100；速度随机器忙闲变动，这一次开始时的负载是{load:.1f}。手机一栏按慢四倍的处理器和慢网络折算。

"""


def measure(runs: int) -> int:
    """Install Lighthouse if need be, look at each page so many times, write bench/lighthouse.md.

    1 when a gate isn't reached, 2 without nginx.
    """
    if shutil.which("nginx") is None:
        print("缺少nginx，请先安装（Debian：apt-get install nginx-light）。")
        return 2
    program = _installed()
    rows = []
    with ExitStack() as stack:
        address = _served(stack)
        load = os.getloadavg()[0]
        for (page, path), (way, options) in product(PAGES.items(), WAYS.items()):
            looks = [_scores(program, f"{address}/{path}", options) for _ in range(runs)]
            scores = [round(median(scores)) for scores in zip(*looks, strict=True)]
            rows.append((page, way, scores))
            print(f"{page} {way} {scores}", flush=True)
    lines = ["| 页面 | 设备 | " + " | ".join(KINDS.values()) + " |", "|" + " --- |" * (2 + len(KINDS))]
    lines += [f"| {page} | {way} | " + " | ".join(map(str, scores)) + " |" for page, way, scores in rows]
    head = HEAD.format(runs=runs, version=VERSION, load=load)
    REPORT.write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"写进了{REPORT}。")
    return int(any(min(scores[:-1]) < FULL for _, _, scores in rows))


def _served(stack: ExitStack) -> str:
    """The address of the site, as long as the stack stands."""
    site, _ = stack.enter_context(built_site())
    here = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    for folder in (site, here):
        folder.chmod(0o755)  # nginx serves as another user
    pages = (page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html")))
    conf = nginx(content_security_policy(pages)).encode()
    return stack.enter_context(nginx_serving(here, site, conf))


def _installed() -> Path:
    program = FOLDER / "node_modules/.bin/lighthouse"
    stamp = FOLDER / f"{VERSION}.txt"
    if not stamp.is_file():
        npm = shutil.which("npm")
        if npm is None:
            sys.exit("要有npm（随Node.js一起装）才能量Lighthouse。")
        print("正在安装Lighthouse，约一分钟……", flush=True)
        FOLDER.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--silent", "--prefix", str(FOLDER), f"lighthouse@{VERSION}"]
        subprocess.run(command, check=True)
        stamp.touch()
    return program


def _scores(program: Path, address: str, options: tuple[str, ...]) -> list[int]:
    command = [
        str(program), address, *options, "--quiet", "--output=json", f"--only-categories={','.join(KINDS)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]  # fmt: skip
    environment = os.environ | {"CHROME_PATH": chromium()}
    for tries_left in reversed(range(TRIES)):  # now and then the browser does not start
        done = subprocess.run(command, env=environment, capture_output=True, check=not tries_left)
        if done.returncode == 0:
            break
    categories = json.loads(done.stdout)["categories"]
    return [round(categories[kind]["score"] * 100) for kind in KINDS]
