"""`new`: a commented template for a record, or a record made from what somebody wrote in a form of a host."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from macros.commands.check import everything_wrong, today
from macros.contributing.issue_forms import kind_of_issue, record_from_issue
from macros.contributing.templates import UNWRITTEN, known_values, lesson_template, record_template
from macros.library import load
from macros.models import KINDS
from macros.models.base import ID_PATTERN
from macros.problems import as_text

#: what people type -> folder under data/; a lesson is a page
IRREGULAR = {"processes": "process", "quizzes": "quiz"}
SINGULAR = {IRREGULAR.get(kind, kind.removesuffix("s")): kind for kind in KINDS}
LESSON = "lesson"
LONGEST_ID = 60


def new(argv: list[str]) -> int:
    """Write a new file and say what to do next; 1 when there is one already, or the id is no id."""
    options = _options(argv)
    if options.from_issue:
        return _from_issue(options.root, options.from_issue)
    if not options.id:
        return _refused("要写明新建什么、编号是什么，例如：python3 run.py new case dongmen-tingche。")
    if not re.fullmatch(ID_PATTERN, options.id) or len(options.id) > LONGEST_ID:
        return _refused(f"编号写的是“{options.id}”，只能用拼音字母、数字和短横线，例如dongmen-tingche。")
    return _write(options.root, *_template(options.root, options.kind, options.id))


def _write(root: Path, path: str, text: str) -> int:
    if (root / path).exists():
        return _refused(f"{path}已经有了，没有动它。换一个编号，或者直接改那个文件。")
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8", newline="\n")
    todo = "把“待补充”换成真实内容，再" if UNWRITTEN in text else ""
    print(f"写好了{path}。{todo}运行python3 run.py check，直到没有错误。")
    return 0


def _template(root: Path, kind: str, key: str) -> tuple[str, str]:
    if kind == LESSON:
        return f"docs/training/{key}.md", lesson_template(key)
    folder = SINGULAR[kind]
    library, _ = load(root)
    return f"data/{folder}/{key}.yml", record_template(folder, known_values(folder, key, library))


def _from_issue(root: Path, file: Path) -> int:
    """The text of an issue as a record; what is wrong in it is told by the checks, at its line."""
    if not file.is_file():
        return _refused(f"没有{file}这个文件。把议题的正文存成一个文本文件，再写它的路径。")
    text = file.read_text(encoding="utf-8", errors="replace")
    kind = kind_of_issue(text)
    if kind is None:
        return _refused(f"{file}里没有认得的栏目。要用议题表单里的正文，每一栏以“### 栏目名”开头。")
    if not re.fullmatch(ID_PATTERN, file.stem):
        return _refused(f"文件名{file.name}会成为编号，只能用拼音字母、数字和短横线，例如issue-12.md。")
    key = f"{kind.removesuffix('s')}-{file.stem}"
    library, _ = load(root)
    path = f"data/{kind}/{key}.yml"
    status = _write(root, path, record_from_issue(text, kind, key, library))
    said = [as_text(one) for one in everything_wrong(root, today())[1] if one.path == path]
    print("\n".join(said))
    return status or int(bool(said))


def _refused(said: str) -> int:
    print(said, file=sys.stderr)
    return 1


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python3 run.py new", description="新建一条记录的模板，每一项都有说明和例子。"
    )
    parser.add_argument(
        "kind", nargs="?", choices=[*SINGULAR, LESSON], help="写什么：case案例，method方法，lesson课时……"
    )
    parser.add_argument("id", nargs="?", help="编号，就是文件名，用拼音")
    parser.add_argument("--from-issue", type=Path, help="议题正文所在的文件，变成一条记录")
    parser.add_argument("--root", type=Path, default=Path(), help="项目所在的文件夹")
    return parser.parse_args(argv)
