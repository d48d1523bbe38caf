"""Where the processor's seconds of a build go: each state of what is kept, in a process of its own."""

from __future__ import annotations

import json
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
#: what is counted -> the functions that do it, as module:name; none of them calls another
PARTS = {
    "看有没有变化": (
        "macros.commands.build:inputs",
        "macros.commands.build:is_unchanged",
        "macros.commands.build:remember",
    ),
    "读资料和页面": ("macros.engine.guards:current",),
    "生成前的检查": ("macros.engine.guards:run",),
    "宏": ("macros.engine.kept_texts:Texts.text_of",),
    "Markdown变成HTML": ("macros.engine.kept_texts:Texts.render",),
    "HTML白名单，收集搜索的各节": (
        "macros.engine.events:guard_html",
        "macros.engine.kept_texts:Texts.keep",
    ),
    "主题模板": ("macros.engine.kept_pages:Pages.fill",),
    "修补、页头标签、注号": (
        "macros.engine.theme_repairs:repaired",
        "macros.engine.publish:with_tags",
        "macros.engine.search:with_our_worker",
        "macros.engine.events:number_citations",
        "macros.engine.kept_pages:Pages.keep",
    ),
    "搜索索引": ("macros.engine.search:write_search",),
    "下载文件": ("macros.engine.products:write_products",),
    "站点地图等": ("macros.engine.publish:write_lists",),
}
REST = "其余（载入程序、MkDocs自己）"
#: Puts a clock around each function, those of the engine only when a build needs them, then builds.
PROGRAM = """
import functools, importlib, json, sys, time
from macros.__main__ import main
from macros.commands import build as command

parts, spent = json.loads(sys.argv[1]), {}

def clocked(part, function):
    @functools.wraps(function)
    def timed(*arguments, **named):
        begun = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            spent[part] = spent.get(part, 0) + time.process_time() - begun
    return timed

def clock(wanted):
    for part, places in parts.items():
        for module, _, name in (place.partition(":") for place in places):
            if wanted(module):
                *way, last = name.split(".")
                owner = functools.reduce(getattr, way, importlib.import_module(module))
                setattr(owner, last, clocked(part, getattr(owner, last)))

def build(site_dir, original=command._build):
    clock(lambda module: module != command.__name__)
    original(site_dir)

command._build = build
clock(lambda module: module == command.__name__)
status = main(["build", "--site-dir", "site"])
print(json.dumps(spent | {"": time.process_time()}))
sys.exit(status)
"""
HEAD = """# 时间花在哪里

`python3 run.py bench --profile`写出：真实的资料，处理器时间（秒），每一列是一次生成。

- **全新**：什么也没有留下。
- **没有变化**：紧接着再来一次。
- **删了一页**：`site/`里少一个文件，所以全部重写，留下的都用得上。
- **改一条**：一个案例的标题多一个字。

"""


def measure() -> int:
    """Measure each state on a copy of the real project, and write the table."""
    with tempfile.TemporaryDirectory(prefix="profile-") as name:
        folder = Path(name)
        for part in PROJECT:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
            copy(ROOT / part, folder / part)
        columns = {state: _measured(folder, state) for state in STATES}
    rows = ["| 哪里 | " + " | ".join(columns) + " |", "| --- |" + " --- |" * len(columns)]
    for part in [*PARTS, REST, "合计"]:
        figures = (f"{column[part]:.1f}" for column in columns.values())
        rows += [f"| {part} | {' | '.join(figures)} |"]
    REPORT.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print("\n".join(rows))
    return 0


def _with_another_title(folder: Path) -> None:
    record = min((folder / "data/cases").glob("*.yml"))
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("title: ", "title: 又", 1), encoding="utf-8")


#: state of what is kept -> what is done to the project before it
STATES: dict[str, Callable[[Path], object]] = {
    "全新": lambda _: None,
    "没有变化": lambda _: None,
    "删了一页": lambda folder: (folder / "site/index.html").unlink(),
    "改一条": _with_another_title,
}


def _measured(folder: Path, state: str) -> dict[str, float]:
    """Part -> processor seconds of one build."""
    print(f"正在量：{state}……", flush=True)
    STATES[state](folder)
    command = [sys.executable, "-c", PROGRAM, json.dumps(PARTS)]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, check=True)
    spent: dict[str, float] = json.loads(done.stdout.decode("utf-8").splitlines()[-1])
    total = spent.pop("")
    told = {part: spent.get(part, 0.0) for part in PARTS}
    return told | {REST: total - sum(told.values()), "合计": total}
