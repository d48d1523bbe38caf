"""The whole set of a session, filled in once: what is asked, and how often each paper is made from it."""

from __future__ import annotations

from typing import NamedTuple

from macros.models.base import Labelled


class FormPack(Labelled):
    """How often a form stands in the set."""

    SESSION = "session", "一场一份", "填好的内容代入一次"
    PERSON = "person", "一人一份", "名单上每人一份文件"
    LIST = "list", "一人一行", "一份文件，名单上每人一行或者一张"


class Blank(NamedTuple):
    """Something to fill in: the word that stands in 〔〕 on the papers, what to write, and what it is also called."""

    key: str
    example: str
    also: tuple[str, ...] = ()


#: asked once for a session
SESSION_BLANKS = (
    Blank("协商议题", "老旧小区停车难"),
    Blank("协商时间", "6月18日（星期四）9:00"),
    Blank("协商地点", "政协协商议事厅"),
    Blank("主持人职务", "区政协分管副主席"),
    Blank("主办部门", "区城管局"),
    Blank("地名", "某某区"),
    Blank("联络员姓名", "专委会办公室值班人员"),
    Blank("联系电话", "办公室的座机"),
)
#: columns of the list of those invited; the first is the one that nobody may lack
PERSON_BLANKS = (
    Blank("姓名", "", ("名字", "参会人员")),
    Blank("称谓", "", ("称呼", "职务")),
    Blank("单位", "", ("工作单位", "单位或者住址所在村（社区）", "所在单位")),
    Blank("身份", "", ("类别", "参会身份")),
)
EVERYBODY = "应到人数"  # known from the list
POSITION = "序号"
