"""A working method: what it is for, how it goes, where it was done, what nobody said."""

from __future__ import annotations

from macros.models.base import Id, Labelled, Record, Short, Text, about
from macros.models.steps import Part, Role, Slip, Step
from macros.models.values import Basis, Citation, PartialDate, Statement


class MethodType(Labelled):
    """Five kinds of thing hide under the word method; the kind decides what a page must have."""

    PROCEDURE = "procedure", "方法", "有先后步骤的做法"
    PLATFORM = "platform", "平台", "有场所、有规则的载体"
    PATTERN = "pattern", "格局", "一年或一届的安排"
    RULE = "rule", "制度机制", "规定谁应当做什么"
    PRINCIPLE = "principle", "理念", "一条原则或一句口号"


class Rank(Labelled):
    """How much of a page a method gets."""

    CORE = "core", "核心方法", "写成完整页面"
    STANDARD = "standard", "一般方法", "按资料生成页面"
    ENTRY = "entry", "词条", "收在术语表里"


class Told(Labelled):
    """How much the sources tell."""

    FULL = "full", "写明", "材料写明了做法"
    PARTIAL = "partial", "部分写明", "材料只写了一部分"
    NAME = "name", "只有名称", "材料只提到名称"


class Output(Record):
    """Something a method must hand over."""

    name: Short = about("交付物", "文件或成果的名称", good="协商纪要", bad="相关材料")
    basis: Basis = about("依据", "材料写明的还是编者建议的", good="editor", bad="网上", default=Basis.SOURCE)
    form: Id | None = about("表单", "对应的样表编号", good="minutes", bad="附件1", default=None)


class Variant(Record):
    """The same device elsewhere; figures of two places are never merged."""

    name: Text = about("变体", "名称和地方", good="6+X（鄞州）", bad="别处")
    differs: Text = about("不同之处", "和本页说的有什么不同", good="依托“请你来协商”平台", bad="略有不同")
    place: Id | None = about("地方", "地方编号", good="s3-yinzhou", bad="鄞州", default=None)
    source: Id | None = about("来源", "来源编号", good="s3", bad="报纸", default=None)


class Fact(Record):
    """A fact from a public page that adds to what the texts tell."""

    kind: Short = about("类别", "规则、步骤、时限、评分项……", good="时限", bad="其他")
    text: Text = about("内容", "用自己的话写一条事实", good="评议分三个等次", bad="详见链接")
    source: Id = about("来源", "来源编号", good="yanbian-2022", bad="官网")


class Training(Record):
    """What a trainer teaches of it; always the editors' words."""

    objectives: list[Text] = about(
        "教学目标", "学完会做什么，不超过三条", good=["能排出六步"], bad="了解", max_length=3, default=[]
    )
    points: list[Text] = about(
        "要点", "不超过五条", good=["先调研后协商"], bad="略", max_length=5, default=[]
    )
    questions: list[Text] = about("练习", "讨论题或练习", good=["你会先找谁点题？"], bad="略", default=[])


