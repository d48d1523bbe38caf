"""The whole site as lists: a map for search engines, a plain one for programs that read text, a feed of changes."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from macros.publishing.facts import PageFacts, section_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.library.changelog import Edition
    from macros.publishing.head import Identity, Page

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
DATED = re.compile(r"\uff08(\d{4}-\d\d-\d\d)\uff09\Z")  # 0.1.0（2026-11-22）


def sitemap(pages: Mapping[str, PageFacts], identity: Identity) -> str:
    """Every page's whole address; a date only where a record tells one. Empty when the site has no address."""
    rows = [
        f"  <url><loc>{escape(identity.at(address))}</loc>"
        f"{f'<lastmod>{facts.date}</lastmod>' if facts.date else ''}</url>"
        for address, facts in sorted(pages.items())
        if identity.url
    ]
    body = "".join(f"{row}\n" for row in rows)
    return f'{XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{body}</urlset>\n'


def llms(pages: list[Page], identity: Identity, about: str) -> str:
    """A page a line, by section, with what it says of itself (the form of llmstxt.org)."""
    sections: dict[str, list[str]] = {}
    for page in sorted(pages, key=lambda page: page.address):
        row = f"- [{page.title}]({identity.at(page.address) or page.address or './'})：{page.description}"
        sections.setdefault(section_of(page.address), []).append(row)
    blocks = [f"## {name}\n\n" + "\n".join(rows) for name, rows in sections.items()]
    return "\n\n".join([f"# {identity.name}", f"> {about}", *blocks]) + "\n"


def feed(editions: Iterable[Edition], identity: Identity) -> str:
    """The dated editions of the changelog as RSS 2.0; "" when the site has no address to link to."""
    if not identity.url:
        return ""
    dated = ((edition, DATED.search(edition.name)) for edition in editions)
    items = [_item(edition, day[1], identity) for edition, day in dated if day]
    head = f"<title>{escape(identity.name)}：更新</title><link>{escape(identity.at(''))}</link>"
    about = "<description>方法、案例和网站的更新</description><language>zh-CN</language>"
    return f'{XML}<rss version="2.0"><channel>{head}{about}\n{"".join(items)}</channel></rss>\n'


def _item(edition: Edition, day: str, identity: Identity) -> str:
    at = format_datetime(datetime.fromisoformat(day).replace(tzinfo=UTC), usegmt=True)
    told = "\n".join(change.text for change in edition.changes)
    return (
        f"<item><title>{escape(edition.name)}</title><link>{escape(identity.at('about/changelog/'))}</link>"
        f'<guid isPermaLink="false">{escape(edition.name)}</guid><pubDate>{at}</pubDate>'
        f"<description>{escape(told)}</description></item>\n"
    )
