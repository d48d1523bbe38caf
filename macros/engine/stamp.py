"""Whether a site is still what a build from the present inputs would write: then there is nothing to do.

What it is built from is compared by content. The site is ours alone: there size and time of each file tell whether
somebody has removed or altered it; then it is built again.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from macros.engine.site_folder import files

if TYPE_CHECKING:
    from pathlib import Path

STAMPS = ".cache/stamps"


def _file(root: Path, site: Path) -> Path:
    return root / STAMPS / hashlib.sha256(str(site.resolve()).encode()).hexdigest()[:16]


def memory(root: Path, site: Path) -> Path:
    """Where it is noted which file of the site was written with what."""
    return _file(root, site).with_suffix(".files.json")


def _stamp(site: Path, inputs: str) -> str:
    told = "".join(f"{path}\0{state}\0" for path, state in sorted(files(str(site.resolve()))))
    return f"{inputs}\n{hashlib.sha256(told.encode()).hexdigest()}\n"


def is_unchanged(root: Path, site: Path, inputs: str) -> bool:
    """Whether the last whole build into `site` was from these inputs, and nobody has touched it since."""
    file = _file(root, site)
    if not file.is_file():
        return False
    known = file.read_text(encoding="utf-8")
    return known.startswith(inputs) and known == _stamp(site, inputs)


def remember(root: Path, site: Path, inputs: str) -> None:
    """Note what `site` was built from; `inputs` are those before the build, so that later edits count as changes."""
    file = _file(root, site)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_stamp(site, inputs), encoding="utf-8")
