"""Zip files, and with them Office files, that are the same for the same content."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BEGINNING = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold
READABLE = 0o644 << 16
FIRST = ("[Content_Types].xml", "_rels/.rels")  # where readers of Office files look first


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of {path: bytes}, without times or owners; an Office file's contents list comes first."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files, key=lambda name: (name not in FIRST, name)):
            entry = zipfile.ZipInfo(name, BEGINNING)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, READABLE
            archive.writestr(entry, files[name])
    return target.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files of a zip of our own making. Never for one from a stranger: nothing limits its size."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def normalized(data: bytes) -> bytes:
    """The same zip without the times that its writer put in."""
    return zipped(unzipped(data))
