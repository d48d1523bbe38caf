"""Live preview that outlives faults: a mistake is shown in the browser until it is mended.

MkDocs alone would leave the browser waiting, and say so in English.
"""

from __future__ import annotations

import traceback
from contextlib import suppress
from html import escape
from typing import TYPE_CHECKING

from mkdocs.exceptions import MkDocsException

from macros.engine.hurry import Builds, SupersededError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    Build = Callable[[Collection[str]], None]

MOST_SEEN = 3  # pages that are shown before the others
#: Asks again every two seconds, so it gives way to the real page by itself.
PAGE = """<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="2"><title>网站没有更新</title>
<style>body{{max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.8}}pre{{white-space:pre-wrap}}</style>
</head><body><h1>网站没有更新</h1><pre>{fault}</pre><p>改好以后保存，这一页会自己变回来。</p></body></html>
"""


class Preview:
    """Builds again when a file has changed, and remembers what went wrong and what is being looked at."""

    def __init__(self, whole: Build, first: Build | None = None) -> None:
        self.whole = whole
        self.first = first
        self.fault = ""
        self.seen: dict[str, None] = {}  # addresses asked for, the latest last

    def build(self) -> None:
        """Build; a fault is told and kept, not raised."""
        _say("发现改动，正在重新生成……")
        seen = list(self.seen)[-MOST_SEEN:]
        if self.first and seen and not self.fault:
            self._show(self.first, seen)
        try:
            self.whole(seen)
        except SupersededError:
            return  # the next build follows at once
        except (Exception, SystemExit) as error:  # noqa: BLE001 (an edit may break anything; the preview goes on)
            self.fault = _told(error)
            _say("网站没有更新。改好以后保存，会自动再试。")
        else:
            self.fault = ""
            _say("好了，浏览器会自动刷新。")

    def _show(self, first: Build, seen: list[str]) -> None:
        """The pages being looked at, before the others; a fault is left to the whole build to tell."""
        with suppress(Exception, SystemExit):
            first(seen)
            _say("正在看的页面已经更新，其余的还在生成……")

    def showing(self, app: WSGIApplication) -> WSGIApplication:
        """The same server, but every page shows the fault while there is one."""

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            path: str = environ["PATH_INFO"]
            if path.endswith("/"):
                self.seen.pop(path.lstrip("/"), None)
                self.seen[path.lstrip("/")] = None
            if not self.fault or not path.endswith("/"):
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


def start(server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
    """Put our builds and our answers in front of the server's own."""
    builds = Builds(server, config)
    preview = Preview(builds.whole, builds.first)
    server.builder = preview.build
    server.set_app(preview.showing(server.serve_request))
    _say(f"好了，请打开 {server.url} ，改了文件会自动刷新。")
    return server
