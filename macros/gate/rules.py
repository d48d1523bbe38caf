"""What a request may change: pages, records and pictures, by name, kind, size and first bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.models import KINDS
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PLAIN_FILE = "100644"
GONE = "000000"
#: mode of git -> what a person calls it
OTHER_MODES = {"100755": "可以执行的程序", "120000": "符号链接", "160000": "另一个仓库"}

SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
KIND = "|".join(KINDS)
RECORD = re.compile(rf"data/(?:{KIND})/(?:[A-Za-z0-9-]+/)*[A-Za-z0-9-]+\.yml")
LIST = re.compile(r"data/(?:categories|vocabularies)\.yml")
PAGE = re.compile(r"docs/(?:[A-Za-z0-9-]+/)*[A-Za-z0-9-]+\.md")
PICTURE = re.compile(r"docs/(?:[A-Za-z0-9-]+/)*[A-Za-z0-9-]+\.(?:png|jpg|jpeg|webp)")

FOLDERS = ("data/", "docs/")
MOST_FILES = 300
MOST_BYTES_OF_TEXT = 300_000
MOST_BYTES_OF_PICTURE = 1_000_000
PLACES = "data/下的记录（.yml）、docs/下的页面（.md）和图片（png、jpg、webp）"


@dataclass(frozen=True)
class Change:
    """One file of a request: its mode and digest on both sides, as git tells them."""

    path: str
    old_mode: str
    new_mode: str
    digest: str

    @property
    def is_removal(self) -> bool:
        """Whether the file goes away."""
        return self.new_mode == GONE


def most_bytes(path: str) -> int:
    """How long a file may be."""
    return MOST_BYTES_OF_PICTURE if PICTURE.fullmatch(path) else MOST_BYTES_OF_TEXT


def faults_in_changes(changes: list[Change]) -> Iterator[Problem]:
    """What is wrong with the list of files, before a single byte of them is read."""
    if len(changes) > MOST_FILES:
        said = f"一次改了{len(changes)}个文件，最多{MOST_FILES}个。"
        yield Problem(changes[0].path, 1, 1, said, "分成几次提交。")
    for change in changes:
        yield from faults_in_name(change.path)
        for mode in (change.old_mode, change.new_mode):
            if mode not in (PLAIN_FILE, GONE):
                said = f"这是{OTHER_MODES.get(mode, '特殊文件')}，不收。"
                yield Problem(change.path, 1, 1, said, "只交普通文件，去掉执行权限。")
    yield from _clashes(changes)


def faults_in_name(path: str) -> Iterator[Problem]:
    """Only known places and kinds; names of letters, digits and hyphens, so that no name can deceive or climb."""
    is_in_place = path.startswith(FOLDERS)  # to a program nobody shall give another name
    if is_in_place and any(not SAFE_NAME.fullmatch(part) for part in path.split("/")):
        said = "文件名里只能有字母、数字和短横，不能以点开头，不能有看不见的字符。"
        yield Problem(path, 1, 1, said, "改一个拼音文件名，例如wu-bu.yml。")
    elif not any(pattern.fullmatch(path) for pattern in (RECORD, LIST, PAGE, PICTURE)):
        said = f"这个文件不归内容，外来的合并请求不能改它。能改的有：{PLACES}。"
        yield Problem(path, 1, 1, said, "把这个文件的改动去掉；要改程序，请另开一个议题商量。")


def _clashes(changes: list[Change]) -> Iterator[Problem]:
    """On Windows and macOS two names that differ in case are one file."""
    seen: dict[str, str] = {}
    for path in sorted(change.path for change in changes if not change.is_removal):
        first = seen.setdefault(path.lower(), path)
        if first != path:
            yield Problem(path, 1, 1, f"和{first}只差大小写，在有的系统上是同一个文件。", "换一个文件名。")


def faults_in_size(path: str, size: int) -> Iterator[Problem]:
    """Said before the file is read."""
    if size > most_bytes(path):
        said = f"文件有{size / 1000:.0f}KB，最多{most_bytes(path) // 1000}KB。"
        yield Problem(path, 1, 1, said, "文字拆成几个文件；图片缩小后再放。")


#: ending -> whether these are the first bytes of such a picture
BEGINNINGS: dict[str, Callable[[bytes], bool]] = {
    "png": lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"),
    "jpg": lambda data: data.startswith(b"\xff\xd8\xff"),
    "jpeg": lambda data: data.startswith(b"\xff\xd8\xff"),
    "webp": lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP",
}


def faults_in_content(path: str, data: bytes) -> Iterator[Problem]:
    """A picture begins like one; text is UTF-8 without zero bytes. What the text says is for `check`."""
    ending = path.rpartition(".")[2]
    if ending in BEGINNINGS:
        if not BEGINNINGS[ending](data):
            yield Problem(path, 1, 1, f"后缀是{ending}，内容却不是这种图片。", "用画图程序另存为这种格式。")
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        yield Problem(path, 1, 1, "文件不是UTF-8编码。", "在编辑器里另存为UTF-8。")
        return
    if "\0" in text:
        yield Problem(path, 1, 1, "文件里有空字符，不是文字。", "重新输入这个文件的内容。")
