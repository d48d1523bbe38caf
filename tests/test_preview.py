"""Live preview: a fault is told and shown, and goes away when it is mended."""

from __future__ import annotations

import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, StrictUndefined
from mkdocs.exceptions import Abort, BuildError
from records import WORLD

from bench.synthetic import make_project
from macros.commands.serve import serve
from macros.engine.calls import expanded
from macros.engine.hurry import SupersededError
from macros.engine.preview import Preview
from macros.pages import generated
from macros.views import VIEWS, Context

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

FAULT = "liushi.yml:13:10: 冒号后面没有空格 <b>"


class Project:
    """Stands for the project: `fault` is what is wrong with it now."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault = fault

    def build(self, _seen: Collection[str] = ()) -> None:
        """Leave as MkDocs leaves: a known fault is followed by SystemExit."""
        try:
            if self.fault:
                raise self.fault
        except BuildError:
            raise Abort("Aborted with a BuildError!")  # noqa: B904 (as MkDocs does)


def page(preview: Preview, path: str = "/") -> str:
    app = preview.showing(lambda _environ, _start: [b"the site"])
    return b"".join(app({"PATH_INFO": path}, lambda *_: lambda _: None)).decode()


def test_a_fault_is_shown_on_every_page_in_its_own_words():
    preview = Preview(Project(BuildError(FAULT)).build)
    preview.build()

    assert "13:10: 冒号后面没有空格 &lt;b&gt;" in page(preview, "/methods/liushi/")


def test_while_there_is_a_fault_everything_but_pages_is_served_as_before():
    preview = Preview(Project(BuildError(FAULT)).build)
    preview.build()

    assert page(preview, "/livereload/1/2") == "the site"


def test_a_mended_fault_gives_the_site_back(capsys: pytest.CaptureFixture[str]):
    project = Project(BuildError(FAULT))
    preview = Preview(project.build)
    preview.build()
    project.fault = None
    preview.build()

    assert page(preview) == "the site"
    assert "网站没有更新" in capsys.readouterr().out


def test_a_fault_in_our_code_is_printed_whole(capsys: pytest.CaptureFixture[str]):
    Preview(Project(NameError("lost")).build).build()

    assert "NameError: lost" in capsys.readouterr().err


def test_a_port_in_use_is_told_before_anything_is_built(capsys: pytest.CaptureFixture[str]):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert serve(["--port", str(port)]) == 1
        assert capsys.readouterr().err == f"端口{port}已经被占用，可以换一个：--port {port + 1}\n"


def test_what_is_looked_at_is_made_first_and_then_everything():
    made: list[str] = []
    preview = Preview(lambda _: made.append("whole"), made.extend)
    for path in ("/", "/cases/a/", "/assets/a.css", "/cases/b/", "/", "/cases/c/"):
        page(preview, path)
    preview.build()

    assert made == ["cases/b/", "", "cases/c/", "whole"]


def test_a_fault_is_told_by_the_whole_build_only(capsys: pytest.CaptureFixture[str]):
    def first(_: Collection[str]) -> None:
        raise BuildError(FAULT)

    preview = Preview(Project(BuildError(FAULT)).build, first)
    page(preview)
    preview.build()

    assert preview.fault == FAULT
    assert capsys.readouterr().out.count("网站没有更新") == 1


def test_a_build_that_is_no_longer_wanted_tells_nothing(capsys: pytest.CaptureFixture[str]):
    def whole(_: Collection[str]) -> None:
        raise SupersededError

    preview = Preview(whole)
    preview.build()

    assert not preview.fault
    assert "没有更新" not in capsys.readouterr().out


PLUGIN = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 (as the plugin has it)


def by_plugin(text: str, context: Context) -> str:
    def macro(name: str) -> object:
        return lambda *arguments: str(VIEWS[name](context, *arguments))

    return PLUGIN.from_string(text, globals={name: macro(name) for name in VIEWS}).render()


def test_pages_are_expanded_as_the_plugin_would():
    context = Context(WORLD, "../")
    pages = [*generated(WORLD).values(), *(page.body for page in WORLD.pages)]
    calling = [text for text in pages if "{{" in text]

    assert all("{{" not in expanded(text, context) for text in calling)
    assert [by_plugin(expanded(text, context), context) for text in calling] == [
        by_plugin(text, context) for text in calling
    ]


@pytest.mark.parametrize("text", ["{% raw %}{{ a }}{% endraw %}", '{{ no_such("a") }}', "{{ 1 }}", "{# a #}"])
def test_what_is_no_plain_call_is_left_to_the_plugin(text: str):
    assert expanded(text, Context(WORLD, "")) == text


PROGRAM = """
import sys
from pathlib import Path
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from macros.engine.hurry import Builds

PAGES = ["", "cases/case-0001/", "methods/method-000/", "about/"]
server = LiveReloadServer(lambda: None, "127.0.0.1", 8000, "site")
builds = Builds(server, load_config("mkdocs.yml"))
builds.whole([])
record = Path("data/cases/case-0001.yml")
record.write_text(record.read_text(encoding="utf-8").replace("title: ", "title: 又"), encoding="utf-8")

def seen():
    return [(Path(server.root) / page / "index.html").read_text(encoding="utf-8") for page in PAGES]

builds.first(PAGES)
first, before = seen(), server._wanted_epoch
builds.whole(PAGES)
assert "<title>又" in first[1]
assert first == seen()
assert server._wanted_epoch == before
"""


def test_the_pages_shown_first_are_those_of_the_whole_site(tmp_path: Path):
    """And when they are, browsers need not reload once more."""
    make_project(tmp_path, 3, 4)
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=tmp_path, capture_output=True, check=False)

    assert (done.returncode, done.stderr.decode("utf-8")) == (0, "")
