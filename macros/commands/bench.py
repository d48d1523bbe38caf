"""`bench`: how fast the site is made from synthetic records, against Material with nothing added."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

SIZES = (120, 1000)
LARGE = 5000
#: option -> the function that does it, and what it says it does
ONE_THING = {
    "profile": ("bench.profile", "measure", "只看时间花在哪里，结果写进bench/profile.md"),
    "facets": ("bench.facets", "report", "只量案例库的筛选，结果写进bench/facets.md"),
    "axe": ("bench.ease", "measure", "只查无障碍，每种页面每种状态，约二十分钟，结果写进bench/ease.md"),
    "visit": (
        "bench.visits",
        "measure",
        "只逐页打开离线包和nginx里的网站（要有nginx），结果写进bench/visits.md",
    ),
    "lighthouse": ("bench.lighthouse", "measure", "只跑Lighthouse（要有npm），结果写进bench/lighthouse.md"),
}


def bench(argv: list[str]) -> int:
    """Build each size with our program and with others; print seconds, megabytes and their ratios."""
    parser = argparse.ArgumentParser(prog="python3 run.py bench", description="测量生成网站的速度和大小。")
    parser.add_argument("--cases", type=int, nargs="+", default=SIZES, metavar="件数", help="各量多少个案例")
    parser.add_argument("--all", action="store_true", help=f"再量{LARGE}个案例，约十分钟")
    parser.add_argument("--search", action="store_true", help="只量搜索，结果写进bench/search.md")
    parser.add_argument("--ledger", action="store_true", help="只量台账的写出和读入")
    for name, (_, _, text) in ONE_THING.items():
        parser.add_argument(f"--{name}", action="store_true", help=text)
    parser.add_argument(
        "--deploy", type=Path, metavar="网站文件夹", help="只试边访问边换版（要有nginx和wrk）"
    )
    options = parser.parse_args(argv)
    if not hasattr(os, "wait4"):
        print("这个系统不能量内存和处理器时间，请在Linux或macOS上运行。", file=sys.stderr)
        return 1
    if options.deploy:
        from bench.deploying import deploying  # noqa: PLC0415 (only this command needs it)

        return deploying(options.deploy)
    if options.search:
        from bench.search import measure  # noqa: PLC0415 (only this command needs it)

        measure()
        return 0
    if options.ledger:
        return _ledger()
    for name, (module, function, _) in ONE_THING.items():
        if getattr(options, name):
            return int(getattr(importlib.import_module(module), function)())
    return _compare([*options.cases, *([LARGE] if options.all else [])])


def _ledger() -> int:
    from bench.ledger import measure  # noqa: PLC0415 (only this command needs it)

    measure()
    return 0


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
