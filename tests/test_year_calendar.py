"""年度协商日历: the tasks by date, the calendar file and the workbooks, made in a browser from a small page."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from browsing import open_page
from conftest import ROOT
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator
from records import WORLD

from macros.library import load
from macros.office.calendar_script import PATH, calendar_data, calendar_products
from macros.pages.calendar import calendar_pages
from macros.views import Context
from macros.views.year_plan import year_desk

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

LIBRARY, _ = load(ROOT)
SCRIPTS = "save_file once_zip year_days year_plan year_ics year_sheet year_show year"
PAGE = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>日历</title>
<link rel="stylesheet" href="../../year.css"></head><body><main class="md-typeset"><h1>日历</h1>{}</main>{}</body></html>"""
AWKWARD = 'A&B <停车>;,\\"议"' + "很长的议题" * 12
GIVEN = {
    "plan": "x-shi-14527n",
    "year": "2027",
    "n.jiebie": "2",
    "shuangyue-1": f"03-18\n{AWKWARD}\n社法委",
    "shuangyue-2": "05",
    "jiebie-1": "02-30",
    "made-up": "07-01\n没有这一类",
}


@dataclass(frozen=True)
class Taken:
    """What the page gave: three files, what it said, its address, and what a reload made of a kept file."""

    ics: bytes
    xlsx: bytes
    kept: dict[str, Any]
    said: str
    again: str
    refused: str
    axe: list[tuple[str, list[str]]]


def folder(where: Path) -> Path:
    """The page as the site has it, without the site around it."""
    page = where / "forms" / "calendar" / "index.html"
    page.parent.mkdir(parents=True)
    (where / "assets" / "js").mkdir(parents=True)
    (where / "forms" / "data").mkdir()
    for name in SCRIPTS.split():
        text = (ROOT / f"overrides/assets/js/{name}.js").read_text(encoding="utf-8")
        (where / f"assets/js/{name}.js").write_text(text, encoding="utf-8")
    (where / PATH).write_bytes(next(iter(calendar_products(LIBRARY, str))).make())
    (where / "year.css").write_text(":root { --xy-ink: #000 }", encoding="utf-8")
    scripts = "".join(f'<script src="../../assets/js/{name}.js"></script>' for name in SCRIPTS.split())
    page.write_text(PAGE.format(year_desk(Context(LIBRARY, "../../")), scripts), encoding="utf-8")
    return page


def download(page: Page, name: str) -> bytes:
    with page.expect_download() as file:
        page.locator(f"[data-xy-year-{name}]").click()
    return file.value.path().read_bytes()


def status(page: Page) -> str:
    return page.locator("[data-xy-year-said]").inner_text()


