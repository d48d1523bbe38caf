"""What `check` prints when a date is wrong, as a terminal shows it: the real words, from the world of the tests."""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
from html import escape
from pathlib import Path

from macros.commands.check import check

WORLD = Path(__file__).parent.parent / "tests/world"
RECORD = "data/cases/qingdu-tingche.yml"
STYLE = (
    "body { margin: 0; } "
    "pre { margin: 0; padding: 18px 22px; background: #1b1a17; color: #ece6d9; "
    "white-space: pre-wrap; font: 15px/1.6 monospace; }"
)


def check_page() -> str:
    """An HTML page that looks like a terminal."""
    said = io.StringIO()
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(said):
        root = Path(shutil.copytree(WORLD, Path(name) / "world"))
        text = (root / RECORD).read_text(encoding="utf-8")
        broken = text.replace("start: 2024-03-05", "start: 2024-03-35").replace("level: 县区", "level: 县")
        (root / RECORD).write_text(broken, encoding="utf-8")
        check(["--root", str(root)])
    lines = f"$ python3 run.py check\n{said.getvalue()}".replace(str(root), "")
    return f"<style>{STYLE}</style><pre>{escape(lines)}</pre>"
