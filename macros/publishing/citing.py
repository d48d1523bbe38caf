"""How to cite a page, ready to be copied: GB/T 7714—2015, the form for electronic documents ([EB/OL])."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.publishing.facts import PageFacts
    from macros.publishing.head import Identity, Page

END = "</article>"
KIND = "[EB/OL]"
SEEN = "[引用日期]"
NOTE_SEEN = "按GB/T 7714—2015著录。“引用日期”换成您看到这一页的那一天，写成[2027-03-15]的样子。"
NOTE_ADDRESS = "本站没有设定网址，末尾补上您打开这一页的地址。"


def citation(page: Page, facts: PageFacts, identity: Identity) -> str:
    """「网站名. 题名[EB/OL]. (更新日期)[引用日期]. 地址.」 What no record and no setting tells is left out."""
    dated = f"({facts.date})" if facts.date else ""
    parts = [identity.name, f"{page.title}{KIND}", f"{dated}{SEEN}", identity.at(page.address)]
    return "".join(f"{part}. " for part in parts if part).rstrip()


def with_citation(html: str, page: Page, facts: PageFacts, identity: Identity) -> str:
    """The page with a folded block at its end, if it shows a record; unchanged otherwise."""
    if not facts.is_cited or END not in html:
        return html
    note = NOTE_SEEN if identity.url else f"{NOTE_SEEN}{NOTE_ADDRESS}"
    block = (
        '<details class="xy-fold xy-citing"><summary>怎样引用本页</summary>'
        f'<p class="xy-citing__text">{escape(citation(page, facts, identity))}</p><p class="xy-note">{note}</p></details>'
    )
    body, end, rest = html.rpartition(END)
    return body + block + end + rest
