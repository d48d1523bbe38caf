"""Readings are those that pypinyin itself gives, though its program is not run."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT

from macros.choosing.files import initials
from macros.library import load
from macros.readings import readings, toneless

PHRASES = sorted(PHRASES_DICT)
BETWEEN = ["，", "ab", "3", " ", "A＋", "中", "龘", "〇", "\ufa0e", "\ufffd", "\u9fff", "\U00020001"]


@pytest.fixture(scope="module")
def names() -> list[str]:
    """Every name in the project, and each sentence of what it is for: text as it is written."""
    library = load(Path(__file__).parent.parent)[0]
    told = [
        (one.name, *one.aliases, one.one_liner or "", one.summary or "") for one in library.methods.values()
    ]
    told += [(one.title, one.summary) for one in library.cases.values()]
    told += [(one.name, *one.aliases) for one in library.terms.values()]
    return [text for texts in told for text in texts]


def made_up() -> list[str]:
    """Phrases whole and broken off, among other things."""
    dice = random.Random(20261123)  # noqa: S311 (to be the same each time)

    def piece() -> str:
        return dice.choice(PHRASES)[: dice.randrange(1, 6)] if dice.random() < 0.8 else dice.choice(BETWEEN)

    return ["".join(piece() for _ in range(dice.randrange(6))) for _ in range(1500)]


def test_texts_are_read_as_pypinyin_reads_them(names: list[str]):
    texts = [*names, *made_up()]

    assert len(names) > 500
    assert [text for text in texts if readings(text) != lazy_pinyin(text, style=Style.TONE)] == []


def test_no_tone_is_left(names: list[str]):
    """The same as pypinyin's own way to leave them out, for each syllable of its phrases."""
    syllables = {variants[0] for phrase in PHRASES[::5] for variants in PHRASES_DICT[phrase]}
    chars = sorted({char for text in names for char in text})

    assert len(syllables) > 1000
    assert all(toneless(syllable).isascii() for syllable in syllables)
    assert [
        char for char in chars if list(map(toneless, readings(char))) != lazy_pinyin(char, style=Style.NORMAL)
    ] == []


def test_initials_are_those_of_pypinyin(names: list[str]):
    plain = ["".join(filter(str.isalnum, name)) for name in names]
    wanted = ["".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower() for name in plain]

    assert list(map(initials, plain)) == wanted


def test_pypinyin_is_not_loaded():
    """Its dictionaries would stay for the whole build."""
    said = "import sys; from macros.readings import alone; print(alone('\\u4e00'), 'pypinyin' in sys.modules)"
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", said], capture_output=True, check=True)

    assert done.stdout.decode().split() == ["yī", "False"]
