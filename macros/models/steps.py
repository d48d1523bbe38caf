"""How a method goes: steps in order, parts without order, roles, and the ways it goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.models.base import Id, Record, Short, Text, about
from macros.models.values import Basis, Voiced

if TYPE_CHECKING:
    from collections.abc import Iterator


class StepDetail(Record):
    """What can be said of a step: by the source in the step itself, by the editors in its `advice`."""

    who: Text | None = about("谁", "谁来做", good="专委会", bad="有关方面", default=None)
    within: Text | None = about("时限", "多长时间内", good="会前7天", bad="尽快", default=None)
    does: Text | None = about("做什么", "具体动作", good="向部门征集议题", bad="开展工作", default=None)
    output: Text | None = about("产出", "做完留下什么", good="议题清单", bad="成果", default=None)
    check: Text | None = about("检查点", "怎么知道做到了", good="每个议题有提出人", bad="做好", default=None)
    slip: Text | None = about("走样", "容易做歪成什么样", good="题目太大", bad="做不好", default=None)
    remedy: Text | None = about("补救", "走样了怎么办", good="把题目切小", bad="整改", default=None)
    minutes: int | None = about("用时（分钟）", "大约多少分钟", good=30, bad="半小时", ge=1, default=None)

    def told(self) -> Iterator[tuple[str, str]]:
        """(Chinese label, text) of every detail that is there, in the order of the model."""
        for name in StepDetail.model_fields:
            value = getattr(self, name)
            if value is not None:
                yield StepDetail.label_of(name), str(value)


class Step(StepDetail):
    """One step. With basis source its own details are the source's; the editors' go into `advice`."""

    name: Short = about("步骤", "步骤的名称", good="选题", bad="第一步")
    basis: Basis = about("依据", "这一步是材料写的还是编者补的", good="source", bad="网上")
    source: Id | None = about(
        "来源", "依据是材料、又与方法的出处不同时写", good="s0", bad="某网站", default=None
    )
    advice: StepDetail | None = about(
        "编者建议", "编者对这一步的补充", good={"who": "专委会"}, bad="同上", default=None
    )


class Part(Record):
    """One component: of a platform, a pattern, a rule."""

    name: Text = about("组成", "名称", good="六题", bad="第一部分", max_length=80)
    note: Text = about("说明", "它是什么", good="出题、征题、选题……", bad="略")
    basis: Basis = about("依据", "材料写的还是编者的字面解释", good="source", bad="网上")
    source: Id | None = about("来源", "与方法的出处不同时写", good="s0", bad="某网站", default=None)
    methods: list[Id] = about(
        "由哪些方法落实", "落实这一条的方法编号", good=["niandu-jihua"], bad="年度计划", default=[]
    )


class Role(Record):
    """Who does what. An office or a body, never a person."""

    who: Text = about("谁", "机构或职务", good="提案委", bad="老张")
    does: Text = about("做什么", "职责", good="组织评议", bad="负责")
    basis: Basis = about("依据", "材料写的还是编者的", good="source", bad="网上", default=Basis.SOURCE)


class Slip(Voiced):
    """A way it goes wrong, and what helps."""

    slip: Text = about("走样", "做歪了是什么样", good="只开会，不调研", bad="效果差")
    remedy: Text = about("对策", "怎么防、怎么救", good="没有调研报告不上会", bad="加强管理")
