"""Made-up Chinese text of a wanted length, the same for the same seed."""

from __future__ import annotations

import random

WORDS = [
    "专委会",
    "议题",
    "委员",
    "群众",
    "部门",
    "调研",
    "协商",
    "办理",
    "答复",
    "反馈",
    "清单",
    "台账",
    "社区",
    "街道",
    "乡镇",
    "现场",
    "座谈",
    "意见",
    "建议",
    "方案",
    "征集",
    "筛选",
    "论证",
    "交办",
    "督办",
    "评议",
    "走访",
    "汇总",
    "整理",
    "记录",
    "公示",
    "回访",
    "落实",
    "转化",
    "报送",
    "通报",
    "会前",
    "会后",
    "年初",
    "年底",
    "季度",
    "停车",
    "物业",
    "环境",
    "道路",
    "管网",
    "养老",
    "校园",
    "菜场",
    "绿化",
    "照明",
    "电梯",
    "河道",
    "产业",
    "人才",
    "招商",
    "文化",
    "旅游",
    "乡村",
    "灌溉",
    "医疗",
    "就业",
    "牵头",
    "承办",
    "配合",
    "参加",
    "主持",
    "发言",
    "提问",
    "回应",
    "核对",
    "签收",
    "登记",
    "测评",
    "满意",
    "进度",
    "时限",
    "责任",
    "依据",
    "材料",
    "报告",
    "纪要",
    "提案",
]
JOINTS = ("，", "，", "、", "，再", "，由", "，并")


class Writer:
    """Sentences from a seed; the same calls in the same order give the same text."""

    def __init__(self, seed: str) -> None:
        self.dice = random.Random(seed)  # noqa: S311 (text, not secrets)

    def name(self, length: int = 6) -> str:
        """A few words without marks."""
        return "".join(self.dice.choices(WORDS, k=max(1, length // 2)))

    def sentence(self, length: int) -> str:
        """One sentence of about so many characters."""
        text = self.name(6)
        while len(text) < length - 1:
            text += self.dice.choice(JOINTS) + self.name(self.dice.choice((4, 6, 8)))
        return text[: length - 1].rstrip("，、由再并") + "。"

    def sentences(self, count: int, length: int) -> list[str]:
        """Several of them."""
        return [self.sentence(length) for _ in range(count)]
