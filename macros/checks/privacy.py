"""Rules about what must never be published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.private_numbers import found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope
    from macros.problems import Problem

FIGURE_LINE = re.compile(r"\s*(?:- )?(?:value|before|after|count): ")
#: a text with none of these needs no look at its lines
SECRECY_WORDS = ("密", "内部")
SECRECY = re.compile(
    "(?:绝密|机密|秘密)\\s*[\u2605\u2606\\*]"
    "|^[ \\t>\\-]*(?:绝密|机密|秘密)[ \\t]*$"
    "|内部(?:资料|文件|材料)[，、\\s]*(?:请)?(?:注意保存|妥善保管|不得外传|严禁外传|请勿外传)"
    "|仅供内部(?:使用|参考|传阅)",
    re.MULTILINE,
)


def no_private_numbers(scope: Scope) -> Iterator[Problem]:
    """不写身份证号和手机号，注释里也不写。"""
    for written in scope.written:
        for name, start, _ in found(written.text):
            line_start = written.text.rfind("\n", 0, start) + 1
            if FIGURE_LINE.match(written.text[line_start:start]):
                continue  # a sum of money is a figure, nobody's telephone
            hint = "删掉号码；要留联系方式，写办公室的固定电话。已经提交过的，请告诉维护者。"
            yield written.problem(start, f"这里有一个{name}，不能公开。", hint)


def no_secrecy_marks(scope: Scope) -> Iterator[Problem]:
    """带密级标志或“内部资料”字样的内容不能放进来。"""
    for written in scope.written:
        if not any(word in written.text for word in SECRECY_WORDS):
            continue
        for match in SECRECY.finditer(written.text):
            said = f"这里有“{match[0].strip()}”字样，涉密和内部材料不能公开。"
            hint = "先请保密工作人员确认材料能不能公开；不能公开的，整条记录都不要放进来。"
            yield written.problem(match.start(), said, hint)
