"""A form that an office fills in: what it is for, what sources say of it, and what stands on the paper."""

from __future__ import annotations

from macros.models.base import Id, Labelled, Record, Short, Text, about
from macros.models.form_blocks import Block
from macros.models.form_pack import FormPack


class FormPaper(Labelled):
    """How a form is set on paper."""

    OFFICIAL = "official", "公文格式", "A4竖版，按GB/T 9704-2012排版"
    SHEET = "sheet", "竖表", "A4竖版，字小边窄，多装几行"
    WIDE = "wide", "横表", "A4横版，栏目多的台账"
    PLATES = "plates", "席卡", "A4横版，一张两个，沿虚线裁开"


class FormGroup(Labelled):
    """When an office reaches for a form."""

    PLAN = "plan", "定计划", "一年开头"
    MEET = "meet", "办一场协商", "会前和会上"
    RESULT = "result", "写成果", "会后"
    HANDLE = "handle", "交办、反馈和跟踪", "成果出了门以后"
    PROPOSAL = "proposal", "提案", "提、办、评"
    MEMBER = "member", "委员履职", "记一年做了什么"


class Serves(Record):
    """A method, and the step of it, for which the form is used."""

    method: Id = about("方法", "方法编号", good="shuangping", bad="双评")
    step: Short | None = about(
        "步骤", "这个方法里步骤的名称，与方法记录写的相同", good="提案人评办理", bad="第三步", default=None
    )


class Told(Record):
    """What a source says that this paper must have."""

    text: Text = about("内容", "来源对这份文书怎么说", good="方案要写时间、地点", bad="按规定")
    source: Id = about("来源", "来源编号", good="js-expert-2023", bad="网上")


class Form(Record):
    """A record of data/forms. The form is the editors' sample; what sources say of it is told apart."""

    id: Id = about("编号", "拼音，与文件名相同，永不改变", good="xieshang-jiyao", bad="协商纪要")
    title: Short = about("名称", "印在页面和文件名里的名称", good="协商纪要", bad="表一")
    heading: Text | None = about(
        "文件标题", "印在纸上的标题，不写就用名称", good="关于〔议题〕的协商纪要", bad="标题", default=None
    )
    under: Text | None = about("题下", "标题下面的一行", good="（〔年月日〕）", bad="略", default=None)
    group: FormGroup = about("用在什么时候", "定计划、开会还是办理", good="meet", bad="平时")
    order: int = about("次序", "同一时候用的几份里排第几", good=2, bad="第二", ge=1)
    paper: FormPaper = about("纸面", "公文格式、竖表、横表还是席卡", good="official", bad="A4")
    pack: FormPack | None = about(
        "全套里", "“填一次，出全套”里怎么出，不在全套里就不写", good="person", bad="每人", default=None
    )
    purpose: Text = about("用途", "什么时候用，给谁用", good="会后七天内报送", bad="备用", max_length=120)
    serves: list[Serves] = about(
        "用在哪一步", "方法和步骤", good=[{"method": "shuangping"}], bad="双评", min_length=1
    )
    told: list[Told] = about(
        "来源怎么说",
        "来源对这份文书的要求，没有就空着",
        good=[{"text": "方案要写地点", "source": "s0"}],
        bad="按惯例",
        default=[],
    )
    blocks: list[Block] = about(
        "内容", "从上到下", good=[{"text": "时间：〔时间〕。"}], bad="见附件", min_length=1
    )
    fill: list[Text] = about("怎么填", "填写提示", good=["分歧照写"], bad="认真填写", min_length=1)

    @property
    def printed(self) -> str:
        """The title on the paper."""
        return self.heading or self.title

    def cited(self) -> list[str]:
        """The sources of what is judged on it, each once, in the order met."""
        scorings = [block.scoring for block in self.blocks if block.scoring]
        found = [item.source for scoring in scorings for item in scoring.items]
        found += [scoring.scale.source for scoring in scorings if scoring.scale]
        return list(dict.fromkeys(found))
