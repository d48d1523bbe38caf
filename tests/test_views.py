"""The views, over the tiny world: as accepted, honest about what nobody told, clear about whose voice it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from records import WORLD, Trail, calls, changed_library, fragments, kind_of

from macros.models import Kit, SessionPlan
from macros.models.values import Basis, State
from macros.views import VIEWS, Context, UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.models.base import Record

CONTEXT = Context(WORLD, "../../")
SHOWN = fragments(WORLD)
ITEMS = {"li", "tr", "p"}
EDITORS_FIELDS = {"advice", "training", "highlights", "conditions", "not_copy", "lessons", "lesson"}
MARK = "编者说过的话"


def shown(view: str, *arguments: str) -> str:
    return str(VIEWS[view](CONTEXT, *arguments))


def parsed(html: str) -> ET.Element:
    """A fragment as a tree; that it can be parsed so strictly is a promise of its own."""
    return ET.fromstring(  # noqa: S314 (our own fragments)
        f"<body>{html.replace('<br>', '<br/>')}</body>"
    )


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_shows_what_was_accepted(view: str, accepted: Callable[[str, str], None]):
    """Whoever changes what people see, sees it change here."""
    parts = [f"<!-- {view}{arguments} -->\n{shown(view, *arguments)}\n" for arguments in calls(WORLD, view)]

    assert parts
    accepted(f"views/{view}.html", "\n".join(parts))


@pytest.mark.parametrize("call", SHOWN)
def test_a_fragment_is_well_formed_and_one_block(call: str):
    """A blank line would end the block for Markdown."""
    assert len(parsed(SHOWN[call])) >= 1
    assert "\n\n" not in SHOWN[call]


@pytest.mark.parametrize("view", [name for name in VIEWS if kind_of(name)])
def test_an_unknown_id_is_said_in_chinese(view: str):
    """A slip in a page stops the build with a sentence."""
    with pytest.raises(UnknownIdError, match=r"^没有编号为“bushi-bianhao”的.+，请检查页面里的花括号调用。$"):
        shown(view, "bushi-bianhao")


@pytest.mark.parametrize(
    ("view", "arguments"),
    [
        ("chart", ("x",)),
        ("process_stage", ("yishi", "x")),
        ("process_stage", ("x", "y")),
        ("plan_day", ("ban-tian", "x")),
    ],
)
def test_an_unknown_name_is_said_in_chinese(view: str, arguments: tuple[str, ...]):
    """The views that take a name, not an id."""
    with pytest.raises(UnknownIdError, match=r"^没有编号为“x”的"):
        shown(view, *arguments)


def is_the_editors(trail: Trail) -> bool:
    """Whether a text is the editors' word: its innermost record says so, or a field that is theirs alone."""
    said = [record.basis for record, _ in trail if hasattr(record, "basis")]
    own = [name for record, name in trail if name in EDITORS_FIELDS or _is_of_an_exercise(record, name)]
    return bool(own) or said[-1:] == [Basis.EDITOR]


def _is_of_an_exercise(record: Record, name: str) -> bool:
    """All of a kit but what did happen; its title is a name and no statement."""
    return isinstance(record, Kit | SessionPlan) and name not in {"real", "title"}


def unmarked(element: ET.Element, *, marked: bool = False, badged: bool = False) -> Iterator[str]:
    """The editors' words outside their block, in items without their badge."""
    marked = marked or "xy-editor" in element.get("class", "").split()
    if element.tag in ITEMS:
        badged = any("xy-badge--editor" in part.get("class", "") for part in element.iter())
    own = "".join([element.text or "", *(child.tail or "" for child in element)])
    if MARK in own and not (marked or badged):
        yield own
    for child in element:
        yield from unmarked(child, marked=marked, badged=badged)


EDITED = fragments(changed_library(WORLD, lambda text, of: MARK + text if is_the_editors(of) else text))


@pytest.mark.parametrize("call", EDITED)
def test_the_editors_words_are_always_marked(call: str):
    """Two voices are never mixed."""
    assert list(unmarked(parsed(EDITED[call]))) == []


def test_the_editors_words_do_appear():
    """Else the test above would promise nothing."""
    assert sum(html.count(MARK) for html in EDITED.values()) > 40


def test_a_masked_figure_shows_as_printed_and_never_as_a_number():
    """X stays X."""
    figures = re.findall(
        r'<span class="xy-figure xy-figure--masked">(.*?)</span>', shown("case_figures", "jia-shuiku")
    )

    assert figures == ["X万方"]


def test_masked_and_untold_figures_hold_no_digit_anywhere():
    """Neither in a case's page nor in any table."""
    pattern = re.compile(r"xy-figure--(?:masked|untold)\">([^<]*)<")
    found = [text for html in SHOWN.values() for text in pattern.findall(html)]

    assert len(found) > 4
    assert [text for text in found if re.search(r"\d", text)] == []


def test_tables_count_public_figures_and_add_nothing_up():
    """「几件案例中几件有公开数字」, and no total."""
    assert "2件案例中1件有公开数字；隐去的数字不填、不加总。" in shown("case_table", "sanbu")
    assert {figure.state for case in WORLD.cases.values() for figure in case.figures} >= {
        State.MASKED,
        State.STATED,
    }


def test_a_method_without_cases_says_so_honestly():
    """No case told is not no case."""
    html = shown("case_table", "lunzhi")

    assert "<table" not in html
    assert "材料里没有一个案例写明用了这个方法。这不等于没有人用过，只是没有人写下来。" in html
    assert 'href="../../contribute/"' in html


def test_a_case_that_nobody_told_about_says_what_is_missing():
    """Its card and gaps name what no source tells."""
    card, gaps = shown("case_card", "qingdu-yanglao"), shown("case_gaps", "qingdu-yanglao")

    assert "原文没有交代" in card
    assert "材料没有写：" in gaps
    assert "材料没有写结果。" in shown("case_story", "qingdu-yanglao")


def test_only_sources_that_may_be_linked_lead_out():
    """A re-host is named, never linked."""
    outside = {link for html in SHOWN.values() for link in re.findall(r'href="(https?:[^"]*)"', html)}

    assert outside == {"https://qingdu.example.org/2024/ting.html"}


def test_every_other_link_starts_from_the_page():
    """Raw HTML is not rewritten by the engine, so the way to the top is part of the link."""
    links = {link for html in SHOWN.values() for link in re.findall(r'href="([^"]*)"', html)}

    assert [
        link for link in links if not link.startswith(("../../", "#", "https://qingdu.example.org/"))
    ] == []
