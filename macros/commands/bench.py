"""`bench`: how fast the site is made from synthetic records, against Material with nothing added."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path
from typing import Any

SIZES = (120, 1000)
LARGE = 5000
FLAG = {"action": "store_true"}
LOOKS = {"type": int, "nargs": "?", "const": 5, "metavar": "次数"}
FOLDER = {"type": Path, "metavar": "网站文件夹"}
#: option -> the function that does it (given what stands after the option), what may stand there, what it says it does
ONE_THING: dict[str, tuple[str, str, dict[str, Any], str]] = {
    "search": ("bench.search", "measure", FLAG, "只量搜索，结果写进bench/search.md"),
    "ledger": ("bench.ledger", "measure", FLAG, "只量台账的写出和读入"),
    "profile": ("bench.profile", "measure", FLAG, "只看时间花在哪里，结果写进bench/profile.md"),
    "facets": ("bench.facets", "report", FLAG, "只量案例库的筛选，结果写进bench/facets.md"),
    "axe": (
        "bench.ease",
        "measure",
        FLAG,
        "只查无障碍，每种页面每种状态，二十到三十分钟，结果写进bench/ease.md",
    ),
    "visit": (
        "bench.visits",
        "measure",
        FLAG,
        "只逐页打开离线包和nginx里的网站（要有nginx），结果写进bench/visits.md",
    ),
    "lighthouse": (
        "bench.lighthouse",
        "measure",
        LOOKS,
        "只跑Lighthouse，每页看几次取中位数，默认5（要有npm和nginx），结果写进bench/lighthouse.md",
    ),
    "deploy": ("bench.deploying", "deploying", FOLDER, "只试边访问边换版（要有nginx和wrk）"),
}


def bench(argv: list[str]) -> int:
    """Build each size with our program and with others; print seconds, megabytes and their ratios."""
    parser = argparse.ArgumentParser(prog="python3 run.py bench", description="测量生成网站的速度和大小。")
    parser.add_argument("--cases", type=int, nargs="+", default=SIZES, metavar="件数", help="各量多少个案例")
    parser.add_argument("--all", action="store_true", help=f"再量{LARGE}个案例，约十分钟")
    for name, (_, _, takes, text) in ONE_THING.items():
        parser.add_argument(f"--{name}", help=text, **takes)
    options = parser.parse_args(argv)
    if not hasattr(os, "wait4"):
        print("这个系统不能量内存和处理器时间，请在Linux或macOS上运行。", file=sys.stderr)
        return 1
    for name, (module, function, takes, _) in ONE_THING.items():
        told = getattr(options, name)
        if told:
            work = getattr(importlib.import_module(module), function)
            return int(work(*([] if takes is FLAG else [told])) or 0)
    return _compare([*options.cases, *([LARGE] if options.all else [])])


def _compare(sizes: list[int]) -> int:
    from bench.compare import report  # noqa: PLC0415 (only this command needs it)
    from bench.measure import ChildFailedError  # noqa: PLC0415 (the same)

    try:
        tables = report(sizes)
    except ChildFailedError as error:
        print(f"没有量成，被测的命令出错了。它最后说的是：\n{error}", file=sys.stderr)
        return 1
    print(f"\n{tables}")
    return 0
