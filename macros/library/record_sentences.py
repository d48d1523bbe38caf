"""The sentences about faulty fields: one table, and how names, values and examples are written in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

SHOWN = 30
YAML_WORDS = {True: "true", False: "false", None: "（空）"}

NOT_TEXT = ("{name}应当是文字，写的是{value}。", "数字、true、false当文字用时，用英文单引号括起来。")
NOT_NUMBER = ("{name}应当是数字，写的是{value}。", "只写数字，不带单位和引号。")
NOT_FIELDS = ("{name}应当是一组“字段: 值”，写的是{value}。", "换行，缩进两个空格，一行一个字段。")
EMPTY = ("{name}是空的。", "写上内容；没有内容就删掉这一行。")
SHAPE_OF_ID = "编号只能用字母、数字和短横线"
ID_SHAPE = ("{name}写的是{value}，" + SHAPE_OF_ID + "。", "")
OTHER_SHAPE = ("{name}写的是{value}，不合这个字段的写法。", "")
OTHER = ("{name}写的是{value}，不合要求。", "")
LOOKS_LIKE_FIELD = (
    "{name}应当是文字，里面的“冒号加空格”却把它变成了“字段: 值”。",
    "把冒号改成全角“\uff1a”，或者把整段内容用英文单引号括起来。",
)

#: pydantic's error type -> (what was found, how to mend it)
SENTENCES = {
    "string_type": NOT_TEXT,
    "list_type": ("{name}应当是列表，写的是{value}。", "换行，一项一行，以“- ”开头。"),
    "int_type": NOT_NUMBER,
    "float_type": NOT_NUMBER,
    "int_from_float": ("{name}应当是整数，写的是{value}。", "写整数。"),
    "bool_type": ("{name}只能写true（是）或false（否），写的是{value}。", ""),
    "model_type": NOT_FIELDS,
    "dict_type": NOT_FIELDS,
    "string_too_long": ("{name}写了{count}个字，最多{max_length}个字。", "写短些，细节放到别的字段。"),
    "string_too_short": EMPTY,
    "too_long": ("{name}写了{actual_length}项，最多{max_length}项。", "留下最要紧的。"),
    "too_short": ("{name}有{actual_length}项，至少要{min_length}项。", ""),
    "greater_than_equal": ("{name}写的是{value}，不能小于{ge}。", ""),
    "less_than_equal": ("{name}写的是{value}，不能大于{le}。", ""),
    "literal_error": ("{name}写的是{value}，不在允许的写法里。", ""),
}


def field_name(key: str, info: FieldInfo | None) -> str:
    """「标题（title）」"""
    return f"「{info.title}（{key}）」" if info and info.title else f"「{key}」"


def shown(value: Any) -> str:  # noqa: ANN401 (whatever was found)
    """The found value, short enough for one line and as YAML writes it."""
    if isinstance(value, dict | list):
        return "一组字段" if isinstance(value, dict) else "一个列表"
    text = YAML_WORDS[value] if value is None or isinstance(value, bool) else str(value).strip()
    text = text.replace("\n", " ")
    return f"“{text[:SHOWN]}……”" if len(text) > SHOWN else f"“{text}”"


def example(key: str, info: FieldInfo | None) -> str:
    """How it looks when it is right."""
    good = info.examples[0] if info and info.examples else None
    if good is None:
        return ""
    if isinstance(good, list | dict):
        return f"例如“{key}:”的下一行写“  {_first(good)}”。"
    return f"例如“{key}: {_scalar(good)}”。"


def _first(good: Any) -> str:  # noqa: ANN401 (an example of any shape)
    """The first line of a list or of a set of fields."""
    if isinstance(good, list):
        return f"- {_first(good[0]) if isinstance(good[0], dict) else _scalar(good[0])}"
    key, value = next(iter(good.items()))
    return f"{key}: {_scalar(value)}"


def _scalar(value: object) -> str:
    return YAML_WORDS[value] if isinstance(value, bool) else str(value)
