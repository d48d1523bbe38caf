"""Lighthouse on the front page, a method and a case, as a phone and as a desktop. It is installed into .cache, never shipped."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

from bench.serving import built_site, chromium

VERSION = "13.5.0"
FOLDER = Path(".cache/lighthouse")
REPORT = Path("bench/lighthouse.md")
PAGES = {"首页": "", "方法": "methods/shuangping/", "案例": "cases/C001/"}
WAYS = {"手机": (), "电脑": ("--preset=desktop",)}
KINDS = {"accessibility": "无障碍", "best-practices": "最佳做法", "seo": "搜索优化", "performance": "速度"}
FULL = 100
HEAD = f"""# Lighthouse

`python3 run.py bench --lighthouse`写的：Lighthouse {VERSION}，本机的Chromium，网站由本机提供、没有压缩。
前三栏必须是100；速度随机器忙闲变动，手机一栏还按慢四倍的处理器和慢网络折算，只供参考。

"""


def measure() -> int:
    """Install Lighthouse if need be, look at the pages, write bench/lighthouse.md; 1 when a gate isn't reached."""
    program = _installed()
    rows = []
    with built_site() as (_, address):
        for (page, path), (way, options) in product(PAGES.items(), WAYS.items()):
            scores = _scores(program, address + path, options)
            rows.append((page, way, scores))
            print(f"{page} {way} {scores}", flush=True)
    lines = ["| 页面 | 设备 | " + " | ".join(KINDS.values()) + " |", "|" + " --- |" * (2 + len(KINDS))]
    lines += [f"| {page} | {way} | " + " | ".join(map(str, scores)) + " |" for page, way, scores in rows]
    REPORT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"写进了{REPORT}。")
    return int(any(min(scores[:-1]) < FULL for _, _, scores in rows))


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
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    categories = json.loads(done.stdout)["categories"]
    return [round(categories[kind]["score"] * 100) for kind in KINDS]
