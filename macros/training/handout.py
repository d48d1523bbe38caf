"""The learner's edition of a lesson as Word: what it teaches and the tasks with room to write; no answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.office.blocks import Callout, Heading, Items, inside
from macros.office.page_paper import write_blocks
from macros.office.word import Paper, blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.office.blocks import Block
    from macros.training.lesson import Lesson

TRAINERS_ONLY = frozenset({"teacher", "answer"})
LINES = 6
ROOM = 8


class HiddenAnswerError(ValueError):
    """An answer stands where it cannot be taken out, so the sheet isn't made."""


def without_answers(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks without what only the trainer may see, at any depth."""
    for block in blocks:
        if isinstance(block, Callout):
            if block.kind not in TRAINERS_ONLY:
                yield replace(block, blocks=tuple(without_answers(block.blocks)))
        elif isinstance(block, Items):
            yield replace(block, items=tuple(tuple(without_answers(item)) for item in block.items))
        elif any(_is_trainers(part) for group in inside(block) for part in group):
            raise HiddenAnswerError("表格里有只给讲师看的内容，拿不出来，学员讲义没有生成。")
        else:
            yield block


def _is_trainers(block: Block) -> bool:
    return isinstance(block, Callout) and block.kind in TRAINERS_ONLY


def handout(lesson: Lesson) -> bytes:
    """The .docx for learners."""
    paper = Paper("sheet", title=lesson.title, under=f"{lesson.course}　学员讲义".strip())
    paper.paragraph(("姓名：", blank(ROOM), "　单位：", blank(ROOM), "　日期：", blank(ROOM)), indent=False)
    for block in without_answers(lesson.blocks):
        if isinstance(block, Heading) and block.level == 1:
            continue
        write_blocks(paper, [block])
        if isinstance(block, Callout) and block.kind == "exercise":
            paper.lines(LINES)
    paper.paragraph("练习和提示是编者编的，属编者建议；步骤、角色和案例出自方法库和案例库。", indent=False)
    return paper.bytes()
