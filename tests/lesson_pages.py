"""Lessons of the real site as tests see them: read from the built page, apart from how the decks are made."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from unicodedata import normalize

from lxml import html as lxml_html

if TYPE_CHECKING:
    from pathlib import Path

SIGNS = re.compile(r"[\s\u3014\u3015\[\]\u3010\u3011\uff1a:]|编者建议")
ARTICLE = '//article[contains(@class, "md-content__inner")]'


def bare(text: str) -> str:
    """A text without blanks and without the marks that each format sets its own way."""
    return SIGNS.sub("", normalize("NFKC", text))  # a PDF gives back look-alikes of some characters


@dataclass
class Part:
    """A section of the page."""

    title: str
    minutes: int
    prose: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def article(site: Path, key: str) -> lxml_html.HtmlElement:
    """The article of a lesson's page, without the marks for links."""
    page = lxml_html.document_fromstring((site / f"training/{key}/index.html").read_text("utf-8"))
    [found] = page.xpath(ARTICLE)
    for mark in found.xpath('.//*[contains(@class, "headerlink")]'):
        mark.drop_tree()
    return found


def parts(site: Path, key: str) -> list[Part]:
    """The sections: what is spoken, and the rows of the tables."""
    found: list[Part] = []
    for element in article(site, key):
        if element.tag == "h2":
            found.append(Part(element.text_content().strip(), int(element.get("data-min"))))
        elif found and element.tag == "p" and not element.get("class"):
            found[-1].prose.append(bare(element.text_content()))
        elif found:
            found[-1].prose += [
                bare(p.text_content()) for p in element.xpath('self::*[contains(@class, "teacher")]//p')
            ]
            rows = element.xpath(".//tr")
            found[-1].rows += [[bare(cell.text_content()) for cell in row] for row in rows]
    return found


def secrets(site: Path, key: str) -> list[str]:
    """Every paragraph and item that only the trainer may see, with what answers are called."""
    boxes = article(site, key).xpath('.//*[contains(@class, "teacher") or contains(@class, "answer")]')
    lines = [line for box in boxes for line in box.xpath(".//p[not(@class)]|.//li|.//td")]
    return sorted({bare(line.text_content()) for line in lines} - {""})
