"""The whole site as a Chinese book: parts, chapters, running heads, contents, an index with page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.models.method import Rank
from macros.office.blocks import Heading
from macros.office.page_blocks import blocks_of
from macros.office.page_products import article, is_citation
from macros.office.typst_look import LOOK, document
from macros.office.typst_markup import Writer, label, string
from macros.readings import readings, toneless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.library import Library
    from macros.products import Read

STYLE = document("协商有方：地方政协履职工作方法手册") + LOOK
TITLE_PAGE = """\
#page(header: none, numbering: none)[
  #v(5cm)
  #align(center, plainly[
    #text(font: "Noto Sans CJK SC", size: 30pt)[协商有方] \\
    #v(0.6cm) #text(size: 16pt)[地方政协履职工作方法手册]
    #v(9cm)
    #text(size: 10pt)[内容按知识共享署名4.0许可。引用的材料属于各自的发布者。\\ 材料没有交代的，写明没有交代；隐去的数字和地名照样隐去；编者的话都有标记。]
  ])
]
#outline(title: [目录], depth: 2)
"""


@dataclass(frozen=True)
class Chapter:
    """A page of the site in the book: its address in the site, its name, its part, the index that lists it."""

    address: str
    name: str
    part: str
    index: str = ""


def chapters(library: Library) -> Iterator[Chapter]:
    """The pages in the order of the book."""
    for process in library.processes.values():
        yield Chapter(f"processes/{process.id}/index.html", process.name, "流程总览")
    for category in library.categories:
        for method in library.methods_in(category.id):
            if method.rank is not Rank.ENTRY:
                yield Chapter(
                    f"methods/{method.id}/index.html", method.name, f"方法库：{category.name}", "方法"
                )
    for case in library.cases.values():
        yield Chapter(f"cases/{case.id}/index.html", case.title, "案例库", "案例")
    for address, name in (("documents", "制度与文件"), ("compare", "同名辨析"), ("about/sources", "来源")):
        yield Chapter(f"{address}/index.html", name, name)


def handbook(library: Library, read: Read, done: Callable[[str], None] = lambda _: None) -> str:
    """The book in Typst. `read` gives built pages; `done` is told the name of each part that begins."""
    found = list(chapters(library))
    writer = Writer(frozenset(chapter.address for chapter in found))
    parts: list[str] = [STYLE, TITLE_PAGE]
    part = ""
    for chapter in found:
        if chapter.part != part:
            part = chapter.part
            done(part)
            parts.append(f"#heading(level: 1)[{string(part)}]")
        parts.append(_chapter(chapter, writer, read))
    return "\n\n".join([*parts, *(_index(name, found) for name in ("方法", "案例"))]) + "\n"


def _chapter(chapter: Chapter, writer: Writer, read: Read) -> str:
    found = blocks_of(article(read(chapter.address)), chapter.address)
    title, *rest = (block for block in found if not is_citation(block))
    if not isinstance(title, Heading):
        rest = [title, *rest]
    head = f"#heading(level: 2)[{string(chapter.name)}] <{label(chapter.address)}>"
    return f"{head}\n\n{writer.blocks(rest)}"


def _sounds(name: str) -> list[str]:
    return [toneless(reading) for reading in readings(name)]


def _index(name: str, found: Iterable[Chapter]) -> str:
    """By how the names sound, with the page where each begins."""
    listed = sorted(
        (one for one in found if one.index == name), key=lambda one: (_sounds(one.name), one.name)
    )
    rows = [f"#row(<{label(one.address)}>, [{string(one.name)}])" for one in listed]
    return "\n".join([f"#heading(level: 1)[{name}索引]", *rows])
