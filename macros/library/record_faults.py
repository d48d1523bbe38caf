"""What a record gets wrong, said in Chinese from the model's own labels and examples."""

from __future__ import annotations

import difflib
from enum import EnumMeta
from typing import TYPE_CHECKING, Any, get_args

from macros.library.record_sentences import (
    EMPTY,
    ID_SHAPE,
    LOOKS_LIKE_FIELD,
    OTHER,
    OTHER_SHAPE,
    SENTENCES,
    example,
    field_name,
    shown,
)
from macros.models.base import ID_PATTERN, Labelled, Record
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from macros.library.yaml_nodes import Path
    from macros.library.yaml_reader import Document


def faults(error: ValidationError, model: type[Record], document: Document, name: str) -> Iterator[Problem]:
    """One Problem for each fault pydantic found, at its place in the file."""
    said: set[Path] = set()
    details = error.errors(include_url=False)
    misspelt = _misspelt(details, model)
    for detail in details:
        path, owner, info = locate(model, detail["loc"])
        if path in said or (detail["type"] == "missing" and path in misspelt):
            continue  # the other branch of a union; a field that is there under a wrong name
        said.add(path)
        message, hint = _sentence(detail, path, owner, info)
        yield Problem(name, *document.place(path), message, hint)


def locate(model: type[Record], loc: tuple[str | int, ...]) -> tuple[Path, type[Record], FieldInfo | None]:
    """The path in the file, the model that owns its last key, and that key's field (None for an unknown key)."""
    path: list[str | int] = []
    owner = model
    inner: type[Record] | None = model
    info: FieldInfo | None = None
    for step in loc:
        if isinstance(step, str):
            if inner is None or (step not in inner.model_fields and step in {"int", "float", "str", "bool"}):
                break  # pydantic names the branch of a union; the file has no such key
            owner, info = inner, inner.model_fields.get(step)
            inner = _record_in(info.annotation) if info else None
        path.append(step)
    return tuple(path), owner, info


def _record_in(annotation: Any) -> Any:  # noqa: ANN401 (any annotation)
    """The Record inside `X`, `X | None` or `list[X]`, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)


def _choices_in(annotation: Any) -> type[Labelled] | None:  # noqa: ANN401 (any annotation)
    if isinstance(annotation, EnumMeta) and issubclass(annotation, Labelled):
        return annotation
    return next((found for part in get_args(annotation) if (found := _choices_in(part))), None)


def _misspelt(details: list[ErrorDetails], model: type[Record]) -> set[Path]:
    """Where a field would stand if its name were right."""
    unknown = (locate(model, detail["loc"]) for detail in details if detail["type"] == "extra_forbidden")
    return {(*path[:-1], meant) for path, owner, _ in unknown if (meant := _meant(str(path[-1]), owner))}


def _meant(key: str, owner: type[Record]) -> str | None:
    """The field that somebody meant, by its Chinese label or by a slip of the keyboard."""
    labels = {info.title: name for name, info in owner.model_fields.items()}
    close = difflib.get_close_matches(key, owner.model_fields, n=1, cutoff=0.6)
    return labels.get(key) or next(iter(close), None)


def _sentence(
    detail: ErrorDetails, path: Path, owner: type[Record], info: FieldInfo | None
) -> tuple[str, str]:
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    kind, value = detail["type"], detail["input"]
    name = field_name(key, info) if key else "这一条"
    if kind == "extra_forbidden":
        return _unknown_key(key, owner)
    if kind == "missing":
        return f"缺少{name}。", f"补上这一行（{info.description if info else key}）。{example(key, info)}"
    if kind == "enum":
        return _not_a_choice(name, value, info)
    if kind == "value_error":
        said, _, mend = str(detail["ctx"]["error"]).partition(
            "；"
        )  # the model's sentence: fault；how to mend it
        if isinstance(value, dict):
            return f"{name}{said}。", f"{mend or '改其中一处'}。"
        return f"{name}写的是{shown(value)}，{said}。", example(key, info)
    said, mend = _pair(kind, value, detail)
    words = {"name": name, "value": shown(value), "count": _length(value), **detail.get("ctx", {})}
    return said.format(**words), mend.format(**words) + example(key, info)


def _pair(kind: str, value: Any, detail: ErrorDetails) -> tuple[str, str]:  # noqa: ANN401 (whatever was found)
    """(what was found, how to mend it), before the words are filled in."""
    if value is None:
        return EMPTY
    if kind == "string_type" and isinstance(value, dict):
        return LOOKS_LIKE_FIELD
    if kind == "string_pattern_mismatch":
        return ID_SHAPE if detail["ctx"]["pattern"] == ID_PATTERN else OTHER_SHAPE
    return SENTENCES.get(kind, OTHER)


def _length(value: Any) -> int:  # noqa: ANN401 (whatever was found)
    return len(value) if isinstance(value, str | list) else 0


def _unknown_key(key: str, owner: type[Record]) -> tuple[str, str]:
    meant = _meant(key, owner)
    allowed = "、".join(f"{name}（{owner.label_of(name)}）" for name in owner.model_fields)
    hint = f"是不是想写“{meant}”（{owner.label_of(meant)}）？" if meant else f"可以用的字段：{allowed}。"
    return f"没有“{key}”这个字段。", hint


def _not_a_choice(name: str, value: object, info: FieldInfo | None) -> tuple[str, str]:
    choices = list(_choices_in(info.annotation) or []) if info else []
    spelt = {word: choice.value for choice in choices for word in (choice.label, choice.value)}
    close = difflib.get_close_matches(str(value), spelt, n=1, cutoff=0.6)
    allowed = "、".join(f"{choice.value}（{choice.label}）" for choice in choices)
    hint = f"是不是想写“{spelt[close[0]]}”？" if close else "从上面选一个，写英文的那个词。"
    return f"{name}写的是{shown(value)}，只能是{allowed}。", hint
