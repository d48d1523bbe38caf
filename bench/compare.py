"""Our build beside plain ones of the same pages, for each size: the numbers, and what they are to each other."""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.hugo import hugo, make_hugo
from bench.measure import ChildFailedError, Cost, megabytes, run
from bench.previewing import PORT, seconds_to_screen
from bench.stock import make_stock
from bench.synthetic import make_project
from macros.engine.kept import Kept

METHODS, MANY_METHODS = 60, 100
MANY = 5000  # cases, from which there are more methods, and nobody waits for a plain preview
SITE = "site"
REPORT = Path(__file__).parent / "build.md"
BUILD = ("macros", "build", "--site-dir", SITE)
RECORD, PAGE = "cases/case-0007", "cases/case-0007/"
METHOD, BY_HAND = "data/methods/method-007.yml", "docs/start/officer.md"
CHANGED = re.compile(r"^(?:title|name): ", re.MULTILINE)  # what gets another word in front
PLAIN = "普通的Material"  # what the others are compared with
HEAD = """# 生成网站要多久

`python3 run.py bench`写出，`--all`再量5000个案例。合成的资料，每次相同；各在一个独立的进程里，处理器时间是用户加系统。
“倍数”是处理器时间除以普通的Material全部生成一次（同样的页面，宏已经写成HTML，案例不进导航，导航剪枝，没有我们的检查、搜索和下载文件）。
“预览”是从存盘到浏览器拿到新的那一页，取三次的中间一次。机器上有别的程序时，历时和预览会长得多。
子进程的内存峰值从量它的程序算起，表里相同的几个小数字（131、172）只说明不超过它。

"""


@dataclass(frozen=True)
class Row:
    """What one command took; `cost` is None where only the time to the screen was taken."""

    name: str
    cost: Cost | None = None
    output: float = 0.0
    preview: float = 0.0


def compare(cases: int) -> list[Row]:
    """Make the projects in a folder that is removed afterwards, and build them one after the other."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        ours, stock, plain = (Path(name) / each for each in ("ours", "stock", "hugo"))
        ours.mkdir()
        stock.mkdir()
        print(f"正在写{methods_for(cases)}个方法、{cases}个案例的项目……", flush=True)
        make_project(ours, methods_for(cases), cases)
        make_stock(ours, stock)
        plain_preview = cases < MANY
        rows = [
            Row("检查", run(ours, "macros", "check")),
            *_ours(ours),
            *_stock(stock, preview=plain_preview),
        ]
        if hugo():
            make_hugo(stock, plain)
            rows.append(_built(plain, "Hugo", str(hugo()), "--destination", SITE, program=True))
    return rows


def methods_for(cases: int) -> int:
    """How many methods go with that many cases."""
    return METHODS if cases < MANY else MANY_METHODS


def _built(folder: Path, name: str, *command: str, program: bool = False) -> Row:
    print(f"正在量：{name}……", flush=True)
    cost = run(folder, *command, program=program)
    print(f"  处理器{cost.cpu:.1f}秒，历时{cost.wall:.1f}秒，内存{cost.memory:.0f} MB", flush=True)
    return Row(name, cost, megabytes(folder / SITE))


def _ours(folder: Path) -> list[Row]:
    """Each state of what is kept from earlier builds."""
    rows = [_built(folder, "本站，全新", *BUILD)]
    for kept in ("stamps", "templates", "records"):
        shutil.rmtree(folder / ".cache" / kept)
    for kept in ("pages", "search"):
        Kept(folder, kept).file.unlink()
    rows.append(_built(folder, "本站，只有下载文件不用重做", *BUILD))
    rows.append(_built(folder, "本站，没有变化", *BUILD))
    record = folder / f"data/{RECORD}.yml"
    for name, file in (
        ("一个案例", record),
        ("一个方法", folder / METHOD),
        ("一页的标题，导航跟着变", folder / BY_HAND),
    ):
        text = file.read_text(encoding="utf-8")
        file.write_text(CHANGED.sub(r"\g<0>又", text, count=1), encoding="utf-8")
        rows.append(_built(folder, f"本站，改了{name}", *BUILD))
    print("正在量：本站，预览……", flush=True)
    seconds = seconds_to_screen(folder, ["macros", "serve", "--port", str(PORT)], record, PAGE)
    return [*rows, Row("本站，预览里改一个案例", preview=seconds)]


def _stock(folder: Path, *, preview: bool) -> list[Row]:
    rows = [_built(folder, PLAIN, "mkdocs", "build", "--quiet", "--site-dir", SITE)]
    if preview:
        print("正在量：普通的Material，预览……", flush=True)
        serve = ["mkdocs", "serve", "--quiet", "--livereload", "--dev-addr", f"127.0.0.1:{PORT}"]
        seconds = seconds_to_screen(folder, serve, folder / f"docs/{RECORD}.md", PAGE)
        rows.append(Row("普通的Material，预览里改一页", preview=seconds))
    shutil.rmtree(folder / SITE)
    return [
        *rows,
        *_second(folder),
    ]


def _second(folder: Path) -> list[Row]:
    """Zensical, twice; its own search refuses one page with several thousand rows."""
    try:
        return [
            _built(folder, name, "zensical", "build") for name in ("Zensical，全新", "Zensical，再来一次")
        ]
    except ChildFailedError as error:
        return [Row(f"Zensical没有做成：{str(error).strip().splitlines()[-1][:120]}")]


def table(cases: int, rows: list[Row]) -> str:
    """The figures of one size, for people."""
    plain = next(row.cost.cpu for row in rows if row.name == PLAIN and row.cost)
    lines = [
        f"## {methods_for(cases)}个方法、{cases}个案例",
        "",
        "| | 处理器（秒） | 倍数 | 历时（秒） | 内存峰值（MB） | 输出（MB） | 预览（秒） |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    return "\n".join([*lines, *(f"| {row.name} | {' | '.join(_cells(row, plain))} |" for row in rows)]) + "\n"


def _cells(row: Row, plain: float) -> list[str]:
    if row.cost is None:
        return ["", "", "", "", "", f"{row.preview:.1f}" if row.preview else ""]
    figures = (row.cost.cpu, row.cost.cpu / plain, row.cost.wall, row.cost.memory, row.output)
    cpu, ratio, wall, memory, output = (
        f"{figure:.2f}" if figure < 1 else f"{figure:.1f}" for figure in figures
    )
    return [cpu, ratio, wall, memory, output if row.output else "", ""]


def report(sizes: list[int]) -> str:
    """Measure every size, write the report, and return its tables."""
    tables = "\n".join(table(cases, compare(cases)) for cases in sizes)
    REPORT.write_text(HEAD + tables, encoding="utf-8")
    return tables
