"""A way through the site for one role, to be ticked off."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from macros.models.base import Id, Record, Short, Text, about


class PathStep(Record):
    """One thing to read, learn or do; exactly one of lesson, method, quiz, kit, form and page names it."""

    lesson: Id | None = about("课时", "课时编号", good="liushi-bageyi", bad="六式课", default=None)
    method: Id | None = about("方法", "方法编号", good="liushi", bad="六式", default=None)
    quiz: Id | None = about("测验", "测验编号", good="weiyuan", bad="测验一", default=None)
    kit: Id | None = about("模拟协商", "模拟协商编号", good="jiati", bad="加梯", default=None)
    form: Id | None = about("表单", "表单编号", good="xieshang-jiyao", bad="纪要", default=None)
    page: Short | None = about(
        "页面", "本站页面的地址，不带开头的斜线", good="cases/", bad="案例库", default=None
    )
    name: Short | None = about("名称", "只有写页面时才写", good="案例库", bad="这里", default=None)
    does: Text = about("做什么", "一句话", good="读步骤，找出原文没有交代的三处", bad="学习", max_length=80)
    check: Text = about(
        "自己检查",
        "做到了没有，一问就知道",
        good="能不能不看页面排出六个环节？",
        bad="学会了吗",
        max_length=80,
    )

    @property
    def target(self) -> tuple[str, str]:
        """(kind, id or address) of what the step is about."""
        return next((kind, key) for kind in TARGETS if (key := getattr(self, kind)) is not None)

    @model_validator(mode="after")
    def is_about_one_thing(self) -> Self:
        """Nothing to open is no step, two things are two steps."""
        named = [kind for kind in TARGETS if getattr(self, kind) is not None]
        if len(named) != 1:
            raise ValueError("课时、方法、测验、模拟协商、表单、页面六项里要写一项，只写一项")
        if (self.page is None) != (self.name is None):
            raise ValueError("写页面时要写名称，写别的时不写名称")
        return self


TARGETS = ("lesson", "method", "quiz", "kit", "form", "page")


class RolePath(Record):
    """A record of data/paths: what somebody in a role reads, learns and tries, in this order."""

    id: Id = about("编号", "与文件名相同", good="officer", bad="干部")
    name: Short = about("名称", "谁的自学清单", good="机关干部自学清单", bad="清单")
    steps: list[PathStep] = about(
        "步骤", "五到十二步", good=[{"method": "liushi", "does": "读步骤", "check": "能排出来吗？"}], bad="六式",
        min_length=5, max_length=12,
    )  # fmt: skip
    # The last one: from here on `about` is this field.
    about: Text = about("说明", "走完能办什么事", good="能独立办一场协商", bad="略", max_length=120)
