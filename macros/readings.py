"""How Chinese text is read, in pinyin: what pypinyin says, from its two dictionaries alone.

Importing pypinyin takes a third of a second and 50 MB that a build never gets back: each syllable of 47,000 phrases
becomes an object, and each beginning of a phrase, too. To look the phrases up where they stand takes neither. The
words are parted as pypinyin parts them (mmseg); the tests compare the two.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = re.compile("([\u3007\u3400-\u9fff\ue815-\ue864\uf900-\ufaff\U00020000-\U000323af]+)")
TONES = re.compile("[\u0300\u0301\u0304\u030c]")


def readings(text: str) -> list[str]:
    """How each Han character is read here, with its tone; what stands between them as it is."""
    return [reading for _, reading in read(text)]


def read(text: str) -> Iterator[tuple[str, str]]:
    """Each Han character with its reading, what stands between them with itself; so, too, what nobody reads."""
    for at, piece in enumerate(HAN.split(text)):
        if at % 2:
            yield from _of_han(piece)
        elif piece:
            yield piece, piece


@cache
def toneless(reading: str) -> str:
    """A reading as it is typed: without its tone, and with v for ü."""
    letters = TONES.sub("", unicodedata.normalize("NFD", reading))
    return unicodedata.normalize("NFC", letters).replace("ü", "v")


@cache
def alone(char: str) -> str:
    """How a character is usually read by itself; as it is, if nobody reads it."""
    entries, start = _entries("pinyin_dict.json", b'","'), f'{ord(char)}":"'.encode()
    at = bisect_left(entries, start)
    if at == len(entries) or not entries[at].startswith(start):
        return char
    return entries[at].removeprefix(start).partition(b",")[0].decode()


@cache
def _entries(name: str, between: bytes) -> list[bytes]:
    """The entries of one of pypinyin's dictionaries in order, as they stand there: 一会儿":[["yí"],["huì"],["er"."""
    package = find_spec("pypinyin")
    if package is None or package.origin is None:
        raise ModuleNotFoundError(name="pypinyin")
    whole = Path(package.origin).with_name(name).read_bytes().translate(None, b" \r\n")
    return sorted(whole.removeprefix(b'{"').rstrip(b'"]}').split(between))


def _of_han(text: str) -> Iterator[tuple[str, str]]:
    while text:
        phrase, length, begun = _longest(text)
        if length:
            told = phrase.partition(b":")[2].split(b"],[")
            yield from zip(text, (one.split(b'"')[1].decode() for one in told), strict=False)
        else:  # the beginning of a phrase that breaks off at the end: mmseg looks for no other phrase in it
            length = len(text) if begun else 1
            yield from ((char, alone(char)) for char in text[:length])
        text = text[length:]


def _longest(text: str) -> tuple[bytes, int, bool]:
    """(the longest phrase that the text begins with, its length or 0, whether all of the text begins a phrase)."""
    phrases = _entries("phrases_dict.json", b']],"')
    found, length, at = b"", 0, 0
    for end in range(1, len(text) + 1):
        word = text[:end].encode()
        at = bisect_left(phrases, word, at)
        if at == len(phrases) or not phrases[at].startswith(word):
            return found, length, False
        if phrases[at].startswith(b'"', len(word)):
            found, length = phrases[at], end
    return found, length, True
