"""The index: the one that anybody would write down, and after any edit the one of a build that has kept nothing."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from bisect import bisect
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from pypinyin import Style, lazy_pinyin
from records import WORLD

from macros.models.method import Rank
from macros.search import Section, search_files
from macros.search.entries import entries
from macros.search.pinyin import common_characters, key, sound, spelled_otherwise
from macros.search.postings import rounded, weights
from macros.search.shards import DIGITS64, HALF
from macros.search.tokens import PLAIN, terms

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = [
    "协商",
    "提案",
    "双评",
    "办理",
    "委员",
    "群众",
    "走访",
    "3个",
    "ABC",
    "14527+N",
    "清单",
    "·",
    "，重",
    "调研",
    "行长",
    "长乐",
    "～",
    "ｆ",
    "骎",
]
COMMON = common_characters()[::30]
ROUNDS = 12


def text(dice: random.Random) -> str:
    return "".join(dice.choices(WORDS, k=dice.randrange(30)) + dice.choices(COMMON, k=dice.randrange(40)))


def page(dice: random.Random, name: str) -> list[Section]:
    anchors = ["", "#steps", "#sources", "#cases", "#x"][: dice.randrange(1, 6)]
    return [Section(f"{name}/{anchor}", dice.choice(WORDS), text(dice)) for anchor in anchors]


def site(dice: random.Random) -> dict[str, list[Section]]:
    names = [f"{folder}/{number}" for folder in ("methods", "cases", "about") for number in range(40)]
    return {name: page(dice, name) for name in names}


EDITS: tuple[Callable[[dict[str, list[Section]], random.Random], object], ...] = (
    lambda pages, dice: pages.update([("cases/new", page(dice, "cases/new"))]),
    lambda pages, dice: pages.pop(dice.choice(sorted(pages))),
    lambda pages, dice: pages[dice.choice(sorted(pages))].pop(),
    lambda pages, dice: pages.update([(name := dice.choice(sorted(pages)), page(dice, name))]),
    lambda pages, dice: pages[dice.choice(sorted(pages))].append(Section("about/0/#y", "新", "协商" * 4000)),
)


def written(pages: dict[str, list[Section]]) -> list[Section]:
    return [section for name in sorted(pages) for section in pages[name]]


class Keeper:
    """Remembers every text, and which were made."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.made = 0

    def __call__(self, told: str, make: Callable[[], str]) -> str:
        if told not in self.texts:
            self.texts[told] = make()
            self.made += 1
        return self.texts[told]


def test_what_is_kept_shows_nowhere():
    """Edits, one upon the other."""
    dice = random.Random(20261123)  # noqa: S311 (to be the same each time)
    pages, keep = site(dice), Keeper()
    for number in range(ROUNDS):
        assert dict(search_files(written(pages), WORLD, keep)) == dict(search_files(written(pages), WORLD))
        EDITS[number % len(EDITS)](pages, dice)


def test_little_is_made_for_one_word():
    pages, keep = site(random.Random(1)), Keeper()  # noqa: S311 (the same)
    dict(search_files(written(pages), WORLD, keep))
    whole, first = keep.made, pages["cases/7"][0]
    pages["cases/7"][0] = first._replace(text=f"{first.text}。走访")
    dict(search_files(written(pages), WORLD, keep))

    assert keep.made - whole < whole / 10


def numbers(digits: str) -> list[int]:
    found, value, factor = [], 0, 1
    for digit in map(DIGITS64.index, digits):
        value += digit % HALF * factor
        factor *= HALF
        if digit < HALF:
            found.append(value)
            value, factor = 0, 1
    return found


def shards(files: dict[str, str]) -> list[dict[str, str]]:
    """What the scripts hand over, in the order of their numbers."""
    names = sum(name.startswith("s/") for name in files)
    found = [re.fullmatch(r"xySearch\.shard\((\d+),(.*)\)\n", files[f"s/{at}.js"]) for at in range(names)]
    assert [int(script[1]) for script in found if script] == list(range(names))
    return [json.loads(script[2]) for script in found if script]


def read(digits: str) -> list[tuple[int, int]]:
    """(section, weight), as the browser reads them."""
    steps = [divmod(number, 4) for number in numbers(digits)]
    sections = accumulate(between + 1 for between, _ in steps)
    return [(section - 1, weight) for section, (_, weight) in zip(sections, steps, strict=True)]


def test_every_term_leads_to_its_sections():
    sections = written(site(random.Random(2)))  # noqa: S311 (the same)
    found = entries(sections, WORLD)
    flat = [(one, entry.title if not at else "") for entry in found for at, one in enumerate(entry.sections)]
    average = rounded(sum(len(section.text) for section, _ in flat) / len(flat))
    wanted = defaultdict(list)
    for number, (section, title) in enumerate(flat):
        for term, weight in weights(section, title, average).items():
            wanted[term].append((number, weight))

    got = {
        term: read(digits)
        for shard in shards(dict(search_files(sections, WORLD)))
        for term, digits in shard.items()
    }
    assert got == wanted


def test_every_term_is_where_the_browser_looks():
    """In the last shard that does not begin behind the term's key."""
    files = dict(search_files(written(site(random.Random(3))), WORLD))  # noqa: S311 (the same)
    meta = json.loads(files["meta.js"].removeprefix("xySearch.meta(").removesuffix(")\n"))
    firsts, found = meta["shards"].split(","), shards(files)

    assert len(firsts) == len(found) > 20
    assert [
        term for at, shard in enumerate(found) for term in shard if bisect(firsts, key(term)) - 1 != at
    ] == []


def test_texts_that_are_not_normalized_need_it_not():
    """Every character that such a text may hold, beside Han characters, letters and numbers."""
    plain = [chr(code) for code in range(0x10000) if PLAIN.fullmatch(chr(code))]
    texts = [f"\u7532{char}\u4e59{char}a{char}b1{char}5\u4e2a{char}" for char in plain]

    assert len(plain) > 20_000
    assert [text for text in texts if terms(text) != terms(unicodedata.normalize("NFKC", text))] == []


def test_names_are_read_word_by_word_as_they_are_read_whole():
    names = ["长乐区重点提案办理协商", "银行行长", "还没有调研的调解", "委员长和朝阳"]
    wanted = [lazy_pinyin(name, style=Style.NORMAL, v_to_u=False) for name in names]
    pairs = [enumerate(zip(name, read, strict=True)) for name, read in zip(names, wanted, strict=True)]
    told = [" ".join(f"{at}{one}" for at, (char, one) in pair if one != sound(char)) for pair in pairs]

    assert all(told)
    assert list(map(spelled_otherwise, names)) == told


def test_a_small_method_is_found_where_all_of_it_stands():
    """And not a second time in the glossary, which says it in short."""
    small = next(method.id for method in WORLD.methods.values() if method.rank is Rank.ENTRY)
    told = [
        Section(f"{page}{at}", "名", "协商")
        for page in ("glossary/", "glossary/entries/")
        for at in ("", f"#{small}")
    ]

    assert [(one.location, one.kind, one.parent) for one in entries(told, WORLD)] == [
        ("glossary/", "术语", ""),
        ("glossary/entries/", "术语", ""),
        (f"glossary/entries/#{small}", "方法", "glossary/entries/"),
    ]
    assert [len(one.sections) for one in entries(told, WORLD)] == [1, 1, 1]
