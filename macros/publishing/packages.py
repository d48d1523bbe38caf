"""The list of packages that the site is built with, in CycloneDX 1.5, from the lock file."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

PACKAGE = re.compile(
    r"^(?P<name>[a-z0-9.-]+)==(?P<version>[^\s;]+)(?P<rest>.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL
)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill_of_materials(lock: str, licence_of: Callable[[str], str]) -> str:
    """JSON with every package of a lock, its version, its files' digests and its licence ("" when not told).

    `licence_of` gives the licence of a package by its name, as its own metadata state it.
    """
    components = [_component(found, licence_of) for found in PACKAGE.finditer(lock)]
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": components}
    return json.dumps(bill, ensure_ascii=False, indent=1) + "\n"


def _component(found: re.Match[str], licence_of: Callable[[str], str]) -> dict[str, Any]:
    name, version = found["name"], found["version"]
    purl = f"pkg:pypi/{name}@{version}"
    component: dict[str, Any] = {
        "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
        "properties": [{"name": "lock:sha256", "value": digest} for digest in HASH.findall(found["rest"])],
    }  # fmt: skip
    licence = licence_of(name)
    return component | ({"licenses": [{"license": {"name": licence}}]} if licence else {})