class Method(Record):
    """A record of data/methods."""

    id: Id = about("编号", "拼音，与文件名相同，永不改变", good="liushi", bad="六式")
    name: Short = about("名称", "最通行的叫法", good="“六式”协商议政方法", bad="方法一")
    aliases: list[Short] = about("别名", "人们可能记得的其他叫法", good=["六式"], bad="六式", default=[])
    category: Id = about("类别", "十个类别之一的编号", good="liucheng", bad="流程")
    type: MethodType = about("性质", "方法、平台、格局、制度机制还是理念", good="procedure", bad="办法")
    rank: Rank = about("分级", "核心、一般还是词条", good="core", bad="重要")
    told: Told = about("材料交代程度", "材料说了多少", good="partial", bad="一半")
    one_liner: Text | None = about(
        "一句话", "四十字以内说清是什么", good="六步走完一场协商", bad="很重要", max_length=40, default=None
    )
    summary: Text = about(
        "摘要", "它是什么、谁在用", good="X市政协把协商分成六步。", bad="见下文", max_length=200
    )
    problem: Text | None = about(
        "解决什么问题", "没有它会怎样", good="议题不准、成果落空", bad="提高水平", default=None
    )
    levels: list[Short] = about("适用层级", "词表里的层级", good=["县区"], bad="基层", default=[])
    when: list[Statement] = about(
        "何时用", "适合的情形", good=[{"text": "议题跨部门", "basis": "editor"}], bad="都行", default=[]
    )
    when_not: list[Statement] = about(
        "何时不用", "不适合的情形", good=[{"text": "要当场拍板", "basis": "editor"}], bad="无", default=[]
    )
    steps: list[Step] = about(
        "步骤", "按先后写", good=[{"name": "选题", "basis": "editor"}], bad="选题、调研", default=[]
    )
    parts: list[Part] = about(
        "组成",
        "没有先后的构成部分",
        good=[{"name": "双联", "note": "结对联系", "basis": "source"}],
        bad="四部分",
        default=[],
    )
    roles: list[Role] = about(
        "角色", "谁做什么", good=[{"who": "市政协", "does": "组织"}], bad="各方", default=[]
    )
    rhythm: Text | None = about("节奏", "多久一次", good="每两个月一次", bad="经常", default=None)
    outputs: list[Output] = about("交付物", "要交出什么", good=[{"name": "协商纪要"}], bad="材料", default=[])
    documents: list[Id] = about(
        "制度文件", "文件编号", good=["shuangping-banfa"], bad="《双评办法》", default=[]
    )
    variants: list[Variant] = about(
        "各地变体", "别处怎么做", good=[{"name": "6+X", "differs": "依托平台"}], bad="有", default=[]
    )
    slips: list[Slip] = about(
        "走样与对策",
        "容易做歪的地方",
        good=[{"slip": "只开会", "remedy": "先调研", "basis": "editor"}],
        bad="无",
        default=[],
    )
    uptake: list[Statement] = about(
        "转化与反馈",
        "成果交给谁、怎么反馈",
        good=[{"text": "报送党委", "basis": "editor"}],
        bad="落实",
        default=[],
    )
    measures: list[Statement] = about(
        "衡量", "怎么知道做好了", good=[{"text": "办复率", "basis": "editor"}], bad="效果好", default=[]
    )
    training: Training | None = about(
        "培训", "目标、要点、练习", good={"objectives": ["能排出六步"]}, bad="有", default=None
    )
    facts: list[Fact] = about(
        "公开资料",
        "公开网页上的补充事实",
        good=[{"kind": "时限", "text": "每月一次", "source": "js-rules-2022"}],
        bad="网址",
        default=[],
    )
    gaps: list[Text] = about(
        "原文没有交代", "材料留下的空白", good=["六个步骤没有解释"], bad="无", default=[]
    )
    before: list[Id] = about("之前做", "通常先做的方法", good=["liuti"], bad="选题", default=[])
    after: list[Id] = about("之后做", "通常接着做的方法", good=["wubu"], bad="督办", default=[])
    instead: list[Id] = about("可替代", "情形不合时改用", good=["duikou"], bad="其他", default=[])
    part_of: list[Id] = about("属于", "它是哪些方法的一部分", good=["shuangxie"], bad="双协", default=[])
    related: list[Id] = about("相关", "有关系的方法", good=["bage-yi"], bad="八个一", default=[])
    sources: list[Citation] = about(
        "依据与出处", "至少一处", good=[{"source": "s0", "where": "三、双协"}], bad="网上", min_length=1
    )
    reviewed: PartialDate | None = about(
        "核对日期", "最近一次与材料核对", good="2026-11", bad="最近", default=None
    )
    review_by: PartialDate | None = about(
        "下次核对", "到这时再核对", good="2027-11", bad="以后", default=None
    )
