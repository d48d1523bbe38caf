"""What stops the engine without hooks: bodies that hold what isn't allowed, links that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import PluginError

from macros.engine.guards import refuse_bodies, refuse_calls, refuse_dead_links

if TYPE_CHECKING:
    from pathlib import Path

PAGE = '<nav><a href="no/">theme</a></nav><article class="md-content__inner md-typeset">{}</article>'


def a_site(folder: Path, **bodies: str) -> Path:
    for name, body in bodies.items():
        page = folder / name / "index.html"
        page.parent.mkdir()
        page.write_text(PAGE.format(body), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "body",
    [
        "<script>1</script>",
        '</article><script>1</script><article class="md-content__inner md-typeset">',
        '<p onclick="x">字</p>',
        '<a href="javascript:x">字</a>',
    ],
)
def test_a_body_with_more_than_is_allowed_is_refused(tmp_path: Path, body: str):
    with pytest.raises(PluginError, match=r"one/index\.html：页面里有不允许的内容"):
        refuse_bodies(a_site(tmp_path, zero="<p>字</p>", one=body))


@pytest.mark.parametrize(
    "href", ["../two/", "../two/index.html", "../two/#%E7%AC%AC", "#here", "?q=1", "https://example.org/"]
)
def test_a_link_that_lands_is_fine(tmp_path: Path, href: str):
    site = a_site(tmp_path, one=f'<p id="here"><a href="{href}">去</a></p>', two='<h2 id="第">二</h2>')

    refuse_dead_links(site)


def test_all_links_that_lead_nowhere_are_told(tmp_path: Path):
    site = a_site(tmp_path, one='<a href="../three/">三</a><a class="x" href="../two/#no">二</a>', two="")

    with pytest.raises(PluginError) as told:
        refuse_dead_links(site)

    assert str(told.value).splitlines() == [
        "one/index.html：链接../three/没有落脚处",
        "one/index.html：链接../two/#no没有落脚处",
    ]


def test_a_stranger_s_call_is_refused_with_its_line():
    with pytest.raises(PluginError, match=r"docs/x\.md.*2"):
        refuse_calls("一\n{{ config.__class__ }}\n", "docs/x.md")
