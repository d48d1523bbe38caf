"""Rules about the fixed order of a method page (see docs/contribute)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.checks.page_calls import calls_in
from macros.models.method import MethodType, Rank
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope, Written
    from macros.models import Method

#: heading as written -> macros that stand in the section; those with a star only when the record has something to show
#: (nothing stands for what comes before the first heading)
SECTIONS: dict[str, tuple[str, ...]] = {
    "": ("method_card",),
    "## 何时用，何时不用 { #when }": ("when_to_use",),
    "## 怎么做 { #steps }": ("steps*", "parts*"),
    "### 谁做什么 { #roles }": ("roles",),
    "### 走样与对策 { #slips }": ("slips",),
    "## 交付物与表单 { #outputs }": ("outputs", "documents*"),
    "## 各地变体 { #variants }": ("variants",),
    "## 案例 { #cases }": ("case_table", "reports*"),
    "## 转化与反馈 { #uptake }": ("uptake", "measures"),
    "## 培训 { #training }": ("training",),
    "## 容易混淆 { #confusables }": ("confusables", "related"),
    "## 原文没有交代 { #gaps }": ("gaps",),
    "## 依据与出处 { #sources }": ("facts*", "sources"),
}
ANCHOR = re.compile(r"^#{2,3} .*?\{\s*#[\w-]+\s*\}[ \t]*$", re.MULTILINE)

#: field -> how many a core method needs before its page is complete
WANTED = {"when": 2, "when_not": 2, "slips": 3, "uptake": 2, "measures": 2, "gaps": 1, "levels": 1}
WANTED_TEXTS = ("one_liner", "problem", "training")


def _headings(body: Written) -> dict[str, int]:
    """Every heading with an anchor, and where it begins."""
    return {"": 0} | {match[0].rstrip(): match.start() for match in ANCHOR.finditer(body.text)}


def method_pages_have_every_section(scope: Scope) -> Iterator[Problem]:
    """方法页的各节一个不少，标题和锚点按固定写法。"""
    for body, _ in scope.method_pages():
        there = _headings(body)
        missing = [heading for heading in SECTIONS if heading not in there]
        if missing:
            said = f"方法页少了{len(missing)}节，或者标题的写法不同。"
            yield body.problem(0, said, f"照别的方法页补上：{'；'.join(missing)}。")


def sections_keep_their_order(scope: Scope) -> Iterator[Problem]:
    """方法页各节的先后固定。"""
    order = list(SECTIONS)
    for body, _ in scope.method_pages():
        last = -1
        for heading, start in _headings(body).items():
            rank = order.index(heading) if heading in order else last
            if rank < last:
                yield body.problem(start, f"“{heading}”这一节的位置不对。", f"移到“{order[last]}”前面。")
            last = max(last, rank)


def method_pages_show_everything(scope: Scope) -> Iterator[Problem]:
    """方法页要调用每一节的内容，资料里有的不能漏。"""
    for body, method in scope.method_pages():
        called = {name for _, name, _ in calls_in(body.text)}
        for heading, start in _headings(body).items():
            wanted = {macro.rstrip("*"): macro.endswith("*") for macro in SECTIONS.get(heading, ())}
            for name, only_when_there in wanted.items():
                if name not in called and not (only_when_there and not _is_there(scope, method, name)):
                    said = f"这里没有调用{name}，资料里的这部分内容显示不出来。"
                    yield body.problem(start, said, f'另起一段，写{{{{ {name}("{method.id}") }}}}。')


def _is_there(scope: Scope, method: Method, name: str) -> bool:
    """Whether the macro would have something to show; reports are records of their own."""
    return bool(scope.library.reports_of(method.id) if name == "reports" else getattr(method, name))


def methods_have_what_their_type_needs(scope: Scope) -> Iterator[Problem]:
    """有专页的方法：性质是“方法”的要有步骤（steps），其他性质的要有组成（parts）或步骤。"""
    for _, method in scope.method_pages():
        is_procedure = method.type is MethodType.PROCEDURE
        if method.steps or (method.parts and not is_procedure):
            continue
        file = scope.library.shelves["methods"][method.id].file
        missing = "「步骤（steps）」" if is_procedure else "「组成（parts）」"
        said = f"性质是{method.type.label}，却没有{missing}。"
        hint = f"补上{missing}；材料没有写的，由编者补的要标basis: editor。"
        yield Problem(file.path, *file.document.place(("type",)), said, hint)


def core_methods_are_complete(scope: Scope) -> Iterator[Problem]:
    """（提醒）核心方法的专页，适用情形、走样、转化、衡量、培训等都要写够。"""
    for _, method in scope.method_pages():
        if method.rank is not Rank.CORE:
            continue
        lacking = [
            f"{method.label_of(name)}（{name}）至少{number}条"
            for name, number in WANTED.items()
            if len(getattr(method, name)) < number
        ]
        lacking += [
            f"{method.label_of(name)}（{name}）" for name in WANTED_TEXTS if not getattr(method, name)
        ]
        if lacking:
            file = scope.library.shelves["methods"][method.id].file
            said = f"核心方法「{method.name}」还缺：{'、'.join(lacking)}。"
            yield Problem(file.path, 1, 1, said, "补上这些字段；编者写的标basis: editor。", "warning")
