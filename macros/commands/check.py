"""`check`: every problem of records and pages, and how to mend it."""

from __future__ import annotations

import argparse
import gc
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from macros.checks import run
from macros.library import load
from macros.library.record_sentences import SHAPE_OF_ID
from macros.models import KINDS
from macros.problems import FORMATS, Problem, in_order, tally
from macros.views import ARGUMENTS

if TYPE_CHECKING:
    from macros.library import Library


def check(argv: list[str]) -> int:
    """Print every problem, then the counts; 1 when anything must be mended."""
    options = _options(argv)
    gc.disable()  # a short process that keeps nearly all it makes: looking for rubbish costs a fifth of its time
    library, problems = everything_wrong(options.root, options.today)
    for problem in problems:
        print(FORMATS[options.format](problem, _line(options.root / problem.path, problem.line)))
    if any(problem.is_error for problem in problems):
        print(f"检查没有通过：{tally(problems)}。")
        return 1
    warnings = f"，{len(problems)}处提醒" if problems else ""
    print(f"检查通过：{counts(library)}{warnings}。")
    return 0


def everything_wrong(root: Path, today: date) -> tuple[Library, list[Problem]]:
    """The library under `root` and all problems: of reading it and of the rules."""
    library, of_reading = load(root)
    of_rules = run(library, today, ARGUMENTS)
    said = {(problem.path, problem.line) for problem in of_rules}
    kept = [
        problem  # a rule that guesses which id was meant says more than "this is no id"
        for problem in of_reading
        if SHAPE_OF_ID not in problem.message or (problem.path, problem.line) not in said
    ]
    return library, in_order([*kept, *of_rules])


def counts(library: Library) -> str:
    """「176个方法，139个案例……」"""
    kinds = [f"{len(library.shelves[kind])}个{name}" for kind, (_, name) in KINDS.items()]
    return "，".join([*kinds, f"{len(library.pages)}个页面"])


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 run.py check", description="检查全部资料和页面。")
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="text给人看，github在合并请求里标出来"
    )
    parser.add_argument("--root", type=Path, default=Path(), help="项目所在的文件夹")
    parser.add_argument("--today", type=date.fromisoformat, default=today(), help="当作今天的日期")
    return parser.parse_args(argv)


def today() -> date:
    """The only clock of the checks; a reproducible build sets it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).astimezone().date()


def _line(path: Path, number: int) -> str:
    """A line of a file, to be quoted; nothing when it isn't there or isn't text."""
    if path.is_symlink() or not path.is_file():
        return ""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError:
        return ""
    return lines[number - 1] if number <= len(lines) else ""
