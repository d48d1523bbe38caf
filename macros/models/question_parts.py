"""The pieces of a question: its kind, where it is drawn from, where it is learned, and the points of a scenario."""

from __future__ import annotations

from macros.models.base import Labelled, Record, Text, about

MOST_BRANCHES = 6


class QuestionKind(Labelled):
    """How a question is answered."""

    SINGLE = "single", "单选", "只有一个选项对"
    MULTIPLE = "multiple", "多选", "有两个以上的选项对"
    ORDER = "order", "排序", "把打乱的步骤排回记录里的次序"
    MATCH = "match", "配对", "把记录里的两列对起来"
    SCENARIO = "scenario", "情景", "一步一步选，每一步有后果和得分"


class DrawnFrom(Labelled):
    """The list of a record from which a question is made, so that it can never disagree with the page."""

    STEPS = "steps", "方法的步骤", "只用材料写明的步骤"
    ROLES = "roles", "方法的角色", "谁对做什么"
    PARTS = "parts", "方法的组成", "名称对说明"
    VARIANTS = "variants", "方法的各地变体", "名称对不同之处"
    THINGS = "things", "辨析的各项", "所指对说明"
    ANSWERS = "answers", "比较表的一行", "比较对象对内容"


class StepFace(Labelled):
    """What of a step a question shows."""

    NAME = "name", "步骤名", "步骤的名称"
    WHO = "who", "谁", "谁来做"
    DOES = "does", "做什么", "具体动作"


class Passage(Labelled):
    """The part of a method's page where the fact stands."""

    SUMMARY = "summary", "摘要", "页首的卡片"
    RHYTHM = "rhythm", "节奏", "页首的卡片"
    STEPS = "steps", "步骤", "怎么做"
    PARTS = "parts", "组成", "怎么做"
    ROLES = "roles", "角色", "谁做什么"
    OUTPUTS = "outputs", "交付物", "交付物与表单"
    DOCUMENTS = "documents", "制度文件", "交付物与表单"
    VARIANTS = "variants", "各地变体", "各地变体"
    UPTAKE = "uptake", "转化与反馈", "转化与反馈"
    GAPS = "gaps", "原文没有交代", "原文没有交代"
    FACTS = "facts", "公开资料", "依据与出处"


class Branch(Record):
    """One way to go on from a point of a scenario."""

    text: Text = about("选法", "在这里可以怎么做", good="先请两栋楼的住户来谈", bad="正确做法")
    consequence: Text = about("后果", "这样做会怎样，为什么", good="反对的理由动工前就听到了", bad="好")
    score: int = about("得分", "0到3分", good=2, bad="两分", ge=0, le=3)
    next: int = about("转到", "转到第几个环节，从1数起", good=2, bad="下一步", ge=1)


class Node(Record):
    """A point of a scenario; without branches it is an end."""

    text: Text = about("环节", "这时的情况；结局写最后怎样", good="居民对停车场意见不一。", bad="第一步")
    branches: list[Branch] = about(
        "可以怎么做",
        "二到六种，结局不写",
        good=[{"text": "先看现场", "consequence": "看清了", "score": 2, "next": 2}],
        bad="自己想",
        max_length=MOST_BRANCHES,
        default=[],
    )
