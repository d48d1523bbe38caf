"""A page that is no longer where it was: moved, or taken back with a reason. Addresses never die silently."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from macros.models.base import Id, Record, Short, Text, about
from macros.models.values import PartialDate

#: An address inside the site: words in lower-case letters and digits, each with a stroke after it.
Address = Annotated[
    str, StringConstraints(pattern=r"^([A-Za-z0-9]+(-[A-Za-z0-9]+)*/)+$", max_length=120, strict=True)
]


class Retired(Record):
    """A record of data/retired: an old address and what stands there now."""

    id: Id = about("编号", "与文件名相同", good="qi-shangliang-jiu", bad="旧页面")
    address: Address = about(
        "旧地址", "网址里域名后面的部分，结尾有斜线", good="cases/C999/", bad="/cases/C999"
    )
    title: Short = about("标题", "旧页面的名称", good="某案例（已撤下）", bad="旧页面")
    moved_to: Address | None = about(
        "新地址", "搬到哪里；撤下的不写", good="cases/C998/", bad="见新页面", default=None
    )
    reason: Text = about("原因", "为什么搬走或撤下", good="来源网站已更正，原说法不成立", bad="有问题")
    date: PartialDate = about("日期", "哪一天搬走或撤下", good="2026-11-22", bad="最近")
