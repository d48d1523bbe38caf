"""The questions of the chooser: each answer weighs methods by what their records say, or by the editors' own list."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from macros.models.base import Id, Record, Short, Text, about

#: Three letters at least: shorter names in the address belong to the search and to the chooser itself.
Key = Annotated[str, StringConstraints(pattern=r"^[a-z]{3,30}$", strict=True)]
HEAVIEST = 9


class Weighing(Record):
    """What speaks for a method, or with a negative weight against it."""

    weight: int = about("分量", "正数是合适，负数是要留意", good=3, bad="很重", ge=-HEAVIEST, le=HEAVIEST)
    because: Text = about("理由", "读者看到的一句话", good="材料写明适用于这一级", bad="合适")

    @model_validator(mode="after")
    def weighs_something(self) -> Self:
        """A weight of nothing says nothing."""
        if self.weight == 0:
            raise ValueError("分量是0，等于没有这一条；写1到9，或者-1到-9")
        return self


class Rule(Weighing):
    """A rule over one field of the method's record."""

    field: Short = about("看哪一项", "方法记录里的字段名，或stages（流程阶段）", good="levels", bad="层级")
    words: list[Short] = about(
        "写着什么", "有其中一个就算；不写就是只看这一项有没有内容", good=["县区"], bad="县区", default=[]
    )
    lacking: bool = about("反过来", "这一项里没有这些词才算", good=True, bad="是", default=False)


class Fit(Weighing):
    """What no field says: the editors name the methods themselves."""

    methods: list[Id] = about("方法", "方法编号", good=["shuangyue"], bad="双月协商", min_length=1)


class Choice(Record):
    """One answer to a question."""

    id: Key = about("编号", "写进网址，定了就不改", good="xuanti", bad="选题")
    name: Short = about("回答", "读者点选的话", good="定题目、排计划", bad="选项一")
    rules: list[Rule] = about(
        "规则",
        "按方法记录里的内容算",
        good=[{"field": "levels", "words": ["县区"], "weight": 3, "because": "适用于县区"}],
        bad="县区",
        default=[],
    )
    fits: list[Fit] = about(
        "编者指定",
        "记录里看不出来、由编者指定的方法",
        good=[{"methods": ["shuangyue"], "weight": 2, "because": "一场半天"}],
        bad="双月协商",
        default=[],
    )


class Question(Record):
    """A record of data/questions."""

    id: Key = about("编号", "与文件名相同，写进网址", good="level", bad="层级")
    position: int = about("次序", "第几个问", good=2, bad="第二", ge=1)
    ask: Short = about("问题", "一句大白话", good="在哪一级办？", bad="层级")
    hint: Text | None = about("说明", "怎么选", good="拿不准就跳过", bad="略", default=None)
    choices: list[Choice] = about(
        "回答", "至少两个", good=[{"id": "xianqu", "name": "县区"}], bad="县区", min_length=2
    )
