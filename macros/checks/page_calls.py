"""Pages may call our macros with constants, and nothing else of Jinja.

A sandbox isn't enough: through the engine's own objects a template reaches unsandboxed code. So the parsed
tree is held against an allow-list, both by `check` and again right before a page is rendered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Call,
    nodes.Name,
    nodes.Const,
    nodes.Keyword,
)
HINT = '花括号里只能写宏的名字和括在引号里的编号，例如：{{ steps("liushi") }}。'
_PARSER = Environment(autoescape=True)


def faults_in_calls(text: str, path: str, first_line: int, names: frozenset[str]) -> Iterator[Problem]:
    """What a page's body holds of Jinja that is not a macro call with constants; `names` are the macros."""
    try:
        tree = _PARSER.parse(text)
    except TemplateSyntaxError as error:
        line = first_line + error.lineno - 1
        yield Problem(path, line, 1, "花括号没有写对，读不懂。", f"{HINT}要写花括号本身，请改用文字描述。")
        return
    for node in _all(tree):
        line = first_line + (node.lineno or 1) - 1
        said = _fault(node, names)
        if said:
            yield Problem(path, line, 1, said, HINT)


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def _fault(node: nodes.Node, names: frozenset[str]) -> str:
    if not isinstance(node, ALLOWED):
        return f"这里用了不允许的模板写法（{type(node).__name__}）。"
    if isinstance(node, nodes.Output):
        bare = [part for part in node.nodes if not isinstance(part, nodes.TemplateData | nodes.Call)]
        return "花括号里不是宏调用。" if bare else ""
    if isinstance(node, nodes.Call) and not (isinstance(node.node, nodes.Name) and node.node.name in names):
        called = node.node.name if isinstance(node.node, nodes.Name) else "……"
        return f"没有“{called}”这个宏。"
    if isinstance(node, nodes.Call) and (node.dyn_args or node.dyn_kwargs):
        return "宏的参数只能是常量。"
    if isinstance(node, nodes.Name) and node.name not in names:
        return f"没有“{node.name}”这个宏。"
    return ""
