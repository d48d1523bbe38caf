"""A quiz: questions with the fact each of them tests, and exercises that branch. All of it is the editors' work."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from macros.models.base import Id, Record, Short, Text, about
from macros.models.question_parts import DrawnFrom, Node, Passage, QuestionKind, StepFace
from macros.models.values import Citation

FEWEST_OPTIONS, MOST_OPTIONS = 2, 6

#: kind -> fields that it must have, and besides them may have; other kinds' fields are slips
_FIELDS: dict[QuestionKind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    QuestionKind.SINGLE: (("right", "wrong"), ()),
    QuestionKind.MULTIPLE: (("right", "wrong"), ()),
    QuestionKind.ORDER: (("drawn_from",), ("show", "pick")),
    QuestionKind.MATCH: (("drawn_from",), ("show", "pick", "aspect")),
    QuestionKind.SCENARIO: (("nodes", "case"), ()),
}
_OF_SOME_KINDS = ("right", "wrong", "drawn_from", "show", "pick", "aspect", "nodes")
#: where a list stands -> the field that names the record
_OWNER = {DrawnFrom.THINGS: "confusable", DrawnFrom.ANSWERS: "comparison"}
_PAGES = ("method", "case", "confusable", "comparison")


class Question(Record):
    """One question. What it asks, what is right, why, where it stands, where it is learned."""

    kind: QuestionKind = about("题型", "怎么答", good="single", bad="选择题")
    ask: Text = about("题干", "一句问话", good="“双评”里谁评提案质量？", bad="双评", max_length=300)
    right: list[Text] = about("对的选项", "单选一条，多选两条以上", good=["承办单位"], bad="A", default=[])
    wrong: list[Text] = about(
        "错的选项", "看起来像、按材料却不对的", good=["督查部门"], bad="以上都对", default=[]
    )
    drawn_from: DrawnFrom | None = about(
        "题目取自", "排序、配对题从记录的哪一列生成", good="steps", bad="步骤", default=None
    )
    show: StepFace = about(
        "显示步骤的", "取自步骤时显示哪一项", good="who", bad="全部", default=StepFace.NAME
    )
    pick: list[Text] = about(
        "只取", "只取这几项，写记录里的名称；不写就全取", good=["开门式选题"], bad="前三步", default=[]
    )
    aspect: Short | None = about("比较项", "取自比较表时写哪一行", good="谁评谁", bad="第一行", default=None)
    nodes: list[Node] = about(
        "环节", "情景题的各个环节，第一个是开头", good=[{"text": "居民来了"}], bad="略", default=[]
    )
    explain: Text = about("解释", "为什么对，错的错在哪里", good="材料写的是承办单位评提案。", bad="见课本")
    method: Id | None = about(
        "学习方法页", "这一点在哪个方法页上学", good="shuangping", bad="双评", default=None
    )
    passage: Passage | None = about("在页上哪一节", "方法页的哪一节", good="roles", bad="中间", default=None)
    case: Id | None = about(
        "学习案例页", "这一点在哪个案例页上学；情景题的案例", good="C001", bad="停车场", default=None
    )
    confusable: Id | None = about(
        "学习辨析", "这一点在哪条同名辨析里学", good="bian-jin", bad="几进", default=None
    )
    comparison: Id | None = about(
        "学习比较表", "这一点在哪张比较表里学", good="shuangping", bad="比较", default=None
    )
    rests_on: list[Citation] = about(
        "出处",
        "考的事实在哪里",
        good=[{"source": "s0", "where": "四、双评"}],
        bad="书上",
        min_length=1,
    )

    @model_validator(mode="after")
    def has_what_its_kind_needs(self) -> Self:
        """The fields of its kind, and none of another."""
        needed, allowed = _FIELDS[self.kind]
        for name in needed:
            if not getattr(self, name):
                said = f"是{self.kind.label}题，却没有写「{self.label_of(name)}（{name}）」"
                raise ValueError(f"{said}；补上这一项，或者改题型")
        for name in _OF_SOME_KINDS:
            if name not in self.model_fields_set or name in {*needed, *allowed}:
                continue
            said = f"是{self.kind.label}题，不用写「{self.label_of(name)}（{name}）」"
            raise ValueError(f"{said}；删掉它，或者改题型")
        return self

    @model_validator(mode="after")
    def has_options_to_choose_from(self) -> Self:
        """One right option of a single choice, more of a multiple one; two to six in all, no two alike."""
        if self.kind not in {QuestionKind.SINGLE, QuestionKind.MULTIPLE}:
            return self
        options = [*self.right, *self.wrong]
        if (len(self.right) == 1) != (self.kind is QuestionKind.SINGLE):
            raise ValueError(
                f"是{self.kind.label}题，对的选项有{len(self.right)}个；单选写一个，多选写两个以上"
            )
        if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
            raise ValueError(f"有{len(options)}个选项；写{FEWEST_OPTIONS}到{MOST_OPTIONS}个")
        twice = [option for option in options if options.count(option) > 1]
        if twice:
            raise ValueError(f"选项“{twice[0]}”写了不止一次；留下一个")
        return self

    @model_validator(mode="after")
    def leads_onwards_to_every_point(self) -> Self:
        """Branches lead to later points only, so that every way ends; each point but the first is led to."""
        led_to = {1}
        for number, node in enumerate(self.nodes, 1):
            if len(node.branches) == 1:
                raise ValueError(f"第{number}个环节只有一种选法；写两种以上，结局就一种也不写")
            for branch in node.branches:
                if not number < branch.next <= len(self.nodes):
                    raise ValueError(
                        f"第{number}个环节转到第{branch.next}个；只能转到后面的环节，最后一个是第{len(self.nodes)}个"
                    )
                led_to.add(branch.next)
        lost = sorted(set(range(1, len(self.nodes) + 1)) - led_to)
        if self.nodes and (lost or not self.nodes[0].branches):
            raise ValueError(
                f"第{(lost or [1])[0]}个环节走不到，或者开头就没有选法；给它接上选法，或者删掉它"
            )
        return self

    @model_validator(mode="after")
    def says_where_it_is_learned(self) -> Self:
        """One page of ours, and on a method's page the section."""
        pages = [name for name in _PAGES if getattr(self, name)]
        if len(pages) != 1:
            names = "、".join(_PAGES)
            raise ValueError(f"写了{len(pages)}个学习页面；{names}里写一个，指到学习这一点的页面")
        if self.method and not self.drawn_from and self.passage is None:
            raise ValueError("没有写「在页上哪一节（passage）」；补上，例如passage: roles")
        if self.drawn_from and not getattr(self, owner := _OWNER.get(self.drawn_from, "method")):
            raise ValueError(f"题目取自{self.drawn_from.label}，却没有写{owner}；补上记录的编号")
        return self


class Quiz(Record):
    """A record of data/quizzes."""

    id: Id = about("编号", "与文件名相同", good="tian", bad="提案测验")
    title: Short = about("标题", "考什么", good="提案双评与办理协商", bad="测验一")
    summary: Text = about(
        "说明", "考哪几件事，适合谁做", good="给提案工作者的自测。", bad="略", max_length=200
    )
    methods: list[Id] = about("考的方法", "方法编号", good=["shuangping"], bad="双评", min_length=1)
    questions: list[Question] = about(
        "题目", "按题号的先后", good=[{"kind": "single"}], bad="十题", min_length=3
    )
