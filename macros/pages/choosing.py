"""The chooser's page and the comparison's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.pages.markdown import call, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library

HOW = """!!! editor "编者建议"
    问题、分量和理由是编者定的。每条理由写明看的是方法记录里的哪一项；引号里的话出自那一项，材料说的注明来源，编者写的标明「编者建议」。记录里看不出来、由编者直接指定的，也标明「编者建议」。

    每个回答给方法加分或减分，分数相加，从高到低排；分数一样的，核心方法在前，案例多的在前。没有一个方法会因为一个回答被剔除，所以总有方法可看。记录里没有写的，不加分也不减分。排在前面不等于一定合适，定之前看一遍方法页的“何时不用”。"""
PURPOSE = "不知道用哪个方法，从这里问起。答几题都行，拿不准的跳过。排在前面的，写明为什么合适、哪里要留意；再往下可以排成一条方法链，打印在一张纸上。"
SIDE_BY_SIDE = (
    "把两种到四种方法放在一起对比，同样的项目逐行对照，不同的地方标出来；也可以看一种方法在几个地方的做法。"
)


def choosing_pages(library: Library) -> Iterator[tuple[str, str]]:
    """(address, Markdown) of the two. A site without questions has no chooser."""
    if not library.questions:
        return
    how = "## 怎么排出来的 { #how }"
    yield "choose/index.md", page("选方法", PURPOSE, [PURPOSE, call("chooser"), how, HOW])
    core = [
        SIDE_BY_SIDE,
        call("comparison"),
        "地方之间的对比，另见[术语与辨析](../compare/index.md)栏目里的比较表。",
    ]
    yield "choose/compare.md", page("方法对照", SIDE_BY_SIDE, core)
