"""Rules about single characters that look right and aren't."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from macros.library.parser_faults import UNSEEN_HINT, unseen
from macros.private_numbers import found
from macros.problems import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope
    from macros.problems import Problem

ODD_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
LOOK_ALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
FROM_PDF = "从PDF复制时常会这样。"


def no_invisible_characters(scope: Scope) -> Iterator[Problem]:
    """不含看不见的字符，如零宽空格、改变文字方向的控制符。"""
    for written in scope.written:
        for match in INVISIBLE.finditer(written.text):
            yield written.problem(match.start(), unseen(match[0]), UNSEEN_HINT)


def no_odd_spaces(scope: Scope) -> Iterator[Problem]:
    """不用全角空格和不换行空格。"""
    for written in scope.written:
        for match in ODD_SPACE.finditer(written.text):
            said = f"这里有一个特殊的空格（{_named(match[0])}）。"
            yield written.problem(match.start(), said, "删掉；汉字之间不需要空格，首行缩进由网站排版。")


def no_look_alike_characters(scope: Scope) -> Iterator[Problem]:
    """不用看着像汉字、其实是部首或兼容字的字符。"""
    for written in scope.written:
        for match in LOOK_ALIKE.finditer(written.text):
            usual = unicodedata.normalize("NFKC", match[0])
            said = f"“{match[0]}”看着是汉字，其实是另一个字符（{_named(match[0])}），搜索不到。"
            mend = f"换成普通的“{usual}”。" if usual != match[0] else "用输入法重新打这个字。"
            yield written.problem(match.start(), said, mend + FROM_PDF)


def no_wide_letters_or_digits(scope: Scope) -> Iterator[Problem]:
    """字母和数字用半角。"""
    for value in scope.values:
        for match in WIDE.finditer(value.text):
            if any(found(value.text)):
                break  # said by no_private_numbers; such a number is to be deleted, not mended
            mended = unicodedata.normalize("NFKC", match[0])
            said = f"{value.label}里的“{match[0]}”是全角字母或数字。"
            yield value.problem(said, f"改成“{mended}”。", match[0])


def _named(char: str) -> str:
    return f"U+{ord(char):04X}"
