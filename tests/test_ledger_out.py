"""The ledger as it goes out: sound, guided by the models, the same twice, and nothing in it is a formula."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from itertools import cycle
from typing import TYPE_CHECKING

import openpyxl
import pytest
from conftest import ROOT
from ledgers import BOOK, Office
from nasty import nasty_strings
from openxml_audit import OpenXmlValidator
from records import WORLD, changed_library

from macros.ledger.compare import compare
from macros.ledger.guide import NAME, OPTIONS
from macros.ledger.layout import LEDGER, LEFT_OUT, sheets
from macros.ledger.looks import SCALE
from macros.ledger.products import ledger_products
from macros.ledger.result import Result
from macros.ledger.rows import layout_for
from macros.ledger.workbook import ledger
from macros.library import Library, load
from macros.library.yaml_edit import edited_text, new_text
from macros.library.yaml_reader import read
from macros.models import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook import Workbook

LIBRARY, _ = load(ROOT)
REAL = ledger(LIBRARY)
NASTY = [
    *(text for text in nasty_strings(600, seed=20261122) if not read(new_text({"id": text}), "x").problems),
    "=1+1", "+86", "-5", "@sum", "=HYPERLINK(1)", "012", "0571", "no", "~", "null", "true", "1.0", "2023-02-30", "'", "- a", "a: b", "#a",
]  # fmt: skip
TEXTS = 60  # of the world that a ledger shows, and more


@pytest.fixture(scope="module")
def book() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(REAL))


def changes(library: Library, data: bytes) -> list[object]:
    """What a workbook would change, and what is wrong with it."""
    desk = compare(library, data)
    return [*desk.problems, *Result(desk, str).changed]


def saved_by_office(data: bytes, folder: Path) -> bytes:
    """The workbook as LibreOffice saves it; a profile of our own, so that no other run disturbs."""
    (folder / "out").mkdir()
    (folder / "in.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = shutil.which("soffice") or "soffice"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", "out", "in.xlsx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
    return (folder / "out/in.xlsx").read_bytes()


def test_a_validator_of_office_files_finds_nothing(tmp_path: Path):
    file = tmp_path / "ledger.xlsx"
    file.write_bytes(BOOK)

    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


def test_the_same_records_give_the_same_bytes():
    product = next(iter(ledger_products(LIBRARY, str)))

    assert product.path == "files/ledger/anli-taizhang.xlsx"
    assert product.make() == REAL


def test_every_field_of_the_models_has_its_column():
    told = {(sheet.kind, sheet.field or column.field) for sheet in sheets() for column in sheet.columns}

    assert told | LEFT_OUT == {(kind, field) for kind in LEDGER for field in KINDS[kind][0].model_fields}


def test_every_head_says_what_it_means_with_a_good_and_a_bad_example(book: Workbook):
    for sheet in layout_for(LIBRARY):
        notes = {cell.value: cell.comment.text for cell in book[sheet.name][1] if cell.comment}

        assert list(notes) == [column.head for column in sheet.columns]
        assert all(column.info.description in notes[column.head] for column in sheet.columns)
        assert all("好例子：" in note and "坏例子：" in note for note in notes.values())


def test_every_choice_has_a_list_with_chinese_words_behind_a_name(book: Workbook):
    for sheet in layout_for(LIBRARY):
        rules = {
            str(rule.sqref).split(":")[0]: rule for rule in book[sheet.name].data_validations.dataValidation
        }
        lists = [rule.formula1 for rule in rules.values() if rule.type == "list"]

        assert len(rules) == len(sheet.columns)
        assert len(lists) == sum(bool(column.shape.choices) for column in sheet.columns)
        assert all(listed(book, name) for name in lists)


def listed(book: Workbook, name: str) -> bool:
    """Whether every line behind a name is told in Chinese."""
    first, last = re.findall(r"\$([A-Z]+\$\d+)", book.defined_names[name].attr_text)
    cells = book[OPTIONS][f"{first.replace('$', '')}:{last.replace('$', '')}"]
    return all(re.search(r"[\u4e00-\u9fff]", str(cell.value)) for (cell,) in cells)


def test_sheets_can_be_read_and_printed(book: Workbook):
    for sheet in layout_for(LIBRARY):
        page = book[sheet.name]

        assert page.freeze_panes in {"C2", "D2"}
        assert page.print_title_cols
        assert page.print_title_rows == "$1:$1"
        assert page.page_setup.orientation == "landscape"
        assert page.page_setup.fitToHeight == 0 or page.page_setup.scale == SCALE
    assert book.sheetnames[0] == NAME
    assert book[OPTIONS].sheet_state == "hidden"


def test_nothing_in_it_is_a_formula():
    strings = cycle(["=1+1", "+86", "-5", "@sum"])
    data = ledger(changed_library(WORLD, lambda *_: next(strings)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name]

    assert [part for part in parts if b"<f>" in part or b"<f " in part] == []


def test_no_text_of_a_record_is_lost_on_the_way():
    texts = cycle(NASTY)
    for _ in range(len(NASTY) // TEXTS + 1):
        spoilt = changed_library(WORLD, lambda *_: next(texts))

        assert changes(spoilt, ledger(spoilt)) == []


@pytest.mark.parametrize("data", [REAL, BOOK], ids=["real", "world"])
def test_libreoffice_may_save_it_in_between(data: bytes, tmp_path: Path):
    library = LIBRARY if data is REAL else WORLD

    assert changes(library, saved_by_office(data, tmp_path)) == []


def test_formulas_stay_text_when_libreoffice_saves_them(tmp_path: Path):
    strings = cycle(["=1+1", "+86", "-5", "@sum", "=HYPERLINK(1)", "0571", "2023-02-30", "  a\nb", "true"])
    spoilt = changed_library(WORLD, lambda *_: next(strings))

    assert changes(spoilt, saved_by_office(ledger(spoilt), tmp_path)) == []


@pytest.mark.parametrize("written", ["as a new one", "in place of another"])
def test_any_text_is_written_as_it_is_read(written: str):
    for text in NASTY:
        new = new_text({"id": "x", "title": text, "notes": [text]})
        changed = edited_text(
            "id: x\ntitle: 'a'\nnotes: # why\n  - b\n",
            {"title": text, "notes": [text]},
            ["id", "title", "notes"],
        )

        assert read(new if "new" in written else changed, "x").data == {
            "id": "x",
            "title": text,
            "notes": [text],
        }


def test_a_record_that_is_not_touched_keeps_every_byte():
    for file in LIBRARY.files:
        if file.kind in LEDGER:
            assert edited_text(file.document.text, {}, []) == file.document.text


def test_comments_stay_where_their_lines_go():
    text = "id: x # eins\n# vor\nlead: a\n# nach\nnotes:\n  - b # bei\n  # zwischen\n  - c\n# ende\n"
    changed = edited_text(text, {"lead": None, "spot": "d", "notes": ["c"]}, ["id", "spot", "lead", "notes"])

    assert all(comment in changed for comment in ("# eins", "# vor", "# nach", "# zwischen", "# ende"))
    assert read(changed, "x").data == {"id": "x", "spot": "d", "notes": ["c"]}


def test_a_wider_record_makes_the_sheet_wider():
    entry = WORLD.shelves["cases"]["qingdu-tingche"]
    wide = entry.record.model_copy(update={"methods": ["sanbu"] * 6})
    cases = {**WORLD.shelves["cases"], "qingdu-tingche": replace(entry, record=wide)}
    library = replace(WORLD, shelves={**WORLD.shelves, "cases": cases})

    assert "用到的方法6" in layout_for(library)[0].heads
    assert changes(library, ledger(library)) == []


def test_the_world_comes_back_unchanged(tmp_path: Path):
    office = Office(tmp_path)
    before = office.texts()

    assert office.hand_in(BOOK) == 0
    assert office.texts() == before
