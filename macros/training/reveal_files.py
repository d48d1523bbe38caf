"""reveal.js for our decks, in Chinese and without any script or style inside HTML.

The speaker view is a page that the notes plugin writes into a new window. Its style and its script become files of
their own, so that a site without inline code (Content-Security-Policy) can show it. Every replacement must match
exactly once: a newer reveal.js that says something else stops the build instead of showing English.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

from macros.training.reveal_words import IN_NOTES, IN_REVEAL, IN_SPEAKER_PAGE, IN_SPEAKER_SCRIPT

FOLDER = Path(__file__).parent / "reveal"
VENDOR = FOLDER / "vendor"
SUM = re.compile(r"\| `([\w.]+)` \| `[^`]*` \| `([0-9a-f]{64})` \|")
PLUGIN = "()=>{let e,t=null,n;function r(){"  # what comes before it is marked, which notes in HTML don't need
PAGE = re.compile(r"t\.marked=\$,t\.document\.write\(`(.*?</html>)`\)", re.DOTALL)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
SCRIPT = re.compile(r"<script>(.*?)<\\/script>", re.DOTALL)
#: escapes of a template literal that stand in the speaker view's script
ESCAPES = {r"\\": "\\", r"\`": "`"}


class RevealChangedError(ValueError):
    """reveal.js is not the one that was recorded, or says something else than we translate."""


def _once(text: str, found: str, instead: str) -> str:
    if text.count(found) != 1:
        raise RevealChangedError(f"reveal.js里“{found}”出现了{text.count(found)}次，应当正好一次。")
    return text.replace(found, instead)


def _translated(text: str, words: dict[str, str]) -> str:
    for found, instead in words.items():
        text = _once(text, found, instead)
    return text


def _one(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    found = list(pattern.finditer(text))
    if len(found) != 1:
        raise RevealChangedError(f"reveal.js里{pattern.pattern}应当正好一处，现在有{len(found)}处。")
    return found[0]


def _vendor(name: str) -> str:
    """A file of the package, if it still is the one whose sum is recorded."""
    data = (VENDOR / name).read_bytes()
    recorded = dict(SUM.findall((VENDOR / "README.md").read_text(encoding="utf-8")))
    if hashlib.sha256(data).hexdigest() != recorded.get(name):
        raise RevealChangedError(f"{name}和记下的校验值不同，请重新从软件包里取。")
    return data.decode("utf-8")


def _speaker_view(plugin: str) -> tuple[str, str, str]:
    """The plugin with a page that only names its files, that page's style, that page's script."""
    page = _one(PAGE, plugin)
    style, script = _one(STYLE, page[1])[1], _one(SCRIPT, page[1])[1]
    for escaped, plain in ESCAPES.items():
        script = script.replace(escaped, plain)
    bare = STYLE.sub('<link rel="stylesheet" href="../reveal/speaker.css">', page[1])
    bare = SCRIPT.sub(r'<script src="../reveal/speaker.js"><\\/script>', bare)
    bare = _translated(bare, IN_SPEAKER_PAGE)
    plugin = plugin.replace(page[0], f"t.document.write(`{bare}`)")
    return plugin, style, _translated(script, IN_SPEAKER_SCRIPT)


def _ours(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def reveal_files() -> dict[str, bytes]:
    """File name -> bytes: what all decks share, once for the site."""
    notes = _vendor("notes.js")
    plugin, style, script = _speaker_view(notes[_one(re.compile(re.escape(PLUGIN)), notes).start() :])
    files = {
        "reveal.js": _translated(_vendor("reveal.js"), IN_REVEAL),
        "reveal.css": _vendor("reset.css") + _vendor("reveal.css"),
        "notes.js": f'"use strict";window.RevealNotes={_translated(plugin.rstrip().removesuffix("});"), IN_NOTES)};',
        "speaker.css": style + _ours("speaker.css"),
        "speaker.js": script,
        "deck.css": _ours("deck.css"),
        "deck.js": _ours("deck.js"),
        "LICENSE": _vendor("LICENSE"),
    }
    return {name: text.encode() for name, text in files.items()}