@pytest.fixture(scope="module")
def taken(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    """One visit: an address with faults in it, a month chosen, everything taken away, a kept file opened again."""
    address = folder(tmp_path_factory.mktemp("year")).as_uri()
    with open_page(browser, f"{address}#{urlencode(GIVEN)}", "desktop", "light") as visit:
        page = visit.page
        page.locator('[data-xy-year-row="changwei-1"] select').first.select_option("06")
        said, ics, xlsx, kept = status(page), *(download(page, one) for one in ("ics", "xlsx", "save"))
        page.locator("[data-xy-year-plan]").select_option("jingmen-sisi")
        chooser = page.locator("[data-xy-year-open] input")
        chooser.set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": kept})
        page.wait_for_function("document.querySelector('[data-xy-year-plan]').value === 'x-shi-14527n'")
        again = status(page)
        chooser.set_input_files({"name": "b.json", "mimeType": "application/json", "buffer": b"[1]"})
        page.get_by_text("没有打开").wait_for()
        axe = visit.axe_violations()
        return Taken(ics, xlsx, json.loads(kept), said, again, status(page), axe)


def unfolded(ics: bytes) -> list[str]:
    return ics.decode().replace("\r\n ", "").split("\r\n")


def events(ics: bytes) -> list[dict[str, str]]:
    whole = "\n".join(unfolded(ics)).split("BEGIN:VEVENT\n")[1:]
    return [dict(line.split(":", 1) for line in one.split("\nEND:VEVENT")[0].split("\n")) for one in whole]


def test_slots_are_counted_by_how_far_they_are(taken: Taken):
    """A day that the calendar hasn't leaves its month; what the pattern hasn't is left out."""
    told = "共14场：定了日子1场，只定了月份3场，还没有排10场。"

    assert (taken.said, taken.again) == (told, told)
    assert taken.refused == "这个文件不是从这一页存下来的，没有打开。"
    assert taken.kept["set"]["jiebie-1"]["on"] == "02"
    assert "made-up" not in json.dumps(taken.kept)


def test_the_calendar_file_keeps_to_its_lines(taken: Taken):
    """CRLF, 75 octets, no character cut, no METHOD, no clock."""
    lines = taken.ics.split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert [unfolded(taken.ics)[0], *unfolded(taken.ics)[-2:]] == ["BEGIN:VCALENDAR", "END:VCALENDAR", ""]
    assert b"METHOD" not in taken.ics
    assert {one["DTSTAMP"] for one in events(taken.ics)} == {"20270101T000000Z"}


def test_the_calendar_file_has_every_task_once(taken: Taken):
    """The meeting and its tasks, each with an id of its own, whole days, texts escaped."""
    found = events(taken.ics)
    lead = LIBRARY.lead_times["shuangyue"].tasks

    assert len({one["UID"] for one in found}) == len(found) == 1 + len(lead)
    assert found[0]["UID"] == "x-shi-14527n-2027-shuangyue-1@niandu-xieshang-rili"
    assert (found[0]["DTSTART;VALUE=DATE"], found[0]["DTEND;VALUE=DATE"]) == ("20270318", "20270319")
    assert 'A&B <停车>\\;\\,\\\\"议"' in found[0]["SUMMARY"]
    assert "依据：编者建议" in found[1]["DESCRIPTION"]


def workdays(day: date, count: int) -> date:
    """Another way to count them."""
    days = (
        [day + timedelta(n) for n in range(1, 40)]
        if count > 0
        else [day - timedelta(n) for n in range(1, 40)]
    )
    return [one for one in days if one.weekday() < 5][abs(count) - 1]


def test_dates_are_counted_back_from_the_meeting(taken: Taken):
    """Weeks, months and working days of the meeting on 18 March 2027."""
    held = date(2027, 3, 18)
    rows = load_workbook(io.BytesIO(taken.xlsx))["要办的事"].iter_rows(min_row=2, values_only=True)
    due = {str(row[1]): (row[0].date(), row[3], row[6]) for row in rows}

    assert due["定题，报主席会议"] == (held - timedelta(weeks=10), "会前10周", "编者建议")
    assert due["开启动会暨知情明政会，由部门通报情况"][0] == date(2027, 1, 18)
    assert due["书面通知参加协商的各方"][0] == workdays(held, -15)
    assert due["报送会议纪要"][0] == workdays(held, 7)


def test_the_workbook_says_what_the_source_says(taken: Taken):
    """Masked numbers stay as printed; awkward text comes through; a schema's reader has only a remark or two."""
    rows = list(load_workbook(io.BytesIO(taken.xlsx))["会"].iter_rows(min_row=2, values_only=True))

    assert [row[4] for row in rows if str(row[1]).startswith("依托专委会")] == ["X次", "X次"]
    assert next(row[2] for row in rows if row[2]) == AWKWARD
    assert {row[5] for row in rows} == {"四双材料"}


def test_the_page_can_be_used_by_everybody(taken: Taken):
    """Every field has a name, regions too. Colours are looked at on the whole site."""
    assert [fault for fault in taken.axe if fault[0] not in {"target-size", "color-contrast"}] == []


def test_the_empty_workbook_counts_by_formula():
    """A row for each time that a source tells, two where none does, and a date that follows."""
    product = list(calendar_products(WORLD, str))[1]
    book = load_workbook(io.BytesIO(product.make()))
    named = [(row[0], row[2]) for row in book["会"].iter_rows(min_row=2, values_only=True)]

    assert named == [("三步议事", "3次")] * 3 + [("碰头", "N次（脱敏）")] * 2 + [("总结会", "未提供")] * 2
    assert book["要办的事"]["A2"].value == '=IF(会!$E$2="","",WORKDAY(会!$E$2,-10))'
    assert book["要办的事"]["A3"].value == '=IF(会!$E$2="","",EDATE(会!$E$2,1))'
    assert product.make() == product.make()


def test_an_empty_workbook_is_sound(tmp_path: Path):
    """By the schema of Office files."""
    file = tmp_path / "a.xlsx"
    file.write_bytes(list(calendar_products(WORLD, str))[1].make())

    assert OpenXmlValidator().validate(file).errors == []


def test_no_number_is_made_up():
    """Only what a source states is counted beforehand."""
    slots = [slot for plan in calendar_data(LIBRARY)["plans"] for slot in plan["slots"]]

    assert {slot["told"] for slot in slots if slot["times"] is None} == {
        "X次",
        "N次",
        "未提供",
        "每年选6件“关键小事”",
    }
    assert calendar_data(WORLD)["plans"][0]["slots"][1]["times"] is None


def test_a_site_without_patterns_has_no_calendar():
    """Nor a page, nor files."""
    bare = replace(WORLD, shelves={**WORLD.shelves, "year_plans": {}})

    assert list(calendar_pages(bare)) == []
    assert list(calendar_products(bare, str)) == []
