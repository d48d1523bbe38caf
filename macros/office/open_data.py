"""The records as data for others: JSON as they are, CSV and a workbook flattened, with what each field means."""

from __future__ import annotations

import csv
import io
import json
from codecs import BOM_UTF8
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import xlsxwriter
from pydantic import TypeAdapter

from macros.library.watched import Answers
from macros.models import KINDS
from macros.models.base import Labelled, Record
from macros.office.same_bytes import BEGINNING
from macros.office.sheet_rows import Rows, with_rows
from macros.products import Group, Product

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from macros.library import Library
    from macros.products import Read

#: what is given away as data: kind of record -> what it is good for
GIVEN = {
    "methods": "方法的步骤、角色、走样、出处",
    "cases": "案例的经过、结果、数字和出处",
    "sources": "全部来源",
    "places": "地方，隐去的各有代号",
    "documents": "制度文件和它们的状态",
    "terms": "术语和释义",
    "numbers": "带数字的叫法",
}
LICENCE = "知识共享署名4.0国际许可协议（CC BY 4.0）。署名：协商有方。引用的材料属于各自的发布者。"
NOTE = "state为masked的数字，原文以X隐去，不能当作数字使用；为空的项，是来源没有交代。"
BOOK = "files/data/xieshang-youfang.xlsx"
NO_RECORDS = "[]\n}"  # in JSON
LIKE_FORMULAS = frozenset("=+-@\t\r")
LONGEST_CELL = 32_000  # a workbook takes 32,767


def open_data(library: Library, _read: Read) -> Iterator[Product]:
    """Each kind as JSON and CSV, and all of them in one workbook."""
    answers = Answers(library)

    @cache
    def cells(kind: str) -> list[list[str]]:  # for the CSV and for the workbook
        return list(rows_of(kind, _records(library, kind)))

    for kind, what in GIVEN.items():
        yield from _of_kind(library, kind, what, answers.digest((kind, None)), cells)
    yield Product(
        BOOK,
        "".join(answers.digest((kind, None)) for kind in GIVEN),
        lambda: _book({kind: cells(kind) for kind in GIVEN}),
        Group.DATA,
        "全部数据（Excel）",
        "每类一张表，另有各项含义",
    )


def _of_kind(
    library: Library, kind: str, what: str, made_from: str, cells: Callable[[str], list[list[str]]]
) -> Iterator[Product]:
    name = KINDS[kind][1]
    yield Product(
        f"files/data/{kind}.json",
        made_from,
        lambda: as_json(kind, _records(library, kind)),
        Group.DATA,
        f"{name}（JSON）",
        f"{what}；程序读取用",
    )
    yield Product(
        f"files/data/{kind}.csv",
        made_from,
        lambda: as_csv(kind, cells(kind)),
        Group.DATA,
        f"{name}（CSV）",
        f"{what}；表格软件打开",
    )


def _records(library: Library, kind: str) -> list[Record]:
    return [entry.record for _, entry in sorted(library.shelves[kind].items())]


def fields_of(kind: str) -> list[tuple[str, str, str]]:
    """(name, Chinese label, meaning) of every field of a kind of record."""
    model = KINDS[kind][0]
    return [(name, info.title or name, info.description or "") for name, info in model.model_fields.items()]


def as_json(kind: str, records: list[Record]) -> bytes:
    """The records with their licence and the meaning of every field."""
    fields = {name: {"label": label, "meaning": meaning} for name, label, meaning in fields_of(kind)}
    told = {"licence": LICENCE, "note": NOTE, "kind": KINDS[kind][1], "fields": fields, "records": []}
    target = io.BytesIO()
    target.write(json.dumps(told, ensure_ascii=False, indent=1).removesuffix(NO_RECORDS).encode())
    record_of, between = TypeAdapter(KINDS[kind][0]), b"[\n  "
    for record in records:  # one after the other: all of them are many
        target.write(between)
        target.write(record_of.dump_json(record, indent=1, exclude_none=True).replace(b"\n", b"\n  "))
        between = b",\n  "
    target.write(b"\n ]\n}\n" if records else b"[]\n}\n")
    return target.getvalue()


def as_csv(kind: str, rows: Iterable[list[str]]) -> bytes:
    """A row for each record; lists in one cell. A cell that begins like a formula is made harmless."""
    target = io.BytesIO()
    target.write(BOM_UTF8)  # else Excel takes it for another encoding
    text = io.TextIOWrapper(target, "utf-8", newline="")  # thousands of rows are never one text
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(label for _, label, _ in fields_of(kind))
    writer.writerows([f"'{cell}" if cell[:1] in LIKE_FORMULAS else cell for cell in row] for row in rows)
    text.flush()
    return target.getvalue()


def rows_of(kind: str, records: list[Record]) -> Iterator[list[str]]:
    """The cells of every record as text."""
    names = [name for name, _, _ in fields_of(kind)]
    for record in records:
        yield [flat(getattr(record, name))[:LONGEST_CELL] for name in names]


@cache
def _labels(model: type[Record]) -> tuple[tuple[str, str], ...]:
    return tuple((name, model.label_of(name)) for name in model.model_fields)


def flat(value: Any) -> str:  # noqa: ANN401, PLR0911 (whatever a field may hold)
    """A value in one cell, as people read it: parts with their labels, a list's items by semicolons."""
    if type(value) is str:  # most of them
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Labelled):
        return value.label
    if isinstance(value, Record):
        values = [(label, getattr(value, name)) for name, label in _labels(type(value))]
        return "，".join(
            [f"{label}：{text}" for label, part in values if part is not None and (text := flat(part))]
        )
    if isinstance(value, list | tuple):
        return "；".join([flat(item) for item in value])
    return str(value)


def as_book(tables: Mapping[str, list[Record]]) -> bytes:
    """A workbook: a sheet for each kind, and one that explains the fields. Every cell is text."""
    return _book({kind: list(rows_of(kind, records)) for kind, records in tables.items()})


def _book(tables: Mapping[str, list[list[str]]]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"created": datetime(*BEGINNING, tzinfo=UTC).replace(tzinfo=None)})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        about = book.add_worksheet("说明")
        _write(about, [["许可", LICENCE], ["注意", NOTE], ["", ""], ["表", "字段", "名称", "含义"]], bold, 0)
        _write(about, [[KINDS[kind][1], *field] for kind in tables for field in fields_of(kind)], plain, 4)
        about.set_column(0, 3, 18)
        about.set_column(3, 3, 60)
        for kind in tables:
            _head(book.add_worksheet(KINDS[kind][1]), [label for _, label, _ in fields_of(kind)], bold)
    look = plain._get_xf_index()  # noqa: SLF001 (told nowhere else)
    return with_rows(
        target.getvalue(),
        book.str_table.string_array,
        {
            number: Rows(rows, [look] * len(fields_of(kind)))
            for number, (kind, rows) in enumerate(tables.items(), 2)
        },
    )


def _head(sheet: Any, labels: list[str], style: Any) -> None:  # noqa: ANN401 (untyped package)
    _write(sheet, [labels], style, 0)
    sheet.freeze_panes(1, 2)
    sheet.set_column(0, len(labels) - 1, 24)
    sheet.set_landscape()
    sheet.repeat_rows(0)


def _write(sheet: Any, rows: list[list[str]], style: Any, first: int) -> None:  # noqa: ANN401 (untyped package)
    for number, row in enumerate(rows, first):
        for column, cell in enumerate(row):
            sheet.write_string(number, column, cell, style)
