"""A value changed in its own line: the same text as the round trip gives, or the round trip itself."""

from __future__ import annotations

import pytest
from nasty import nasty_strings

from macros.library import yaml_lines
from macros.library.yaml_edit import SAME, Kept, edited_text
from macros.library.yaml_reader import read

TEXT = """# yaml-language-server: $schema=../../schema/cases.json
id: x
title: 空地  # 留着
quoted: 'it''s # 甲'  # 也留着
double: "甲 # 乙"
count: 3
long: 第一行
  第二行
flow: {a: 1, b: 2}
date:
  start: 2024-03
steps:
  - name: 看
    did: 看了  # 三
  - did: 议了
"""
DOCUMENT = read(TEXT, "x.yml")
ORDER = list(DOCUMENT.data)
#: what changes -> the lines that are other than before
QUICK = {
    "title": ({"title": "停车场"}, ["title: 停车场  # 留着"]),
    "quoted": ({"quoted": "甲"}, ["quoted: 甲  # 也留着"]),
    "double": ({"double": "乙"}, ["double: 乙"]),
    "number": ({"count": 4.5}, ["count: 4.5"]),
    "inside": ({"date": {"start": "2024-05", "end": SAME}}, ["  start: 2024-05"]),
    "item": ({"steps": [(Kept(0), {"name": "量", "did": SAME}), Kept(1)]}, ["  - name: 量"]),
    "two": (
        {"title": "甲", "steps": [Kept(0), (Kept(1), {"did": "乙"})]},
        ["title: 甲  # 留着", "  - did: 乙"],
    ),
}
SLOW = {
    "folded": {"long": "甲"},
    "flow": {"flow": {"a": 3, "b": SAME}},
    "removed": {"title": None},
    "new": {"date": {"start": SAME, "end": "2025"}},
    "moved": {"steps": [Kept(1), Kept(0)]},
    "fewer": {"steps": [Kept(1)]},
}


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was left to the round trip."""
    asked: list[object] = []
    monkeypatch.setattr(yaml_lines, "edited_text", lambda *said: asked.append(said[1]) or edited_text(*said))
    return asked


@pytest.mark.parametrize("name", QUICK)
def test_a_value_changes_only_its_line(name: str, slow: list[object]):
    changes, lines = QUICK[name]
    found = yaml_lines.edited(DOCUMENT, "x.yml", changes, ORDER)

    assert [line for line in found.text.split("\n") if line not in TEXT.split("\n")] == lines
    assert found.data == read(edited_text(TEXT, changes, ORDER), "x.yml").data
    assert slow == []


@pytest.mark.parametrize("name", SLOW)
def test_what_is_more_than_a_line_takes_the_round_trip(name: str, slow: list[object]):
    changes = SLOW[name]

    assert yaml_lines.edited(DOCUMENT, "x.yml", changes, ORDER).text == edited_text(TEXT, changes, ORDER)
    assert slow == [changes]


def test_any_text_is_read_as_it_was_meant():
    for text in [*nasty_strings(300, seed=6), "012", "no", "a: b", "甲 # 乙", "- a", "true", "甲:乙", ""]:
        wanted = read(edited_text(TEXT, {"title": text}, ORDER), "x.yml")
        found = yaml_lines.edited(DOCUMENT, "x.yml", {"title": text}, ORDER)

        assert (found.data, found.problems) == (wanted.data, wanted.problems)
