"""What stands on a form: headings, sentences, boxes to fill, tables, things to be judged."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from macros.models.base import Id, Record, Short, Text, about


class GridRow(Record):
    """A row of a form: one or two labels, each with room to write beside it."""

    labels: list[Short] = about(
        "栏名", "一行一个或两个", good=["案由", "类别"], bad="案由", min_length=1, max_length=2
    )
    height: int = about("行高", "至少多少毫米", good=12, bad="一行", ge=8, le=200, default=11)
    hint: Text | None = about("提示", "印在空格里的小字", good="一事一案", bad="略", default=None)


class FormTable(Record):
    """A table: a head, rows with words in them, empty rows to fill."""

    head: list[Short] = about("表头", "各列的名称", good=["姓名", "单位"], bad="姓名、单位", min_length=2)
    rows: list[list[Text]] = about(
        "行", "每行的格数与表头相同，要填的格写〔〕", good=[["开场", "〔〕"]], bad="开场", default=[]
    )
    blank: int = about("空行", "留几行空的", good=12, bad="若干", ge=0, le=60, default=0)
    widths: list[int] = about("列宽", "各列宽度之比", good=[1, 3], bad="一比三", default=[])
    height: int = about("行高", "至少多少毫米", good=10, bad="一行", ge=6, le=60, default=9)

    @model_validator(mode="after")
    def fits_its_head(self) -> Self:
        """Rows and widths have as many cells as the head."""
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.head):
                raise ValueError(f"表头有{len(self.head)}格，第{number}行却有{len(row)}格；补上或者删掉")
        if self.widths and len(self.widths) != len(self.head):
            raise ValueError(f"表头有{len(self.head)}格，列宽却写了{len(self.widths)}个；一列写一个")
        if not self.rows and not self.blank:
            raise ValueError("表里没有行；写上rows，或者写blank留出空行")
        return self


class Score(Record):
    """One thing to be judged, as a source has it."""

    item: Short = about("评议项目", "来源写的项目", good="办前沟通", bad="其他")
    source: Id = about("来源", "写出这一项的来源", good="lanzhou-2018", bad="惯例")


class Scale(Record):
    """The words among which the judge chooses, as a source has them."""

    words: list[Short] = about("等次", "从高到低", good=["满意", "不满意"], bad="满意度", min_length=2)
    source: Id = about("来源", "写出这些等次的来源", good="suixian-2014", bad="惯例")


class Scoring(Record):
    """A table for judging. What is judged and the scale come from sources, never from us."""

    head: Short = about("栏名", "第一列的名称", good="评议项目", bad="栏", default="评议项目")
    items: list[Score] = about(
        "项目", "各项都写来源", good=[{"item": "办前沟通", "source": "s0"}], bad="沟通", default=[]
    )
    blank: int = about("空行", "由本地填写的行数", good=6, bad="几行", ge=0, le=30, default=0)
    scale: Scale | None = about(
        "等次", "要勾选的等次", good={"words": ["好", "差"], "source": "s0"}, bad="好", default=None
    )
    columns: list[Short] = about("要填的列", "等次之外的列", good=["得分", "理由"], bad="得分", default=[])

    @model_validator(mode="after")
    def has_something_to_judge(self) -> Self:
        """At least one row, at least one column to fill."""
        if not self.items and not self.blank:
            raise ValueError("评议表里没有项目；写上items，或者写blank留出空行")
        if self.scale is None and not self.columns:
            raise ValueError("评议表里没有要填的列；写上scale或者columns")
        return self


class Signature(Record):
    """Who signs, and when."""

    office: Short = about("落款", "机关名称，或者要填的空", good="〔主办机关〕", bad="我单位")
    date: Short = about("日期", "成文日期，或者要填的空", good="〔年月日〕", bad="近日")


class Block(Record):
    """One part of the paper. Exactly one of its fields is given."""

    address: Text | None = about("称呼", "顶格写的一行", good="〔姓名〕委员：", bad="你好", default=None)
    heading: Short | None = about("一级标题", "序号自动编", good="协商议题", bad="一、议题", default=None)
    heading2: Short | None = about("二级标题", "序号自动编", good="会前", bad="（一）会前", default=None)
    text: Text | None = about("正文", "一段话，要填的写〔〕", good="时间：〔时间〕。", bad="略", default=None)
    items: list[Text] = about("分条", "自动编1.2.3.", good=["先看现场"], bad="看现场", default=[])
    grid: list[GridRow] = about(
        "填写栏", "一行一行的空格", good=[{"labels": ["案由"]}], bad="案由", default=[]
    )
    table: FormTable | None = about(
        "表格", "有表头的表", good={"head": ["姓名", "单位"], "blank": 9}, bad="见附表", default=None
    )
    scoring: Scoring | None = about(
        "评议表",
        "打分或者勾选",
        good={"blank": 6, "columns": ["得分"]},
        bad="打分",
        default=None,
    )
    lines: int | None = about("横线", "手写用的横线数", good=5, bad="若干", ge=1, le=30, default=None)
    note: Text | None = about("小字", "填写说明等", good="一式两份。", bad="略", default=None)
    signature: Signature | None = about(
        "落款", "机关和日期", good={"office": "〔机关〕", "date": "〔年月日〕"}, bad="办公室", default=None
    )
    next_sheet: Text | None = about(
        "另起一张", "新的一页和它的标题", good="办理质量评议表", bad="下一页", default=None
    )
    wide_sheet: Text | None = about(
        "横放的附件",
        "另起一页横着放，写附件的标题；后面的都横放",
        good="〔年份〕年度协商议题安排表",
        bad="横",
        default=None,
    )
    plates: int | None = about("席卡", "留几个", good=4, bad="若干", ge=1, le=40, default=None)

    @model_validator(mode="after")
    def is_one_thing(self) -> Self:
        """A block is one thing, so that their order is the paper's order."""
        given = [name for name in type(self).model_fields if getattr(self, name)]
        if len(given) != 1:
            raise ValueError(
                f"一块只写一样东西，这里写了{len(given)}样；空的写上一样，多的分成几块，各占一个“- ”"
            )
        return self

    @property
    def kind(self) -> str:
        """The name of the one field that is given."""
        return next(name for name in type(self).model_fields if getattr(self, name))
