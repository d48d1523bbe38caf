"""Pages for those who write: every field, every rule, what is missing, and the forms."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from macros.checks import RULES
from macros.contributing.questions import ASKED
from macros.models import KINDS
from macros.pages.markdown import call, heading, page
from macros.views.rendering import inert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.library import Library

FIELDS = "每种记录有哪些项，每项是什么意思、怎么写、好的写法和不要写成的样子。这一页由程序里的模型生成，和检查用的是同一份。"
RULES_ABOUT = "检查时看的每一条规则。各项本身的写法（必填、长短、固定的词）另见[字段说明](fields.md)。"
GAPS = "还缺什么，一条一条算出来，每条后面都有填报的入口。缺的不等于没有，多半是材料没有写。"
FORMS = "不会Git、不懂YAML也能投稿：在网页上填，填完得到一个文件，发给维护者或者提交到仓库。填的内容只留在您这台机器上，本站不收集；没有网络、从文件夹里打开也能填。"

#: module of rules -> what its rules are about; a module that is not here stands at the end
TOPICS = {
    "references": "编号和词表",
    "duplicates": "重复",
    "invariants": "记录之间",
    "questions": "选方法的问题",
    "dates": "日期",
    "masks": "隐去的数字",
    "wording": "内容里不能有的",
    "words": "用词",
    "punctuation": "标点",
    "characters": "字符",
    "numerals": "数字和成对的符号",
    "privacy": "隐私和保密",
    "persons": "人名",
    "prose": "正文里的数字",
    "pages": "页面",
    "page_calls": "页面里的宏",
    "page_sections": "方法页的各节",
    "lessons": "课时",
    "kits": "模拟协商",
    "quizzes": "测验",
    "session_plans": "流程表",
    "reports": "使用报告和勘误",
}
OTHERS = "其他"
#: (heading, anchor, macro) of the gap board
BOARD = (
    ("没有案例的方法", "methods", "gap_methods"),
    ("案例缺的项", "cases", "gap_cases"),
    ("没有网址的来源", "sources", "gap_sources"),
    ("该核对的方法", "reviews", "gap_reviews"),
    ("待处理的勘误", "corrections", "gap_corrections"),
)


def contributing_pages(_library: Library) -> Iterator[tuple[str, str]]:
    """(address, Markdown) of all of them."""
    blocks = [FIELDS]
    for kind, (_, name) in KINDS.items():
        blocks += [heading(2, name, kind), call("field_table", kind)]
    yield "contribute/fields.md", page("字段说明", FIELDS, blocks)
    yield "contribute/rules.md", page("检查规则", "检查时看的每一条规则，按内容分组。", list(_rules()))
    blocks = [GAPS]
    for title, anchor, macro in BOARD:
        blocks += [heading(2, title, anchor), call(macro)]
    yield "contribute/gaps.md", page("缺口榜", GAPS, blocks)
    yield from _forms()


def _rules() -> Iterator[str]:
    """Each rule by its docstring, which is the rule as a contributor reads it."""
    yield RULES_ABOUT
    names = [_module(rule) for rule in RULES]
    for topic in dict.fromkeys([*TOPICS.values(), OTHERS]):
        said = [
            inspect.getdoc(rule) or ""
            for rule, module in zip(RULES, names, strict=True)
            if TOPICS.get(module, OTHERS) == topic
        ]
        if said:
            yield heading(2, topic)
            items = "\n".join(f"<li>{inert(text)}</li>" for text in said)
            yield f'<ul class="xy-list">\n{items}\n</ul>'


def _module(rule: Callable[..., object]) -> str:
    return rule.__module__.rpartition(".")[2]


def _forms() -> Iterator[tuple[str, str]]:
    """The choice of forms, and each form."""
    doors = "\n".join(f"- [{asked.title}]({kind}.md)\uff1a{asked.purpose}" for kind, asked in ASKED.items())
    yield "contribute/form/index.md", page("填报页", FORMS, [FORMS, doors])
    for kind, asked in ASKED.items():
        blocks = [asked.purpose, call("fill_form", kind)]
        yield f"contribute/form/{kind}.md", page(f"填报\uff1a{asked.title}", asked.purpose, blocks)
