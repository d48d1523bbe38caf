"""The macros that pages call, written out, and left alone where everything that they look at is as it was."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from macros.checks.page_calls import MARKS, PLAIN_CALL
from macros.engine.guards import refuse_calls
from macros.engine.kept import digest
from macros.library.watched import Answers, Watched
from macros.views import VIEWS, Context

if TYPE_CHECKING:
    from macros.engine.kept import Kept
    from macros.library import Library

CONSTANT = re.compile(r'"([^"]*)"')


def expanded(markdown: str, context: Context) -> str:
    """What the plugin would write for calls of our macros, without compiling each page as a template of its own.

    What is not plain to see is left to the plugin: other marks of Jinja, in the page or in what a macro gives, and faults.
    """
    if MARKS.search(PLAIN_CALL.sub("", markdown)):
        return markdown
    try:
        written = PLAIN_CALL.sub(lambda call: VIEWS[call[1]](context, *CONSTANT.findall(call[0])), markdown)
    except (LookupError, TypeError, ValueError):
        return markdown
    return markdown if MARKS.search(written) else written


class Calls:
    """The calls in the pages of one build. `base` is a digest of the program and its settings."""

    def __init__(self, kept: Kept, base: str, library: Library) -> None:
        self.kept, self.base = kept, base
        self.answers = Answers(library)

    def known(self, markdown: str, way: str) -> str | None:
        """The digest of what this text became in an earlier build, if it would become the same now."""
        found = self.kept.get(self._key(markdown, way))
        if found is None:
            return None
        written, asked = json.loads(found)
        same = all(self.answers.digest((what, key)) == answer for what, key, answer in asked)
        return str(written) if same else None

    def written(self, markdown: str, way: str, name: str) -> str:
        """The text with its macros' HTML; `way` leads from the page to the top, `name` is its file.

        Raises PluginError when it calls what is not ours to call.
        """
        refuse_calls(markdown, name)
        watched = Watched(self.answers)
        written = expanded(markdown, Context(watched.as_library(), way))
        if is_done(written):
            asked = [(*asked, self.answers.digest(asked)) for asked in watched.asked]
            self.kept.put(self._key(markdown, way), json.dumps([digest(written), asked]).encode())
        return written

    def _key(self, markdown: str, way: str) -> str:
        return digest(self.base, "calls", way, markdown)


def is_done(written: str) -> bool:
    """Whether nothing is left for the macros plugin."""
    return not MARKS.search(written)
