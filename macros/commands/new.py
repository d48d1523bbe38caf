"""`new`: a commented template for a record, or a record made from what somebody wrote in a form of a host."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from macros.contributing.templates import known_values, lesson_template, record_template
from macros.library import load
from macros.models import KINDS
from macros.models.base import ID_PATTERN

#: what people type -> folder under data/; a lesson is a page
IRREGULAR = {"processes": "process", "quizzes": "quiz"}
SINGULAR = {IRREGULAR.get(kind, kind.removesuffix("s")): kind for kind in KINDS}
LESSON = "lesson"
LONGEST_ID = 60


def new(argv: list[str]) -> int:
    """Write a new file and say what to do next; 1 when there is one already, or the id is no id."""
    options = _options(argv)
    if not re.fullmatch(ID_PATTERN, options.id) or len(options.id) > LONGEST_ID:
        return _refused(f"编号写的是“{options.id}”，只能用拼音字母、数字和短横线，例如dongmen-tingche。")
    path, text = _template(options.root, options.kind, options.id)
    if (options.root / path).exists():
        return _refused(f"{path}已经有了，没有动它。换一个编号，或者直接改那个文件。")
    (options.root / path).parent.mkdir(parents=True, exist_ok=True)
    (options.root / path).write_text(text, encoding="utf-8", newline="\n")
    print(f"写好了{path}。把“待补充”换成真实内容，再运行python3 run.py check，直到没有错误。")
    return 0


def _template(root: Path, kind: str, key: str) -> tuple[str, str]:
    if kind == LESSON:
        return f"docs/training/{key}.md", lesson_template(key)
    folder = SINGULAR[kind]
    library, _ = load(root)
    return f"data/{folder}/{key}.yml", record_template(folder, known_values(folder, key, library))


def _refused(said: str) -> int:
    print(said, file=sys.stderr)
    return 1


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python3 run.py new", description="新建一条记录的模板，每一项都有说明和例子。"
    )
    parser.add_argument(
        "kind", choices=[*SINGULAR, LESSON], help="写什么：case案例，method方法，lesson课时……"
    )
    parser.add_argument("id", help="编号，就是文件名，用拼音")
    parser.add_argument("--root", type=Path, default=Path(), help="项目所在的文件夹")
    return parser.parse_args(argv)
