"""Tags for the head of a page: Open Graph and schema.org always, those of government sites where configured.

The names of the latter follow 国办发〔2017〕47号 (政府网站发展指引), annex on page labels, as seen on such sites.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from macros.publishing.facts import section_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.publishing.facts import PageFacts

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
END_OF_HEAD = "</head>"


@dataclass(frozen=True)
class Identity:
    """Who publishes the site and where. `government` holds SiteName, SiteDomain and SiteIDCode, or nothing."""

    name: str
    url: str = ""
    government: Mapping[str, str] = field(default_factory=dict)

    def at(self, address: str) -> str:
        """The whole address of a page, "" when the site does not know where it stands."""
        return f"{self.url.rstrip('/')}/{address}" if self.url else ""


@dataclass(frozen=True)
class Page:
    """What a page says of itself."""

    address: str
    title: str
    description: str


def page_of(html: str, address: str) -> Page:
    """Title without the site's name, and description, as the theme has printed them."""
    title, description = TITLE.search(html), DESCRIPTION.search(html)
    words = unescape(title[1]).strip() if title else ""
    return Page(address, words.rpartition(" - ")[0] or words, unescape(description[1]) if description else "")


def with_head_tags(html: str, address: str, facts: PageFacts, identity: Identity) -> str:
    """The page with its tags before the end of the head; unchanged when there is no head."""
    page = page_of(html, address)
    rows = [
        *_of_retired(page, facts),
        *(_tag("property", name, value) for name, value in _open_graph(page, facts, identity).items()),
        *(_tag("name", name, value) for name, value in _government(page, facts, identity).items()),
        _json_ld(page, facts, identity),
    ]
    return html.replace(END_OF_HEAD, "".join(f"  {row}\n" for row in rows if row) + END_OF_HEAD, 1)


def _of_retired(page: Page, facts: PageFacts) -> list[str]:
    """An old address asks not to be listed, and sends on whoever comes to a page that has moved."""
    if not facts.is_gone:
        return []
    robots = '<meta name="robots" content="noindex">'
    to = escape("../" * page.address.count("/") + facts.moved_to)
    return [robots, *([f'<meta http-equiv="refresh" content="3; url={to}">'] if facts.moved_to else [])]


def _tag(kind: str, name: str, value: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(value)}">' if value else ""


def _open_graph(page: Page, facts: PageFacts, identity: Identity) -> dict[str, str]:
    return {
        "og:site_name": identity.name,
        "og:locale": "zh_CN",
        "og:type": "article" if facts.kind in {"方法", "案例"} else "website",
        "og:title": page.title,
        "og:description": page.description,
        "og:url": identity.at(page.address),
    }


def _government(page: Page, facts: PageFacts, identity: Identity) -> dict[str, str]:
    """Nothing unless configured: a site that is no government site must not look like one."""
    if not identity.government:
        return {}
    section = section_of(page.address)
    is_column = page.address.count("/") <= 1
    of_column = {"ColumnName": section, "ColumnType": "概况信息" if is_column else "业务信息"}
    of_article = {
        "ArticleTitle": page.title,
        "PubDate": facts.date,
        "ContentSource": "、".join(facts.publishers) or identity.name,
        "Keywords": ",".join(facts.keywords),
        "Author": identity.name,
        "Description": page.description,
        "Url": identity.at(page.address),
    }
    of_page = {"ColumnDescription": page.description} if is_column else of_article
    return {**identity.government, **of_column, **of_page}


def _json_ld(page: Page, facts: PageFacts, identity: Identity) -> str:
    """A block of data, not a script: no policy forbids it. "<" is written so that it ends nothing."""
    kind = "HowTo" if facts.steps else "Article" if facts.keywords else "WebPage"
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": kind,
        "name": page.title,
        "description": page.description,
        "inLanguage": "zh-CN",
        "url": identity.at(page.address),
        "keywords": list(facts.keywords),
        "dateModified": facts.date,
        "isPartOf": {"@type": "WebSite", "name": identity.name},
        "step": [{"@type": "HowToStep", "name": name} for name in facts.steps],
    }
    text = json.dumps({key: value for key, value in told.items() if value}, ensure_ascii=False)
    return f'<script type="application/ld+json">{text.replace("<", chr(92) + "u003c")}</script>'
