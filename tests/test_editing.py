"""`fmt` on content: what it mends, what it leaves alone, and that it changes nothing twice."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT
from records import WORLD

from macros.commands.fmt import mend_content
from macros.editing.bodies import mended_body
from macros.editing.files import mendings, usual_words
from macros.editing.records import mended_record
from macros.editing.text import mended
from macros.library.yaml_reader import read

if TYPE_CHECKING:
    from pathlib import Path

    from macros.library import Library

WORDS = {"反应民意": "反映民意"}
TEXTS = {
    "先看,再议.": "先看，再议。",
    "议事(见下)": "议事（见下）",
    "修了 2 个池": "修了2个池",
    "修了２个池": "修了2个池",
    "\u2f00致": "一致",
    "看不\u200b见": "看不见",
    '他说"好"': "他说“好”",
    "2023.7.31办结": "2023年7月31日办结",
    "3-5天": "3至5天",
    "委员反应民意": "委员反映民意",
    "GB/T 9704, 2012": "GB/T 9704, 2012",
}
TORTURE = """\
# 标题:一

- 第一,第二
1. 序号,不动 `代码,代码` 和[链接,名](a,b.md "题,目")

!!! editor "编者,建议"
    正文,缩进

    ```text
    汉字,代码
    ```

![图,片](a.png) {{ cite("s0", "三,双") }} <span title="甲,乙">丙,丁</span>

| 表,头 | 乙 |
|---|---|
| 甲,1 | 2 |
"""


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_mended_and_then_left_alone(text: str):
    once = mended(text, WORDS)

    assert once == TEXTS[text]
    assert mended(once, WORDS) == once


def test_a_record_keeps_its_comments_order_and_quotes():
    text = "# 注释,不动\nid: a\ntitle: '修了 2 个池'  # 尾注,不动\nlist:\n  - 先看,再议\nurl: https://example.com/甲,乙\n"
    after = mended_record(read(text, "a.yml"), "cases", lambda one: mended(one, WORDS))

    assert after == text.replace("修了 2 个池", "修了2个池").replace("先看,再议", "先看，再议")


def test_a_record_that_would_mean_something_else_is_refused():
    document = read("a: 甲\nb: 乙\n", "a.yml")

    assert mended_record(document, "cases", lambda one: f"{one}: x" if one == "甲" else one) is None


def test_only_the_prose_of_a_page_is_mended():
    after = mended_body(TORTURE, lambda one: mended(one, WORDS))

    assert after is not None
    kept = ("`代码,代码`", '(a,b.md "题,目")', '"编者,建议"', "汉字,代码", '"三,双"', 'title="甲,乙"')
    assert [piece for piece in kept if piece not in after] == []
    changed = ("标题：一", "第一，第二", "序号，不动", "正文，缩进", "丙，丁", "表，头", "甲，1")
    assert [piece for piece in changed if piece not in after] == []


def test_a_page_whose_tags_would_change_is_refused():
    assert mended_body("甲\n\n乙", lambda one: one.replace("乙", "- 乙")) is None


def test_what_the_table_says_is_what_is_used():
    assert usual_words(WORLD) == {"反应民意": "反映民意"}


@pytest.mark.parametrize(
    "name", ["half-width-punctuation", "full-width-digits", "kangxi-radical", "word-of-the-table"]
)
def test_what_check_finds_fmt_mends(tmp_path: Path, name: str):
    for part in ("world", f"terrible/{name}"):
        shutil.copytree(ROOT / "tests" / part, tmp_path, dirs_exist_ok=True)

    assert mend_content(tmp_path) == []
    text = (tmp_path / "data/cases/jieshui.yml").read_text(encoding="utf-8")
    assert not re.search("[\u4e00-\u9fff],|[\uff10-\uff19]|\u2f00|反应民意", text)


def test_the_real_content_needs_no_mending(library: Library):
    assert [found.path for found in mendings(library)] == []
