"""The rules: each good and bad input of the simple ones, and what holds for all of them."""

from __future__ import annotations

import hashlib
import inspect
import re
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from records import WORLD

from macros.checks import RULES, persons
from macros.checks.page_calls import faults_in_calls
from macros.checks.pages import NAMES_A
from macros.checks.privacy import SECRECY
from macros.checks.punctuation import mended
from macros.checks.scope import POINTING, Written
from macros.checks.values import values_in
from macros.library.yaml_faults import records_in
from macros.models import KINDS
from macros.models.base import ID_PATTERN
from macros.models.page import FrontMatter
from macros.models.references import POINTS_AT
from macros.models.unwanted import TAG, TEMPLATE, UNFINISHED
from macros.problems import Problem, as_annotation, as_text
from macros.views import VIEWS

if TYPE_CHECKING:
    from macros.models.base import Record

ATTACKS = (Path(__file__).parent / "terrible_calls.txt").read_text(encoding="utf-8").split("\n====\n")
FINE = [
    '{{ cite("s0", "三、双协") }}', "{{ cite('s0') }}", '{{ chart("levels", 3) }}', "{{ chart() }}",
    "{# 注释 #}", "{% raw %}{{ 花括号 }}{% endraw %}", "一个{花括号}", "{: .class }", "100%",
]  # fmt: skip
MACROS = {"cite": range(1, 3), "chart": range(3)}


@pytest.mark.parametrize("attack", ATTACKS)
def test_page_attacks_are_refused(attack: str):
    """Nothing of Jinja but a call of our macros with constants gets into the engine."""
    problems = list(faults_in_calls(attack, "docs/a.md", 1, MACROS))

    assert problems
    assert all(problem.hint for problem in problems)


def test_there_are_many_attacks():
    """The list of attacks is long and each is another one."""
    assert len(set(ATTACKS)) == len(ATTACKS) >= 40


@pytest.mark.parametrize("text", FINE)
def test_plain_calls_are_allowed(text: str):
    """Calls with constants, comments, raw text and single braces are fine."""
    assert list(faults_in_calls(text, "docs/a.md", 1, MACROS)) == []


def test_a_fault_in_a_page_has_its_line():
    """Lines count from the top of the file, head and all."""
    [problem] = faults_in_calls("一\n二{{ bad() }}\n", "docs/a.md", 10, MACROS)

    assert (problem.line, problem.column) == (11, 2)


@pytest.mark.parametrize(
    ("pattern", "bad", "good"),
    [
        (TAG, ["<b>", "</p>", "<img src=x onerror=y>", "<!-- -->", "&nbsp;", "&#60;", "<svg onload="], ["3<5>2", "<3年", "A&B", "A&B;"]),
        (TEMPLATE, ["{{ x }}", "{% if %}", "{# x #}", "}}"], ["{甲}", "50%", "# 甲"]),
        (UNFINISHED, ["待补充", "TODO", "某某局", "？？？"], ["等待", "待到会后", "某市"]),
        (SECRECY, ["秘密★三年", "机密★", "绝密 ★", "内部资料 注意保存", "仅供内部参考"], ["保守秘密", "机密文件不外传"]),
    ],
)  # fmt: skip
def test_patterns_tell_bad_from_good(pattern: re.Pattern[str], bad: list[str], good: list[str]):
    """What a rule looks for is found, and its honest neighbours are not."""
    assert [text for text in bad if not pattern.search(text)] == []
    assert [text for text in good if pattern.search(text)] == []


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("看水渠,再议(三次);好!", "看水渠，再议（三次）；好！"),
        ('修了"节水池"', "修了“节水池”"),
        ("版(1999)说", "版（1999）说"),
        ("时间12:30,a,b", "时间12:30,a,b"),
        ("修好了.", "修好了。"),
        ("见a.md(甲)", "见a.md（甲）"),
    ],
)
def test_half_width_punctuation_is_mended(text: str, usual: str):
    """The hint is the sentence as it should be; marks between Latin letters and digits stay."""
    assert mended(text) == usual
    assert mended(usual) == usual


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_says_in_chinese_what_must_be_so(rule: object):
    """The docstring is the rule as contributors read it."""
    assert re.search("[\u4e00-\u9fff]", inspect.getdoc(rule) or "")
    assert (inspect.getdoc(rule) or "").endswith("。")


def test_no_rule_is_forgotten():
    """Every public generator of the rooms of rules stands in the table."""
    modules = {inspect.getmodule(rule) for rule in RULES}
    public = {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isgeneratorfunction)
        if not name.startswith("_") and function.__module__ == module.__name__ and name != "faults_in_calls"
    }

    assert public == set(RULES)


def test_every_id_in_the_models_is_followed():
    """A field that holds an id points at a kind of record, so that no id can dangle."""
    waiting: list[type[Record]] = [FrontMatter, *(model for model, _ in KINDS.values())]
    fields = set()
    while waiting:
        for name, info in waiting.pop().model_fields.items():
            fields |= {name} if ID_PATTERN in repr((info.annotation, info.metadata)) else set()
            waiting += records_in(info.annotation)

    of_rules_of_their_own = {"lessons", "lesson"}  # a case has lessons, too: what was learnt
    assert fields - {"id"} - of_rules_of_their_own == set(POINTS_AT)


def test_every_macro_that_takes_an_id_is_followed():
    """A page that calls a macro with an unknown id is told so before the build."""
    takes_id = {name for name, view in VIEWS.items() if "key" in inspect.signature(view).parameters}

    assert takes_id == set(NAMES_A)


def test_the_caret_stands_under_the_character():
    """A Chinese character is two columns wide."""
    problem = Problem("a.yml", 1, 4, "错了。", "改。")

    assert (
        as_text(problem, "甲乙:x") == "a.yml:1:4: 错误：错了。\n    | 甲乙:x\n    |      ^\n    怎么改：改。"
    )


def test_an_annotation_is_one_line():
    """A line end or a colon in a message would end the workflow command."""
    problem = Problem("a,b.yml", 1, 2, "一\n二%。", "改：三。")

    assert as_annotation(problem) == "::error file=a%2Cb.yml,line=1,col=2::一%0A二%25。怎么改：改：三。"


def test_known_persons_are_found_by_their_digest(monkeypatch: pytest.MonkeyPatch):
    """A name on the list is refused wherever it stands, and the message does not repeat it."""
    monkeypatch.setattr(persons, "KNOWN", {hashlib.sha256("协商有方李某某".encode()).hexdigest()[:20]})
    written = Written("data/a.yml", 1, "title: 一\nnote: 主席李某某讲话\n")

    [problem] = persons.no_known_persons(SimpleNamespace(written=[written]))  # type: ignore[arg-type]

    assert (problem.line, "李某某" in problem.message) == (2, False)


def test_fields_that_point_at_records_are_found_alone_as_among_all():
    """Before a build only these are looked for; nothing may be passed over."""
    files = WORLD.files

    assert values_in(files, POINTING) == [value for value in values_in(files) if value.key in POINTING]
