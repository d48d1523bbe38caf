"""Files that are no ledger, or far too much of one: refused with the way out, and nothing is opened that could do harm."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
from ledgers import BOOK, Office

from macros.commands.import_ import import_
from macros.ledger.reading import MOST_ROWS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def zipped(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    """The world's workbook with one part replaced."""
    with zipfile.ZipFile(io.BytesIO(BOOK)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    return zipped(**{**parts, name: data})


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>'
STRANGERS = {
    "这是老式的.xls、WPS的.et，或者加了密码的文件": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "这不是Excel文件（.xlsx），只改后缀名没有用": "案例号,标题".encode("gbk"),
    "这是压缩包或别的文件": zipped(**{"word/document.xml": b"<x/>"}),
    "文件坏了，读不完整": BOOK[:2000],
    "文件里面坏了，读不出表格": with_part("xl/worksheets/sheet2.xml", b"<worksheet><sheetData><row"),
    "文件解开以后大得不正常": with_part("xl/media/x.bin", b"\0" * (301 * 1024 * 1024)),
    "文件里有Excel不会写的内容": with_part("xl/workbook.xml", ENTITY),
}


@pytest.mark.parametrize("message", STRANGERS)
def test_a_file_that_is_no_ledger_is_refused_with_the_way_out(
    office: Office, capsys: pytest.CaptureFixture[str], message: str
):
    assert office.hand_in(STRANGERS[message]) == 1
    assert message in capsys.readouterr().out


def test_a_file_that_is_not_there_is_said(office: Office, capsys: pytest.CaptureFixture[str]):
    office.hand_in(BOOK)
    office.file.unlink()

    assert import_([str(office.file), "--root", str(office.root)]) == 1
    assert "没有导入。台账.xlsx：" in capsys.readouterr().out


def test_a_hundred_thousand_rows_are_too_many(office: Office, capsys: pytest.CaptureFixture[str]):
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("案例")
    page.append(["案例号", "编号", "标题"])
    for row in range(100_000):
        page.append([f"A-{row}", f"c-{row}", "标题"])
    target = io.BytesIO()
    book.save(target)

    assert office.hand_in(target.getvalue()) == 1
    assert f"「案例」表A{MOST_ROWS + 2}：错误：这张表超过{MOST_ROWS}行，没有读。" in capsys.readouterr().out
