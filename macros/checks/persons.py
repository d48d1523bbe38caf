"""No person's name: offices only. The known names are kept as digests, never in clear."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope
    from macros.problems import Problem

SALT = "协商有方"
KNOWN = frozenset(
    {
        "018baf8375ff59bf798d",
        "0311bd79c596915d6327",
        "0d4426404bad7bacc379",
        "1c405d18cf7294bc5472",
        "5848ccb8519f4c8f861a",
        "71bd59a88d7e9153f60d",
        "74f1ee99ebf89d72deb9",
        "769ab5fd70352dbc1b19",
        "7c7949c397de74ac346c",
        "968940c1084cd3b7ba38",
        "9a74790a8951693b53c2",
        "a3eb4fa2b6e023aec32b",
        "b48a4913bb444bd333c8",
        "be0a48bf6b58f335930f",
        "e0c2b75e64230366edc4",
        "ec3f736ad4691e3124e1",
        "ff381d8c32b8947a8700",
    }
)
#: The surnames of those names: only what begins with one needs a digest.
NAME = re.compile("(?=([习俞孙张朱李杨潘葛袁贺郑郭陶鲍][\u4e00-\u9fff]{1,2}))")
LENGTHS = (2, 3)


def _is_known(name: str) -> bool:
    return hashlib.sha256(f"{SALT}{name}".encode()).hexdigest()[:20] in KNOWN


def no_known_persons(scope: Scope) -> Iterator[Problem]:
    """不写人名，只写机关和职务。"""
    for written in scope.written:
        for match in NAME.finditer(written.text):
            if any(_is_known(match[1][:length]) for length in LENGTHS):
                hint = "改成机关和职务，例如“市政协主席”；文件全称里的，用材料里隐去的写法。"
                yield written.problem(match.start(), "这里有材料中出现过的人名，不能写进来。", hint)
