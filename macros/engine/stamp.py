"""Whether a site is still what a build from the present inputs would write: then there is nothing to do.

Both sides are compared by content: a page that somebody has removed or altered is built again.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from macros.engine.digests import digest_of

if TYPE_CHECKING:
    from pathlib import Path

STAMPS = ".cache/stamps"


def _file(root: Path, site: Path) -> Path:
    return root / STAMPS / hashlib.sha256(str(site.resolve()).encode()).hexdigest()[:16]


def _stamp(site: Path, inputs: str) -> str:
    return f"{inputs}\n{digest_of(site, ['.'])}\n"


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
