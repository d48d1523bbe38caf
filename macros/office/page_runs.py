"""The characters of a built page, with what the tags around them say of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Any

from lxml import etree

from macros.office.blocks import Run

if TYPE_CHECKING:
    from collections.abc import Iterable

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
#: class -> what CSS puts between this part and the next
FOLLOWED_BY = {
    "xy-chain__name": "\uff1a",
    "xy-flow__name": "\uff1a",
    "xy-kind": "\uff1a",
}
#: a path, and the question or the place in it
ADDRESS = re.compile(r"([^?#]*)(.*)", re.DOTALL)
BADGE = "xy-badge--"
WORDS = etree.XPath("string()")
BOX, LINE_TO_FILL = "□", "＿＿＿＿"
#: what a reader on paper gets instead of a control; buttons are for the screen
CONTROLS = {"input": LINE_TO_FILL, "textarea": LINE_TO_FILL, "select": LINE_TO_FILL}
ON_SCREEN_ONLY = frozenset({"button", "option", "output", "progress", "wbr"})


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


UNMARKED = Run("")


@dataclass(frozen=True)
class Style:
    """How the text here looks, and from where links start."""

    address: str
    like: Run = UNMARKED

    def with_(self, said: dict[str, Any]) -> Style:
        """The same, and this as well."""
        return Style(self.address, self.like._replace(**said)) if said else self

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


def says(text: str | None) -> bool:
    """Whether there is more than blanks: between two tags there seldom is."""
    return text is not None and text.strip(BLANKS) != ""


def runs_of_text(text: str | None, style: Style) -> list[Run]:
    """The run of some text, if there is any."""
    if not text:
        return []
    if " " in text or not text.isprintable():  # most texts have no blank of any kind
        text = BLANK.sub(" ", BETWEEN_HAN.sub("", text))
    return [_like(style.like, text)] if text else []


def _like(run: Run, text: str) -> Run:
    """The same run with another text, in a third of the time that _replace takes."""
    return Run(text, *run[1:])


def runs_of(element: Element, style: Style) -> list[Run]:
    """The runs of an element with all it holds."""
    tag = element.tag
    if tag in ON_SCREEN_ONLY or not isinstance(tag, str) or element.get("hidden") is not None:
        return []
    if tag == "br":
        return [_like(style.like, "\n")]
    if tag in CONTROLS:
        return [_like(style.like, _on_paper(element))]
    classes = classes_of(element)
    return [] if "headerlink" in classes else _inside(element, classes, _styled(element, classes, style))


def _on_paper(control: Element) -> str:
    return BOX if control.get("type") in {"checkbox", "radio"} else CONTROLS[control.tag]


def classes_of(element: Element) -> list[str]:
    """Its classes, in their order."""
    named = element.get("class")
    return named.split() if named else []


def _styled(element: Element, classes: list[str], style: Style) -> Style:
    """The style inside an element; the element that a block maker passes (p, h2, dt) adds nothing."""
    flag = INLINE.get(element.tag)
    said: dict[str, bool | str] = {flag: True} if flag else {}
    if element.tag == "a" and element.get("href"):
        said["link"] = style.target(element.get("href"))
    for name in classes:
        if name == "xy-cite":
            said["raised"] = True
        elif name.startswith(BADGE):
            said.setdefault("badge", name.removeprefix(BADGE))
    return style.with_(said)


def _inside(element: Element, classes: list[str], style: Style) -> list[Run]:
    found = runs_of_text(element.text, style)
    for child in element:
        if child.tag not in INLINE and isinstance(child.tag, str):
            raise unknown(child)
        found += runs_of(child, style)
        found += runs_of_text(child.tail, style)
    after = next((FOLLOWED_BY[name] for name in classes if name in FOLLOWED_BY), "")
    if after:
        found.append(_like(style.like, after))
    return found


def tidy(runs: Iterable[Run]) -> Runs:
    """Runs without doubled or outer blanks; neighbours that look alike become one."""
    found: list[Run] = []
    for run in runs:
        before = found[-1].text if found else "\n"
        text = run.text.lstrip(" ") if before.endswith((" ", "\n")) else run.text
        if not text:
            continue
        if text == "\n" and found:
            found[-1] = _like(found[-1], found[-1].text.rstrip(" "))
        if found and found[-1][1:] == run[1:] and not run.badge:  # all but the text
            found[-1] = _like(run, found[-1].text + text)
        else:
            found.append(run if text is run.text else _like(run, text))
    return _without_end(found)


def _without_end(runs: list[Run]) -> Runs:
    while runs and not (ended := runs[-1].text.rstrip(" \n")):
        runs.pop()
    if runs and ended != runs[-1].text:
        runs[-1] = _like(runs[-1], ended)
    return tuple(runs)
