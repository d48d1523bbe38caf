"""CHANGELOG.md as data: what the front page and the page 更新日志 tell."""

from __future__ import annotations

from dataclasses import dataclass, field

NAME = "CHANGELOG.md"


@dataclass(frozen=True)
class Change:
    """One line of the changelog and the heading it stands under ("" for none)."""

    topic: str
    text: str


@dataclass(frozen=True)
class Edition:
    """A version (or what is not published yet) with its changes, as they stand in the file: the newest last."""

    name: str
    changes: list[Change] = field(default_factory=list)


def editions(text: str) -> tuple[Edition, ...]:
    """The editions of a changelog, newest first as in the file: `## version`, `### topic`, `- change`."""
    found: list[Edition] = []
    topic = ""
    for line in text.splitlines():
        mark, _, words = line.partition(" ")
        if mark == "##":
            found.append(Edition(words.strip()))
            topic = ""
        elif mark == "###":
            topic = words.strip()
        elif mark == "-" and found:
            found[-1].changes.append(Change(topic, words.strip()))
    return tuple(found)
