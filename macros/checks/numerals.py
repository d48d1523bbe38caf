"""Numbers, dates, brackets and spaces in a text (GB/T 15835-2011, GB/T 15834-2011)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.checks.words import is_as_printed
from macros.private_numbers import found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope
    from macros.checks.values import Value
    from macros.problems import Problem

HAN = "\u4e00-\u9fff"
DATE = re.compile(r"(?<![\d.])((?:19|20)\d\d)[./]([01]?\d)[./]([0-3]?\d)(?![\d.])")
RANGE = re.compile(rf"(?<![\d.\-])(\d+)[-~\uff5e](\d+)(?=[{HAN}%])")
DIGITS = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"
WRONG_ZERO = "0\u25cbOo\u96f6"
ZERO = re.compile(
    f"[\u4e00\u4e8c](?=[{DIGITS}\u3007]*[{WRONG_ZERO}])[{WRONG_ZERO}{DIGITS}\u3007]{{3}}(?=\u5e74)"
)
GAP = re.compile(rf"(?<=[{HAN}]) +(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) +(?=[{HAN}])")
PAIRS = {"\u300a": "\u300b", "\uff08": "\uff09", "\u201c": "\u201d", "\u300c": "\u300d"}
#: what a text must hold to be worth a rule's own, slower pattern
DATE_MARK, RANGE_MARK = re.compile("[./]"), re.compile("[-~\uff5e]")
YEAR_MARK, GAP_MARK = re.compile("\u5e74"), re.compile(" ")
PAIR_MARK = re.compile(f"[{''.join([*PAIRS, *PAIRS.values()])}]")
#: not sentences: addresses, ids, words to be looked for
NOT_OURS = frozenset({"url", "id", "address", "moved_to", "date", "start", "end", "find", "unless"})


def dates_in_text_are_written_out(scope: Scope) -> Iterator[Problem]:
    """文字里的日期写成“2023年7月31日”，不写2023.7.31。"""
    for value in _ours(scope, DATE_MARK):
        for match in DATE.finditer(value.text):
            year, month, day = match.groups()
            usual = f"{year}年{int(month)}月{int(day)}日"
            yield value.problem(f"{value.label}里的日期“{match[0]}”。", f"写成“{usual}”。", match[0])


def ranges_are_written_with_a_word(scope: Scope) -> Iterator[Problem]:
    """文字里的数字范围写成“3至5天”，不写3-5天。"""
    for value in _ours(scope, RANGE_MARK):
        for match in RANGE.finditer(value.text):
            said = f"{value.label}里的范围“{match[0]}”。"
            yield value.problem(said, f"写成“{match[1]}至{match[2]}”。", match[0])


def zeros_of_years_are_those_of_the_standard(scope: Scope) -> Iterator[Problem]:
    """汉字年份里的零写“〇”，例如二〇二三年。"""
    for value in _ours(scope, YEAR_MARK):
        for match in ZERO.finditer(value.text):
            said = f"{value.label}里的年份“{match[0]}年”，零的写法不对。"
            yield value.problem(said, "零写成“〇”，或者整个写成阿拉伯数字。", match[0])


def no_space_between_han_and_letters(scope: Scope) -> Iterator[Problem]:
    """汉字和字母、数字之间不加空格，间距由网站排。"""
    for value in _ours(scope, GAP_MARK):
        if "://" in value.text or any(found(value.text)):
            continue  # said by other rules: an address and a private number are to be deleted, not mended
        for match in GAP.finditer(value.text):
            around = value.text[max(0, match.start() - 2) : match.end() + 2]
            yield value.problem(f"{value.label}里“{around}”中间有空格。", "删掉空格。", around)


def brackets_and_quotes_are_paired(scope: Scope) -> Iterator[Problem]:
    """书名号、括号、引号成对。"""
    for value in _ours(scope, PAIR_MARK):
        for opening, closing in PAIRS.items():
            if value.text.count(opening) != value.text.count(closing):
                said = f"{value.label}里的“{opening}”和“{closing}”不成对。"
                yield value.problem(said, "补上缺的一半，或者删掉多的一半。")


def is_ours(kind: str, key: str) -> bool:
    """Whether a field of such a record holds a sentence of ours, to be written our way."""
    return key not in NOT_OURS and not is_as_printed(kind, key)


def _ours(scope: Scope, mark: re.Pattern[str]) -> Iterator[Value]:
    """The sentences of ours that hold a mark."""
    marked = (value for value in scope.values if mark.search(value.text))
    return (value for value in marked if value.is_text and is_ours(value.file.kind, value.key))
