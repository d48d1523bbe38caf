"""The decks to project, in a real browser and from a folder: nothing fetched, nothing cut off, all in Chinese."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from lesson_pages import bare, parts
from lxml import html as lxml_html
from pypdf import PdfReader

from macros.publishing.policy import content_security_policy
from macros.training import reveal_files as vendor
from macros.training.reveal_files import RevealChangedError, reveal_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from macros.library import Library

LESSON = "tian-banli-ke"
SLIDE = {"width": 1280, "height": 720}
#: of the slide shown: where its content ends, and whether a cell or the slide is too narrow for it
MEASURE = """() => {
  const slide = document.querySelector("section.present"), body = slide.querySelector(".xy-body");
  if (!body) return [0, false];
  const box = slide.getBoundingClientRect(), scale = box.width / slide.offsetWidth;
  const wide = [body, ...body.querySelectorAll("td, th")].some((one) => one.scrollWidth > one.clientWidth + 1);
  return [(body.getBoundingClientRect().bottom - box.top) / scale, wide];
}"""


@contextmanager
def opened(browser: Browser, site: Path, key: str, search: str = "") -> Iterator[tuple[Page, list[str]]]:
    """A deck opened from its folder, and what went wrong or was asked of elsewhere."""
    with browser.new_context(viewport=SLIDE) as context:
        page, noticed = context.new_page(), []
        context.on("console", lambda message: noticed.append(message.text))
        context.on("weberror", lambda error: noticed.append(str(error.error)))
        context.on("request", lambda asked: noticed.append(asked.url) if asked.url[:5] != "file:" else None)
        page.goto((site / f"files/decks/{key}/index.html").as_uri() + search)
        page.wait_for_selector("html[data-xy-ready]")
        yield page, noticed


def slides_in(site: Path, key: str) -> list[lxml_html.HtmlElement]:
    return lxml_html.parse(str(site / f"files/decks/{key}/index.html")).xpath('//*[@class="slides"]/section')


def test_no_slide_of_any_deck_is_cut_off(browser: Browser, site: Path, library: Library):
    for key in library.lessons:
        with opened(browser, site, key) as (page, noticed):
            for number in range(len(slides_in(site, key))):
                page.evaluate(f"location.hash = '#/{number}'")
                page.wait_for_function(f"document.querySelectorAll('section.past').length === {number}")
                bottom, wide = page.evaluate(MEASURE)
                assert (bottom < 700, wide) == (True, False), (key, number)
            assert noticed == [], key


def test_the_times_are_those_of_the_page(site: Path, library: Library):
    for key in library.lessons:
        seconds = [int(slide.get("data-timing")) for slide in slides_in(site, key)]
        assert sum(seconds) == 60 * sum(part.minutes for part in parts(site, key)), key


def test_no_code_stands_in_a_deck(site: Path, library: Library):
    for key in library.lessons:
        page = lxml_html.parse(str(site / f"files/decks/{key}/index.html"))
        assert page.xpath("//style|//@style|//@onclick|//script[not(@src)]") == []


def test_the_speaker_view_is_chinese_and_has_notes_and_a_pace(browser: Browser, site: Path):
    with opened(browser, site, LESSON) as (page, noticed):
        with page.expect_popup() as popup:
            page.keyboard.press("s")
        speaker = popup.value
        speaker.frame_locator("#current-slide iframe").locator("section.present").wait_for()
        for _ in range(2):
            page.keyboard.press("ArrowRight")
        part = parts(site, LESSON)[0]
        speaker.wait_for_function(
            f"document.querySelector('.value').innerText.includes('{part.prose[0][:4]}')"
        )
        speaker.wait_for_function("document.querySelector('.pacing').innerText.startsWith('00')")
        shown, pace = speaker.inner_text("body"), speaker.inner_text(".pacing")

    assert [word for word in ("讲稿", "下一张", "已用时间", "进度", "版式：标准") if word not in shown] == []
    assert re.findall(r"[A-Za-z]{4,}", speaker_words(shown)) == []
    assert all(text in bare(shown) for text in part.prose)
    assert re.fullmatch(r"00:0\d:\d\d", pace.replace("\n", ""))
    assert noticed == []


def speaker_words(shown: str) -> str:
    """What the window says by itself, without the notes."""
    return shown.partition("讲稿")[0]


class _Strict(SimpleHTTPRequestHandler):
    """A server that refuses all inline code, as the site's own configuration does."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", content_security_policy([]))
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_the_speaker_view_works_without_inline_code(browser: Browser, site: Path):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    with browser.new_context(viewport=SLIDE) as context:
        refused: list[str] = []
        context.on(
            "console", lambda said: refused.append(said.text) if "Security Policy" in said.text else None
        )
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/files/decks/{LESSON}/index.html")
        page.wait_for_selector("html[data-xy-ready]")
        with page.expect_popup() as popup:
            page.keyboard.press("s")
        popup.value.frame_locator("#current-slide iframe").locator("section.present").wait_for()
        page.goto(f"{page.url.partition('#')[0]}?view=print")
        page.wait_for_selector("html.reveal-print .pdf-page >> nth=-1")
    server.shutdown()
    server.server_close()

    assert refused == []


