"""Live preview: a fault is told and shown, and goes away when it is mended."""

import socket

import pytest
from mkdocs.exceptions import Abort, BuildError

from macros.commands.serve import serve
from macros.engine.preview import Preview

FAULT = "liushi.yml:13:10: 冒号后面没有空格 <b>"


class Project:
    """Stands for the project: `fault` is what is wrong with it now."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault = fault

    def build(self) -> None:
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
