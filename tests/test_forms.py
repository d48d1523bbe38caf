"""The forms that offices take away: clean, sound, the same twice, and as many pages as they should have."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT
from docx import Document
from lxml import etree
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader
from records import WORLD

from macros.library import load
from macros.office.forms import form_products
from macros.office.same_bytes import unzipped
from macros.office.word import Paper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from macros.products import Product

LIBRARY, _ = load(ROOT)
PRODUCTS = {product.path: product for product in form_products(LIBRARY, str)}
OF_THE_WORLD = {product.path: product for product in form_products(WORLD, str)}
MADE = {path: product.make() for path, product in PRODUCTS.items()}
#: pages of the forms as LibreOffice lays them out; an office prints a table on one sheet
PAGES = {
    "banli-fankui": 1, "diaoyan-baogao": 2, "fayan-tigang": 1, "jianyi-an": 2, "jiaoban-dan": 1, "lvzhi-dengji": 1,
    "manyidu-ceping": 1, "qiandao-biao": 1, "sheqing-minyi-xinxi": 1, "tian-biao": 1, "tian-shuangping": 2,
    "weiyuan-zuoye-biao": 1, "xieshang-fangan": 3, "xieshang-jihua": 2, "xieshang-jiyao": 2, "xika": 2,
    "yaoqing-han": 1, "yicheng": 1, "yishishi-taizhang": 1, "zhuanhua-genzong": 1,
}  # fmt: skip


def words(data: bytes) -> str:
    document = etree.fromstring(unzipped(data)["word/document.xml"])
    return "\n".join("".join(part.itertext()) for part in document[0])


def printed(files: Sequence[Path], folder: Path) -> dict[str, PdfReader]:
    """The files as LibreOffice prints them, by name; a profile of our own, so that no other run disturbs."""
    office = shutil.which("soffice") or "soffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {file.stem: PdfReader(folder / f"{file.stem}.pdf") for file in files}


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, PdfReader]]:
    """All forms and one page full of characters, printed in one go."""
    folder = tmp_path_factory.mktemp("prints")
    full = Paper("official", title="满页", title_shown=False)
    full.paragraph("协" * 28 * 30, indent=False)
    papers = {**{path.rpartition("/")[2]: data for path, data in MADE.items()}, "full.docx": full.bytes()}
    for name, data in papers.items():
        (folder / name).write_bytes(data)
    return printed([folder / name for name in papers], folder)


@pytest.mark.parametrize("path", MADE)
def test_a_validator_of_office_files_finds_nothing(path: str, tmp_path: Path):
    file = tmp_path / "form.docx"
    file.write_bytes(MADE[path])

    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


def test_a_form_is_the_same_twice():
    assert {path: product.make() for path, product in PRODUCTS.items()} == MADE


@pytest.mark.parametrize("path", MADE)
def test_a_form_is_clean(path: str):
    """The mark stands on the page; the paper itself is the office's own, with no head, seal or secrecy mark."""
    text = words(MADE[path])

    assert [word for word in ("编者", "样例", "样表", "文件头", "秘密", "机密", "绝密") if word in text] == []


def everything_on(product: Product) -> str:
    return words(product.make())


def test_what_the_record_says_stands_on_the_paper():
    text = everything_on(OF_THE_WORLD["files/forms/yishi-dan.docx"])
    said = (
        "关于〔议题〕的议事单", "（〔日期〕）", "各位居民：", "议什么", "从哪里来", "1.先看现场", "提出人", "哪里、什么人",
        "意见", "答得清楚", "好", "差", "理由", "得分", "一人一份。", "回执", "〔议事亭名称〕",
    )  # fmt: skip

    assert [word for word in said if word not in text] == []


def test_room_to_write_takes_the_place_of_empty_brackets():
    text = everything_on(OF_THE_WORLD["files/forms/yishi-dan.docx"])

    assert "〔〕" not in text
    assert "时间：\u3000\u3000\u3000\u3000\u3000\u3000，地点：〔地点〕。" in text


def test_what_is_judged_names_its_source_on_the_paper():
    """Items and scale, each from where it was found."""
    text = everything_on(OF_THE_WORLD["files/forms/yishi-dan.docx"])

    assert (
        "评议项目出自基础材料甲《XX区政协工作材料》，等次出自青渡县政协网站《青渡县政协把议事亭搭到街角》"
        in text
    )


def test_judging_tables_without_items_or_scale_name_no_source():
    assert everything_on(OF_THE_WORLD["files/forms/yishi-dan.docx"]).count("出自") == 2


def test_tables_have_as_many_cells_as_their_head():
    for data in MADE.values():
        for table in Document(io.BytesIO(data)).tables:
            assert {len(row.cells) for row in table.rows} == {len(table.columns)}


def test_every_form_is_printed_on_as_many_pages_as_it_should(prints: dict[str, PdfReader]):
    counted = {name: len(pdf.pages) for name, pdf in prints.items() if name != "full"}

    assert counted == PAGES


def test_a_full_page_has_22_lines_of_28_characters(prints: dict[str, PdfReader]):
    """Counted on paper, not in the settings."""
    lines = prints["full"].pages[0].extract_text().splitlines()

    assert [len(line) for line in lines if "协" in line] == [28] * 22
