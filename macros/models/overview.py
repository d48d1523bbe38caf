"""What lies across methods: processes, things named by numbers, side-by-side comparisons."""

from __future__ import annotations

from macros.models.base import Id, Labelled, Record, Short, Text, about
from macros.models.method import Told
from macros.models.values import Basis, Statement


class Chart(Labelled):
    """What can honestly be counted, each with its title and the unit that it counts in."""

    METHOD = "method", "案例最多的20个方法", "件"
    CATEGORY = "category", "案例按议题分类（一件案例可以有几类）", "件"
    LEVEL = "level", "案例按层级", "件"
    OPENNESS = "openness", "案例的地方是否写明", "件"
    YEAR = "year", "案例按开始年份（没有交代的单列）", "件"
    CHAIN = "chain", "从意见到反馈，材料写到了哪几环", "件"
    FIGURES = "figures", "案例有没有公开数字", "件"
    TOLD = "told", "材料对方法交代到什么程度", "个"
    RANK = "rank", "方法的分级", "个"


class Handover(Record):
    """A paper that goes from one hand to the next."""

    paper: Short = about("文书", "交接的文件", good="交办单", bad="材料")
    giver: Short = about("交出方", "谁交", good="政协办公室", bad="我们")
    taker: Short = about("接收方", "交给谁", good="督查部门", bad="他们")
    basis: Basis = about("依据", "材料写明的还是编者的", good="source", bad="网上")
    source: Id | None = about("来源", "依据是材料时写", good="s0", bad="某网站", default=None)


class Stage(Record):
    """One stage of a process."""

    name: Short = about("阶段", "短名", good="选题", bad="第一阶段")
    does: Text = about("做什么", "这一段要办成什么", good="定下议什么、谁来办", bad="开展工作")
    basis: Basis = about("依据", "这一段是材料写的还是编者概括的", good="editor", bad="网上")
    source: Id | None = about("来源", "依据是材料时写", good="s0", bad="某网站", default=None)
    methods: list[Id] = about("用到的方法", "方法编号", good=["liuti"], bad="六题", default=[])
    handovers: list[Handover] = about(
        "交接",
        "谁把什么交给谁",
        good=[{"paper": "交办单", "giver": "政协", "taker": "政府", "basis": "source"}],
        bad="交办",
        default=[],
    )
    limits: list[Statement] = about(
        "时限",
        "材料写明的时限，各写来源",
        good=[{"text": "会前七天", "basis": "source", "source": "s1"}],
        bad="尽快",
        default=[],
    )


class Process(Record):
    """A record of data/processes: the life of a consultation, of a proposal."""

    id: Id = about("编号", "与文件名相同", good="consultation", bad="流程一")
    name: Short = about("名称", "这是什么的一生", good="一场协商的全过程", bad="流程")
    summary: Text = about("说明", "一两句话", good="从选题到评价七个阶段", bad="见下图", max_length=200)
    stages: list[Stage] = about(
        "阶段", "按先后", good=[{"name": "选题", "does": "定题", "basis": "editor"}], bad="选题", min_length=2
    )


class Numbered(Record):
    """A record of data/numbers: a method or slogan named by a number, and what the number stands for."""

    id: Id = about("编号", "与文件名相同", good="bage-yi", bad="八个一")
    name: Short = about("名数", "材料的写法", good="八个一", bad="8个1等")
    stands_for: list[Text] = about(
        "各指什么", "逐项写，材料没说就空着", good=["一次调研"], bad="八项", default=[]
    )
    told: Told = about("材料交代程度", "逐项写明、部分写明还是只有名称", good="full", bad="全")
    note: Text | None = about("说明", "数目与列举不合等", good="只列出五项", bad="略", default=None)
    method: Id | None = about("方法", "方法编号", good="bage-yi", bad="八个一", default=None)
    sources: list[Id] = about("出处", "来源编号", good=["s0"], bad="网上", min_length=1)


class Answer(Record):
    """What one of the compared does about one aspect."""

    aspect: Short = about("比较项", "与本记录aspects中的写法相同", good="谁评谁", bad="其他")
    text: Text = about("内容", "材料怎么说", good="承办单位评提案", bad="同左")


class Compared(Record):
    """One of the things set side by side."""

    name: Short = about("名称", "表头上的名字", good="兰州", bad="甲")
    method: Id | None = about("方法", "方法编号", good="shuangping", bad="双评", default=None)
    source: Id = about("来源", "来源编号", good="lanzhou-2018", bad="网上")
    answers: list[Answer] = about(
        "逐项", "没说的项不写", good=[{"aspect": "谁评谁", "text": "互评"}], bad="略", min_length=1
    )

    def answer(self, aspect: str) -> str | None:
        """What its source says of an aspect; None when it says nothing."""
        return next((said.text for said in self.answers if said.aspect == aspect), None)


class Comparison(Record):
    """A record of data/comparisons: several places' versions of one thing."""

    id: Id = about("编号", "与文件名相同", good="shuangping", bad="对比一")
    name: Short = about("名称", "比什么", good="各地双评比较", bad="比较")
    summary: Text = about("说明", "怎么读这张表", good="只列来源写明的项", bad="如下", max_length=200)
    aspects: list[Short] = about("比较项", "行的名称", good=["谁评谁"], bad="各项", min_length=2)
    things: list[Compared] = about("比较对象", "至少两个", good=[{"name": "兰州"}], bad="兰州", min_length=2)
