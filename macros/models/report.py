"""What users tell: how a method went when they used it, and what is wrong on a page."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from macros.models.base import Id, Labelled, Record, Short, Text, about
from macros.models.values import PartialDate

LONGEST_MEETING = 10 * 24 * 60


class Report(Record):
    """A record of data/reports: 我用过. A user's word, never a source's."""

    id: Id = about("编号", "与文件名相同", good="liushi-dongmen-2026", bad="报告一")
    method: Id = about("用了哪个方法", "方法编号", good="liushi", bad="六式")
    place: Id | None = about(
        "地方", "地方编号；不在列表里的写在下一项", good="qidong", bad="某县", default=None
    )
    place_text: Short | None = about(
        "地方（写文字）",
        "愿意公开到哪一级就写到哪一级",
        good="东部某县级市的一个街道",
        bad="保密",
        default=None,
    )
    level: Short = about("层级", "词表里的层级", good="县区", bad="基层")
    people: int = about("人数", "到场多少人，只写数字", good=24, bad="二十多人", ge=1, le=100_000)
    minutes: int = about(
        "实际用时（分钟）", "从开始到散会，只写数字", good=110, bad="两小时", ge=1, le=LONGEST_MEETING
    )
    date: PartialDate = about("日期", "年、年月或年月日", good="2026-05", bad="上个月")
    changed: list[Text] = about(
        "改了什么", "和页面上写的做法有什么不同", good=["先看现场，再发材料"], bad="有调整", default=[]
    )
    went_wrong: list[Text] = about(
        "走样",
        "哪里没照预想的走，为什么",
        good=["前三个人讲了四十分钟，后面的没讲上"],
        bad="不太好",
        default=[],
    )
    tip: Text | None = about(
        "给后来人的一句话", "再办一次会怎么做", good="先定每人五分钟", bad="加油", default=None
    )

    @model_validator(mode="after")
    def says_where(self) -> Self:
        """A report from nowhere helps nobody."""
        if (self.place is None) == (self.place_text is None):
            raise ValueError("里要写一处地方，只写一处；列表里有的写place，没有的写place_text")
        return self


class CorrectionState(Labelled):
    """What became of it."""

    OPEN = "open", "待处理", "还没有人看过或正在核对"
    DONE = "done", "已改", "页面已经改了"
    DECLINED = "declined", "没有改", "核对以后没有改，理由写在答复里"


class Correction(Record):
    """A record of data/corrections: 勘误."""

    id: Id = about("编号", "与文件名相同", good="liushi-diaoyan-2026", bad="勘误一")
    address: Text = about(
        "哪一页", "网址里站点名后面的部分", good="methods/liushi/", bad="首页那边", max_length=120
    )
    found: Text = about("现在写的是", "页面上的原句", good="会前3天送达", bad="第二段", max_length=300)
    should: Text = about("应当是", "改成什么", good="会前7天送达", bad="有误", max_length=300)
    why: Text = about("依据", "凭什么这么改", good="规则第十条写的是7天", bad="我知道", max_length=300)
    source: Id | None = about("来源", "依据已经登记的，写来源编号", good="s0", bad="网上", default=None)
    date: PartialDate = about("日期", "哪天提出的", good="2026-05-20", bad="今天")
    state: CorrectionState = about(
        "状态", "提出的人不用改这一项", good="open", bad="等等", default=CorrectionState.OPEN
    )
    answer: Text | None = about(
        "答复", "处理的人写：怎么改的，或者为什么没有改", good="已照规则改正", bad="好的", default=None
    )

    @model_validator(mode="after")
    def is_answered_when_closed(self) -> Self:
        """Whoever took the trouble gets an answer."""
        if (self.state is not CorrectionState.OPEN) and self.answer is None:
            raise ValueError(f"状态是“{self.state.label}”，却没有写答复；补上一行answer")
        return self
