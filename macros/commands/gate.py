"""`gate`: take the content of a stranger's request into this checkout of the main branch, or say why not."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.gate.request import NotARequestError, laid, taken
from macros.problems import as_annotation, as_text

FORMATS = {"text": as_text, "github": as_annotation}


def gate(argv: list[str]) -> int:
    """Exit status 0: the files are in place, run `check` and `build` now. 1: nothing was touched. 2: no such commit."""
    parser = argparse.ArgumentParser(prog="gate", description="只取合并请求里的内容，不取程序。")
    parser.add_argument("base", help="主分支的提交")
    parser.add_argument("head", help="合并请求的提交，先用git fetch取到本地")
    parser.add_argument("--root", type=Path, default=Path(), help="主分支的工作目录，默认这里")
    parser.add_argument("--format", choices=FORMATS, default="text", help="怎样写出问题")
    options = parser.parse_args(argv)
    try:
        files, problems = taken(options.root, options.base, options.head)
    except NotARequestError as error:
        print(f"没有读到这两个提交：{error}")
        return 2
    for problem in problems:
        print(FORMATS[options.format](problem))
    if problems:
        print(f"这个合并请求不能收：{len(problems)}处问题，一个文件也没有取。")
        return 1
    laid(files, options.root)
    print(f"取了{len(files)}个内容文件。接着运行check和build。")
    return 0
