"""The ledger in figures: processor seconds for 1,000 made-up cases out, in unchanged, in changed and in new."""

from __future__ import annotations

import gc
import io
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl

from bench.synthetic import make_project
from macros.ledger.compare import compare
from macros.ledger.result import Result
from macros.ledger.workbook import ledger
from macros.library import Library, load

if TYPE_CHECKING:
    from collections.abc import Callable

CASES, METHODS, TIMES = 1000, 60, 3


def measure() -> None:
    """Print a table; each figure is the best of three, as other programs only ever add."""
    with tempfile.TemporaryDirectory() as folder:
        make_project(Path(folder), METHODS, CASES)
        library, _ = load(Path(folder))
    print(f"{CASES}个案例，处理器时间（秒），{TIMES}次里最少的一次：", flush=True)
    data = ledger(library)
    changed = _every_title(data)
    gc.disable()  # as export and import do
    _row(f"写出台账（{len(data) // 1024} KB）", lambda: ledger(library))
    _row("读入并核对，没有改动", lambda: _read(library, data, 0))
    _row("读入、核对、改写，每个案例都改了标题", lambda: _read(library, changed, CASES))


def _row(what: str, act: Callable[[], object]) -> None:
    best = min(_seconds(act) for _ in range(TIMES))
    print(f"  {what}  {best:.2f}", flush=True)


def _seconds(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


def _read(library: Library, data: bytes, wanted: int) -> None:
    """As `import` does, up to the rules. Raises RuntimeError when something else than expected has changed."""
    desk = compare(library, data)
    found = len(Result(desk, lambda _: None).changed)
    if found != wanted or desk.problems:
        raise RuntimeError(f"应当改动{wanted}条，却是{found}条；{desk.problems[:3]}")


def _every_title(data: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for row in book["案例"].iter_rows(min_row=2, min_col=3, max_col=3):
        row[0].value = f"{row[0].value}改"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
