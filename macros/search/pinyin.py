"""How characters sound: the table that the browser gets, and the key by which terms are sorted into shards.

Sounds that people mix up count as one (zh and z, ang and an …). Terms that sound alike then share a shard, so that
homophones and pinyin need no index of their own.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from macros.readings import alone, readings, toneless
from macros.search.tokens import normal

UNKNOWN = "~"
FUZZY = ((r"^([zcs])h", r"\1"), (r"([aei]n)g$", r"\1"))
BEFORE_HAN = "\u3000"


@cache
def sound(char: str) -> str:
    """The usual reading of one character, without its tone; "~" when there is none."""
    reading = alone(char)
    return UNKNOWN if reading == char else toneless(reading)


@cache
def fuzzy(char: str) -> str:
    """How one character sounds, without the distinctions that people miss."""
    syllable = sound(char)
    for pattern, plain in FUZZY:
        syllable = re.sub(pattern, plain, syllable)
    return syllable


def key(term: str) -> str:
    """Where a term stands among all: by sound, and Latin words before all Han ones."""
    if term[0] < BEFORE_HAN:
        return "!" + term[:2]
    return " ".join(map(fuzzy, term))


def spelled_otherwise(name: str) -> str:
    """Which of a name's Han characters are read otherwise in it than alone, with their number: "1diao 4zhang"."""
    han = re.sub(r"[^\u3400-\u9fff]", "", normal(name))
    pairs = enumerate(zip(han, map(toneless, readings(han)), strict=True))
    return " ".join(f"{at}{read}" for at, (char, read) in pairs if read != sound(char))


def common_characters() -> str:
    """GB 2312's first 3,755 characters: they stand in the order of their sound, so a table of them is short.

    The browser makes the same list with its decoder of gbk.
    """
    cells = ((row, cell) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return "".join(bytes(cell).decode("gb2312", "ignore") for cell in cells)


def sound_table(used: set[str]) -> tuple[str, str]:
    """(run lengths of the common characters' sounds, the other used characters after their sounds)."""
    runs = [(name, len(list(group))) for name, group in groupby(map(sound, common_characters()))]
    rest = sorted(used - set(common_characters()), key=lambda char: (sound(char), char))
    others = [name + "".join(group) for name, group in groupby(rest, sound) if name != UNKNOWN]
    return " ".join(name + (str(many) if many > 1 else "") for name, many in runs), " ".join(others)
