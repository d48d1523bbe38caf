"""A request as git holds it: the list of files it changes and, once they are allowed, their bytes."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from macros.gate.rules import (
    Change,
    faults_in_changes,
    faults_in_content,
    faults_in_size,
)
from macros.problems import in_order

if TYPE_CHECKING:
    from pathlib import Path

    from macros.problems import Problem

FIELDS_OF_A_ROW = 5


class NotARequestError(ValueError):
    """One of the two commits isn't there, or isn't one."""


def _git(repository: Path, *arguments: str) -> bytes:
    """What git prints; its configuration and attributes cannot make it run anything."""
    command = ["git", "-C", str(repository), "-c", "core.fsmonitor=false", "-c", "diff.external=", *arguments]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (fixed words and digests)
    if done.returncode:
        raise NotARequestError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def commit_of(repository: Path, name: str) -> str:
    """The digest of a commit; a name that begins with a dash would be an option. Raises NotARequestError."""
    if name.startswith("-"):
        raise NotARequestError(f"“{name}”不是提交。")
    return _git(repository, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").decode().strip()


def changes(repository: Path, base: str, head: str) -> list[Change]:
    """The files that differ between where `head` left `base` and `head`, by path."""
    fork = _git(repository, "merge-base", base, head).decode().strip()
    told = _git(
        repository,
        "diff-tree",
        "-r",
        "-z",
        "--raw",
        "--no-renames",
        "--no-ext-diff",
        "--full-index",
        fork,
        head,
    )
    rows = told.decode("utf-8", "surrogateescape").split("\0")[:-1]
    found = []
    for row, path in zip(rows[::2], rows[1::2], strict=True):
        old_mode, new_mode, _, digest, _ = row.removeprefix(":").split(" ")
        found.append(
            Change(
                path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"), old_mode, new_mode, digest
            )
        )
    return sorted(found, key=lambda change: change.path)


def taken(repository: Path, base: str, head: str) -> tuple[dict[str, bytes | None], list[Problem]]:
    """{path: new bytes, or None for a removal} of a request, or every fault and nothing at all."""
    base, head = commit_of(repository, base), commit_of(repository, head)
    asked = changes(repository, base, head)
    problems = list(faults_in_changes(asked))
    files: dict[str, bytes | None] = {}
    for change in asked if not problems else []:
        if change.is_removal:
            files[change.path] = None
            continue
        size = int(_git(repository, "cat-file", "-s", change.digest))
        problems.extend(faults := list(faults_in_size(change.path, size)))
        if not faults:
            data = _git(repository, "cat-file", "blob", change.digest)
            problems.extend(faults_in_content(change.path, data))
            files[change.path] = data
    return ({}, in_order(problems)) if problems else (files, [])


def laid(files: dict[str, bytes | None], folder: Path) -> None:
    """The files over a checkout of the main branch. Their names have been found safe."""
    for path, data in files.items():
        target = folder / path
        if data is None:
            target.unlink(missing_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
