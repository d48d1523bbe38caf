"""Rules that hold between records of different kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.models.case import Openness
from macros.models.method import Rank
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope


def glossary_anchors_are_unique(scope: Scope) -> Iterator[Problem]:
    """术语的编号不能和词条方法的编号相同，因为它们在同一页上。"""
    for key, entry in sorted(scope.library.shelves["terms"].items()):
        method = scope.library.methods.get(key)
        if method is not None and method.rank is Rank.ENTRY:
            said = f"术语“{key}”和词条方法「{method.name}」编号相同，术语表里会分不清。"
            place = entry.file.document.place(("id",))
            yield Problem(entry.file.path, *place, said, f"改成“{key}-shuyu”，文件名也跟着改。")


def retired_addresses_lead_somewhere(scope: Scope) -> Iterator[Problem]:
    """旧地址上不能有现在的页面，搬去的新地址要有页面。"""
    known = scope.library.addresses
    for value in scope.of(["address", "moved_to"]):
        if value.file.kind != "retired" or not value.is_text:
            continue
        if value.key == "address" and value.text in known:
            said = f"{value.label}“{value.text}”上现在有页面。"
            yield value.problem(said, "页面还在就删掉这条记录；页面搬走了，先把原来的记录改名或删除。")
        if value.key == "moved_to" and value.text not in known:
            said = f"{value.label}写的是“{value.text}”，没有这个地址的页面。"
            yield value.problem(said, "写现有页面的地址，例如methods/liushi/；撤下的页面不写这一项。")


def comparisons_answer_their_own_aspects(scope: Scope) -> Iterator[Problem]:
    """比较表里每一格的比较项，都是这张表列出的项。"""
    for entry in scope.library.shelves["comparisons"].values():
        aspects = entry.record.aspects
        for row, thing in enumerate(entry.record.things):
            for column, answer in enumerate(thing.answers):
                if answer.aspect not in aspects:
                    place = entry.file.document.place(("things", row, "answers", column, "aspect"))
                    said = f"「比较项（aspect）」写的是“{answer.aspect}”，这张表里没有这一项。"
                    yield Problem(entry.file.path, *place, said, f"只能是{'、'.join(aspects)}。")


def cases_are_as_open_as_their_place(scope: Scope) -> Iterator[Problem]:
    """隐去的地方，案例也要隐去：案例的公开程度不能高于它的地方。"""
    order = list(Openness)
    for entry in scope.library.shelves["cases"].values():
        place = scope.library.places.get(entry.record.place)
        if place is None or order.index(entry.record.openness) >= order.index(place.openness):
            continue
        said = (
            f"「地方公开程度（openness）」写的是{entry.record.openness.value}，"
            f"地方“{place.id}”却是{place.openness.value}（{place.openness.label}）。"
        )
        where = entry.file.document.place(("openness",))
        yield Problem(entry.file.path, *where, said, f"改成{place.openness.value}；不要写出材料隐去的地方。")


def forms_serve_steps_that_exist(scope: Scope) -> Iterator[Problem]:
    """表单写明用在哪一步时，那个方法里要有这一步。"""
    for key, entry in sorted(scope.library.shelves["forms"].items()):
        for number, served in enumerate(entry.record.serves):
            method = scope.library.methods.get(served.method)
            names = [step.name for step in method.steps] if method else []
            if method is None or served.step is None or served.step in names:
                continue
            said = f"表单“{key}”写着用在「{method.name}」的“{served.step}”，这个方法里没有这一步。"
            hint = f"步骤名照方法记录写：{'、'.join(names)}。" if names else "删掉step这一行。"
            place = entry.file.document.place(("serves", number, "step"))
            yield Problem(entry.file.path, *place, said, hint)
