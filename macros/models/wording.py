"""How words are written here, with the reason: a table that grows with experience."""

from __future__ import annotations

from macros.models.base import Id, Labelled, Record, Short, Text, about


class WordingKind(Labelled):
    """Why a word is on the table."""

    PREFERRED = "preferred", "统一写法", "同一个意思只用一种写法，fmt可以代改"
    CLAIM = "claim", "说得过满", "只有写明是谁说的才能用"
    OFFICE = "office", "称呼", "写职务，不写姓名"
    LEFTOVER = "leftover", "识别残留", "扫描、转换格式时认错的字，fmt可以代改"


class WordingException(Record):
    """A place where the word is right all the same."""

    file: Text = about("文件", "哪个文件，从data或docs写起", good="data/cases/C001.yml", bad="某案例")
    text: Short = about("原话", "文件里的一小段，带着这个词", good="《圆满的答卷》", bad="这里", min_length=2)
    reason: Text = about("原因", "为什么这里可以", good="这是文章的标题", bad="例外")


class Wording(Record):
    """A record of data/wording."""

    id: Id = about("编号", "与文件名相同", good="yishiting", bad="议事厅")
    kind: WordingKind = about("类别", "为什么要管这个词", good="preferred", bad="错字")
    find: list[Short] = about(
        "要找的词", "照字面找，不是正则", good=["反应社情民意"], bad="反应.*民意", min_length=1
    )
    use: Short | None = about(
        "改用", "代改时换成它；要人想一想的不写", good="反映社情民意", bad="改掉", default=None
    )
    unless: list[Short] = about(
        "不算的上下文", "同一句里有这些词就不算", good=["材料称"], bad="有时", default=[]
    )
    reason: Text = about("理由", "为什么这样写", good="反映是通行写法，反应是另一个词", bad="规定")
    exceptions: list[WordingException] = about(
        "例外",
        "个别地方可以用",
        good=[{"file": "data/cases/C001.yml", "text": "……", "reason": "引文"}],
        bad="有",
        default=[],
    )
