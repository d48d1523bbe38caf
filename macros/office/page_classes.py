"""What the classes of an element say: of the block that it is, and of the text in it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

Element = Any  # lxml's own stubs do not know the tag of a comment

#: class -> kind of the frame that it makes of a <div>
FRAMES = {
    "xy-editor": "editor",
    "xy-gaps": "gaps",
    "xy-card": "card",
    "xy-lesson": "lesson",
    "xy-brief": "brief",
    "xy-empty": "empty",
}
#: class -> kind of paragraph
PARAGRAPHS = {
    "xy-label": "label",
    "xy-step__name": "label",
    "xy-tile__title": "label",
    "xy-note": "note",
    "xy-counts": "note",
    "xy-tile__count": "note",
    "xy-empty": "empty",
}
TITLES = frozenset({"admonition-title", "xy-editor__label"})
SCREEN_ONLY = frozenset({"xy-card__tools", "xy-take"})
#: class -> what CSS puts between this part and the next
FOLLOWED_BY = {
    "xy-chain__name": "\uff1a",
    "xy-flow__name": "\uff1a",
    "xy-kind": "\uff1a",
}
ADMONITION, FOLD, BADGE = "admonition", "xy-fold", "xy-badge--"
KEPT = 512  # texts of class attributes; a site has some two hundred


class Classes(NamedTuple):
    """`frame` and `fold` are kinds of a callout, `kind` one of a paragraph; `marks` are fields of a run."""

    on_paper: bool
    frame: str
    fold: str
    kind: str
    is_title: bool
    by_editors: bool
    is_text: bool
    marks: dict[str, bool | str]
    followed_by: str


def classes_of(element: Element) -> Classes:
    """What the classes of an element say; worked out once for each text of a class attribute."""
    return _said_by(element.get("class") or "")


@lru_cache(KEPT)
def _said_by(named: str) -> Classes:
    classes = named.split()
    return Classes(
        on_paper=SCREEN_ONLY.isdisjoint(classes),
        frame=_admonition(classes) or _first(FRAMES, classes),
        fold=next((name for name in classes if name != FOLD), "details"),
        kind=_first(PARAGRAPHS, classes),
        is_title=not TITLES.isdisjoint(classes),
        by_editors="xy-editor" in classes,
        is_text="headerlink" not in classes,
        marks=_marks(classes),
        followed_by=_first(FOLLOWED_BY, classes),
    )


def _first(table: dict[str, str], classes: list[str]) -> str:
    return next((table[name] for name in classes if name in table), "")


def _admonition(classes: list[str]) -> str:
    """The kind of an admonition is the class after that of all admonitions."""
    after = classes[classes.index(ADMONITION) + 1 :] if ADMONITION in classes else []
    return next(iter(after), "")


def _marks(classes: list[str]) -> dict[str, bool | str]:
    marks: dict[str, bool | str] = {"raised": True} if "xy-cite" in classes else {}
    badges = [name.removeprefix(BADGE) for name in classes if name.startswith(BADGE)]
    return {**marks, "badge": badges[0]} if badges and badges[0] else marks
