"""Rules about kits and session plans: what can be played tomorrow, and is never taken for the case itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope
    from macros.checks.values import Value
    from macros.library import Entry
    from macros.models import Kit

SHORTEST, LONGEST, ALL_POINTS = 60, 90, 100
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹窦章苏潘葛范彭鲁韦马苗方俞任袁柳史唐费薛雷贺倪汤"
    "罗毕郝邬安常傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾江童颜郭梅林钟徐邱骆高夏蔡田"
    "樊胡霍虞万柯卢莫丁邓洪包石崔龚程裴陆荣翁段侯刘龙叶黎薄白蒲乔温庄晏柴阎连习易廖耿匡寇欧聂曾沙关查游盖"
)
#: 「张某」「李大姐」「老王」: a role is an office or a side
PERSON = re.compile(
    f"(?:[{SURNAMES}](?:某|先生|女士|阿姨|大爷|大妈|大姐|大哥|大叔|师傅|奶奶|爷爷|书记|主任|主席)"
    f"|[老小][{SURNAMES}](?=$|[说家，、：（。]))"
)
#: what all players read: a figure there is the case's, or the exercise says that it is made up
TOLD_TO_ALL = ("brief", "roles")


def _problem(entry: Entry[Any], path: tuple[str | int, ...], said: str, hint: str) -> Problem:
    return Problem(entry.file.path, *entry.file.document.place(path), said, hint)


def _kits(scope: Scope) -> Iterator[tuple[Entry[Kit], Kit]]:
    for entry in scope.library.shelves["kits"].values():
        yield entry, entry.record


def _texts(scope: Scope, path: str) -> Iterator[Value]:
    return (value for value in scope.values if value.file.path == path and value.is_text)


def kits_take_as_long_as_an_evening_can_hold(scope: Scope) -> Iterator[Problem]:
    """模拟协商各环节的分钟数加起来，在六十到九十之间。"""
    for entry, kit in _kits(scope):
        if not SHORTEST <= kit.minutes <= LONGEST:
            said = f"「流程（agenda）」各环节加起来是{kit.minutes}分钟。"
            yield _problem(entry, ("agenda",), said, f"改到{SHORTEST}至{LONGEST}分钟，一个单元里演得完。")


def kits_can_be_cast(scope: Scope) -> Iterator[Problem]:
    """模拟协商的角色卡，最少的人数分得完，最多的人数坐得下，还留得出观察员。"""
    for entry, kit in _kits(scope):
        if not len(kit.roles) <= kit.fewest <= kit.most or kit.players >= kit.most:
            said = f"有{len(kit.roles)}张角色卡、{kit.players}人，写的却是{kit.fewest}至{kit.most}人。"
            hint = "最少人数不少于角色卡张数；最多人数多于各卡人数之和，多出来的人作观察员。"
            yield _problem(entry, ("fewest",), said, hint)


def scores_of_kits_add_up(scope: Scope) -> Iterator[Problem]:
    """模拟协商各评分项的分值加起来是一百。"""
    for entry, kit in _kits(scope):
        points = sum(item.points for item in kit.scoring)
        if points != ALL_POINTS:
            said = f"「评分（scoring）」各项加起来是{points}分。"
            yield _problem(entry, ("scoring",), said, f"改到{ALL_POINTS}分。")


def scores_name_steps_of_the_method(scope: Scope) -> Iterator[Problem]:
    """评分项对应的步骤，是所练方法里有的步骤；评分表会印出它的检查点。"""
    for entry, kit in _kits(scope):
        method = scope.library.methods.get(kit.method)
        names = [step.name for step in method.steps] if method else []
        for index, item in enumerate(kit.scoring):
            if method and item.step is not None and item.step not in names:
                said = f"「对应步骤（step）」写的是“{item.step}”，方法“{kit.method}”里没有这一步。"
                hint = f"只能是{'、'.join(names)}；没有合适的就不写这一行。" if names else "删掉这一行。"
                yield _problem(entry, ("scoring", index, "step"), said, hint)


def facts_of_kits_are_those_of_their_cases(scope: Scope) -> Iterator[Problem]:
    """模拟协商里“真有的事”，来源是所根据案例的出处；情境和角色卡里的数字，案例里有，或者写明是练习添的。"""
    for entry, kit in _kits(scope):
        cases = [scope.library.cases[key] for key in kit.cases if key in scope.library.cases]
        sources = {cited.source for case in cases for cited in case.sources}
        for index, fact in enumerate(kit.real):
            if cases and fact.source not in sources and fact.source in scope.library.sources:
                said = f"「来源（source）」写的是“{fact.source}”，所根据的案例没有引用它。"
                hint = f"只能是{'、'.join(sorted(sources))}；案例里没有的事，写进made_up。"
                yield _problem(entry, ("real", index, "source"), said, hint)
        yield from _unknown_figures(scope, entry, kit)


def _unknown_figures(scope: Scope, entry: Entry[Kit], kit: Kit) -> Iterator[Problem]:
    files = [scope.library.shelves["cases"][key].file for key in kit.cases if key in scope.library.cases]
    of_cases = {number for file in files for number in NUMBER.findall(file.document.text)}
    allowed = {
        "real": of_cases,
        **dict.fromkeys(TOLD_TO_ALL, of_cases | set(NUMBER.findall("".join(kit.made_up)))),
    }
    for value in _texts(scope, entry.file.path):
        if value.path[0] not in allowed or value.key == "source":
            continue
        for match in NUMBER.finditer(value.text):
            if match[0] not in allowed[str(value.path[0])]:
                said = f"{value.label}里的数字“{match[0]}”，所根据的案例里没有。"
                yield value.problem(said, "去掉它；是练习编的，就在made_up里写明这个数字。", match[0])


def kits_name_no_person(scope: Scope) -> Iterator[Problem]:
    """模拟协商里只写身份，不写像人名的称呼。"""
    for entry, _ in _kits(scope):
        for value in _texts(scope, entry.file.path):
            match = PERSON.search(value.text)
            if match:
                said = f"{value.label}里的“{match[0]}”像是一个人。"
                yield value.problem(said, "改成身份，例如“西侧住户”“社区召集人”。", match[0])
