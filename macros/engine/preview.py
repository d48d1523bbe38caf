"""Live preview that outlives faults: a mistake is shown in the browser until it is mended.

MkDocs alone would leave the browser waiting, and say so in English.
"""

from __future__ import annotations

import traceback
from html import escape
from typing import TYPE_CHECKING

from mkdocs.exceptions import MkDocsException

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from mkdocs.livereload import LiveReloadServer

#: Asks again every two seconds, so it gives way to the real page by itself.
PAGE = """<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="2"><title>网站没有更新</title>
<style>body{{max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.8}}pre{{white-space:pre-wrap}}</style>
</head><body><h1>网站没有更新</h1><pre>{fault}</pre><p>改好以后保存，这一页会自己变回来。</p></body></html>
"""


class Preview:
    """Builds again when a file has changed, and remembers what went wrong."""

    def __init__(self, builder: Callable[[], None]) -> None:
        self.builder = builder
        self.fault = ""

    def build(self) -> None:
        """Build; a fault is told and kept, not raised."""
        _say("发现改动，正在重新生成……")
        try:
            self.builder()
        except (Exception, SystemExit) as error:  # noqa: BLE001 (an edit may break anything; the preview goes on)
            self.fault = _told(error)
            _say("网站没有更新。改好以后保存，会自动再试。")
        else:
            self.fault = ""
            _say("好了，浏览器会自动刷新。")

    def showing(self, app: WSGIApplication) -> WSGIApplication:
        """The same server, but every page shows the fault while there is one."""

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            if not self.fault or not environ["PATH_INFO"].endswith("/"):
                return app(environ, start_response)
            start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
            return [PAGE.format(fault=escape(self.fault)).encode()]

        return answer


def _told(error: BaseException) -> str:
    """What went wrong. MkDocs prints the faults it knows and leaves by SystemExit; the others are printed here."""
    if isinstance(error, SystemExit):
        return str(error.__context__ or error)
    if not isinstance(error, MkDocsException):
        traceback.print_exception(error)
    return str(error)


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 (the person at the keyboard waits for it)


def start(server: LiveReloadServer, builder: Callable[[], None]) -> LiveReloadServer:
    """Put our builder and our answers in front of the server's own."""
    preview = Preview(builder)
    server.builder = preview.build
    server.set_app(preview.showing(server.serve_request))
    _say(f"好了，请打开 {server.url} ，改了文件会自动刷新。")
    return server
