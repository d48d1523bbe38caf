"""`fmt`: format the code and mend what can be mended without thought."""

import argparse
import subprocess
import sys
from pathlib import Path

from macros.contributing.kept_files import kept_files
from macros.editing.files import mendings
from macros.library import load
from macros.library.modeline import MODELINE, modeline
from macros.models import KINDS

BOM = b"\xef\xbb\xbf"
TOOLS = (("ruff", "check", "--fix"), ("ruff", "format"))


def fmt(argv: list[str]) -> int:
    """Mend pages and records, then the code; what cannot be mended is said and makes the command fail."""
    parser = argparse.ArgumentParser(
        prog="fmt", description="改正页面和记录里的标点、空格和字，整理代码格式。"
    )
    parser.add_argument("--root", type=Path, default=Path(), help="项目所在的文件夹")
    parser.add_argument("--content", action="store_true", help="只改页面和记录，不动代码")
    options = parser.parse_args(argv)
    refused = mend_content(options.root)
    write_kept_files(options.root)
    name_schemas(options.root)
    codes = [] if options.content else [_run(*tool) for tool in TOOLS]
    return max([int(bool(refused)), *codes])


def write_kept_files(root: Path) -> None:
    """Schemas and issue forms as the models and the records have them now."""
    library, _ = load(root)
    for path, text in kept_files(library).items():
        file = root / path
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            print(f"{path}：重新生成了。")


def name_schemas(root: Path) -> None:
    """The line by which editor programs find the schema, in every record that has none yet."""
    library, _ = load(root)
    for one in library.files:
        if one.kind in KINDS and not one.document.text.startswith(MODELINE):
            file = root / one.path
            file.write_bytes(f"{modeline(one.kind)}\n".encode() + file.read_bytes().removeprefix(BOM))


def _run(*tool: str) -> int:
    return subprocess.run([sys.executable, "-m", *tool], check=False).returncode


def mend_content(root: Path) -> list[str]:
    """Mend every file that can be; returns the paths of those that were left alone."""
    library, _ = load(root)
    refused = []
    for mending in mendings(library):
        file = root / mending.path
        after = mending.of(file.read_bytes().decode("utf-8"))
        if after is None:
            refused.append(mending.path)
            print(f"{mending.path}：没有动。改了会影响页面的结构或别的内容，请照check的提示手工改。")
        else:
            file.write_bytes(after.encode("utf-8"))
            print(f"{mending.path}：改好了。")
    return refused
