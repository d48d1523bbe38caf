"""What can be taken away: the place on the page, and the list that stands there once the files are made."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.views.rendering import render

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.views.context import Context

#: the engine puts the list here, after everything has been made and measured
PLACE = '<div class="xy-downloads"></div>'
KILOBYTE = 1024


def downloads(_context: Context) -> Markup:
    """The place of the list: no file is made before the pages are."""
    return Markup(PLACE)  # noqa: S704 (a constant)


def download_list(root: str, files: Iterable[tuple[str, str, str, str, int]]) -> Markup:
    """Tables by group of (group, title, purpose, path, bytes), in the order given; `root` leads to the top."""
    groups = [
        (name, [(title, purpose, f"{root}{path}", size(length)) for _, title, purpose, path, length in rows])
        for name, rows in groupby(files, key=lambda file: file[0])
    ]
    return render("download_list", groups=groups)


def size(length: int) -> str:
    """As people say it: KB, or MB with one digit."""
    if length < KILOBYTE * KILOBYTE:
        return f"{max(1, round(length / KILOBYTE))} KB"
    return f"{length / KILOBYTE / KILOBYTE:.1f} MB"
