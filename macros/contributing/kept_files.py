"""Files of the repository that are made from the models and the records, and must not fall behind them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.contributing.issue_forms import issue_forms
from macros.contributing.schemas import schemas

if TYPE_CHECKING:
    from macros.library import Library


def kept_files(library: Library) -> dict[str, str]:
    """Path to text of each."""
    made = {
        f"schema/{name}": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in sorted(schemas(library).items())
    }
    return made | issue_forms(library)
