"""`import`: an Excel ledger into the records: everything wrong at once, and nothing written unless all is right."""

from __future__ import annotations

import argparse
import gc
from datetime import date
from pathlib import Path

from macros.checks import RULES, run
from macros.checks.references import id_equals_file_name
from macros.commands.check import today
from macros.ledger.compare import compare
from macros.ledger.faults import CellProblem, of_sheets
from macros.ledger.result import Result
from macros.ledger.strangers import StrangerError
from macros.library import load
from macros.models import KINDS
from macros.problems import Problem, printable, tally
from macros.views import ARGUMENTS

UNFINISHED = ".new"
WITH_IT = "先把台账里的这处改回去，交给维护的人一起改；网站上别的内容还用着它。"
MANY = 10
#: all rules but one: the names of the files are our own business
OF_SHEETS = tuple(rule for rule in RULES if rule is not id_equals_file_name)


def import_(argv: list[str]) -> int:
    """Compare, check, write; 1 when anything must be mended first."""
    options = _options(argv)
    gc.disable()  # a short process that keeps nearly all it makes
    try:
        result = _read(options)
    except (StrangerError, OSError) as error:
        _tell(f"没有导入。{options.file.name}：{getattr(error, 'strerror', None) or error}")
        return 1
    found = sorted({*result.desk.problems, *_of_rules(result, options.today)}, key=_in_order)
    for problem in found:
        _tell(str(problem))
    if any(problem.is_error for problem in found):
        _tell(f"没有导入，一处也没有写：{tally(_as_problems(found))}。改好以后再导入一遍。")
        return 1
    _show(result)
    if result.changed and not options.look:
        _write(options.root, result)
    _tell(_summary(result, look=options.look))
    return 0


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 run.py import", description="把改过的Excel台账收进记录。")
    parser.add_argument("file", type=Path, metavar="台账.xlsx", help="export写出、填好的文件")
    parser.add_argument("--look", action="store_true", help="只看会改什么，不写")
    parser.add_argument("--root", type=Path, default=Path(), help="项目所在的文件夹")
    parser.add_argument("--today", type=date.fromisoformat, default=today(), help="当作今天的日期")
    return parser.parse_args(argv)


def _tell(text: str) -> None:
    print(printable(text), flush=True)


def _read(options: argparse.Namespace) -> Result:
    """The library and the workbook, compared. Raises StrangerError when either can't be used."""
    _tell("正在读网站的记录……")
    library, problems = load(options.root)
    if any(problem.is_error for problem in problems):
        raise StrangerError("网站的记录本身有错，先运行python3 run.py check，改好再来。")
    _tell("正在读台账，逐格核对……")
    return Result(compare(library, options.file.read_bytes()), _tell)


def _of_rules(result: Result, today: date) -> list[CellProblem]:
    """What the rules say of the result: in the cells, and whatever is newly wrong elsewhere."""
    if not result.changed:
        return []
    _tell("正在用网站的全部规则检查结果……")
    problems = run(result.library(), today, ARGUMENTS, OF_SHEETS)
    problems += [problem for file in result.files.values() for problem in file.document.problems]
    elsewhere = [problem for problem in problems if problem.path not in result.files and problem.is_error]
    known = set(run(result.desk.library, today, ARGUMENTS, OF_SHEETS)) if elsewhere else set()
    new = [
        CellProblem("", 0, 0, of_sheets(f"这样改，{one.path}就不对了：{one.message}"), WITH_IT)
        for one in elsewhere
        if one not in known
    ]
    return [*new, *(result.of_rule(problem) for problem in problems if problem.path in result.files)]


def _in_order(problem: CellProblem) -> tuple[bool, CellProblem]:
    return problem.is_error, problem  # what must be mended stands last, where people look


def _as_problems(found: list[CellProblem]) -> list[Problem]:
    return [Problem("", 0, 0, problem.message, severity=problem.severity) for problem in found]


def _show(result: Result) -> None:
    """Which records change, and in what."""
    for one in result.changed:
        model, name = KINDS[one.kind]
        fields = "、".join(model.label_of(field) for field in one.changes)
        _tell(f"  {'改' if one.record else '新'}  {name} {one.id}：{fields}")
    desk = result.desk
    there = {sheet.kind for sheet in desk.columns if not sheet.field}
    handed_in = {key for key, one in desk.found.items() if one.row}
    absent = [
        key for kind in sorted(there) for key in desk.library.shelves[kind] if (kind, key) not in handed_in
    ]
    if absent:
        some = "、".join(absent[:MANY]) + ("等" if len(absent) > MANY else "")
        _tell(f"有{len(absent)}条记录不在这份台账里，保持不变：{some}。")


def _summary(result: Result, *, look: bool) -> str:
    if not result.changed:
        return "台账和网站的记录一样，没有要改的。"
    new = sum(one.record is None for one in result.changed)
    return f"{'只看不写，会' if look else '导入好了：'}新增{new}条，改动{len(result.changed) - new}条。"


def _write(root: Path, result: Result) -> None:
    """All files beside their places first, so that a full disk leaves nothing half done."""
    texts = {root / path: file.document.text for path, file in result.files.items()}
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(UNFINISHED).write_text(text, encoding="utf-8", newline="\n")
    for path in texts:
        path.with_suffix(UNFINISHED).replace(path)
