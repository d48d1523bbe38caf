"""The same project gives the same bytes, wherever and however it is built."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from conftest import ROOT, build_site


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_another_place_zone_and_order_of_hashes_build_the_same_bytes(
    project: Path, site: Path, tmp_path: Path
):
    shutil.copytree(project, tmp_path / "elsewhere", copy_function=shutil.copyfile)
    ended = build_site(tmp_path / "elsewhere", tmp_path / "again", TZ="Pacific/Auckland", PYTHONHASHSEED="7")
    first, second = contents(site), contents(tmp_path / "again")

    assert ended == (0, "")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_nothing_tells_where_it_was_built(project: Path, site: Path):
    traces = [str(place).encode() for place in (ROOT, project, site, Path(sys.prefix))]

    assert [name for name, data in contents(site).items() if any(trace in data for trace in traces)] == []
