"""Our build beside a plain one of the same pages, for each size: the numbers, and what they are to each other."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Cost, megabytes, run
from bench.stock import make_stock
from bench.synthetic import make_project

METHODS = 60
SITE = "site"
HEAD = ("", "历时（秒）", "处理器（秒）", "内存峰值（MB）", "输出（MB）")
WIDTH = 16


@dataclass(frozen=True)
class Result:
    """What one size took."""

    cases: int
    ours: tuple[float, ...]
    stock: tuple[float, ...]
    check: Cost

    @property
    def ratios(self) -> tuple[float, ...]:
        """Ours to stock, figure by figure."""
        return tuple(mine / theirs for mine, theirs in zip(self.ours, self.stock, strict=True))


def compare(cases: int) -> Result:
    """Make both projects in a folder that is removed afterwards, and build them one after the other."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        ours, stock = Path(name) / "ours", Path(name) / "stock"
        for folder in (ours, stock):
            folder.mkdir()
        print(f"正在写{METHODS}个方法、{cases}个案例的两个项目……", flush=True)
        make_project(ours, METHODS, cases)
        make_stock(ours, stock)
        print("正在检查……", flush=True)
        checked = run(ours, "macros", "check")
        print("正在生成本站……", flush=True)
        mine = _figures(ours, run(ours, "macros", "build", "--site-dir", SITE))
        print("正在生成对照……", flush=True)
        theirs = _figures(stock, run(stock, "mkdocs", "build", "--quiet", "--site-dir", SITE))
    return Result(cases, mine, theirs, checked)


def _figures(folder: Path, cost: Cost) -> tuple[float, ...]:
    return cost.wall, cost.cpu, cost.memory, megabytes(folder / SITE)


def table(result: Result) -> str:
    """The figures of one size, for people."""
    rows = [
        ("本站", [f"{figure:.1f}" for figure in result.ours]),
        ("对照", [f"{figure:.1f}" for figure in result.stock]),
        ("本站÷对照", [f"{ratio:.2f}" for ratio in result.ratios]),
    ]
    lines = [f"{METHODS}个方法、{result.cases}个案例", "".join(_padded(head) for head in HEAD)]
    lines += ["".join(_padded(cell) for cell in (name, *cells)) for name, cells in rows]
    checked = f"check：历时{result.check.wall:.1f}秒，处理器{result.check.cpu:.1f}秒。"
    return "\n".join([*lines, checked])


def _padded(cell: str) -> str:
    """Chinese characters and marks are two columns wide."""
    return cell + " " * (WIDTH - len(cell) - sum(ord(char) > 0x2000 for char in cell))  # noqa: PLR2004 (where they begin)
