"""The ledger as an office program shows it: its first rows, through LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from macros.ledger.workbook import ledger

if TYPE_CHECKING:
    from macros.library import Library

PAGE, DOTS = 3, 110  # the first page of the sheet of cases; dots to an inch
SHOWN = (0.0, 0.02, 0.66, 0.5)  # of the page: left, top, right, bottom


def ledger_picture(library: Library) -> bytes:
    """A PNG. Raises CalledProcessError when LibreOffice or pdftoppm fail."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "ledger.xlsx").write_bytes(ledger(library))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        _run(folder, "soffice", profile, "--headless", "--convert-to", "pdf", "ledger.xlsx")
        _run(
            folder,
            "pdftoppm",
            "-r",
            str(DOTS),
            "-f",
            str(PAGE),
            "-l",
            str(PAGE),
            "-png",
            "ledger.pdf",
            "page",
        )
        page = Image.open(next(folder.glob("page-*.png")))
        left, top, right, bottom = SHOWN
        area = (left * page.width, top * page.height, right * page.width, bottom * page.height)
        target = io.BytesIO()
        page.crop(area).save(target, "PNG")
    return target.getvalue()


def _run(folder: Path, program: str, *arguments: str) -> None:
    command = [shutil.which(program) or program, *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
