"""The style sheets and scripts of mkdocs.yml leave the site; in their place every page asks for one of each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from macros.publishing.joined import Joined, joined_script, joined_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

#: the setting that lists them -> how they become one
SETTINGS: dict[str, Callable[[Iterable[str]], Joined]] = {
    "extra_css": joined_sheet,
    "extra_javascript": joined_script,
}


def join_in_files(files: Files, config: MkDocsConfig) -> None:
    """For MkDocs: change what it copies, and what its templates will name."""
    for setting, names, one in _joined(config, Path(config.theme.dirs[0])):
        for name in names:
            found = files.get_file_from_path(name)
            if found:
                files.remove(found)
        files.append(File.generated(config, one.address, content=one.text.encode()))
        config[setting] = [one.address]


def join_in_theme(settings: str, theme: Path) -> str:
    """For the successor: the same in a folder that holds the theme; the part of mkdocs.yml that names them is returned."""
    told = yaml.safe_load(settings)
    for setting, names, one in _joined(told, theme):
        for name in names:
            (theme / name).unlink()
        (theme / one.address).write_text(one.text, encoding="utf-8", newline="\n")
        told[setting] = [one.address]
    return str(yaml.safe_dump(told))


def _joined(
    config: MkDocsConfig | dict[str, list[str]], folder: Path
) -> Iterator[tuple[str, list[str], Joined]]:
    for setting, join in SETTINGS.items():
        names = [str(name) for name in config.get(setting) or ()]
        if not names:
            continue
        missing = [name for name in names if not (folder / name).is_file()]
        if missing:
            raise PluginError(f"mkdocs.yml的{setting}里写了{'、'.join(missing)}，{folder.name}里没有。")
        yield setting, names, join((folder / name).read_text(encoding="utf-8") for name in names)
