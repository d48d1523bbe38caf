"""The head of a hand-written page. Material prints these values raw, so they may hold no markup."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator

from macros.models.base import Id, Record, Text, about
from macros.models.training import Lesson

FORBIDDEN = frozenset('<>"{}`')


def without_markup(text: str) -> str:
    """Text that is safe inside a tag and inside an attribute; raises ValueError otherwise."""
    found = sorted(FORBIDDEN.intersection(text))
    if found:
        raise ValueError(f"页面抬头里不能有这些符号：{' '.join(found)}")
    return text


Plain = Annotated[Text, AfterValidator(without_markup)]


class FrontMatter(Record):
    """What may stand between the two --- lines of a page."""

    title: Plain = about(
        "标题", "浏览器标签和目录里的名字，全站唯一", good="“六式”协商议政方法", bad="首页<b>", max_length=60
    )
    description: Plain = about("描述", "一句话说清这一页", good="六步走完一场协商", bad="略", max_length=200)
    method: Id | None = about("方法", "这一页写的是哪个方法", good="liushi", bad="六式", default=None)
    lesson: Lesson | None = about("课时", "这一页是一节课时写", good={"minutes": 60}, bad="是", default=None)
    template: Literal["home.html"] | None = about(
        "模板", "只有首页用", good="home.html", bad="a.html", default=None
    )
    hide: list[Literal["navigation", "toc", "path", "footer"]] = about(
        "隐藏", "不显示的部分", good=["toc"], bad="目录", default=[]
    )
    search: dict[Literal["exclude", "boost"], bool | int] | None = about(
        "搜索", "搜索设置", good={"boost": 2}, bad="是", default=None
    )
