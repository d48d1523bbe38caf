"""Offices keep browsers for years: our style sheets and scripts ask for nothing that Chromium 80 cannot do.

A list of what came later, as far as anybody would be tempted to use it; what only adds something and is ignored by older
browsers (accent-color, text-autospace, content-visibility) is allowed.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).parent.parent / "overrides/assets"
COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*$", re.DOTALL | re.MULTILINE)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")

#: pattern -> the version of Chromium that brought it, and what to write instead
IN_STYLE = {
    r":is\(|:where\(": "88: write the selectors out",
    r":has\(": "105: set a class",
    r"(?m)^\s*inset(-\w+)*:": "87: top, right, bottom, left",
    r"(?m)^\s*aspect-ratio:": "88: padding or a height",
    r"(?m)^\s*(margin|padding)-(block|inline):": "87: the four sides",
    r"@(layer|container|scope|property|starting-style)\b": "99 and later",
    r"(?m)^\s*&": "112: nesting",
    r"\d(svh|dvh|lvh|svw|dvw|cqw|cqi)\b": "105 and later: vh, vw",
    r"color-mix\(|oklch\(|lab\(": "111: a colour in tokens.css",
    r"@media[^{]*[<>]=?": "104: min-width, max-width",
    r"overflow(-[xy])?: clip": "90: hidden",
    r"\b(translate|rotate|scale): ": "104: transform",
    r"text-wrap:|:user-valid|:user-invalid|:popover-open": "114 and later",
}
IN_SCRIPT = {
    r"\?\?=|\|\|=|&&=": "85: an if",
    r"\.at\(": "92: an index",
    r"structuredClone": "98",
    r"\.replaceAll\(": "85: a regular expression with g",
    r"\.replaceChildren\(": "86: textContent and append",
    r"Object\.hasOwn\b": "93: hasOwnProperty",
    r"\.(findLast|toSorted|toReversed|toSpliced|with|groupBy)\(": "97 and later",
    r"Promise\.any|WeakRef|Intl\.Segmenter|AggregateError": "84 and later",
    r"randomUUID|checkVisibility|\.inert\b|showPopover|AbortSignal\.timeout": "92 and later",
    r":is\(|:where\(|:has\(": "88 and later, in a selector",
    r"^\s*(import|export)\s": "modules do not load from a folder",
    r"/[dgimsuy]*[dv][gimsuy]*\.(test|exec)": "90: the flags d and v",
    r"static \{|#\w+ in ": "91: later class syntax",
    r"\beval\(|new Function|\.innerHTML\s*=|javascript:": "the policy forbids it",
}
SHEETS = sorted(ASSETS.rglob("*.css"))
SCRIPTS = sorted(ASSETS.rglob("*.js"))


def code(path: Path) -> str:
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_is_understood(sheet: Path):
    assert {found: why for found, why in IN_STYLE.items() if re.search(found, code(sheet))} == {}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_understood(script: Path):
    assert {
        found: why for found, why in IN_SCRIPT.items() if re.search(found, code(script), re.MULTILINE)
    } == {}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_space_between_things_in_a_row_hangs_on_gap(sheet: Path):
    """Only grids had it before Chromium 84."""
    rows = [
        rule
        for rule, body in RULE.findall(code(sheet))
        if "display: flex" in body and re.search(r"\bgap:", body)
    ]

    assert rows == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_selector_that_old_browsers_do_not_know_stands_alone(sheet: Path):
    """They drop the whole rule, and with it what they would have understood."""
    newer = re.compile(r":focus-visible|::details-content|::marker|::backdrop")
    mixed = [
        rule
        for rule, _ in RULE.findall(code(sheet))
        if newer.search(rule) and not all(newer.search(one) for one in rule.split(","))
    ]

    assert mixed == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_mask_has_its_prefix(sheet: Path):
    text = code(sheet)

    assert len(re.findall(r"(?m)^\s*mask:", text)) == text.count("-webkit-mask:")
