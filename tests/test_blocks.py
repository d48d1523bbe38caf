"""Built pages as blocks: every word of every page is there, marks and links too, and what is unknown is named."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from lxml import html as lxml_html

from macros.office.blocks import (
    Block,
    Callout,
    Facts,
    Figure,
    Heading,
    Items,
    Paragraph,
    Run,
    Table,
    own_text,
    plain,
    walk,
)
from macros.office.page_blocks import blocks_of
from macros.office.page_runs import UnknownTagError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLE = '//article[contains(@class, "md-content__inner")]'
UNSEEN = (
    './/nav|.//svg|.//button|.//select|.//*[@hidden]|.//*[contains(@class, "headerlink")]'
    '|.//*[contains(@class, "xy-card__tools") or contains(@class, "xy-take")]'
)


@pytest.fixture(scope="module")
def site_blocks(site: Path) -> dict[str, tuple[Block, ...]]:
    """Every page of the real site as blocks."""
    paths = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("index.html"))}
    # Decks are no pages, and a form to fill in on the screen is no text.
    paths = {
        path: file for path, file in paths.items() if not path.startswith(("files/", "contribute/form/"))
    }
    return {path: blocks_of(file.read_text("utf-8"), path) for path, file in paths.items()}


def words_seen(html: str) -> Counter[str]:
    """How often each character stands in the article, without what is no text of its own."""
    [article] = lxml_html.document_fromstring(html).xpath(ARTICLE)
    for part in article.xpath(UNSEEN):
        part.drop_tree()
    return Counter("".join(article.text_content().split()))


def runs_in(blocks: tuple[Block, ...]) -> Iterator[Run]:
    for block in walk(blocks):
        if isinstance(block, Heading | Paragraph):
            yield from block.runs
        elif isinstance(block, Facts):
            yield from (run for pair in block.pairs for run in pair.term)


def only(html: str) -> Block:
    [block] = blocks_of(html)
    return block


def test_no_word_of_any_page_is_lost(site: Path, site_blocks: dict[str, tuple[Block, ...]]):
    lost = {
        path: "".join((words_seen((site / path).read_text("utf-8")) - Counter(plain(blocks))).elements())
        for path, blocks in site_blocks.items()
    }

    assert len(lost) > 380
    assert {path: words for path, words in lost.items() if words} == {}


def test_every_link_of_ours_leads_to_a_file(site: Path, site_blocks: dict[str, tuple[Block, ...]]):
    links = {run.link for blocks in site_blocks.values() for run in runs_in(blocks) if run.link}
    ours = {re.split("[?#]", link)[0] for link in links if not link.startswith("http")}

    assert len(ours) > 300
    assert [link for link in ours if not (site / link).is_file()] == []


def test_the_editors_words_stay_in_their_frame(site: Path, site_blocks: dict[str, tuple[Block, ...]]):
    frames = [
        block for blocks in site_blocks.values() for block in walk(blocks) if isinstance(block, Callout)
    ]
    own = [frame for frame in frames if frame.kind == "editor"]
    pages = [lxml_html.document_fromstring((site / path).read_text("utf-8")) for path in site_blocks]
    framed = '//*[not(contains(@class, "xy-part"))][contains(@class, "xy-editor") or contains(@class, "admonition editor")]'
    there = [part for page in pages for part in page.xpath(f"{framed}[not(self::p)]")]

    assert len(there) > 900
    assert len(own) == len(there)
    assert {frame.title for frame in own} >= {"编者建议"}


def test_parts_named_by_the_editors_are_marked():
    part = '<div class="xy-part{}"><dt>甲</dt><dd>乙</dd></div>'
    block = only(f"<dl>{part.format('')}{part.format(' xy-editor')}</dl>")

    assert isinstance(block, Facts)
    assert [pair.editor for pair in block.pairs] == [False, True]


def test_a_masked_value_stays_as_printed(site_blocks: dict[str, tuple[Block, ...]]):
    table = next(
        block for block in walk(site_blocks["cases/s0-kangyi/index.html"]) if isinstance(block, Table)
    )
    masked = [row for row in table.rows if "脱敏" in plain(row[2].blocks)]

    assert masked
    assert all("X" in plain(row[1].blocks) for row in masked)


def test_a_heading_of_a_lesson_carries_its_minutes():
    html = '<h2 id="start" data-min="8" data-mode="讲授">开头<a class="headerlink" href="#start">#</a></h2>'

    assert only(html) == Heading(2, (Run("开头"),), "start", 8, "讲授")


def test_runs_carry_what_the_tags_say():
    block = blocks_of(
        '<p>一<strong>二</strong>\n三<a class="xy-cite" href="../../about/sources/#s0">四双</a>'
        '<span class="xy-badge xy-badge--untold">未提供</span><br>五</p>',
        "methods/x/index.html",
    )[0]

    assert isinstance(block, Paragraph)
    assert block.runs == (
        Run("一"),
        Run("二", bold=True),
        Run(" 三"),
        Run("四双", raised=True, link="about/sources/index.html#s0"),
        Run("未提供", badge="untold"),
        Run("\n五"),
    )
    assert own_text(block) == "一二 三四双〔未提供〕\n五"


def test_a_line_break_of_the_source_between_han_is_no_blank():
    assert plain(blocks_of("<p>甲乙\n丙丁\nA\nB</p>")) == "甲乙丙丁 A B"


def test_what_is_filled_in_on_the_screen_is_left_open_on_paper():
    html = '<ul><li><label><input type="checkbox"> 到会</label></li></ul><p>姓名：<input type="text"><button>存</button></p>'

    assert plain(blocks_of(html)) == "□ 到会\n姓名：＿＿＿＿"


def test_lists_hold_blocks_and_lists():
    block = only('<ol start="3"><li>甲<ul><li>乙</li></ul></li></ol>')

    assert isinstance(block, Items)
    assert (block.ordered, block.start) == (True, 3)
    assert [type(part) for part in block.items[0]] == [Paragraph, Items]


def test_a_picture_is_what_it_shows():
    assert blocks_of(
        '<p><img alt="流程图" src="a.svg"></p><figure><svg><title>图</title></svg></figure>'
    ) == (
        Figure("流程图"),
        Figure("图"),
    )


@pytest.mark.parametrize(
    "html", ["<video>甲</video>", "<p>乙<marquee>甲</marquee></p>", "<h2><div>甲</div></h2>"]
)
def test_an_unknown_tag_is_named(html: str):
    with pytest.raises(
        UnknownTagError, match=r"^不会转换的标签<(video|marquee|div)>（class：无），里面是：甲$"
    ):
        blocks_of(html)
