"""A file that people take away: a form, a deck, a ledger. What it is called, what it is for, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

#: the variable that tells where the fonts of PDFs are, as PATH does; without it no method gets one
PDF_FONTS = "XIESHANG_PDF_FONTS"

#: Reads a built page by its path in the site ("training/liushi/index.html").
Read = Callable[[str], str]


class Group(StrEnum):
    """Where a file stands on the downloads page, in this order."""

    FORMS = "表单"
    WORD = "方法和案例的Word版"
    DECKS = "课件"
    SHEETS = "讲义与试卷"
    KITS = "模拟协商"
    CARDS = "方法卡与手册"
    PDFS = "方法的PDF"
    LEDGERS = "台账与日历"
    DATA = "开放数据"


@dataclass(frozen=True)
class Product:
    """`path` starts from the top of the site; `made_from` is everything that the bytes depend on besides our code.

    A product without a title belongs to another one (a deck's script) or to its page, and is not listed.
    `page` is the built page that offers it below its title, by its path in the site; `from_page` is one that it is made
    from, of which only the article counts.
    """

    path: str
    made_from: str
    make: Callable[[], bytes]
    group: Group
    title: str = ""
    purpose: str = ""
    page: str = ""
    from_page: str = ""
