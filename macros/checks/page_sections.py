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

#: (heading as written, macros that always stand in the section)
SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("## 何时用，何时不用 { #when }", ("when_to_use",)),
    ("## 怎么做 { #steps }", ()),
    ("### 谁做什么 { #roles }", ("roles",)),
    ("### 走样与对策 { #slips }", ("slips",)),
    ("## 交付物与表单 { #outputs }", ("outputs",)),
    ("## 各地变体 { #variants }", ("variants",)),
    ("## 案例 { #cases }", ("case_table",)),
    ("## 转化与反馈 { #uptake }", ("uptake", "measures")),
    ("## 培训 { #training }", ("training",)),
    ("## 容易混淆 { #confusables }", ("confusables", "related")),
    ("## 原文没有交代 { #gaps }", ("gaps",)),
    ("## 依据与出处 { #sources }", ("sources",)),
)
ALWAYS = ("method_card", *(macro for _, macros in SECTIONS for macro in macros))
WHEN_THERE = ("steps", "parts", "documents", "facts")  # required when the record has something to show
ANCHOR = re.compile(r"^(#{2,3}) .*?\{\s*#([\w-]+)\s*\}[ \t]*$", re.MULTILINE)

#: field -> how many a core method needs before its page is complete
WANTED = {"when": 2, "when_not": 2, "slips": 3, "uptake": 2, "measures": 2, "gaps": 1, "levels": 1}
WANTED_TEXTS = ("one_liner", "problem", "training")


def _method_pages(scope: Scope) -> Iterator[tuple[Written, Method]]:
    methods = scope.library.methods
    for page, body in zip(scope.library.pages, scope.bodies, strict=True):
        if page.front and page.front.method in methods:
            yield body, methods[page.front.method]


def method_pages_have_every_section(scope: Scope) -> Iterator[Problem]:
    """方法页的各节一个不少，标题和锚点按固定写法。"""
    for body, _ in _method_pages(scope):
        lines = [line.rstrip() for line in body.text.split("\n")]
        for heading, _ in SECTIONS:
            if heading not in lines:
                said = f"方法页缺少“{heading}”这一节，或者标题的写法不同。"
                yield body.problem(0, said, f"加上这一行，和别的方法页一样：{heading}")


def sections_keep_their_order(scope: Scope) -> Iterator[Problem]:
    """方法页各节的先后固定。"""
    order = [heading for heading, _ in SECTIONS]
    for body, _ in _method_pages(scope):
        last = -1
        for match in ANCHOR.finditer(body.text):
            heading = match[0].rstrip()
            if heading not in order:
                continue
            if order.index(heading) < last:
                hint = f"移到“{order[last]}”前面。"
                yield body.problem(match.start(), f"“{heading}”这一节的位置不对。", hint)
            last = max(last, order.index(heading))


def method_pages_show_everything(scope: Scope) -> Iterator[Problem]:
    """方法页要调用每一节的内容，资料里有的不能漏。"""
    for body, method in _method_pages(scope):
        called = {name for _, name, _ in calls_in(body.text)}
        wanted = [*ALWAYS, *(name for name in WHEN_THERE if getattr(method, name))]
        for name in wanted:
            if name not in called:
                hint = f'另起一段，写{{{{ {name}("{method.id}") }}}}。'
                yield body.problem(0, f"这一页没有调用{name}，资料里的这部分内容显示不出来。", hint)


def methods_have_what_their_type_needs(scope: Scope) -> Iterator[Problem]:
    """有专页的方法：性质是“方法”的要有步骤（steps），其他性质的要有组成（parts）或步骤。"""
    for _, method in _method_pages(scope):
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
    for _, method in _method_pages(scope):
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
            said = f"核心方法“{method.name}”还缺：{'、'.join(lacking)}。"
            yield Problem(file.path, 1, 1, said, "补上这些字段；编者写的标basis: editor。", "warning")
