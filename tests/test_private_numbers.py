"""Numbers that point at a person, and numbers that don't."""

import re

import pytest

from macros.private_numbers import found, masked

PRIVATE = [
    "13812345678", "138 1234 5678", "138-1234-5678", "+8613812345678", "+86 138 1234 5678", "86-13812345678",
    "１３８１２３４５６７８", "1 3 8 1 2 3 4 5 6 7 8", "电话：13812345678，转", "微信13812345678", "19912345678（张）",
    "11010519491231002X", "11010519491231002x", "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ",
]  # fmt: skip
NOT_PRIVATE = [
    "13812345678元", "13812345678 万元", "13812345678件", "138123456789", "12345678901", "2023-05-31", "0571-87654321",
    "110105194912310021", "110105194913310020", "https://a.cn/t13812345678.html", "3.13812345678", "010-12345678",
]  # fmt: skip


@pytest.mark.parametrize("text", PRIVATE)
def test_private_numbers_are_found_and_masked(text: str):
    """However an ID card or a mobile number is spaced, only its first digits are ever shown."""
    hidden = masked(text)

    assert [name for name, _, _ in found(text)] in (["手机号"], ["身份证号"])
    assert len(hidden) == len(text)
    assert len(re.findall(r"\d", hidden.removeprefix("+86"))) <= 5


@pytest.mark.parametrize("text", NOT_PRIVATE)
def test_other_numbers_are_left_alone(text: str):
    """Sums, dates, landlines, addresses and numbers with a wrong check mark are nobody's."""
    assert (list(found(text)), masked(text)) == ([], text)
