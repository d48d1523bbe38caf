"""Everything that is made of a lesson, and where it lies in the site."""

from __future__ import annotations

import hashlib
from functools import cache, partial
from typing import TYPE_CHECKING

from macros.office.same_bytes import pressed, zipped
from macros.products import Group, Product
from macros.training.deck import deck_html
from macros.training.editions import learners_html, trainers_html
from macros.training.handout import handout
from macros.training.lesson import course_of, lesson_of
from macros.training.reveal_files import reveal_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library
    from macros.office.same_bytes import Pressed
    from macros.products import Read
    from macros.training.lesson import Lesson

SHARED = "files/decks/reveal/"


def lesson_products(library: Library, read: Read) -> Iterator[Product]:
    """What all decks share, then each lesson's deck, presentation, editions, and all of it in one zip."""
    if library.lessons:
        for name, data in reveal_files().items():
            digest = hashlib.sha256(data).hexdigest()
            yield Product(f"{SHARED}{name}", digest, partial(bytes, data), Group.DECKS)
    for key in library.lessons:
        yield from _of_lesson(library, key, read(f"training/{key}/index.html"))


@cache
def _reveal_pressed() -> dict[str, Pressed]:
    """The same, compressed once for the zips of all lessons."""
    return {name: pressed(data) for name, data in reveal_files().items()}


def _of_lesson(library: Library, key: str, html: str) -> Iterator[Product]:
    page = library.lessons[key]
    # The head and the course stand on the built page, too, but the course's slide rests on the records.
    from_ = f"{html}\0{page.lesson!r}\0{course_of(library, key)}"
    decks, sheets, title = Group.DECKS, Group.SHEETS, page.title

    @cache
    def lesson() -> Lesson:
        return lesson_of(library, key, html)

    @cache
    def deck() -> bytes:
        return deck_html(lesson()).encode()

    @cache
    def slides() -> bytes:
        from macros.office.powerpoint import powerpoint  # noqa: PLC0415 (its packages are for decks alone)

        return powerpoint(lesson().slides, title)

    @cache
    def word() -> bytes:
        return handout(lesson())

    def whole() -> bytes:
        files = {f"{key}/index.html": deck(), f"{key}.pptx": slides(), f"{key}-xueyuan.docx": word()}
        return zipped(files | {f"reveal/{name}": data for name, data in _reveal_pressed().items()})

    folder = f"training/{key}/"
    yield Product(
        f"files/decks/{key}/index.html", from_, deck, decks, f"{title}（放映）", "联机或断网都能放，按S看讲稿"
    )
    yield Product(
        f"files/decks/{key}.pptx", from_, slides, decks, f"{title}（PowerPoint）", "用WPS或PowerPoint改"
    )
    yield Product(
        f"files/decks/{key}.zip",
        from_ + "".join(hashlib.sha256(data).hexdigest() for data in reveal_files().values()),
        whole,
        decks,
        f"{title}（整套）",
        "放映、PowerPoint和学员讲义，装进U盘就能上课",
    )
    yield Product(
        f"{folder}learner.html",
        from_,
        lambda: learners_html(lesson(), html).encode(),
        sheets,
        f"{title}（学员版）",
        "不含答案，可以打印",
    )
    yield Product(
        f"{folder}trainer.html",
        from_,
        lambda: trainers_html(lesson(), html).encode(),
        sheets,
        f"{title}（讲师版）",
        "带时间、讲法和答案",
    )
    yield Product(
        f"files/handouts/{key}.docx", from_, word, sheets, f"{title}（学员讲义）", "Word格式，不含答案"
    )
