"""The whole site as a Chinese book: parts, chapters, running heads, contents, an index with page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from pypinyin import lazy_pinyin

from macros.models.method import Rank
from macros.office.blocks import Heading
from macros.office.page_blocks import blocks_of
from macros.office.page_products import article, is_citation
from macros.office.typst_markup import Writer, label, string

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.library import Library
    from macros.products import Read

#: Typst's rules for the whole book. Chinese has no italics; the first line of a paragraph stands in by two characters.
STYLE = """\
#set document(title: "协商有方：地方政协履职工作方法手册", author: "协商有方")
#set text(font: ("Noto Serif CJK SC",), size: 10.5pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 0.85em, spacing: 0.85em, first-line-indent: (amount: 2em, all: true))
#set heading(numbering: none)
#set page(paper: "a4", margin: (top: 2.6cm, bottom: 2.4cm, x: 2.4cm), numbering: "1",
  header: context {
    let before = query(heading.where(level: 1).before(here()))
    set text(font: "Noto Sans CJK SC", size: 8.5pt)
    if before.len() > 0 [#before.last().body #h(1fr) 协商有方]
  })
#let plainly(body) = { set par(first-line-indent: 0em); body }
#show heading: set text(font: "Noto Sans CJK SC")
#show heading: it => block(above: 1.3em, below: 0.7em, sticky: true, plainly(it.body))
#show heading.where(level: 1): it => { pagebreak(weak: true); block(below: 1.5em, text(size: 20pt, plainly(it.body))) }
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 11.5pt)
#show table: it => { set par(first-line-indent: 0em, justify: false, leading: 0.6em); set text(size: 9pt); it }
#set table(stroke: 0.4pt + luma(140), inset: 4pt)
#show list: plainly
#show enum: plainly
#show outline: plainly
#let mark(body) = text(size: 0.8em, fill: luma(70), body)
#let note(body) = block(text(size: 9.5pt, fill: luma(60), plainly(body)))
#let small-heading(body) = block(sticky: true, text(font: "Noto Sans CJK SC", weight: "bold", plainly(body)))
#let pair(term, body) = block(inset: (left: 1em), plainly[#text(font: "Noto Sans CJK SC", term)：#body])
#let framed(title, body) = block(width: 100%, stroke: (left: 1.5pt + luma(120)), inset: (left: 8pt, y: 4pt), plainly[#strong(title) #body])
#let editors(title, body) = block(width: 100%, stroke: (paint: luma(90), thickness: 0.6pt, dash: "dashed"), inset: 7pt, plainly[#text(font: "Noto Sans CJK SC", size: 9pt)[〔编者建议〕] #strong(title) #body])
#let row(target, name) = block(spacing: 0.5em, plainly[#link(target, name) #box(width: 1fr, repeat[.]) #context counter(page).at(target).first()])
"""
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


def _index(name: str, found: Iterable[Chapter]) -> str:
    """By how the names sound, with the page where each begins."""
    listed = sorted(
        (one for one in found if one.index == name), key=lambda one: (lazy_pinyin(one.name), one.name)
    )
    rows = [f"#row(<{label(one.address)}>, [{string(one.name)}])" for one in listed]
    return "\n".join([f"#heading(level: 1)[{name}索引]", *rows])


def compiled(source: str, fonts: list[str], timestamp: int) -> bytes:
    """The PDF, accessible by PDF/UA-1, with only the given folders' fonts in it; the same bytes for the same text.

    Raises ImportError without the package typst, typst.TypstError when the fonts or the text are unfit.
    """
    import typst  # noqa: PLC0415 (35 MB that only the book needs)

    places = cast("Any", fonts)  # its types want them to be what the source is
    made: bytes = typst.compile(
        source.encode("utf-8"),
        font_paths=places,
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
        timestamp=timestamp,
    )
    return made
