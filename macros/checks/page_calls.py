"""The allow-list of macro calls: a page may say `{{ name(constants) }}` and nothing else of Jinja.

A sandbox is not enough: through the configuration a page reaches a second, unguarded environment.
So the parsed tree is walked, and whatever isn't on the list is refused.
"""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Macros, Scope

ALLOWED = '页面里只能这样调用：{{ 名称("编号") }}，名称是网站提供的，括号里只有文字和数字。'
SNIPPET = "--8<--"
#: a call as nearly all are written; a text that holds no other mark of Jinja needs no parser, which is ten times slower
PLAIN_CALL = re.compile(r'(?<!\{)\{\{ (\w+)\((?:"[^"\\{}%#]*"(?:, (?="))?)*\) \}\}')
MARKS = re.compile(r"\{[{%#]")
PARSER = Environment(autoescape=True)


@lru_cache(maxsize=1024)
def _parsed(text: str) -> nodes.Template:
    """The parsed page; several rules look at it."""
    return PARSER.parse(text)


def pages_only_call_macros(scope: Scope) -> Iterator[Problem]:
    """页面里的花括号只能写“{{ 名称("编号") }}”，不能写别的模板代码。"""
    for body in scope.bodies:
        yield from faults_in_calls(body.text, body.path, body.first_line, scope.macros)


def faults_in_calls(text: str, path: str, first_line: int, macros: Macros) -> Iterator[Problem]:
    """Every piece of Jinja in a page that isn't an allowed call, at its line."""
    lines = text.split("\n")
    for number, message, hint in _faults(text, lines, macros):
        line = lines[number - 1] if number <= len(lines) else ""
        column = max(line.find("{"), line.find(SNIPPET), 0) + 1
        yield Problem(path, number + first_line - 1, column, message, hint)


def _faults(text: str, lines: list[str], macros: Macros) -> Iterator[tuple[int, str, str]]:
    for number, line in enumerate(lines, 1):
        if SNIPPET in line:
            yield number, f"页面里不能用“{SNIPPET}”引入别的文件。", "把要写的内容直接写在页面里。"
    if not MARKS.search(
        PLAIN_CALL.sub(lambda call: "" if _is_plainly_right(call, macros) else call[0], text)
    ):
        return
    try:
        tree = _parsed(text)
    except TemplateSyntaxError as error:
        yield error.lineno, "花括号没有配对，或者里面的写法读不懂。", ALLOWED
        return
    except RecursionError:
        yield 1, "花括号里套得太深。", ALLOWED
        return
    for node in tree.body:
        pieces = node.nodes if isinstance(node, nodes.Output) else [node]
        for piece in pieces:
            if not isinstance(piece, nodes.TemplateData):
                yield from _faults_in_piece(piece, macros)


def _is_plainly_right(call: re.Match[str], macros: Macros) -> bool:
    return call[0].count('"') // 2 in macros.get(call[1], ())


def _faults_in_piece(piece: nodes.Node, macros: Macros) -> Iterator[tuple[int, str, str]]:
    if not isinstance(piece, nodes.Call) or not isinstance(piece.node, nodes.Name):
        yield piece.lineno or 1, "这里的模板代码不能用。", ALLOWED
    elif piece.node.name not in macros:
        close = difflib.get_close_matches(piece.node.name, sorted(macros), n=1)
        guess = f"是不是想写“{close[0]}”？" if close else ALLOWED
        yield piece.lineno, f"没有“{piece.node.name}”这个调用。", guess
    elif not _only_constants(piece):
        yield piece.lineno, f"“{piece.node.name}”的括号里只能写文字和数字。", ALLOWED
    elif len(piece.args) not in macros[piece.node.name]:
        wanted = "或".join(map(str, macros[piece.node.name]))
        said = f"“{piece.node.name}”的括号里写了{len(piece.args)}项。"
        yield piece.lineno, said, f"它要{wanted}项，各自括在引号里，用英文逗号隔开。"


def _only_constants(call: nodes.Call) -> bool:
    """Text and numbers, in order: neither lists nor names, stars or true and false."""
    stars = call.dyn_args is not None or call.dyn_kwargs is not None
    return not (stars or call.kwargs) and all(map(_is_constant, call.args))


def _is_constant(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Const) and type(node.value) in {str, int, float}


def calls_in(text: str) -> list[tuple[int, str, tuple[object, ...]]]:
    """(line, name, constant arguments) of every allowed-looking call; nothing when the page cannot be parsed."""
    try:
        tree = _parsed(text)
    except (TemplateSyntaxError, RecursionError):
        return []
    return [
        (call.lineno, call.node.name, tuple(arg.value for arg in call.args if isinstance(arg, nodes.Const)))
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name)
    ]
