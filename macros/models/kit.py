"""A kit for a mock consultation: an exercise made from real cases, and never to be mistaken for them."""

from __future__ import annotations

from macros.models.base import Id, Record, Short, Text, about

FEWEST_ROLES, MOST_ROLES = 6, 9


class RealFact(Record):
    """What did happen in the case, with its source."""

    text: Text = about(
        "事实", "案例里真有的事，用自己的话写一句", good="停车场一个多月建成", bad="大家都满意"
    )
    source: Id = about("来源", "来源编号，案例的出处之一", good="lyg-2020", bad="网上")


class RoleCard(Record):
    """One role: what all may hear, and what only the player reads."""

    name: Short = about("角色", "身份，不写人名", good="水池西侧住户", bad="张三")
    players: int = about("几人扮演", "几个人合演这一方", good=2, bad="若干", ge=1, le=4, default=1)
    stance: Text = about("公开立场", "会上说得出口的话", good="这块地应当留给老人孩子", bad="反对")
    goal: Text = about("私下目标", "心里真正想要的，只有自己知道", good="夜里不要有车灯照进窗", bad="赢")
    bottom_line: Text = about("底线", "退到哪里就不能再退", good="楼前留一条过道", bad="不让步")
    knows: list[Text] = about(
        "你知道的",
        "只写在这张卡上的情况，一到四条",
        good=["邻居里有人愿意分时"],
        bad="很多",
        min_length=1,
        max_length=4,
    )


class AgendaItem(Record):
    """One stretch of the exercise."""

    minutes: int = about("分钟", "这一段用多少分钟", good=10, bad="十分钟", ge=1, le=60)
    name: Short = about("环节", "这一段叫什么", good="群众先说", bad="第一步")
    does: Text = about("做什么", "参加的人做什么", good="每方三分钟，说事不说人", bad="发言")
    leads: Text = about("主持人提示", "主持人说什么、看什么", good="先念规矩，再请没说过的人", bad="控场")


class Turn(Record):
    """Something that may happen at the table, and what the facilitator does then."""

    when: Text = about("情形", "桌上出现什么", good="两边都只重复自己的要求", bad="冷场")
    does: Text = about("怎么办", "主持人怎样介入", good="请每方说一条对方有道理的地方", bad="引导")


class ExpectedSlip(Record):
    """A way the exercise is expected to go wrong, for the debrief."""

    slip: Text = about("走样", "多半会做歪成什么样", good="一开口就表决", bad="效果差")
    remedy: Text = about("讲评时怎么说", "怎样把它讲成一课", good="问没举手的人会怎样", bad="加强")


class Criterion(Record):
    """One thing that is scored, at best by a checkpoint of the method itself."""

    item: Text = about("评分项", "看得见、数得清的一条", good="责任单每条都有日期", bad="态度好")
    points: int = about("分值", "各项加起来一百分", good=20, bad="二十", ge=1, le=100)
    step: Short | None = about(
        "对应步骤", "方法里的步骤名称，评分表会印出它的检查点", good="定题", bad="第三步", default=None
    )


class Kit(Record):
    """A record of data/kits."""

    id: Id = about("编号", "拼音，与文件名相同，永不改变", good="tingchechang", bad="停车场")
    title: Text = about("标题", "二十五字以内", good="停车场建好以后", bad="演练", max_length=25)
    one_liner: Text = about(
        "一句话", "四十字以内：练什么", good="建成以后再商一轮", bad="练协商", max_length=40
    )
    cases: list[Id] = about("根据的案例", "至少一个案例编号", good=["C001"], bad="停车场", min_length=1)
    method: Id = about("练哪个方法", "方法编号", good="youshi-haoshangliang", bad="有事好商量")
    fewest: int = about("最少几人", "少于这个数就演不起来", good=8, bad="八", ge=6, le=20)
    most: int = about("最多几人", "多出来的人作观察员", good=20, bad="二十", ge=6, le=40)
    deliverable: Text = about("交什么", "散场时每组交出的东西", good="一张签了字的责任单", bad="总结")
    real: list[RealFact] = about(
        "真有的事",
        "案例的事实，各写来源",
        good=[{"text": "建成后又起争执", "source": "lyg-2020"}],
        bad="略",
        min_length=3,
    )
    made_up: list[Text] = about(
        "练习添的", "为了演练编出来的，逐条说明", good=["各方的底线"], bad="无", min_length=1
    )
    brief: list[Text] = about(
        "情境", "发给所有人的，一段一条", good=["你们坐到了一起。"], bad="见案例", min_length=1
    )
    materials: list[Text] = about("要准备的", "桌椅和纸笔", good=["一块白板"], bad="常用物品", min_length=1)
    roles: list[RoleCard] = about(
        "角色卡",
        "六到九张",
        good=[{"name": "社区书记"}],
        bad="各方",
        min_length=FEWEST_ROLES,
        max_length=MOST_ROLES,
    )
    agenda: list[AgendaItem] = about(
        "流程",
        "按先后，分钟数加起来六十到九十",
        good=[{"minutes": 5, "name": "说规矩"}],
        bad="先讨论",
        min_length=4,
    )
    turns: list[Turn] = about(
        "主持人怎样介入",
        "至少三种情形",
        good=[{"when": "冷场", "does": "点名请部门答第一问"}],
        bad="灵活",
        min_length=3,
    )
    sheet: list[Text] = about(
        "观察要点", "观察员逐条记，至少四条", good=["谁一直没有说话"], bad="认真看", min_length=4
    )
    scoring: list[Criterion] = about(
        "评分",
        "各项加起来一百分",
        good=[{"item": "责任单有日期", "points": 20}],
        bad="优良中差",
        min_length=3,
    )
    debrief: list[Text] = about(
        "复盘提问", "至少三问", good=["哪一句话让对方松了口？"], bad="谈感想", min_length=3
    )
    slips: list[ExpectedSlip] = about(
        "预计的走样",
        "至少两条",
        good=[{"slip": "急着表决", "remedy": "问少数怎么办"}],
        bad="无",
        min_length=2,
    )

    @property
    def minutes(self) -> int:
        """How long it takes: the agenda, added up."""
        return sum(item.minutes for item in self.agenda)

    @property
    def players(self) -> int:
        """How many people the cards need."""
        return sum(role.players for role in self.roles)
