"""Where the processor's seconds of a build go: each state of the caches, profiled in a process of its own."""

from __future__ import annotations

import pstats
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
PROJECT = ("data", "docs", "macros", "overrides", "mkdocs.yml", "CHANGELOG.md")
REPORT = ROOT / "bench/profile.md"
#: what is counted -> (end of the file's name, function); none of them calls another
PARTS = {
    "看有没有变化": [("engine/digests.py", "inputs"), ("engine/stamp.py", "is_unchanged"), ("engine/stamp.py", "remember")],
    "读资料和页面": [("library/cache.py", "current")],
    "生成前的检查": [("checks/__init__.py", "run")],
    "生成的页面（Markdown）": [("pages/__init__.py", "generated")],
    "宏": [("mkdocs_macros/plugin.py", "on_page_markdown")],
    "Markdown变成HTML": [("structure/pages.py", "render")],
    "HTML白名单": [("engine/events.py", "guard_html")],
    "搜索：收集各节": [("search/plugin.py", "add_entry_from_context")],
    "主题模板": [("jinja2/environment.py", "render", "_build_page")],
    "修补、页头标签、注号": [("engine/hooks.py", "on_post_page")],
    "搜索：索引": [("engine/hooks.py", "write_search"), ("engine/search.py", "write_search")],
    "下载文件": [("engine/products.py", "write_products")],
    "站点地图等": [("engine/publish.py", "write_lists")],
}  # fmt: skip
PROGRAM = """
import cProfile, sys, time
from macros.__main__ import main
profiler = cProfile.Profile(time.process_time)
status = profiler.runcall(main, ["build", "--site-dir", "site", *sys.argv[2:]])
profiler.dump_stats(sys.argv[1])
sys.exit(status)
"""
HEAD = """# 时间花在哪里

`python3 run.py bench --profile`写出。处理器时间（秒），带着cProfile量的，比平时慢约一半，看比例。每一列是一次生成：

- **全新**：没有缓存；**有缓存**：全部重做，缓存都在；**没有变化**：再运行一次；**改一条**：一个案例的标题多一个字。

"""


def measure() -> None:
    """Profile each state on a copy of the real project, and write the table."""
    with tempfile.TemporaryDirectory(prefix="profile-") as name:
        folder = Path(name)
        for part in PROJECT:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
            copy(ROOT / part, folder / part)
        columns = {state: _profiled(folder, prepare) for state, prepare in STATES.items()}
    rows = ["| 哪里 | " + " | ".join(columns) + " |", "| --- |" + " --- |" * len(columns)]
    for part in [*PARTS, "其余", "合计"]:
        figures = (f"{column[part]:.1f}" for column in columns.values())
        rows += [f"| {part} | {' | '.join(figures)} |"]
    REPORT.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print("\n".join(rows))


def _without_site(folder: Path) -> None:
    shutil.rmtree(folder / "site")


def _with_another_title(folder: Path) -> None:
    record = min((folder / "data/cases").glob("*.yml"))
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("title: ", "title: 又", 1), encoding="utf-8")


#: state of the caches -> what is done to the project before it
STATES: dict[str, Callable[[Path], object]] = {
    "全新": lambda _: None,
    "有缓存": _without_site,
    "没有变化": lambda _: None,
    "改一条": _with_another_title,
}


def _profiled(folder: Path, prepare: Callable[[Path], object]) -> dict[str, float]:
    """Part -> processor seconds of one build."""
    prepare(folder)
    file = folder / "profile"
    subprocess.run([sys.executable, "-c", PROGRAM, str(file)], cwd=folder, check=True)
    stats = pstats.Stats(str(file))
    file.unlink()
    told = {part: sum(_seconds(stats, *place) for place in places) for part, places in PARTS.items()}
    total: float = stats.total_tt  # type: ignore[attr-defined]
    return told | {"其余": total - sum(told.values()), "合计": total}


def _seconds(stats: pstats.Stats, end: str, function: str, caller: str = "") -> float:
    """Seconds within a function, called functions included; only when called by `caller`, if given."""
    found = 0.0
    for (file, _, name), (_, _, _, seconds, callers) in stats.stats.items():  # type: ignore[attr-defined]
        if file.endswith(end) and name == function:
            by = [told[3] for (_, _, who), told in callers.items() if who == caller]
            found += sum(by) if caller else seconds
    return found
