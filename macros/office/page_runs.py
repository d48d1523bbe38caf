"""The characters of a built page, with what the tags around them say of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Any

from macros.office.blocks import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.office.blocks import Runs

Element = Any  # lxml's own stubs do not know the tag of a comment

BLANK = re.compile(r"[ \t\n\r\f]+")
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
BOX, LINE_TO_FILL = "□", "＿＿＿＿"
#: what a reader on paper gets instead of a control; buttons are for the screen
CONTROLS = {"input": LINE_TO_FILL, "textarea": LINE_TO_FILL, "select": LINE_TO_FILL}
ON_SCREEN_ONLY = frozenset({"button", "option", "output", "progress", "wbr"})


class UnknownTagError(ValueError):
    """A page holds what no rule turns into blocks."""


def unknown(element: Element) -> UnknownTagError:
    """The error that names a tag and what stands in it."""
    text = BLANK.sub(" ", element.text_content()).strip()[:30]
    return UnknownTagError(
        f"不会转换的标签<{element.tag}>（class：{element.get('class') or '无'}），里面是：{text}"
    )


@dataclass(frozen=True)
class Style:
    """How the text here looks, and from where links start."""

    address: str
    like: Run = field(default_factory=partial(Run, ""))

    def with_(self, **said: bool | str) -> Style:
        """The same, and this as well."""
        return replace(self, like=replace(self.like, **said))  # type: ignore[arg-type]

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


def runs_of(thing: Element | str, style: Style) -> Iterator[Run]:
    """The runs of a text or of an element with all it holds."""
    if isinstance(thing, str):
        text = BLANK.sub(" ", BETWEEN_HAN.sub("", thing))
        if text:
            yield replace(style.like, text=text)
        return
    if not isinstance(thing.tag, str) or thing.get("hidden") is not None or "headerlink" in _classes(thing):
        return
    if thing.tag == "br":
        yield replace(style.like, text="\n")
        return
    if thing.tag in CONTROLS:
        yield replace(style.like, text=_on_paper(thing))
        return
    if thing.tag not in ON_SCREEN_ONLY:
        yield from _inside(thing, _styled(thing, style))


def _on_paper(control: Element) -> str:
    return BOX if control.get("type") in {"checkbox", "radio"} else CONTROLS[control.tag]


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()


def _styled(element: Element, style: Style) -> Style:
    """The style inside an element; the element that a block maker passes (p, h2, dt) adds nothing."""
    classes = _classes(element)
    flag = INLINE.get(element.tag)
    said: dict[str, bool | str] = {flag: True} if flag else {}
    if element.tag == "a" and element.get("href"):
        said["link"] = style.target(element.get("href"))
    if "xy-cite" in classes:
        said["raised"] = True
    badge = next((name.removeprefix(BADGE) for name in classes if name.startswith(BADGE)), "")
    return style.with_(**said, **({"badge": badge} if badge else {}))


def _inside(element: Element, style: Style) -> Iterator[Run]:
    yield from runs_of(element.text or "", style)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in INLINE:
            raise unknown(child)
        yield from runs_of(child, style)
        yield from runs_of(child.tail or "", style)
    after = next((FOLLOWED_BY[name] for name in _classes(element) if name in FOLLOWED_BY), "")
    if after:
        yield replace(style.like, text=after)


def tidy(runs: Iterable[Run]) -> Runs:
    """Runs without doubled or outer blanks; neighbours that look alike become one."""
    found: list[Run] = []
    for run in runs:
        before = found[-1].text if found else "\n"
        text = run.text.lstrip(" ") if before.endswith((" ", "\n")) else run.text
        if not text:
            continue
        if text == "\n" and found:
            found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
        if found and replace(found[-1], text="") == replace(run, text="") and not run.badge:
            found[-1] = replace(run, text=found[-1].text + text)
        else:
            found.append(replace(run, text=text))
    return _without_end(found)


def _without_end(runs: list[Run]) -> Runs:
    while runs and not (ended := runs[-1].text.rstrip(" \n")):
        runs.pop()
    return (*runs[:-1], replace(runs[-1], text=ended)) if runs else ()
