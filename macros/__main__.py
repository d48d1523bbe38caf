"""The command line: `python -m macros COMMAND`. People call it through run.py, which sets everything up first."""

from __future__ import annotations

import gc
import importlib
import keyword
import sys

#: Command -> what it does, for the help. Each is a function of the same name in macros/commands/.
COMMANDS = {
    "serve": "在本机预览网站，改了文件会自动刷新",
    "build": "生成整个网站，放在site文件夹",
    "check": "检查所有数据和页面，说明哪里不对、怎么改",
    "new": "新建一条记录：带说明的模板，照着填",
    "fmt": "改正页面和记录里的标点、空格和错认的字，整理代码格式",
    "test": "运行全部测试",
    "bench": "测量速度",
    "export": "把记录写成Excel台账，放在build文件夹",
    "import": "把改过的Excel台账收进记录，有错一处也不写",
    "release": "生成离线包、更新包和服务器配置，放在build/release文件夹",
    "gate": "只取合并请求里的内容，不取程序（给持续集成用）",
    "lock": "重新锁定依赖的版本",
}


def usage() -> str:
    """All commands, a line each."""
    lines = [f"  {name:<8}{what}" for name, what in COMMANDS.items()]
    return "\n".join(["用法：python3 run.py 命令 [选项]", "", "命令：", *lines])


def main(argv: list[str]) -> int:
    """Run one command; returns its exit status (2 when there is no such command)."""
    if not argv or argv[0] in {"-h", "--help", "help"}:
        print(usage())
        return 0
    name, *options = argv
    if name not in COMMANDS:
        print(f"没有“{name}”这个命令。\n\n{usage()}", file=sys.stderr)
        return 2
    function = f"{name}_" if keyword.iskeyword(name) else name  # nothing in Python can be called import
    command = getattr(importlib.import_module(f"macros.commands.{function}"), function)
    return int(command(options))


if __name__ == "__main__":
    # A library is many objects and hardly any garbage; looking for some took a fifth of `check`.
    gc.set_threshold(1_000_000, 50, 50)
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
