"""Rules about lessons and courses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.checks.page_calls import calls_in
from macros.checks.references import meant
from macros.library.lesson_text import Part, parts
from macros.models.training import MODES
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope, Written
    from macros.models.training import Lesson

FOLDER = "docs/training/"
ID = re.compile(rf"{FOLDER}([a-z0-9]+(?:-[a-z0-9]+)*)\.md")
LONGEST_TITLE, MOST_CHARACTERS, MOST_ITEMS = 24, 180, 9


class _Page(NamedTuple):
    id: str
    body: Written
    lesson: Lesson
    parts: list[Part]


def _lessons(scope: Scope) -> Iterator[_Page]:
    for page, body in zip(scope.library.pages, scope.bodies, strict=True):
        place = ID.fullmatch(page.path)
        if place and page.front and page.front.lesson:
            yield _Page(place[1], body, page.front.lesson, parts(page.body))


def _at(page: _Page, part: Part, said: str, hint: str) -> Problem:
    return Problem(page.body.path, page.body.first_line + part.line, 1, f"“{part.title}”：{said}", hint)


def lessons_stand_in_their_place(scope: Scope) -> Iterator[Problem]:
    """课时放在docs/training，文件名是课时编号；培训首页不是课时。"""
    for path, head in scope.heads.items():
        data = head.document.data
        if not (isinstance(data, dict) and "lesson" in data):
            continue
        if path == f"{FOLDER}index.md" or not ID.fullmatch(path):
            place = head.document.place(("lesson",))
            hint = f"移到{FOLDER}编号.md，编号用小写拼音和连字符。"
            yield Problem(path, *place, "抬头里写了课时（lesson），文件却不在课时的位置。", hint)


def parts_of_lessons_say_their_time(scope: Scope) -> Iterator[Problem]:
    """课时的每一小节都写锚点、用时（data-min）和形式（data-mode），各节用时相加等于全课用时。"""
    example = '照这样写：## 标题 { #anchor data-min=8 data-mode="讲授" }'
    for page in _lessons(scope):
        for part in page.parts:
            if part.minutes is None:
                yield _at(page, part, "没有写用时，或者用时不是大于零的整数。", example)
            if part.marks.get("data-mode") not in MODES:
                said = f"形式写的是“{part.marks.get('data-mode', '')}”，只能是{'、'.join(MODES)}。"
                yield _at(page, part, said, example)
        total = sum(part.minutes or 0 for part in page.parts)
        if total != page.lesson.minutes and all(part.minutes for part in page.parts):
            place = scope.heads[page.body.path].document.place(("lesson", "minutes"))
            said = f"「用时（分钟）（minutes）」写的是{page.lesson.minutes}，各小节相加是{total}。"
            yield Problem(page.body.path, *place, said, f"改成{total}，或者改各小节的data-min。")


def slides_can_be_read(scope: Scope) -> Iterator[Problem]:
    """一小节一张幻灯片：标题不超过24个字，全张不超过180字、9条，不能空着。"""
    for page in _lessons(scope):
        for part in page.parts:
            yield from (_at(page, part, said, hint) for said, hint in _faults_of_slide(part))


def _faults_of_slide(part: Part) -> Iterator[tuple[str, str]]:
    if len(part.title) > LONGEST_TITLE:
        yield f"标题有{len(part.title)}个字，最多{LONGEST_TITLE}个。", "缩短标题。"
    if part.length > MOST_CHARACTERS:
        yield (
            f"幻灯片上有{part.length}个字，最多{MOST_CHARACTERS}个。",
            "分成两小节，或者把一部分改成段落：段落进讲稿，不上幻灯片。",
        )
    if part.items > MOST_ITEMS:
        yield f"幻灯片上有{part.items}条，最多{MOST_ITEMS}条。", "分成两小节，或者合并几条。"
    if not part.shown and not part.calls:
        yield "幻灯片上什么也没有。", "写一个列表、一张表或一个提示框；段落只进讲稿。"


def lessons_are_exercised(scope: Scope) -> Iterator[Problem]:
    """每节课至少有一个练习，每个练习里都有参考答案；开头调用lesson_card。"""
    for page in _lessons(scope):
        calls = [(name, arguments) for _, name, arguments in calls_in(page.body.text)]
        if ("lesson_card", (page.id,)) not in [(name, tuple(arguments)) for name, arguments in calls]:
            hint = f'在第一个小节前面另起一段，写{{{{ lesson_card("{page.id}") }}}}。'
            yield page.body.problem(0, "没有调用lesson_card，学习目标和下载显示不出来。", hint)
        boxes = [box for part in page.parts for box in part.boxes]
        exercises, answers = boxes.count(("exercise",)), boxes.count(("exercise", "answer"))
        if not exercises:
            hint = '写一个“!!! exercise "练习：名称"”，里面缩进写题目和“??? answer "参考答案"”。'
            yield page.body.problem(0, "这节课没有练习。", hint)
        elif answers < exercises:
            said = f"有{exercises}个练习，只有{answers}个写了参考答案。"
            hint = '在练习里缩进四格，写“??? answer "参考答案"”，下一行再缩进四格写答案。'
            yield page.body.problem(0, said, hint)


def courses_hold_every_lesson_once(scope: Scope) -> Iterator[Problem]:
    """课程里写的课时都有页面，每节课时恰好属于一门课程。"""
    names = scope.known["lessons"]
    owners: dict[str, str] = {}
    for value in scope.of(["lessons"]):
        if value.file.kind != "courses":
            continue
        if value.text not in names:
            hint = meant(value.text, names) or f"写{FOLDER}里的文件名。"
            yield value.problem(f"{value.label}写的是“{value.text}”，没有这节课时。", hint)
        elif value.text in owners:
            said = f"{value.label}里的“{value.text}”在{owners[value.text]}里已经有了。"
            yield value.problem(said, "留下一处。")
        owners.setdefault(value.text, value.file.path)
    for key in names.keys() - owners.keys():
        yield Problem(
            f"{FOLDER}{key}.md", 1, 1, "这节课时不属于任何课程。", "把它写进data/courses里一门课程的lessons。"
        )


def role_paths_name_lessons_that_exist(scope: Scope) -> Iterator[Problem]:
    """自学清单里写的课时都有页面。"""
    names = scope.known["lessons"]
    for value in scope.of(["lesson"]):
        if value.file.kind == "role_paths" and value.text not in names:
            hint = meant(value.text, names) or f"写{FOLDER}里的文件名。"
            yield value.problem(f"{value.label}写的是“{value.text}”，没有这节课时。", hint)
