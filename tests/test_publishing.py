"""What machines read: head tags, the map of the site, the feed, the list of packages, old addresses."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from records import WORLD

from macros.library.changelog import editions
from macros.pages.retired import retired_page
from macros.publishing.changing import Repository, made_from, with_changing
from macros.publishing.citing import citation, with_citation
from macros.publishing.facts import PageFacts, page_facts
from macros.publishing.head import Identity, Page, page_of, with_head_tags
from macros.publishing.lists import feed, llms, sitemap
from macros.publishing.packages import bill_of_materials

if TYPE_CHECKING:
    from pathlib import Path

HTML = '<head><title>甲&lt;乙 - 站</title><meta name="description" content="&quot;说明&quot;"></head><body>'
AT_HOME = Identity("站", "https://www.example.gov.cn/", {"SiteName": "某网", "SiteIDCode": "0000000000"})
LOCK = (
    "click==8.5.1 \\\n    --hash=sha256:"
    + "a" * 64
    + "\njinja2==3.1.6 ; os_name == 'nt' \\\n    --hash=sha256:"
    + "b" * 64
)
RELEASES = "# 变更\n\n## 未发布\n\n- 丙\n\n## 0.2（2026-11-22）\n\n- 乙<b>\n\n## 0.1（2026-01-02）\n\n- 甲\n"


def tags(html: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', html))


def test_a_page_tells_who_it_is_without_claiming_to_be_the_government():
    told = tags(with_head_tags(HTML, "a/", PageFacts("说明"), Identity("站")))

    assert told["og:title"] == "甲&lt;乙"
    assert not {"SiteName", "og:url", "PubDate"} & told.keys()


def test_a_configured_site_bears_the_tags_of_government_sites():
    facts = PageFacts("方法", ("双评", "互评"), ("政协网",), "2026-11")
    told = tags(with_head_tags(HTML, "methods/shuangping/", facts, AT_HOME))

    assert told["SiteIDCode"] == "0000000000"
    assert told["ColumnName"] == "方法库"
    assert (told["PubDate"], told["Keywords"], told["ContentSource"]) == ("2026-11", "双评,互评", "政协网")
    assert told["Url"] == "https://www.example.gov.cn/methods/shuangping/"


def test_no_value_ends_the_block_of_data():
    html = with_head_tags(HTML, "a/", PageFacts("方法", steps=("</script><b>",)), AT_HOME)
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)

    assert json.loads(block)["step"][0]["name"] == "</script><b>"
    assert json.loads(block)["name"] == "甲<乙"


def test_a_moved_page_sends_on_and_is_not_listed():
    facts = page_facts(WORLD, "methods/jiu-dizhi/")

    assert facts.moved_to == "methods/sanbu/"
    assert 'content="3; url=../../methods/sanbu/"' in with_head_tags(
        HTML, "methods/jiu-dizhi/", facts, AT_HOME
    )


def test_a_page_taken_back_only_gives_its_reason():
    record = WORLD.retired["jiu-dizhi"].model_copy(update={"moved_to": None})

    assert "撤下。原因：方法改了编号" in retired_page(record)
    assert "moved_link" not in retired_page(record)


def test_the_map_has_dates_from_records_only():
    pages = {"b/": PageFacts("方法", date="2026-11"), "a/": PageFacts("说明")}
    rows = re.findall(r"<loc>(.*?)</loc>(?:<lastmod>(.*?)</lastmod>)?", sitemap(pages, AT_HOME))

    assert rows == [("https://www.example.gov.cn/a/", ""), ("https://www.example.gov.cn/b/", "2026-11")]
    assert "<url>" not in sitemap(pages, Identity("站"))


def test_the_list_for_programs_names_every_page_once():
    pages = [Page("methods/a/", "甲", "说明甲"), Page("", "首页", "开头")]

    assert llms(pages, Identity("站"), "关于") == (
        "# 站\n\n> 关于\n\n## 首页\n\n- [首页](./)：开头\n\n## 方法库\n\n- [甲](methods/a/)：说明甲\n"
    )


def test_the_feed_holds_the_dated_releases():
    text = feed(editions(RELEASES), AT_HOME)

    assert re.findall(r"<item><title>(.*?)</title>", text) == ["0.2（2026-11-22）", "0.1（2026-01-02）"]
    assert "Sun, 22 Nov 2026 00:00:00 GMT" in text
    assert "乙&lt;b&gt;" in text
    assert feed(editions(RELEASES), Identity("站")) == ""


def test_every_package_of_the_lock_is_on_the_bill():
    bill = json.loads(bill_of_materials(LOCK, {"click": "BSD-3-Clause"}.get))

    assert [part["purl"] for part in bill["components"]] == ["pkg:pypi/click@8.5.1", "pkg:pypi/jinja2@3.1.6"]
    assert bill["components"][0]["licenses"] == [{"license": {"name": "BSD-3-Clause"}}]
    assert bill["components"][1]["properties"][0]["value"] == "b" * 64


def test_a_page_is_cited_with_what_is_known_of_it():
    """GB/T 7714: no day of a record, no address of a site, no clock."""
    page = Page("methods/sanbu/", "三步<议事>", "")
    facts = PageFacts("方法", date="2026-11", is_cited=True)

    assert citation(page, facts, Identity("站")) == "站. 三步<议事>[EB/OL]. (2026-11)[引用日期]."
    whole = citation(page, PageFacts("案例"), AT_HOME)
    assert whole == "站. 三步<议事>[EB/OL]. [引用日期]. https://www.example.gov.cn/methods/sanbu/."


def test_only_works_of_their_own_are_cited():
    """At the end of the article, with its signs written out; without an address the reader is told."""
    page, works = (
        Page("a/", "三步<议事>", ""),
        ("methods/sanbu/", "cases/qingdu-tingche/", "cases/", "methods/"),
    )
    cited = with_citation("<article>正文</article>尾", page, PageFacts("方法", is_cited=True), Identity("站"))

    assert [page_facts(WORLD, one).is_cited for one in works] == [True, True, False, False]
    assert "三步&lt;议事&gt;[EB/OL]" in cited
    assert cited.endswith("末尾补上您打开这一页的地址。</p></details></article>尾")
    assert (
        with_citation("<article></article>", page, PageFacts("说明"), Identity("站")) == "<article></article>"
    )


@pytest.mark.parametrize("name", ["index.html", "methods/liushi/index.html", "cases/index.html"])
def test_the_real_pages_say_what_they_are(site: Path, name: str):
    page = page_of((site / name).read_text(encoding="utf-8"), name.removesuffix("index.html"))

    assert page.title
    assert page.description


#: address -> what can be changed there
CHANGED = {
    "methods/sanbu/": ["data/methods/sanbu.yml", "docs/methods/sanbu.md"],
    "cases/jia-shuiku/": ["data/cases/jia-shuiku.yml"],
    "training/run/ban-tian/": ["data/session_plans/ban-tian.yml"],
    "": ["docs/index.md"],
    "training/kan-xianchang/": ["docs/training/kan-xianchang.md"],
    "cases/": [],
    "404.html": [],
    "../data/": [],
}


@pytest.mark.parametrize("address", CHANGED)
def test_a_page_leads_to_the_files_that_it_is_made_from(address: str):
    assert [path for _, path in made_from(WORLD, address)] == CHANGED[address]


def test_the_way_to_a_file_is_that_of_the_host():
    hosts = {
        "https://github.com/a/b": "edit",
        "https://jihulab.com/a/b/": "-/edit",
        "https://gitee.com/a/b": "edit",
    }
    for host, way in hosts.items():
        html = with_changing("<article>文</article>尾", "cases/jia-shuiku/", WORLD, Repository(host))

        address = f"{host.rstrip('/')}/{way}/main/data/cases/jia-shuiku.yml"
        assert (
            f'<article>文<p class="xy-changing"><a href="{address}" rel="noopener external">改这条记录</a></p></article>尾'
            in html
        )
    assert with_changing("<article></article>", "cases/jia-shuiku/", WORLD, None) == "<article></article>"
