"""What the tests of the chooser and of the comparison both need."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from unicodedata import normalize

from pypdf import PdfReader

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pypdf import PageObject


def paper(page: Page) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def words_on(sheet: PageObject) -> str:
    """The words of a sheet; some fonts name their characters after radicals that look alike."""
    return normalize("NFKC", sheet.extract_text())
