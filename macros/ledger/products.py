"""The ledger as a file to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.ledger.layout import LEDGER
from macros.ledger.rows import choices_for, layout_for
from macros.ledger.workbook import ledger
from macros.library.watched import Answers
from macros.products import Group, Product

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library
    from macros.products import Read

PATH = "files/ledger/anli-taizhang.xlsx"


def ledger_products(library: Library, _read: Read) -> Iterator[Product]:
    """One workbook with everything in it."""
    answers = Answers(library)
    records = [answers.digest((kind, None)) for kind in LEDGER]
    lists = {
        name: dict(choices.values) for name, choices in choices_for(library, layout_for(library)).items()
    }
    yield Product(
        path=PATH,
        made_from="\n".join([*records, repr(sorted(lists.items()))]),
        make=lambda: ledger(library),
        group=Group.LEDGERS,
        title="案例台账",
        purpose="全部案例、地方、来源、流程表和表单，用Excel查看、补充和改错，改好了可以收回网站",
    )