def test_printing_gives_a_page_for_each_slide(browser: Browser, site: Path):
    with opened(browser, site, LESSON, "?view=print") as (page, noticed):
        page.wait_for_selector("html.reveal-print .pdf-page >> nth=-1")
        pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))

    assert len(pdf.pages) == len(slides_in(site, LESSON))
    assert bare(parts(site, LESSON)[0].title) in bare(pdf.pages[2].extract_text())
    assert noticed == []


def test_axe_finds_nothing_on_a_slide(browser: Browser, site: Path):
    with opened(browser, site, LESSON, "#/3") as (page, _):
        found = Axe().run(page).response["violations"]

    assert [(rule["id"], [node["html"][:80] for node in rule["nodes"]]) for rule in found] == []


def test_the_help_is_chinese(browser: Browser, site: Path):
    with opened(browser, site, LESSON) as (page, _):
        page.keyboard.press("Shift+Slash")
        told = page.inner_text(".r-overlay-help-content")

    assert "键盘快捷键" in told
    assert set(re.findall(r"[A-Za-z]{4,}", told)) <= {"Shift"}


def test_the_zip_holds_a_whole_deck(site: Path):
    with zipfile.ZipFile(site / f"files/decks/{LESSON}.zip") as archive:
        names = set(archive.namelist())
        page = lxml_html.document_fromstring(archive.read(f"{LESSON}/index.html"))

    asked = {
        str(one).removeprefix("../") for one in page.xpath("//script/@src|//link[@rel='stylesheet']/@href")
    }
    assert asked <= names
    assert {f"{LESSON}.pptx", f"{LESSON}-xueyuan.docx", "reveal/LICENSE", "reveal/speaker.js"} <= names


def test_the_colours_are_those_of_the_site(project: Path):
    colours = re.compile(r"(--xy-[\w-]+): (#\w+);")
    site = colours.findall((project / "overrides/assets/css/tokens.css").read_text("utf-8"))
    deck = colours.findall(reveal_files()["deck.css"].decode())

    assert len(deck) > 8
    assert set(deck) - set(site) == set()


def test_a_changed_file_of_the_package_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    for file in vendor.VENDOR.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "notes.js").write_bytes((tmp_path / "notes.js").read_bytes() + b" ")
    monkeypatch.setattr(vendor, "VENDOR", tmp_path)

    with pytest.raises(RevealChangedError, match=r"notes\.js和记下的校验值不同"):
        vendor.reveal_files.__wrapped__()


@pytest.mark.parametrize("table", ["IN_NOTES", "IN_REVEAL", "IN_SPEAKER_PAGE", "IN_SPEAKER_SCRIPT"])
def test_a_sentence_that_is_no_longer_there_stops_the_build(monkeypatch: pytest.MonkeyPatch, table: str):
    monkeypatch.setattr(vendor, table, {**getattr(vendor, table), "No such words": "没有"})

    with pytest.raises(RevealChangedError, match="“No such words”出现了0次"):
        vendor.reveal_files.__wrapped__()
