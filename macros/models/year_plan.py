"""A pattern (格局) as the slots of a year, and what must be done how long before and after a meeting."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from macros.models.base import Id, Labelled, Record, Short, Text, about
from macros.models.values import Citation, Figure, Voiced


class LeadUnit(Labelled):
    """In what a lead time is counted."""

    DAY = "day", "天", ""
    WORKDAY = "workday", "个工作日", "只跳过周六、周日，节假日和调休自己核对"
    WEEK = "week", "周", ""
    MONTH = "month", "个月", ""


class Side(Labelled):
    """On which side of the meeting a task lies."""

    BEFORE = "before", "会前", ""
    AFTER = "after", "会后", ""


class LeadTask(Voiced):
    """One thing to be done, so long before or after the day of the meeting."""

    name: Short = about("要做的事", "一句话，动词开头", good="把部门材料送到委员手里", bad="准备")
    side: Side = about("会前会后", "在开会那天之前还是之后", good="before", bad="提前")
    count: int = about("多久", "只写数字", good=10, bad="十天左右", ge=1, le=400)
    unit: LeadUnit = about("单位", "天、工作日、周还是月", good="workday", bad="日")
    who: Short | None = about("谁做", "哪个机构", good="承办专委会", bad="有关方面", default=None)
    form: Id | None = about("表单", "做这件事用的表单编号", good="yaoqing-han", bad="邀请函", default=None)
    note: Text | None = about(
        "说明", "来源怎么写、限什么地方", good="一地的规程，市名未见", bad="略", default=None
    )

    @property
    def told(self) -> str:
        """「会前10个工作日」."""
        return f"{self.side.label}{self.count}{self.unit.label}"


class LeadTime(Record):
    """A record of data/lead_times: the tasks around one kind of meeting, in the order of time."""

    id: Id = about("编号", "拼音，与文件名相同，永不改变", good="shuangyue", bad="双月")
    title: Short = about("名称", "哪一类会或活动的提前量", good="双月协商", bad="会议")
    tasks: list[LeadTask] = about(
        "要做的事", "按先后", good=[{"name": "发邀请函", "side": "before"}], bad="见方案", min_length=1
    )


class YearSlot(Voiced):
    """One kind of meeting in a pattern, and how often a year."""

    id: Id = about(
        "编号", "拼音，一个格局里不重复，永不改变：日历文件靠它认", good="changweihui", bad="常委会"
    )
    name: Short = about("名目", "格局里这一位指什么会", good="常委会议", bad="会议")
    mark: Short | None = about("对应的位", "格局名称里的哪一位", good="4", bad="第二位", default=None)
    tier: Short | None = about("档", "龙头、重点还是常态", good="重点", bad="一般", default=None)
    times: Figure = about(
        "次数",
        "隐去的、没有交代的照实写，由填的人自己定",
        good={"name": "次数", "value": 4, "unit": "次"},
        bad="4次",
    )
    when: Text | None = about("什么时候", "来源写了时间才填", good="每年年初", bad="适时", default=None)
    method: Id | None = about("方法", "方法编号", good="shuangyue", bad="双月协商", default=None)
    lead_time: Id | None = about("提前量", "用哪一份提前量", good="shuangyue", bad="十周", default=None)
    note: Text | None = about("说明", "口径、例外", good="没有说四次都议政", bad="略", default=None)


class YearPlan(Record):
    """A record of data/year_plans: one pattern as one place tells it."""

    id: Id = about("编号", "拼音，与文件名相同，永不改变", good="x-shi-14527n", bad="格局一")
    title: Short = about("名称", "格局的名称和地方", good="“14527+N”（X市）", bad="格局")
    order: int = about("次序", "页面上排第几", good=1, bad="第一", ge=1)
    method: Id | None = about("方法", "讲这个格局的方法编号", good="geju-14527n", bad="格局", default=None)
    place: Id | None = about("地方", "地方编号", good="s0-x-shi", bad="X市", default=None)
    summary: Text = about(
        "说明", "一两句：怎样一个格局", good="分龙头、重点、常态三档。", bad="见下表", max_length=200
    )
    slots: list[YearSlot] = about(
        "各类会", "按格局里的先后", good=[{"id": "quanhui"}], bad="五类", min_length=1
    )
    gaps: list[Text] = about(
        "原文没有交代", "来源没有说的", good=["由谁审定，没有交代"], bad="无", min_length=1
    )
    sources: list[Citation] = about(
        "依据与出处", "来源和段落", good=[{"source": "s0"}], bad="网上", min_length=1
    )

    @model_validator(mode="after")
    def slots_can_be_told_apart(self) -> Self:
        """Calendars and kept files know a slot by its id."""
        named = [slot.id for slot in self.slots]
        twice = sorted({key for key in named if named.count(key) > 1})
        if twice:
            raise ValueError(f"各类会（slots）里编号{'、'.join(twice)}用了不止一次；换一个")
        return self
