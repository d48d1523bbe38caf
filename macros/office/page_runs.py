"""The characters of a built page, with what the tags around them say of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Any

from lxml import etree

from macros.office.blocks import Run
from macros.office.page_classes import classes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.office.blocks import Runs

Element = Any  # lxml's own stubs do not know the tag of a comment

BLANKS = " \t\n\r\f"
BLANK = re.compile(f"[{BLANKS}]+")
#: a line break of the source between two Chinese characters is no space
BETWEEN_HAN = re.compile(r"(?<=[\u2e80-\uffef])[ \t]*\n[ \t]*(?=[\u2e80-\uffef])")
#: tag -> what it says of its text, if anything
INLINE: dict[str, str] = {
    **dict.fromkeys(("strong", "b"), "bold"),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "italic"),
    **dict.fromkeys(("code", "kbd", "samp"), "code"),
    "sup": "raised",
    "sub": "lowered",
    **dict.fromkeys(
        ["a", "abbr", "br", "del", "ins", "label", "mark", "q", "small", "span", "time", "wbr"], ""
    ),
    **dict.fromkeys(["button", "input", "option", "output", "progress", "select", "textarea"], ""),
}
#: a path, and the question or the place in it
ADDRESS = re.compile(r"([^?#]*)(.*)", re.DOTALL)
WORDS = etree.XPath("string()")
BOX, LINE_TO_FILL = "□", "＿＿＿＿"
#: what a reader on paper gets instead of a control
TEXTS = {"br": "\n", **dict.fromkeys(("input", "textarea", "select"), LINE_TO_FILL)}
#: what is no text on paper, or another one; buttons are for the screen
CHANGED = frozenset({*TEXTS, "button", "option", "output", "progress", "wbr"})


class UnknownTagError(ValueError):
    """A page holds what no rule turns into blocks."""


def text_of(element: Element) -> str:
    """All that stands in an element, without its tags."""
    return str(WORDS(element))


def unknown(element: Element) -> UnknownTagError:
    """The error that names a tag and what stands in it."""
    text = BLANK.sub(" ", text_of(element)).strip()[:30]
    return UnknownTagError(
        f"不会转换的标签<{element.tag}>（class：{element.get('class') or '无'}），里面是：{text}"
    )


@dataclass(frozen=True)
class Style:
    """How the text here looks (what a run has besides its text), and from where links start."""

    address: str
    look: tuple[Any, ...] = ()

    def with_(self, said: dict[str, Any]) -> Style:
        """The same, and this as well."""
        return Style(self.address, Run("", *self.look)._replace(**said)[1:])

    def target(self, href: str) -> str:
        """Where a link leads: from the top of the site, or as it is when it leads out."""
        if re.match(r"[a-z]+:", href):
            return href
        path, rest = ADDRESS.fullmatch(href).groups()  # type: ignore[union-attr]
        if not path:
            return f"{self.address}{rest}"
        whole = normpath(join(dirname(self.address), path))
        whole = "" if whole == "." else whole
        page = f"{whole}/index.html".lstrip("/") if path.endswith(("/", "..", ".")) else whole
        return f"{page}{rest}"


def add_text(found: list[Run], text: str, style: Style) -> None:
    """Add the run of a text that is not empty."""
    if " " in text or not text.isprintable():  # most texts have no blank of any kind
        text = BLANK.sub(" ", BETWEEN_HAN.sub("", text))
    if text:
        found.append(Run(text, *style.look))


def runs_of(element: Element, style: Style) -> list[Run]:
    """The runs of an element with all it holds."""
    found: list[Run] = []
    add_runs(found, element, style)
    return found


def add_runs(found: list[Run], element: Element, style: Style) -> None:
    """Add the runs of an element with all it holds."""
    tag = element.tag
    if tag in CHANGED or not isinstance(tag, str):
        found += _on_paper(element, style)
        return
    said = classes_of(element)
    if not said.is_text or element.get("hidden") is not None:
        return
    flag = INLINE.get(tag)
    if flag or said.marks or tag == "a":
        style = _styled(element, flag, said.marks, style)
    if element.text:
        add_text(found, element.text, style)
    for child in element:
        if child.tag not in INLINE and isinstance(child.tag, str):
            raise unknown(child)
        add_runs(found, child, style)
        if child.tail:
            add_text(found, child.tail, style)
    if said.followed_by:
        found.append(Run(said.followed_by, *style.look))


def _styled(element: Element, flag: str | None, marks: dict[str, bool | str], style: Style) -> Style:
    """The style inside an element."""
    said = {flag: True, **marks} if flag else {**marks}
    href = element.get("href") if element.tag == "a" else ""
    if href:
        said["link"] = style.target(href)
    return style.with_(said) if said else style


def _on_paper(element: Element, style: Style) -> list[Run]:
    """What stands on paper for a comment, a line break, a control."""
    tag = element.tag
    if tag not in TEXTS or element.get("hidden") is not None:
        return []
    box = tag == "input" and element.get("type") in {"checkbox", "radio"}
    return [Run(BOX if box else TEXTS[tag], *style.look)]


def tidy(runs: Sequence[Run]) -> Runs:
    """Runs without doubled or outer blanks; neighbours that look alike become one."""
    if len(runs) == 1:  # as in most paragraphs
        text = runs[0].text.lstrip(" ").rstrip(" \n")
        return (_with_text(runs[0], text),) if text else ()
    found: list[Run] = []
    for run in runs:
        before = found[-1].text if found else "\n"
        text = run.text.lstrip(" ") if before.endswith((" ", "\n")) else run.text
        if not text:
            continue
        if text == "\n" and found:
            found[-1] = _with_text(found[-1], before.rstrip(" "))
        if found and found[-1][1:] == run[1:] and not run.badge:  # all but the text
            found[-1] = _with_text(run, found[-1].text + text)
        else:
            found.append(_with_text(run, text))
    return _without_end(found)


def _with_text(run: Run, text: str) -> Run:
    return run if text is run.text else Run(text, *run[1:])


def _without_end(runs: list[Run]) -> Runs:
    while runs and not (ended := runs[-1].text.rstrip(" \n")):
        runs.pop()
    if runs:
        runs[-1] = _with_text(runs[-1], ended)
    return tuple(runs)
