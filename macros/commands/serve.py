"""`serve`: the site on this machine, with live reload."""

from __future__ import annotations

import argparse
import socket
import sys

from macros.commands.build import say_log, sentence


def serve(argv: list[str]) -> int:
    """Serve until Ctrl-C. Only this machine can reach it."""
    parser = argparse.ArgumentParser(prog="serve", description="在本机预览网站，改了文件会自动刷新。")
    parser.add_argument("--port", type=int, default=8000, help="端口，默认8000")
    parser.add_argument("--open", action="store_true", help="生成好后打开浏览器")
    options = parser.parse_args(argv)
    address = f"127.0.0.1:{options.port}"
    if not is_free(options.port):
        print(f"端口{options.port}已经被占用，可以换一个：--port {options.port + 1}", file=sys.stderr)
        return 1
    print(f"正在生成网站，好了以后请打开 http://{address}/ ，按Ctrl+C停止。", flush=True)
    say_log()
    return sentence(lambda: _serve(address, open_in_browser=options.open))


def is_free(port: int) -> bool:
    """Whether nothing on this machine listens there: better asked before the build than after it."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def _serve(address: str, *, open_in_browser: bool) -> None:
    from mkdocs.commands.serve import serve as mkdocs_serve  # noqa: PLC0415 (half a second that check need not wait)

    mkdocs_serve(config_file="mkdocs.yml", dev_addr=address, livereload=True, open_in_browser=open_in_browser)
