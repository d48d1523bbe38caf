"""An allow-list for the built body of a page: what isn't on it stops the build.

Markdown lets raw HTML through, and pages come from strangers. Browsers forgive a lot and never quite as a parser of
ours would, so a tag must be written the one regular way before its names and addresses are looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TAGS = frozenset(
    re.findall(
        r"\w+",
        "a abbr article aside b blockquote br button caption cite code col colgroup datalist dd del details dfn div dl dt em "
        "fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd label legend li mark nav ol option output "
        "p path pre progress q rect s section select small span strong sub summary sup svg table tbody td text "
        "textarea tfoot th thead time title tr ul var wbr",
    )
)
ATTRIBUTES = frozenset(
    re.findall(
        r"[\w-]+",
        "align alt aria-controls aria-describedby aria-expanded aria-hidden aria-label aria-labelledby aria-live "
        "aria-pressed autocomplete checked class cols colspan d data-facets data-label data-min data-mode data-order "
        "data-values datetime dir disabled download fill for height hidden href id inputmode lang list max maxlength min "
        "multiple name open placeholder readonly rel role rows rowspan scope selected size src start step tabindex "
        "text-anchor title type value viewbox width x xmlns y",
    )
)
#: what an exercise or a calculator may ask for; nothing that sends, uploads or hides
KINDS_OF_INPUT = frozenset(
    re.findall(r"\w+", "1 a A i I button checkbox date number radio range search text time")
)
OUR_DATA = "data-xy-"  # what our own scripts read; no browser acts on it
ALONE = frozenset({"br", "col", "hr", "img", "input", "path", "rect", "wbr"})

SPACE = r"[\t\n\f\r ]"
VALUE = r"""(?:"[^"<>]*"|'[^'<>]*'|[^\t\n\f\r "'`=<>]+)"""
TAG = re.compile(
    rf"<(?:(/?)([a-z][a-z0-9]*)((?:{SPACE}+[a-z][a-z0-9-]*(?:={VALUE})?)*){SPACE}*/?>|.{{0,30}})",
    re.ASCII | re.IGNORECASE | re.DOTALL,
)
WRITTEN = re.compile(r"<[^<>]*>")  # whether regular or not
ATTRIBUTE = re.compile(rf"([a-z][a-z0-9-]*)(?:=({VALUE}))?", re.ASCII | re.IGNORECASE)
BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]")
OURS = re.compile(r"(?![/\\]{2})(?:[^:\\]*|[^:/?#\\]*[/?#][^\\]*)\Z")
WEB = re.compile(r"(?:https?://[^/\\]|mailto:)[^\\]*\Z", re.IGNORECASE)
WORD = re.compile(r"#?[\w-]+\Z")


def _may_be_linked(value: str) -> bool:
    return bool(OURS.match(value) or WEB.match(value))


#: attribute -> what its value must be, blanks taken out; other attributes may hold anything
VALUES: dict[str, Callable[[str], object]] = {
    "align": WORD.match,
    "fill": WORD.match,
    "href": _may_be_linked,
    "src": OURS.match,
    "type": KINDS_OF_INPUT.__contains__,
}


def _faults_of_tag(tag: str, attributes: str) -> Iterator[str]:
    if tag not in TAGS:
        yield f"标签<{tag}>"
    for written, quoted in ATTRIBUTE.findall(attributes):
        name, value = written.lower(), BLANKS.sub("", unescape(quoted.strip("\"'")))
        if name not in ATTRIBUTES and not name.startswith(OUR_DATA):
            yield f"<{tag}>的属性{name}"
        elif name in VALUES and not VALUES[name](value):
            yield f"<{tag}>的{name}：{value[:30]}"


@lru_cache(maxsize=10_000)
def _known(written: str) -> tuple[str, int] | None:
    """A harmless tag's name, and whether it opens (1) or closes (-1). Most tags of a site are alike."""
    found = TAG.fullmatch(written)
    if not found or found[2] is None or any(_faults_of_tag(found[2].lower(), found[3])):
        return None
    return found[2].lower(), -1 if found[1] else 1


def _is_harmless(html: str) -> bool:
    """Whether there is nothing to be said: so it is for nearly every body, and each tag need be looked at once."""
    tags = Counter(WRITTEN.findall(html))
    if tags.total() != html.count("<"):
        return False
    balance: Counter[str] = Counter()
    for written, times in tags.items():
        known = _known(written)
        if known is None:
            return False
        balance[known[0]] += times * known[1]
    return not any(rest for tag, rest in balance.items() if tag not in ALONE)


def faults_in_html(html: str) -> list[str]:
    """What the body holds that is not on the lists, in the order met, each once."""
    if _is_harmless(html):
        return []
    faults: dict[str, None] = {}
    balance: Counter[str] = Counter()
    for found in TAG.finditer(html):
        closing, tag, attributes = found.groups()
        if tag is None:
            faults[f"写得不规整的标签：{found[0].strip()}"] = None
            continue
        name = tag.lower()
        faults.update(dict.fromkeys(_faults_of_tag(name, attributes)))
        balance[name] += -1 if closing else 1
    faults.update((f"<{tag}>没有成对", None) for tag, rest in balance.items() if rest and tag not in ALONE)
    return list(faults)
