"""Values that know how sure they are: figures with a state, dates with a basis, sentences with a voice."""

from __future__ import annotations

import re
from datetime import date as Date  # noqa: N812 (reads as the type it is)
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema, model_validator

from macros.models.base import Id, Labelled, Record, Short, Text, about


class Basis(Labelled):
    """Whose voice a sentence is (design: two kinds of voice)."""

    SOURCE = "source", "来源", "材料写明"
    EDITOR = "editor", "编者", "编者的解释或建议"


class State(Labelled):
    """How sure a figure is."""

    STATED = "stated", "已公开", "材料写明了数字"
    MASKED = "masked", "脱敏", "材料以X隐去，不填、不加总、不画图"
    UNTOLD = "untold", "未提供", "材料没有交代"
    DISPUTED = "disputed", "存疑", "材料前后不一致"
    DERIVED = "derived", "推算", "由材料中的其他说法推得"


class DateBasis(Labelled):
    """How we know when something happened."""

    TOLD = "told", "材料写明", "材料里写了时间"
    PUBLICATION = "publication", "发表时间", "只知道报道发表的时间"
    INFERRED = "inferred", "推断", "由上下文推断"


DATE_PATTERN = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?\Z")


def partial_date(value: Any) -> str:  # noqa: ANN401 (whatever YAML holds)
    """'2023', '2023-05' or '2023-05-31'; raises ValueError with a Chinese sentence for anything else."""
    text = str(value)
    found = DATE_PATTERN.match(text)
    if isinstance(value, bool) or not found:
        raise ValueError("日期要写成2023、2023-05或2023-05-31这样的样子")
    try:
        Date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError:
        raise ValueError("日历上没有这一天") from None
    return text


#: what an editor program can mark of it: the shape, not the calendar
DATE_SHAPE = {"type": "string", "format": "partial-date", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
PartialDate = Annotated[
    str, BeforeValidator(partial_date), StringConstraints(max_length=10), WithJsonSchema(DATE_SHAPE)
]


class When(Record):
    """A time: from when to when, and how we know."""

    start: PartialDate = about("开始", "年、年月或年月日", good="2023-05", bad="2023年5月")
    end: PartialDate | None = about("结束", "同一天或说不清时不写", good="2023-06", bad="至今", default=None)
    basis: DateBasis = about("时间依据", "时间是怎么知道的", good="told", bad="大概", default=DateBasis.TOLD)
    note: Text | None = about(
        "时间说明", "推断的理由", good="据“今年”和发表日期推断", bad="不详", default=None
    )

    @model_validator(mode="after")
    def ends_after_it_starts(self) -> Self:
        """An end before the start is a slip of the pen."""
        if self.end is not None and self.end < self.start[: len(self.end)]:
            raise ValueError(f"结束时间{self.end}早于开始时间{self.start}；核对这两个日期")
        return self


class Figure(Record):
    """A number as the source gives it; without a number it says why not."""

    name: Short = about("指标", "这个数字说的是什么", good="收集议题", bad="176个")
    value: int | float | None = about("数值", "只写数字", good=176, bad="176个", default=None)
    unit: Short | None = about("单位", "数值的单位", good="个", bad="176", default=None)
    state: State = about("状态", "数字有多可靠", good="stated", bad="公开", default=State.STATED)
    as_printed: Text | None = about(
        "原文写法", "材料上的写法，如X、80余处", good="X", bad="（空）", default=None
    )
    note: Text | None = about("说明", "口径等", good="报道发表时的累计数", bad="很多", default=None)

    @property
    def printed(self) -> str:
        """As the source prints it, or value and unit, or its state: never more than was told."""
        if self.as_printed:
            return self.as_printed
        return f"{self.value}{self.unit or ''}" if self.value is not None else self.state.label

    @model_validator(mode="after")
    def says_only_what_its_state_allows(self) -> Self:
        """A masked or untold figure has no value; a stated one has a value or the printed words."""
        if self.state in {State.MASKED, State.UNTOLD} and self.value is not None:
            raise ValueError(f"状态是“{self.state.label}”的数字不能再写数值；删掉value，或者改state")
        if self.state is not State.UNTOLD and self.value is None and self.as_printed is None:
            raise ValueError("没有数值，也没有原文写法；补上as_printed，材料没说就写state: untold")
        return self


class Citation(Record):
    """Where something stands: a source and the passage."""

    source: Id = about("来源", "来源编号，对应data/sources下的文件名", good="s0", bad="某网站")
    where: Text | None = about("出处位置", "篇、章、条", good="三、双协", bad="某处", default=None)
    lines: Text | None = about("行号", "材料文本的行号，供核对", good="L40", bad="四十", default=None)


class Voiced(Record):
    """Something said either by a source or by the editors; a source's word names the source."""

    basis: Basis = about("依据", "这句话是材料说的还是编者写的", good="source", bad="网上")
    source: Id | None = about("来源", "依据是材料时必填", good="s0", bad="某网站", default=None)

    @model_validator(mode="after")
    def names_its_source(self) -> Self:
        """Every claim has a source."""
        if self.basis is Basis.SOURCE and self.source is None:
            raise ValueError("依据是来源，却没有写来源编号；补上一行，例如source: s0")
        return self


class Statement(Voiced):
    """One sentence with a voice."""

    text: Text = about("内容", "一句完整的话", good="议题牵涉多个部门时适用", bad="适用")
