"""The pictures of CONTRIBUTING: each is shown and told in words, none is lost, all load on a slow line."""

from __future__ import annotations

import re

from conftest import ROOT
from PIL import Image

from pictures.__main__ import COLOURS, LARGEST, PICTURES
from pictures.terminal import check_page

PICTURE = re.compile(r"!\[(?P<told>[^\]]*)\]\((?P<path>[^)]*)\)")
SHOWN = PICTURE.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))


def test_every_picture_is_shown_once_and_every_one_shown_is_there():
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "pictures").glob("*.png")}

    assert sorted(path for _, path in SHOWN) == sorted(there)
    assert there == {f"pictures/{name}.png" for name in (*PICTURES, "ledger")}


def test_whoever_does_not_see_it_is_told():
    assert all(len(told) > len("一张图") and re.search(r"[\u4e00-\u9fff]", told) for told, _ in SHOWN)


def test_pictures_are_small():
    for _, path in SHOWN:
        file = ROOT / path

        assert file.stat().st_size <= LARGEST
        with Image.open(file) as picture:
            assert picture.mode == "P"
            assert len(picture.getcolors() or []) <= COLOURS


def test_the_terminal_shows_what_check_says():
    assert all(words in check_page() for words in ("写的是“县”", "“2024-03-35”，日历上没有这一天", "2处错误"))
