"""What the records know of a page: its kind, its other names, whose texts it rests on, when it was last looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.library import Library
    from macros.models import Case, Method


@dataclass(frozen=True)
class PageFacts:
    """`date` is "2026-11" or a whole day, "" when no record tells one; a build's own day never stands here.

    `is_cited`: the page is a work of its own, a method, a case or a lesson.
    """

    kind: str
    keywords: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    date: str = ""
    steps: tuple[str, ...] = ()
    moved_to: str = ""
    is_gone: bool = False
    is_cited: bool = False


#: first part of an address -> (section of the site, kind of its pages); the front page has ""
SECTIONS = {
    "": ("首页", "首页"),
    "about": ("关于", "说明"),
    "cases": ("案例库", "案例"),
    "choose": ("方法库", "工具"),
    "compare": ("术语与辨析", "比较"),
    "contribute": ("参与编写", "说明"),
    "documents": ("制度与文件", "制度"),
    "forms": ("工具箱", "表单"),
    "glossary": ("术语与辨析", "术语"),
    "methods": ("方法库", "方法"),
    "processes": ("流程总览", "流程"),
    "start": ("快速上手", "说明"),
    "tools": ("工具箱", "工具"),
    "training": ("培训", "培训"),
}


def section_of(address: str) -> str:
    """The name of the section that an address belongs to."""
    return SECTIONS.get(address.partition("/")[0], SECTIONS[""])[0]


def page_facts(library: Library, address: str) -> PageFacts:
    """What is known of the page at an address ("methods/liushi/"); every page has at least a kind."""
    for record in library.retired.values():
        if record.address == address:
            return PageFacts("说明", date=record.date, moved_to=record.moved_to or "", is_gone=True)
    section, _, key = address.strip("/").partition("/")
    if section == "methods" and key in library.methods:
        return _of_method(library, library.methods[key])
    if section == "cases" and key in library.cases:
        return _of_case(library, library.cases[key])
    is_lesson = section == "training" and key in library.lessons
    return PageFacts(SECTIONS.get(section, SECTIONS[""])[1], is_cited=is_lesson)


def _of_method(library: Library, method: Method) -> PageFacts:
    return PageFacts(
        "方法",
        (method.name, *method.aliases),
        _publishers(library, (cited.source for cited in method.sources)),
        method.reviewed or "",
        tuple(step.name for step in method.steps),
        is_cited=True,
    )


def _of_case(library: Library, case: Case) -> PageFacts:
    names = (library.methods[key].name for key in case.methods if key in library.methods)
    publishers = _publishers(library, (cited.source for cited in case.sources))
    return PageFacts("案例", (*names, *case.topics), publishers, is_cited=True)


def _publishers(library: Library, sources: Iterable[str]) -> tuple[str, ...]:
    """Each publisher once, in the order cited."""
    found = (library.sources[key].publisher for key in sources if key in library.sources)
    return tuple(dict.fromkeys(publisher for publisher in found if publisher))
