"""A YAML file mended value by value, in its own lines: comments, order and quotes stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.checks.numerals import is_ours
from macros.library.yaml_reader import read
from macros.private_numbers import found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.library.yaml_nodes import Path
    from macros.library.yaml_reader import Document


def mended_record(document: Document, kind: str, mend: Callable[[str], str]) -> str | None:
    """The file's text with its values mended; the text itself when nothing is to do.

    None when the file cannot be proved to hold the same values, mended, and nothing else.
    """

    def usual_of(key: str, text: str) -> str:
        return mend(text) if _may_be_mended(kind, key, text) else text

    lines = document.text.split("\n")
    for path, key, text in _texts(document.data, (), ""):
        usual = usual_of(key, text)
        if usual == text:
            continue
        line, column = document.place_of(text, path)
        start = lines[line - 1].find(text, max(0, column - 2))
        if start >= 0:
            lines[line - 1] = lines[line - 1][:start] + usual + lines[line - 1][start + len(text) :]
    after = "\n".join(lines)
    again = read(after, "mended.yml")
    whole = not again.problems and again.data == _mended_data(document.data, usual_of, "")
    return after if whole else None


def _may_be_mended(kind: str, key: str, text: str) -> bool:
    """What a source printed stays as it is; a private number is to be deleted by a person."""
    return is_ours(kind, key) and "://" not in text and not any(found(text))


def _texts(data: Any, path: Path, key: str) -> Iterator[tuple[Path, str, str]]:  # noqa: ANN401 (whatever YAML holds)
    """(path, field, text) of every text."""
    if isinstance(data, str):
        yield path, key, data
    elif isinstance(data, dict):
        for name, item in data.items():
            yield from _texts(item, (*path, name), name)
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from _texts(item, (*path, number), key)


def _mended_data(data: Any, usual_of: Callable[[str, str], str], key: str) -> Any:  # noqa: ANN401 (the same)
    if isinstance(data, str):
        return usual_of(key, data)
    if isinstance(data, dict):
        return {name: _mended_data(item, usual_of, name) for name, item in data.items()}
    if isinstance(data, list):
        return [_mended_data(item, usual_of, key) for item in data]
    return data
