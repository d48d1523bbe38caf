"""The real site as it is built: every address leads somewhere, every record has its place, nothing comes from outside."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

import pytest
from built_pages import Page, addresses_in_style, is_ours

from macros.models.method import Rank

if TYPE_CHECKING:
    from pathlib import Path

    from macros.library import Library

Pages = dict[str, Page]
NO_ICON = "data:,"  # a deck says that it has none, so that no browser asks for one
WEB_ADDRESS = re.compile(r"https?://[^\s\"'<>()（），。；、]+")
NAMES_NOT_ADDRESSES = re.compile(
    r"https?://(www\.w3\.org|www\.sitemaps\.org/schemas|schema\.org|127\.0\.0\.1|localhost)\b"
)


def ours(page: Page) -> list[str]:
    return [link for link in page.links + page.parts if is_ours(link)]


def test_the_site_builds_without_a_warning(built: tuple[Path, int, str]):
    assert built[1:] == (0, "")


def test_every_address_of_ours_leads_to_a_file(site: Path, pages: Pages):
    dead = [
        f"{page.address}: {link}"
        for page in pages.values()
        for link in ours(page)
        if not (site / page.target(link)[0]).is_file()
    ]

    assert len(pages) > 200
    assert dead == []


def test_every_anchor_exists_in_the_page_it_leads_to(pages: Pages):
    aims = [(page.address, link, *page.target(link)) for page in pages.values() for link in ours(page)]
    anchored = [aim for aim in aims if aim[3] and aim[2] in pages]

    assert len(anchored) > 1000
    assert [aim[:2] for aim in anchored if aim[3] not in pages[aim[2]].anchors] == []


def test_every_page_has_one_heading_one_title_and_a_description(pages: Pages):
    counts = {page.address: (len(page.headings), len(page.titles)) for page in pages.values()}

    assert {address: count for address, count in counts.items() if count != (1, 1)} == {}
    assert [page.address for page in pages.values() if not page.description.strip()] == []


def test_no_two_pages_have_the_same_title(pages: Pages):
    titles = Counter(title.strip() for page in pages.values() for title in page.titles)

    assert [title for title, count in titles.items() if count > 1 or not title] == []


def test_every_page_says_that_it_is_chinese(pages: Pages):
    assert {page.language for page in pages.values()} == {"zh"}


@pytest.mark.parametrize("slip", ["。。", "，，", "、。", "；。", "None", "[]"])
def test_no_sentence_is_put_together_badly(pages: Pages, slip: str):
    assert [page.address for page in pages.values() if slip in page.text] == []


def test_every_image_has_a_text_instead(pages: Pages):
    assert [page.images_without_alt for page in pages.values() if page.images_without_alt] == []


def test_a_page_fetches_nothing_from_another_host(site: Path, pages: Pages):
    fetched = [part for page in pages.values() for part in page.parts]
    fetched += [part for css in site.rglob("*.css") for part in addresses_in_style(css.read_text("utf-8"))]

    assert len(fetched) > 1000
    assert [part for part in fetched if not is_ours(part) and part != NO_ICON] == []


def test_links_lead_out_only_to_sources_that_may_be_linked(pages: Pages, library: Library):
    allowed = {source.url for source in library.sources.values() if source.link_ok}
    outside = {link for page in pages.values() for link in page.links if not is_ours(link)}

    assert len(outside) > 20
    assert outside - allowed == set()


def test_no_other_address_is_written_anywhere(site: Path, library: Library):
    known = {source.url for source in library.sources.values()}
    files = [file for kind in ("html", "json", "xml", "txt") for file in site.rglob(f"*.{kind}")]
    text = unescape("\n".join(file.read_text("utf-8") for file in files))
    written = {address for address in WEB_ADDRESS.findall(text) if not NAMES_NOT_ADDRESSES.match(address)}

    assert written - known == set()


def test_every_method_with_a_page_has_it(pages: Pages, library: Library):
    methods = [method for method in library.methods.values() if method.rank is not Rank.ENTRY]

    assert len(methods) >= 113
    assert [method.id for method in methods if f"methods/{method.id}/index.html" not in pages] == []


def test_every_case_has_a_page_that_the_navigation_leaves_out(pages: Pages, library: Library):
    addresses = {f"cases/{case}/index.html" for case in library.cases}
    offered = {page.target(link)[0] for page in pages.values() for link in page.nav_links if link[0] != "#"}

    assert len(addresses) >= 139
    assert addresses - pages.keys() == set()
    assert addresses & offered == set()


def test_small_methods_and_terms_stand_in_the_glossary(pages: Pages, library: Library):
    small = {method.id for method in library.methods.values() if method.rank is Rank.ENTRY}

    assert len(small) >= 63
    assert (small | library.terms.keys()) - pages["glossary/index.html"].anchors == set()
    assert small - pages["glossary/entries/index.html"].anchors == set()


@pytest.mark.parametrize(
    ("shelf", "address"),
    [("documents", "documents"), ("sources", "about/sources"), ("confusables", "compare")],
)
def test_every_record_without_a_page_has_an_anchor(pages: Pages, library: Library, shelf: str, address: str):
    records = getattr(library, shelf).keys()

    assert records
    assert records - pages[f"{address}/index.html"].anchors == set()
