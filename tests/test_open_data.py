"""The records as data: nothing filled in, nothing run, the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator
from records import WORLD

from macros.models import KINDS
from macros.office.open_data import BOOK, GIVEN, as_book, as_csv, as_json, fields_of, flat, open_data, rows_of
from macros.views.downloads import download_list, size

if TYPE_CHECKING:
    from pathlib import Path

    from macros.models.base import Record


def records(kind: str) -> list[Record]:
    return [entry.record for _, entry in sorted(WORLD.shelves[kind].items())]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {product.path: product.make() for product in open_data(WORLD, str)}


def test_masked_figures_stay_masked():
    cases = json.loads(as_json("cases", records("cases")))["records"]
    masked = [figure for case in cases for figure in case.get("figures", []) if figure["state"] == "masked"]

    assert masked
    assert [figure for figure in masked if figure.get("value") is not None] == []
    assert all("x" in figure["as_printed"].lower() for figure in masked)


@pytest.mark.parametrize("kind", GIVEN)
def test_every_record_is_a_row_with_every_field(kind: str):
    head, *rows = csv.reader(io.StringIO(as_csv(kind, rows_of(kind, records(kind))).decode("utf-8-sig")))

    assert head == [label for _, label, _ in fields_of(kind)]
    assert [row[0] for row in rows] == [record.id for record in records(kind)]


def test_a_cell_that_begins_like_a_formula_is_text():
    spoilt = [records("terms")[0].model_copy(update={"name": "=1+1"})]
    book = openpyxl.load_workbook(io.BytesIO(as_book({"terms": spoilt})))
    cell = book[KINDS["terms"][1]].cell(2, 2)

    assert b"'=1+1" in as_csv("terms", rows_of("terms", spoilt))
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_parts_are_told_by_their_labels():
    assert "材料写法：" in flat(records("places")[0])
    assert flat([True, None, 3]) == "是；；3"


def test_the_workbook_is_sound_and_always_the_same(files: dict[str, bytes], tmp_path: Path):
    (tmp_path / "a.xlsx").write_bytes(files[BOOK])

    assert as_book({kind: records(kind) for kind in GIVEN}) == files[BOOK]
    assert [str(fault) for fault in OpenXmlValidator().validate(tmp_path / "a.xlsx").errors] == []


def test_the_list_of_downloads_names_size_and_purpose():
    html = download_list("../", [("表单", "纪要", "记一场会", "files/a.docx", 2_000_000)])

    assert 'href="../files/a.docx"' in html
    assert "1.9 MB" in html
    assert (size(10), size(2048)) == ("1 KB", "2 KB")
