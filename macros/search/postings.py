"""Which section holds which term, and how much it matters there."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from macros.search.tokens import terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.search.sections import Section

LEVELS = 4  # a power of two
HEAVIEST = LEVELS - 1
TITLE_OF_PAGE, TITLE_OF_SECTION = 3, 2
OFTEN = (0.36, 0.62)  # above these shares a term in the text matters more
SOURCES = (
    "sources"  # the list at the end of every page: titles of others, that hide what the page itself says
)


def rounded(average: float) -> int:
    """To a step of a sixteenth or less: a word more or less in one section must not weigh on all the others."""
    whole = max(round(average), 1)
    step = 1 << max(whole.bit_length() - 5, 0)
    return (whole + step // 2) // step * step


def weights(section: Section, title: str, average: float) -> dict[str, int]:
    """Term -> how much it matters in a section, from 0 to 3. `title` is that of the result it belongs to."""
    counted = Counter(terms(section.text))
    if section.anchor == SOURCES:
        return dict.fromkeys(counted, 0)
    long = 0.4 + 0.6 * counted.total() / average
    of_count = {
        count: sum(count / (count + 1.2 * long) > share for share in OFTEN) for count in set(counted.values())
    }
    found = {term: of_count[count] for term, count in counted.items()}
    found.update(dict.fromkeys(terms(section.title), TITLE_OF_SECTION))
    found.update(dict.fromkeys(terms(title), TITLE_OF_PAGE))
    return found


def postings(sections: Iterable[tuple[Section, str]], average: float) -> dict[str, list[int]]:
    """Term -> its places in order. With each section comes the title of the result that it opens, or "".

    A place is the number of a section times LEVELS, and how much the term matters there.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for number, (section, title) in enumerate(sections):
        first = number * LEVELS
        for term, weight in weights(section, title, average).items():
            found[term].append(first + weight)
    return found
