"""Nasty strings: what breaks HTML, Markdown, Jinja or a reader's eyes, mixed by a generator with a seed."""

from __future__ import annotations

import random

PIECES = (
    "<script>alert(1)</script>", "</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<b>", "</b>",
    "</td></tr></table>", "</div></div>", "<!--", "-->", "<![CDATA[", "]]>", "<?php", "<!DOCTYPE x>", "<br>", "<", ">",
    '" onclick="alert(1)', "' onmouseover='alert(1)", '"', "'", "`", "``", "```js\n", "~~~\n", "=", "\\", "\\`", "\\\\",
    "javascript:alert(1)", "jav\tascript:alert(1)", "data:text/html,x", "https://evil.example/", "//evil.example", "a@b.cn",
    "[x](javascript:alert(1))", "![x](https://evil.example/a.png)", "[x][y]", "[y]: https://evil.example", "<https://evil.example>",
    "**b**", "__b__", "*", "_", "~~s~~", "==m==", "^^i^^", "# h", "## h\n", "===\n", "---\n", "***\n", "- ", "+ ", "1. ", "> ", "    code",
    "| a | b |\n|---|---|\n", "|", "!!! note\n    x", "??? x\n", '=== "tab"\n', '--8<-- "/etc/passwd"', ":material-eye:", ":smile:",
    "{{ config }}", "{{ steps(config) }}", "{% set x = 1 %}", "{% raw %}", "{% endraw %}", "{# x #}", "{{", "}}", "{%", "%}", "{#", "#}",
    "{ #id .class onclick=x }", "{: onclick=x }", "{", "}", "[TOC]", "[^1]", "[^1]: x", "*[HTML]: x", "&lt;script&gt;", "&#60;b&#62;",
    "&amp;", "&", "&#x3c;", "&nbsp", "&colon;", "\n", "\n\n", "\r\n", "\r", "\t", "  \n", "\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\x85",
    "\x02", "\x03", "\x02wzxhzdk:0\x03", "\x00", "\x7f", "\ufeff", "\u200b", "\u200d", "\u202e", "\u2066", "\u0301", "\u00a0", "\u3000",
    "\U0001f600", "\U0001f468\u200d\U0001f469", "\u05e9\u05dc\u05d5\u05dd", "\u0645\u0631\u062d\u0628\u0627", "\uff1cscript\uff1e", "\ufffd", "\uffff",
    "协商", "议事堂", "，", "“", "2023-05", "50%", "+86", "a/b", "?", ";", "$x$", "\\(x\\)", "((x))", "<div markdown>", "<details open>", "%7B%7B",
)  # fmt: skip


def nasty_strings(count: int, seed: int) -> list[str]:
    """One to six pieces each, the same for the same seed, no two alike."""
    dice = random.Random(seed)  # noqa: S311 (tests, not secrets)
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(dice.choices(PIECES, k=dice.randint(1, 6)))] = None
    return list(found)
