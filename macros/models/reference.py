"""What methods and cases point at: sources, places, documents, terms, look-alikes, vocabularies."""

from __future__ import annotations

from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, model_validator

from macros.models.base import Id, Labelled, Record, Short, Text, about
from macros.models.case import Openness
from macros.models.values import PartialDate, Statement


def web_address(url: str) -> str:
    """An absolute http(s) address; raises ValueError with a Chinese sentence otherwise."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError("网址要以http://或https://开头")
    if any(char.isspace() or char in '<>"{}\\' for char in url):
        raise ValueError("网址里不能有空格、引号、反斜杠、尖括号或花括号")
    return url


Url = Annotated[str, AfterValidator(web_address)]


class Reliability(Labelled):
    """What kind of page or paper a source is."""

    OFFICIAL = "official", "政协或政府网站", "机关自己发布"
    PRESS = "press", "政协报刊", "政协系统的报纸、网站"
    NEWS = "news", "新闻媒体", "一般媒体"
    ACADEMIC = "academic", "学术论文", "期刊、论文"
    MIRROR = "mirror", "转载页", "只见到转载，不给链接"
    AGGREGATOR = "aggregator", "文库汇编", "材料汇编、范文网站，作者不详"


class SourceKind(Labelled):
    """The five texts the library began with, or a public page found later."""

    TEXT = "text", "基础材料", "建库时的五份材料"
    PAGE = "page", "公开网页", "后来查到的公开页面"


class Source(Record):
    """A record of data/sources."""

    id: Id = about("编号", "与文件名相同", good="js-rules-2022", bad="江苏规则")
    kind: SourceKind = about("种类", "基础材料还是公开网页", good="page", bad="网页")
    title: Text = about("标题", "原标题", good="江苏省政协协商议事工作规则", bad="规则")
    short: Short | None = about(
        "简称", "引用时显示的短名，不写就显示发布者", good="联谊报", bad="来源一", default=None
    )
    publisher: Text = about("发布者", "网站或报刊", good="江苏省政协网站", bad="网上")
    date: PartialDate | None = about("日期", "发布日期", good="2022-05-25", bad="去年", default=None)
    url: Url | None = about(
        "网址",
        "只写确认过的原始地址",
        good="http://www.cppcc.gov.cn/2011/09/06/ARTI1315304517625125.shtml",
        bad="www.cppcc.gov.cn",
        default=None,
    )
    link_ok: bool = about("可以链接", "转载页只引用不链接", good=True, bad="可以")
    reliability: Reliability = about("可靠程度", "是什么样的页面", good="official", bad="很可靠")
    note: Text | None = about("说明", "读它要知道的", good="只见到开头部分", bad="无", default=None)

    @property
    def label(self) -> str:
        """What a citation shows."""
        return self.short or self.publisher

    @model_validator(mode="after")
    def links_only_what_may_be_linked(self) -> Self:
        """A link needs an address."""
        if self.link_ok and self.url is None:
            raise ValueError("标了可以链接，却没有网址；补上url，或者把link_ok改成false")
        return self


class Place(Record):
    """A record of data/places. A masked place has a code of its own, so that five XX区 never merge."""

    id: Id = about("编号", "与文件名相同", good="s2-xx-shi", bad="XX市")
    name: Short = about("名称", "网站上的写法，足以互相区别", good="XX市（上半年总结）", bad="某地")
    printed: Text = about("材料写法", "材料上怎么写", good="XX市", bad="不详")
    level: Short = about("层级", "词表里的层级", good="市", bad="地级")
    province: Short | None = about("省份", "材料写明时才写", good="江苏", bad="江苏省吧", default=None)
    openness: Openness = about("公开程度", "写明的还是隐去的", good="anonymised", bad="隐去")
    note: Text | None = about("说明", "怎么知道的", good="篇名里顺带写出", bad="无", default=None)


class DocumentState(Labelled):
    """Whether a rule exists."""

    ISSUED = "issued", "已出台", "材料说已经印发或制定"
    DRAFTING = "drafting", "在制定", "材料说正在起草"
    REQUIRED = "required", "要求制定", "材料要求制定"
    UNTOLD = "untold", "原文没有交代", "材料只提到名称"


class Document(Record):
    """A record of data/documents: a rule the sources name."""

    id: Id = about("编号", "与文件名相同", good="shuangping-banfa", bad="双评办法")
    title: Text = about("名称", "书名号里的全称", good="提案“双评”办法", bad="办法")
    issuer: Text | None = about("制定者", "材料写明时才写", good="X市政协", bad="上级", default=None)
    place: Id | None = about("地方", "地方编号", good="s0-x-shi", bad="X市", default=None)
    state: DocumentState = about("状态", "有没有出台", good="issued", bad="有")
    note: Text | None = about("说明", "材料怎么说它", good="试行", bad="无", default=None)
    source: Id | None = about("来源", "哪份材料提到", good="s0", bad="网上", default=None)


class Term(Record):
    """A record of data/terms: a word people meet and may not know."""

    id: Id = about("编号", "与文件名相同", good="jiebie", bad="界别")
    name: Short = about("术语", "通行写法", good="界别", bad="界别等")
    aliases: list[Short] = about("别名", "其他叫法", good=["政协界别"], bad="界别", default=[])
    meaning: list[Statement] = about(
        "释义", "一到三句", good=[{"text": "组成政协的方面", "basis": "editor"}], bad="见百度", default=[]
    )
    decoded: bool = about("材料解释过", "材料是否说明了它的意思", good=False, bad="否")
    sources: list[Id] = about("出处", "哪些材料提到", good=["s0"], bad="网上", default=[])
    methods: list[Id] = about("相关方法", "方法编号", good=["shuangping"], bad="双评", default=[])


class Thing(Record):
    """One of the things that share a name."""

    label: Short = about("所指", "它是什么", good="绍兴的电视协商节目", bad="另一个")
    meaning: Text = about("说明", "一句话", good="每月一期", bad="同上")
    method: Id | None = about("方法", "方法编号", good="dianshi-xieshang", bad="电视协商", default=None)
    source: Id | None = about("来源", "来源编号", good="s3", bad="报纸", default=None)


class Confusable(Record):
    """A record of data/confusables: same name, different thing."""

    id: Id = about("编号", "与文件名相同", good="youshi-haoshangliang", bad="有事好商量")
    name: Short = about("同名", "容易混淆的叫法", good="有事好商量", bad="同名")
    things: list[Thing] = about(
        "各是什么", "至少两个", good=[{"label": "甲", "meaning": "……"}], bad="两个", min_length=2
    )
    advice: Text | None = about("编者提醒", "怎么区分", good="看前面的地名", bad="注意", default=None)


class Category(Record):
    """One of the ten shelves of the library."""

    id: Id = about("编号", "拼音", good="tian", bad="提案")
    name: Short = about("名称", "类别名称", good="提案工作", bad="其他")
    scope: Text | None = about(
        "说明", "这一类放什么", good="写、立、办、评提案的做法", bad="略", default=None
    )


class Choice(Record):
    """One word of a vocabulary."""

    name: Short = about("词", "数据里就写这个词", good="县区", bad="县级")
    meaning: Text | None = about("说明", "什么时候用它", good="县、县级市、市辖区", bad="略", default=None)


class Vocabularies(Record):
    """data/vocabularies.yml: the closed lists that editors may lengthen."""

    levels: list[Choice] = about("层级", "从上到下", good=[{"name": "县区"}], bad="县区", min_length=1)
    topics: list[Choice] = about(
        "议题分类", "案例的分类", good=[{"name": "停车与交通道路"}], bad="停车", min_length=1
    )
