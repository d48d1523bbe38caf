"""`export`: the records as an Excel workbook, to be filled in and handed to `import`."""

from __future__ import annotations

import argparse
import gc
from pathlib import Path

from macros.ledger.workbook import ledger
from macros.library import load

NAME = Path("build/案例台账.xlsx")


def export(argv: list[str]) -> int:
    """Write the ledger; 1 when it can't be written."""
    parser = argparse.ArgumentParser(prog="python3 run.py export", description="把记录写成Excel台账。")
    parser.add_argument(
        "--to", type=Path, default=NAME, metavar="文件.xlsx", help=f"写到哪里，不说就写到{NAME}"
    )
    parser.add_argument("--root", type=Path, default=Path(), help="项目所在的文件夹")
    options = parser.parse_args(argv)
    gc.disable()  # a short process that keeps nearly all it makes
    library, problems = load(options.root)
    if any(problem.is_error for problem in problems):
        print("有的记录本身有错，写不进台账。先运行python3 run.py check，改好再导出。")
        return 1
    data = ledger(library)
    try:
        options.to.parent.mkdir(parents=True, exist_ok=True)
        options.to.write_bytes(data)
    except OSError as error:
        print(f"没有写成：{error.strerror}。文件要是正开着，先在Excel或WPS里关掉。")
        return 1
    print(f"已写好{options.to}：{len(library.cases)}个案例，{len(data) // 1024} KB。")
    return 0
