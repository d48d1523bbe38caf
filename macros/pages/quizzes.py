"""Quizzes: a page each, and the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.pages.markdown import call, page, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library

INDEX = "training/quizzes/index.md"
ABOUT = "做一遍，看自己记住了多少。每道题都写明考的是哪份材料的哪一处，答完可以跳到那一页去学。"
HOW = (
    "答案和做到哪里只记在这台机器的浏览器里，不上传。打印出来是没有答过的试卷，参考答案在另一页；"
    "不用脚本时，答案在页尾的“参考答案与解释”里。"
)


def quiz_pages(library: Library) -> Iterator[tuple[str, str]]:
    """(address, Markdown) of the index and of every quiz."""
    yield INDEX, page("测验", ABOUT, [ABOUT, HOW, call("quiz_index")])
    for quiz in library.quizzes.values():
        blocks = [paragraph(quiz.summary), call("quiz", quiz.id)]
        yield f"training/quizzes/{quiz.id}.md", page(f"{quiz.title}（测验）", quiz.summary, blocks)
