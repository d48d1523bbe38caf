"""Everything that can be mended under data/ and docs/, and the files that were refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.checks.words import TABLE
from macros.editing.bodies import mended_body
from macros.editing.records import mended_record
from macros.editing.text import mended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library


@dataclass(frozen=True)
class Mending:
    """The end of a file as it is and as it should be; `after` is None where that cannot be proved harmless."""

    path: str
    before: str
    after: str | None

    def of(self, text: str) -> str | None:
        """The whole text of the file mended; None when it may not be, or is not what was read."""
        if self.after is None or not text.endswith(self.before):
            return None
        return text.removesuffix(self.before) + self.after


def usual_words(library: Library) -> dict[str, str]:
    """Word -> its one form, from the table of words; rules with exceptions are for people."""
    rules = (rule for rule in library.wording.values() if not rule.exceptions and not rule.unless)
    return {word: rule.use for rule in rules if rule.use for word in rule.find}


def mendings(library: Library) -> Iterator[Mending]:
    """Every file that would change or cannot be mended safely."""
    words = usual_words(library)

    def mend(text: str) -> str:
        return mended(text, words)

    for file in library.files:
        if file.kind != TABLE and file.document.data is not None:
            found = Mending(file.path, file.document.text, mended_record(file.document, file.kind, mend))
            yield from _if_different(found)
    for page in library.pages:
        yield from _if_different(Mending(page.path, page.body, mended_body(page.body, mend)))


def _if_different(found: Mending) -> Iterator[Mending]:
    if found.after != found.before:
        yield found
