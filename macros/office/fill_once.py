"""填一次，出全套: the papers of a session as a script from which a browser makes them, without any server.

A paper is a zip. Only the parts in which something is filled in travel as text, the others as the compressed bytes
that go into the new zip as they are; what several papers share travels once.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from functools import partial
from typing import TYPE_CHECKING, Any

from macros.models.form_pack import PERSON_BLANKS, POSITION, FormPack
from macros.office.forms import EMPTY, form_paper, paper_labels
from macros.office.phrases import packed
from macros.office.same_bytes import unzipped
from macros.products import Group, Product

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library
    from macros.models import Form
    from macros.models.form_blocks import Block
    from macros.products import Read

PATH = "forms/data/once.js"
TO_FILL = re.compile("〔[^〔〕<>]+〕")
ROW = re.compile(r"<w:tr>(?:(?!</w:tr>).)*〔姓名〕.*?</w:tr>", re.DOTALL)
ROWS_LEFT = 6  # for those who come without being on the list


def fill_products(library: Library, _read: Read) -> Iterator[Product]:
    """The script, where there is a set; nobody takes it away, so it has no title."""
    forms = [form for form in library.forms.values() if form.pack]
    if forms:
        labels = {form.id: paper_labels(library, form) for form in forms}
        yield Product(
            path=PATH,
            made_from="".join(form.model_dump_json() for form in forms) + repr(labels),
            make=partial(_script, forms, labels),
            group=Group.FORMS,
        )


def _script(forms: list[Form], labels: dict[str, dict[str, str]]) -> bytes:
    told = json.dumps(pack(forms, labels), ensure_ascii=False, separators=(",", ":"))
    return f"xyOnce.take({told});\n".encode()


def pack(forms: list[Form], labels: dict[str, dict[str, str]]) -> dict[str, Any]:
    """phrases, parts {hash: [bytes, CRC, length]}, columns of the list, papers with their files in order.

    A file is [path, hash] or [path, text number, …]: one text, or what stands before the row, the row, what follows.
    """
    parts: dict[str, tuple[str, int, int]] = {}
    texts: list[str] = []
    papers = []
    for form in forms:
        files: list[list[Any]] = []
        for path, data in unzipped(form_paper(_template(form), labels[form.id])).items():
            pieces = _pieces(data.decode("utf-8"), form.pack) if TO_FILL.search(data.decode("utf-8")) else []
            files.append([path, *(range(len(texts), len(texts) + len(pieces)) or [_shared(parts, data)])])
            texts += pieces
        papers.append({"title": form.title, "pack": form.pack, "files": files})
    phrases, short = packed(texts)
    columns = [[one.key, *one.also] for one in PERSON_BLANKS]
    return {"phrases": phrases, "texts": short, "parts": parts, "columns": columns, "papers": papers}


def _shared(parts: dict[str, tuple[str, int, int]], data: bytes) -> str:
    key = hashlib.sha256(data).hexdigest()[:8]
    pressed = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    raw = pressed.compress(data) + pressed.flush()
    parts[key] = (base64.b64encode(raw).decode(), zlib.crc32(data), len(data))
    return key


def _pieces(text: str, kind: FormPack | None) -> list[str]:
    """The text, or, where somebody stands in a row of it, the three pieces around and of that row."""
    row = ROW.search(text) if kind is FormPack.LIST else None
    return [text[: row.start()], row[0], text[row.end() :]] if row else [text]


def _template(form: Form) -> Form:
    """Of a form with a line for each, one with a single line, which the browser repeats."""
    if form.pack is not FormPack.LIST:
        return form
    return form.model_copy(update={"blocks": [_one_line(block) for block in form.blocks]})


def _one_line(block: Block) -> Block:
    if block.plates:
        return block.model_copy(update={"plates": 1})
    if block.table is None or block.table.rows:
        return block
    row = [_column(head) for head in block.table.head]
    return block.model_copy(
        update={"table": block.table.model_copy(update={"rows": [row], "blank": ROWS_LEFT})}
    )


def _column(head: str) -> str:
    """What of a person stands under this head; nothing where it is written by hand."""
    known = {name: one.key for one in PERSON_BLANKS for name in (one.key, *one.also)} | {POSITION: POSITION}
    return f"〔{known[head]}〕" if head in known else EMPTY
