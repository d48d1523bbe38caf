"""Before a workbook is opened: is it one, and can it be opened without harm? Refusals are Chinese sentences."""

from __future__ import annotations

import io
import re
import zipfile

OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls, of WPS's .et and of locked .xlsx
LARGEST = 30 * 1024 * 1024  # bytes on the disk; 5,000 cases take 6 MB
LARGEST_UNPACKED = 300 * 1024 * 1024
MOST_PARTS = 2000
CONTENTS = "[Content_Types].xml"
BOOK = "xl/workbook.xml"
DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
BEGINNING = 4096  # bytes: a document type stands before the first element
SAVE_AS = "用Excel或WPS打开，选“另存为”，类型选“Excel 工作簿（*.xlsx）”，再导入。"
WRITTEN_BY_OFFICE = "用Excel或WPS打开看看；打得开就另存一份再导入，打不开就从上一份重新改。"


class StrangerError(ValueError):
    """A file that is not opened; the message is for people: what it is, what to do."""


def refuse_strangers(data: bytes) -> None:
    """Raise StrangerError unless this is an .xlsx of sensible size."""
    if len(data) > LARGEST:
        raise StrangerError(
            f"文件有{len(data) // 1024 // 1024}MB，最大{LARGEST // 1024 // 1024}MB。删掉图片和多余的表再导入。"
        )
    if data.startswith(OLD_EXCEL):
        raise StrangerError(
            f"这是老式的.xls、WPS的.et，或者加了密码的文件，读不了。{SAVE_AS}有密码的先取消密码。"
        )
    if not data.startswith(b"PK"):
        raise StrangerError(f"这不是Excel文件（.xlsx），只改后缀名没有用。{SAVE_AS}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_parts(archive)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError) as error:
        raise StrangerError(f"文件坏了，读不完整。{WRITTEN_BY_OFFICE}") from error


def _refuse_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)  # zipfile never unpacks more than is declared
    if unpacked > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
        raise StrangerError(
            "文件解开以后大得不正常，像是故意做坏的，没有打开。把内容复制到新下载的台账里再导入。"
        )
    names = {part.filename for part in parts}
    if CONTENTS not in names or BOOK not in names:
        raise StrangerError(f"这是压缩包或别的文件，不是Excel的.xlsx。{SAVE_AS}")
    for part in parts:
        with archive.open(part) as opened:
            if DOCTYPE.search(opened.read(BEGINNING).replace(b"\0", b"")):
                raise StrangerError(
                    "文件里有Excel不会写的内容（文档类型声明），没有打开。把内容复制到新下载的台账里再导入。"
                )
