"""A case: one place did one thing at one time, as far as somebody told it."""

from __future__ import annotations

from macros.models.base import Id, Labelled, Record, Short, Text, about
from macros.models.values import Citation, Figure, PartialDate, State, When

MANY_TOPICS = 3


class Openness(Labelled):
    """How much of it may be known."""

    NAMED = "named", "公开", "材料写明了地方"
    INFERRED = "inferred", "可推知", "材料在别处顺带写出了地方"
    ANONYMISED = "anonymised", "已隐去", "材料隐去了地方"


class Participant(Record):
    """A kind of people who took part."""

    kind: Text = about("参加者", "哪一类人或机构", good="居民代表", bad="张三")
    count: int | None = about("人数", "只写数字", good=46, bad="46人", ge=0, default=None)


class Event(Record):
    """A step of what happened."""

    step: Short | None = about("环节", "属于哪一步", good="调研", bad="1", default=None)
    date: PartialDate | None = about("日期", "材料写明时才写", good="2023-05-31", bad="5月底", default=None)
    did: Text = about("做了什么", "用自己的话", good="先到现场看，再开会商量", bad="开展活动")


class Uptake(Record):
    """What became of the result: to whom it went."""

    to: Short = about("交给谁", "机构", good="市政府", bad="领导")
    what: Text = about("交了什么", "文件或建议", good="建议案", bad="材料")
    date: PartialDate | None = about("日期", "材料写明时才写", good="2023-06", bad="会后", default=None)


class Handling(Record):
    """What a body did with it."""

    body: Short = about("办理单位", "谁在办", good="区住建局", bad="部门")
    state: Text = about("办理情况", "办到哪一步", good="已列入计划", bad="好")
    date: PartialDate | None = about("日期", "材料写明时才写", good="2023-07", bad="近日", default=None)
    evidence: Text | None = about("凭据", "凭什么这么说", good="办理情况反馈表", bad="听说", default=None)


class Feedback(Record):
    """Who was told of the outcome, and how."""

    to: Short = about("反馈给谁", "哪些人", good="提出问题的居民", bad="群众们")
    how: Text = about("怎么反馈", "方式", good="在议事室张榜", bad="及时反馈")
    date: PartialDate | None = about("日期", "材料写明时才写", good="2023-08", bad="事后", default=None)


class Outcome(Record):
    """A measured change."""

    indicator: Short = about("指标", "量的是什么", good="停车位", bad="效果")
    before: int | float | None = about("之前", "只写数字", good=300, bad="300个", default=None)
    after: int | float | None = about("之后", "只写数字", good=700, bad="700个", default=None)
    unit: Short | None = about("单位", "数值的单位", good="个", bad="300", default=None)
    state: State = about("状态", "数字有多可靠", good="stated", bad="公开", default=State.STATED)


class Case(Record):
    """A record of data/cases."""

    id: Id = about("编号", "与文件名相同，永不改变", good="s2-youshi", bad="案例一")
    number: Text = about("案例号", "印在课件和卡片上的号", good="A-0042", bad="42", pattern=r"^A-\d{4}$")
    title: Text = about(
        "标题", "二十五字以内：什么事", good="废弃水池改停车场", bad="典型案例", max_length=25
    )
    methods: list[Id] = about(
        "用到的方法", "至少一个方法编号", good=["minsheng-yishitang"], bad="议事堂", min_length=1
    )
    level: Short = about("层级", "词表里的层级", good="县区", bad="基层")
    place: Id = about("地方", "地方编号，隐去的地方也有编号", good="s2-xx-shi", bad="某市")
    spot: Text | None = about(
        "具体地点", "材料写明的镇街、村社区", good="新南街道东望社区", bad="现场", default=None
    )
    openness: Openness = about("地方公开程度", "地方是写明的还是隐去的", good="named", bad="公开")
    date: When | None = about("时间", "材料没说就不写", good={"start": "2023-05"}, bad="近年来", default=None)
    topic: Text = about("议题", "议的是什么事", good="停车难", bad="民生")
    topics: list[Short] = about(
        "议题分类",
        "词表里的分类，一到三个",
        good=["停车与交通道路"],
        bad="停车",
        min_length=1,
        max_length=MANY_TOPICS,
    )
    summary: Text = about(
        "摘要", "一百二十字以内：做了什么", good="社区先看现场再开会。", bad="见附件", max_length=120
    )
    result: Text | None = about("结果", "材料写明的结果", good="水池改成停车场", bad="效果良好", default=None)
    lead: Text | None = about("牵头", "谁牵头", good="区政协社法委", bad="领导", default=None)
    handling_bodies: list[Short] = about("承办单位", "谁来办", good=["区住建局"], bad="部门", default=[])
    participants: list[Participant] = about(
        "参加者", "哪些人参加", good=[{"kind": "居民代表", "count": 12}], bad="各界", default=[]
    )
    topic_origin: Text | None = about("议题来源", "题目从哪来", good="居民反映", bad="征集", default=None)
    process: list[Event] = about("经过", "按先后写", good=[{"did": "实地看"}], bad="协商", default=[])
    opinions: list[Text] = about("主要意见", "会上说了什么", good=["分时停车"], bad="很多", default=[])
    uptake: list[Uptake] = about(
        "成果转化", "成果交给谁", good=[{"to": "市政府", "what": "建议案"}], bad="已报送", default=[]
    )
    handling: list[Handling] = about(
        "办理", "谁办到哪一步", good=[{"body": "区住建局", "state": "已完工"}], bad="已办", default=[]
    )
    feedback: list[Feedback] = about(
        "反馈", "告诉了谁", good=[{"to": "居民", "how": "张榜"}], bad="已反馈", default=[]
    )
    adopted_by: Short | None = about(
        "采纳者", "机构或职务，不写人名", good="市政府", bad="某市长姓名", default=None
    )
    outcomes: list[Outcome] = about(
        "成效", "量得出的变化", good=[{"indicator": "停车位", "after": 700}], bad="显著", default=[]
    )
    highlights: list[Text] = about("值得学", "编者提炼", good=["会前先看现场"], bad="好", default=[])
    conditions: list[Text] = about(
        "成立条件", "离开什么就做不成", good=["有闲置地"], bad="领导重视", default=[]
    )
    not_copy: list[Text] = about("不宜照搬", "哪些学不得", good=["只适合小区内部"], bad="无", default=[])
    lessons: list[Text] = about("教训", "做完才知道的", good=["建成后又生争议"], bad="无", default=[])
    figures: list[Figure] = about(
        "数字", "材料给出或隐去的数字", good=[{"name": "车位", "value": 700}], bad="700", default=[]
    )
    notes: list[Text] = about(
        "编者说明", "读这个案例要知道的", good=["“全部采纳”是材料自述"], bad="略", default=[]
    )
    sources: list[Citation] = about("出处", "至少一处", good=[{"source": "s2"}], bad="网上", min_length=1)
    same_as: Id | None = about(
        "与哪个案例是同一件事",
        "同一件事另有记录时写它的编号，统计只计一次",
        good="s3-lan-29",
        bad="重复",
        default=None,
    )
    verified: bool = about("已复核", "是否有第二人对照材料核过", good=True, bad="是", default=False)
