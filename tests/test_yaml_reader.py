"""YAML as people mean it: nothing is turned into something else."""

import pytest

from macros.library import yaml_reader

KEPT = [
    "no",
    "yes",
    "on",
    "Null",
    "0571",
    "012",
    "0o17",
    "0x1F",
    "12:30",
    "1_000",
    "1e3",
    ".5",
    "2023-05",
    "2023-02-30",
]
READ = {
    "7": 7, "-7": -7, "0": 0, "3.50": 3.5, "true": True, "false": False, "null": None, "~": None, "": None,
    "'it''s'": "it's", "'甲''''乙'": "甲''乙", "''''": "'", "''": "", "'甲''' # 注": "甲'",
    "'7'": "7", '"no"': "no", "'甲: 乙'": "甲: 乙", "12:30开会": "12:30开会", "甲#乙": "甲#乙", "甲 # 乙": "甲",
}  # fmt: skip


@pytest.mark.parametrize("text", KEPT)
def test_these_words_stay_text(text: str):
    """A district code keeps its zero, `no` is a word, a date that isn't in the calendar reaches the model."""
    document = yaml_reader.read(f"value: {text}\n", "a.yml")

    assert (document.data, document.problems) == ({"value": text}, [])


@pytest.mark.parametrize(("text", "value"), READ.items())
def test_plain_numbers_and_truths_are_read(text: str, value: object):
    """Numbers, true and false are what they look like; quotes make text."""
    document = yaml_reader.read(f"value: {text}\n", "a.yml")

    assert (document.data, document.problems) == ({"value": value}, [])


def test_every_value_has_a_place():
    """Line and column from 1, also inside lists; what isn't there has its parent's place."""
    document = yaml_reader.read("# 注\ntitle: 甲\nsteps:\n  - name: 乙\n    who: 丙\n", "a.yml")

    assert document.place(("title",)) == (2, 1)
    assert document.place(("steps", 0)) == (4, 5)
    assert document.place(("steps", 0, "who")) == (5, 5)
    assert document.place(("steps", 0, "output")) == (4, 5)


def test_a_piece_of_a_value_has_a_place():
    """The column of a fault is that of the characters, not of the field."""
    document = yaml_reader.read("title: 甲\nnote: 乙甲乙\n", "a.yml")

    assert document.place_of("甲", ("note",)) == (2, 8)
    assert document.place_of("不在", ("note",)) == (2, 1)


def test_literal_blocks_are_left_alone():
    """After `|` every line is text, whatever it looks like."""
    document = yaml_reader.read("note: |\n  title：甲\n  - 乙: 丙\nname: 丁\n", "a.yml")

    assert document.problems == []
    assert document.data == {"note": "title：甲\n- 乙: 丙\n", "name": "丁"}


def test_colons_in_prose_are_no_field_names():
    """Only a field name before a full-width colon is a slip; a sentence may have one."""
    document = yaml_reader.read("highlights:\n  - PPT：先给图\n  - 第一：先看\n", "a.yml")

    assert document.data == {"highlights": ["PPT：先给图", "第一：先看"]}


def test_a_bomb_of_references_is_refused():
    """Aliases could blow up a small file; they are refused unread."""
    document = yaml_reader.read("a: [&x [1, 2], *x, *x]\n", "a.yml")

    assert document.data is None
    assert document.problems
