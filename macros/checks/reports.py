"""Rules about what users tell: reports and corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope

#: addresses under which every page is known to the library
KNOWN_BELOW = ("methods/", "cases/")


def reports_are_told_once(scope: Scope) -> Iterator[Problem]:
    """同一场会的使用报告只收一份：方法、地方、日期、人数都相同的，算同一场。"""
    first: dict[tuple[object, ...], str] = {}
    for entry in scope.library.shelves["reports"].values():
        report = entry.record
        event = (report.method, report.place, report.place_text, report.date, report.people)
        owner = first.setdefault(event, entry.file.path)
        if owner != entry.file.path:
            place = entry.file.document.place(("date",))
            said = f"这份使用报告和{owner}说的像是同一场：方法、地方、日期、人数都相同。"
            yield Problem(entry.file.path, *place, said, "是同一场，就合成一份；不是，就把日期写到日。")


def corrections_name_a_page(scope: Scope) -> Iterator[Problem]:
    """勘误要写明是哪一页，方法页和案例页要真有这一页。"""
    for entry in scope.library.shelves["corrections"].values():
        address = entry.record.address
        is_known = not address.startswith(KNOWN_BELOW) or address in scope.library.addresses
        if is_known and not address.startswith("/") and address.endswith("/"):
            continue
        place = entry.file.document.place(("address",))
        said = f"「哪一页（address）」写的是“{address}”，没有这一页。"
        hint = "照浏览器地址栏写站点名后面的部分，开头没有斜线，结尾有斜线，例如methods/liushi/。"
        yield Problem(entry.file.path, *place, said, hint)
