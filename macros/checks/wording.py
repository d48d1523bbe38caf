"""Rules about the words in a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.checks.values import HEAD
from macros.models.unwanted import TAG, TEMPLATE, UNFINISHED, WEB_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope
    from macros.checks.values import Value
    from macros.problems import Problem


def no_html_in_values(scope: Scope) -> Iterator[Problem]:
    """资料里只写文字，不写HTML标签。"""
    for value in _of_records(scope):
        match = TAG.search(value.text)
        if match:
            said = f"{value.label}里有HTML代码“{match[0]}”。"
            yield value.problem(said, "删掉尖括号和里面的代码，只留文字；样式由网站统一排。", match[0])


def no_template_code_in_values(scope: Scope) -> Iterator[Problem]:
    """资料里不写“{{”“{%”这样的模板代码。"""
    for value in _of_records(scope):
        match = TEMPLATE.search(value.text)
        if match:
            said = f"{value.label}里有模板代码的花括号“{match[0]}”。"
            yield value.problem(said, "删掉花括号，直接写内容。", match[0])


def _of_records(scope: Scope) -> list[Value]:
    """The values of records; the heads of pages allow no brackets at all, their model says so."""
    return [value for value in scope.values if value.file.kind != HEAD]


def no_address_outside_url(scope: Scope) -> Iterator[Problem]:
    """网址只写在来源的“网址”（url）里，别处写来源编号。"""
    for value in scope.values:
        match = WEB_ADDRESS.search(value.text) if value.key != "url" else None
        if match:
            said = f"{value.label}里写了网址。"
            hint = "把网页建成data/sources里的一条来源，这里改写来源编号；转载页只引用、不链接。"
            yield value.problem(said, hint, match[0])


def nothing_is_left_unfinished(scope: Scope) -> Iterator[Problem]:
    """不留“待补充、暂无、某某”这样的占位词。"""
    for value in scope.values:
        match = UNFINISHED.search(value.text)
        if match:
            said = f"{value.label}里有占位的“{match[0]}”。"
            hint = "写上真实内容；材料没有说的，把这一行删掉，网站会自动标明“原文没有交代”。"
            yield value.problem(said, hint, match[0])
