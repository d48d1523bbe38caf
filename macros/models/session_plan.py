"""A session plan: lessons, breaks and exercises of one or more days, in minutes."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import AfterValidator, StringConstraints, model_validator

from macros.models.base import Id, Record, Short, Text, about

CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d\Z")
#: the fields of which an item has exactly one: what happens in it
ONE_OF = ("lesson", "kit", "quiz", "pause", "what")
#: those whose minutes are their own: nobody writes them twice
TIMED = ("lesson", "kit")


def clock_time(text: str) -> str:
    """'08:30'; raises ValueError with a Chinese sentence for anything else."""
    if not CLOCK.match(text):
        raise ValueError("时间要写成08:30这样的样子")
    return text


ClockTime = Annotated[str, StringConstraints(strict=True), AfterValidator(clock_time)]


class PlanItem(Record):
    """One thing on the programme: a lesson, a kit, a quiz, a pause, or something else."""

    lesson: Id | None = about(
        "课", "课的编号，分钟数由课自己算", good="tian-zenme-xie", bad="第一课", default=None
    )
    kit: Id | None = about("模拟协商", "编号，分钟数由流程算", good="tingchechang", bad="演练", default=None)
    quiz: Id | None = about("测验", "测验编号", good="liushi", bad="小测", default=None)
    pause: Short | None = about("休息", "休息叫什么", good="茶歇", bad="十分钟", default=None)
    what: Short | None = about("其他", "别的事情", good="开班说明", bad="其他", default=None)
    minutes: int | None = about(
        "分钟", "课和模拟协商不写，其余必写", good=15, bad="一刻钟", ge=1, le=240, default=None
    )
    note: Text | None = about("备注", "带什么、在哪里", good="分成四组就座", bad="略", default=None)

    @model_validator(mode="after")
    def is_one_thing_with_one_length(self) -> Self:
        """One kind of thing; minutes exactly where they cannot be computed."""
        written = [name for name in ONE_OF if getattr(self, name) is not None]
        if len(written) != 1:
            labels = "、".join(f"{PlanItem.label_of(name)}（{name}）" for name in ONE_OF)
            raise ValueError(f"一项里要在{labels}中写一样，只写一样")
        if (self.minutes is None) != (written[0] in TIMED):
            rule = "不用写分钟，由它自己的环节相加" if written[0] in TIMED else "要写分钟（minutes）"
            raise ValueError(f"{PlanItem.label_of(written[0])}{rule}")
        return self


class PlanDay(Record):
    """One day: when it starts and what follows."""

    name: Short = about("哪一天", "第几天、上午下午", good="第一天", bad="1")
    start: ClockTime = about("开始", "几点几分，写四位", good="08:30", bad="早上")
    items: list[PlanItem] = about(
        "安排", "按先后", good=[{"lesson": "tian-zenme-xie"}], bad="上课", min_length=2
    )


class SessionPlan(Record):
    """A record of data/session_plans."""

    id: Id = about("编号", "拼音，与文件名相同，永不改变", good="bantian-weiyuan", bad="半天")
    title: Text = about("标题", "二十五字以内", good="新任委员半天班", bad="日程", max_length=25)
    audience: Text = about("给谁", "什么人来听", good="新任委员，二十人左右", bad="大家")
    summary: Text = about(
        "说明", "一两句：上什么，为什么这样排", good="上午两课，中间茶歇。", bad="见下表", max_length=200
    )
    bring: list[Text] = about("要带的", "讲课前备好什么", good=["角色卡每人一张"], bad="教具", default=[])
    days: list[PlanDay] = about("各天", "一天一项", good=[{"name": "第一天"}], bad="两天", min_length=1)
