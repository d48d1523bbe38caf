"""What a record gets wrong, said in Chinese from the model's own labels and examples."""

from __future__ import annotations

import difflib
from enum import EnumMeta
from typing import TYPE_CHECKING, Any, get_args

from macros.models.base import Labelled, Record
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from macros.library.yaml_reader import Document, Path

SHOWN = 30


def faults(error: ValidationError, model: type[Record], document: Document, name: str) -> Iterator[Problem]:
    """One Problem for each fault pydantic found, at its place in the file."""
    said: set[Path] = set()
    for detail in error.errors(include_url=False):
        path, owner, info = locate(model, detail["loc"])
        if path in said:  # the other branch of a union, about the same value
            continue
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


def field_name(key: object, info: FieldInfo | None) -> str:
    """「标题（title）」"""
    return f"「{info.title}（{key}）」" if info and info.title else f"「{key}」"


def example(key: object, info: FieldInfo | None) -> str:
    """How it looks when it is right."""
    good = info.examples[0] if info and info.examples else None
    if good is None:
        return ""
    shown = f"{key}下面一项一行，以“- ”开头" if isinstance(good, list) else f"{key}: {good}"
    return f"例如“{shown}”。"


def shown(value: Any) -> str:  # noqa: ANN401 (whatever was found)
    """The found value, short enough for one line."""
    text = str(value).replace("\n", "⏎")
    return f"“{text[:SHOWN]}…”" if len(text) > SHOWN else f"“{text}”"


def nearest(word: str, words: list[str]) -> str:
    """「是不是想写“title”？」 or nothing."""
    close = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    return f"是不是想写“{close[0]}”？" if close else ""


def _sentence(
    detail: ErrorDetails, path: Path, owner: type[Record], info: FieldInfo | None
) -> tuple[str, str]:
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown_key(str(key), owner)
    name = field_name(key, info) if key else "这条记录"
    if kind == "missing":
        return f"缺少{name}。", f"补上这一行：{info.description if info else ''}。{example(key, info)}"
    if kind == "enum":
        return _not_a_choice(name, value, info)
    if kind == "value_error":
        return f"{name}写的是{shown(value)}，{context['error']}。" if not isinstance(
            value, dict
        ) else f"{name}：{context['error']}。", example(key, info)
    found = SENTENCES.get(kind)
    if found is None:
        return f"{name}写的是{shown(value)}，不合要求。", example(key, info)
    said, mend = found
    words = {"name": name, "value": shown(value), "count": _length(value), **context}
    return said.format(**words), mend.format(**words) + example(key, info)


def _length(value: Any) -> int:  # noqa: ANN401 (whatever was found)
    return len(value) if isinstance(value, str | list) else 0


#: pydantic's error type -> (what was found, how to mend it)
SENTENCES = {
    "string_type": ("{name}应当是文字，写的是{value}。", "数字当文字用时，用英文单引号括起来。"),
    "list_type": ("{name}应当是列表，写的是{value}。", "一项一行，以“- ”开头。"),
    "int_type": ("{name}应当是数字，写的是{value}。", "只写数字，不带单位和引号。"),
    "float_type": ("{name}应当是数字，写的是{value}。", "只写数字，不带单位和引号。"),
    "int_from_float": ("{name}应当是整数，写的是{value}。", "写整数。"),
    "bool_type": ("{name}只能写true（是）或false（否），写的是{value}。", ""),
    "model_type": ("{name}应当是一组“字段: 值”，写的是{value}。", "换行，缩进，一行一个字段。"),
    "dict_type": ("{name}应当是一组“字段: 值”，写的是{value}。", "换行，缩进，一行一个字段。"),
    "string_too_long": ("{name}写了{count}个字，最多{max_length}个字。", "写短些，细节放到别的字段。"),
    "string_too_short": ("{name}是空的。", "写上内容，没有就删掉这一行。"),
    "too_long": ("{name}写了{actual_length}项，最多{max_length}项。", "留下最要紧的。"),
    "too_short": ("{name}一项也没有。", "至少写{min_length}项。"),
    "string_pattern_mismatch": ("{name}写的是{value}，只能用字母、数字和短横线。", ""),
    "greater_than_equal": ("{name}写的是{value}，不能小于{ge}。", ""),
    "literal_error": ("{name}写的是{value}，只能是{expected}。", ""),
}


def _unknown_key(key: str, owner: type[Record]) -> tuple[str, str]:
    labels = {info.title or name: name for name, info in owner.model_fields.items()}
    known = list(owner.model_fields)
    guess = f"是不是想写“{labels[key]}”？" if key in labels else nearest(key, known)
    allowed = "、".join(f"{name}（{owner.label_of(name)}）" for name in known)
    return f"没有“{key}”这个字段。", f"{guess}可以用的字段：{allowed}。"


def _not_a_choice(name: str, value: object, info: FieldInfo | None) -> tuple[str, str]:
    choices = list(_choices_in(info.annotation) or []) if info else []
    by_label = {choice.label: choice.value for choice in choices}
    allowed = "、".join(f"{choice.value}（{choice.label}）" for choice in choices)
    guess = (
        f"是不是想写“{by_label[str(value)]}”？"
        if str(value) in by_label
        else nearest(str(value), list(by_label.values()))
    )
    return f"{name}写的是{shown(value)}，只能是{allowed}。", guess or "从上面选一个。"
