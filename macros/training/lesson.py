"""A lesson out of its built page: the slides with their notes, the exercises, the answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.office.blocks import EDITORS_BADGE, Callout, Heading, Items, Paragraph, Run, own_text
from macros.office.page_blocks import blocks_of
from macros.office.slides import Slide, spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.library import Library
    from macros.models import Lesson as Head
    from macros.office.blocks import Block, Blocks

PART = 2
#: kinds of boxes that only the trainer sees
TRAINERS = frozenset({"teacher", "hint"})


@dataclass(frozen=True)
class Lesson:
    """What all editions of a lesson are made of."""

    key: str
    title: str
    description: str
    course: str
    head: Head
    blocks: Blocks
    slides: tuple[Slide, ...]


@dataclass
class _Sorted:
    """A part's blocks by where they go."""

    shown: list[Block]
    notes: list[Block]
    answers: list[Callout]


def course_of(library: Library, key: str) -> str:
    """The names of the courses that a lesson belongs to."""
    return "、".join(course.name for course in library.courses.values() if key in course.lessons)


def lesson_of(library: Library, key: str, html: str) -> Lesson:
    """The lesson `key` from its built page. Raises KeyError for a key that is no lesson."""
    page = library.lessons[key]
    if page.lesson is None:
        raise KeyError(key)
    blocks = blocks_of(html, f"training/{key}/index.html")
    course = course_of(library, key)
    under = "，".join([part for part in (course, f"{page.lesson.minutes}分钟") if part])
    slides = tuple(_slides(blocks, page.title, under, page.lesson))
    return Lesson(key, page.title, page.description, course, page.lesson, blocks, slides)


def _slides(blocks: Blocks, title: str, under: str, head: Head) -> Iterator[Slide]:
    intro, *parts = _sections(blocks)
    yield Slide("title", title, notes=tuple(_sort(intro[1]).notes), under=under)
    yield from spread(Slide("aims", "这节课", _aims(head)))
    for heading, inside in parts:
        yield from _part(heading, inside)


def _sections(blocks: Blocks) -> list[tuple[Heading, list[Block]]]:
    """(heading, what stands under it); the first is what stands before the first part."""
    found: list[tuple[Heading, list[Block]]] = [(Heading(1, ()), [])]
    for block in blocks:
        if isinstance(block, Heading) and block.level == PART:
            found.append((block, []))
        elif not (isinstance(block, Heading) and block.level < PART):
            found[-1][1].append(block)
    return found


def _label(text: str) -> Paragraph:
    return Paragraph((Run(text, bold=True), EDITORS_BADGE), "label")


def _list(texts: Sequence[str], *, ordered: bool) -> Items:
    return Items(ordered=ordered, items=tuple((Paragraph((Run(text),)),) for text in texts))


def _aims(head: Head) -> Blocks:
    return (
        _label("学完能做到"),
        _list(head.objectives, ordered=True),
        _label("先想一想"),
        _list(head.questions, ordered=False),
    )


def _part(heading: Heading, inside: Sequence[Block]) -> Iterator[Slide]:
    """The slides of a part: its own, then one for each answer."""
    sorted_ = _sort(inside)
    seconds = (heading.minutes or 0) * 60
    title, notes = own_text(heading), tuple(sorted_.notes)
    yield from spread(
        Slide("part", title, tuple(sorted_.shown), notes, seconds, f"{heading.mode} {heading.minutes}分钟")
    )
    for answer in sorted_.answers:
        framed = replace(answer, title="")
        notes = (Paragraph((Run(f"“{title}”的参考答案，学员做完再放。"),)),)
        yield from spread(Slide("answer", answer.title or "参考答案", (framed,), notes, mode=heading.mode))


def _sort(blocks: Sequence[Block], *, prose_is_shown: bool = False) -> _Sorted:
    """Lists, tables and boxes are shown, prose is spoken; an exercise's prose is its task, which is shown."""
    found = _Sorted([], [], [])
    for block in blocks:
        if isinstance(block, Callout) and block.kind in BOXES:
            BOXES[block.kind](block, found)
        elif isinstance(block, Paragraph) and not block.kind and not prose_is_shown:
            found.notes.append(block)
        elif isinstance(block, Heading):
            found.shown.append(Paragraph(block.runs, "label"))
        else:
            found.shown.append(block)
    return found


def _to_notes(box: Callout, found: _Sorted) -> None:
    found.notes.append(box)


def _to_answers(box: Callout, found: _Sorted) -> None:
    found.answers.append(box)


def _exercise(box: Callout, found: _Sorted) -> None:
    """The task on the slide, hints to the notes, the answer to its own slide."""
    inner = _sort(box.blocks, prose_is_shown=True)
    found.shown.append(replace(box, blocks=tuple(inner.shown)))
    found.notes += inner.notes
    found.answers += inner.answers


def _nowhere(_box: Callout, _found: _Sorted) -> None:
    """The card's content has a slide of its own; nobody cites a slide."""


BOXES = {
    **dict.fromkeys(TRAINERS, _to_notes),
    "answer": _to_answers,
    "exercise": _exercise,
    "lesson": _nowhere,
    "xy-citing": _nowhere,
}
