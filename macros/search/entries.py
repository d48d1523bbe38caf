"""Results: a page, or a record that shares its page with others (a term, a document), each with its sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.models.method import Rank

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.library import Library
    from macros.search.sections import Section

#: folder of the site -> the kind people filter by
KINDS = {
    "methods": "方法",
    "cases": "案例",
    "documents": "制度",
    "glossary": "术语",
    "compare": "辨析",
    "processes": "流程",
    "training": "培训",
    "forms": "表单",
}
OTHER = "其他"
ALL_KINDS = (*KINDS.values(), OTHER)
#: pages whose every section under a heading of the deepest level is a record of its own
COLLECTIONS = ("glossary/", "glossary/entries/", "documents/", "compare/")
#: the glossary says in short what this page says of the same small methods in full
GLOSSARY, ENTRIES = COLLECTIONS[:2]
#: pages that only list other pages: their own words would hide what they list. Questions, too, only repeat facts
#: that stand elsewhere, wrong options among them
LISTS = (
    "cases/",
    "choose/",
    "choose/compare/",
    "forms/",
    "methods/",
    "methods/category/",
    "about/sources/",
    "contribute/gaps/",
)
#: the same below an address: fields offer every name there is; what role cards keep secret must not stand in an excerpt
LISTS_BELOW = (
    "methods/category/",
    "training/quizzes/",
    "training/kits/",
    "training/run/",
    "contribute/form/",
)
#: pages that are tools: what people call them besides their title
TOOLS = {
    "choose/": ("选方法", "用哪个方法", "选哪个方法"),
    "choose/compare/": ("方法对照", "对比", "方法对比"),
    "forms/calendar/": ("年度协商日历", "协商日历", "日历"),
}
#: how likely it is that somebody wants this and not another page with the same words, in hundredths
WEIGHTS = {
    "core": 34,
    "standard": 26,
    "entry": 24,
    "术语": 20,
    "制度": 16,
    "流程": 16,
    "辨析": 10,
    OTHER: 6,
    "表单": -8,  # these two are made of the others: whoever wants them says so, or filters
    "培训": -14,
}


@dataclass(frozen=True)
class Record:
    """What the data says of a result: other names, the facets, and how likely it is."""

    names: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    weight: int = 0
    kind: str = ""


@dataclass
class Entry:
    """One result."""

    location: str
    title: str
    record: Record
    parent: str = ""
    sections: list[Section] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """Method, case, document …"""
        return self.record.kind or KINDS.get(self.location.partition("/")[0], OTHER)


def records(library: Library) -> dict[str, Record]:
    """Address -> record, for everything in the data that has a place of its own."""
    found = {where: Record(names, weight=WEIGHTS["流程"]) for where, names in TOOLS.items()}
    for method in library.methods.values():
        where = f"{ENTRIES}#{method.id}" if method.rank is Rank.ENTRY else f"methods/{method.id}/"
        names = (method.name, *method.aliases)
        weight = WEIGHTS[method.rank.value]
        found[where] = Record(names, (method.category,), tuple(method.levels), weight, KINDS["methods"])
    for case in library.cases.values():
        shelves = {library.methods[key].category for key in case.methods if key in library.methods}
        found[f"cases/{case.id}/"] = Record((case.number,), tuple(sorted(shelves)), (case.level,))
    for term in library.terms.values():
        found[f"glossary/#{term.id}"] = Record((term.name, *term.aliases), weight=WEIGHTS["术语"])
    for rule in library.documents.values():
        found[f"documents/#{rule.id}"] = Record((rule.title,), weight=WEIGHTS["制度"])
    for item in library.confusables.values():
        found[f"compare/#{item.id}"] = Record((item.name,), weight=WEIGHTS["辨析"])
    for quiz in library.quizzes.values():
        found[f"training/quizzes/{quiz.id}/"] = Record((quiz.title,), weight=WEIGHTS["培训"])
    for key, page in library.lessons.items():
        found[f"training/{key}/"] = Record((page.title,), weight=WEIGHTS["培训"])
    return found | _known_by_title(library)


def _known_by_title(library: Library) -> dict[str, Record]:
    """What has a page of its own and one name."""
    titles = {f"processes/{key}/": ("流程", one.name) for key, one in library.processes.items()}
    titles |= {f"forms/{key}/": ("表单", one.title) for key, one in library.forms.items()}
    exercises = [f"training/kits/{key}/" for key in library.kits]
    exercises += [f"training/run/{key}/" for key in library.session_plans]
    named = {where: Record((title,), weight=WEIGHTS[kind]) for where, (kind, title) in titles.items()}
    return named | dict.fromkeys(exercises, Record(weight=WEIGHTS["培训"]))


def _weight(page: str) -> int:
    """How likely a page is that no record stands for."""
    return WEIGHTS.get(KINDS.get(page.partition("/")[0], OTHER), WEIGHTS[OTHER])


def _is_list(page: str, anchor: str) -> bool:
    of_cases = anchor == "cases" and page.startswith("methods/")
    return of_cases or page in LISTS or page.startswith(LISTS_BELOW)


def entries(sections: Iterable[Section], library: Library) -> list[Entry]:
    """The results in the order of the pages; lists of other pages keep their headings only."""
    known = records(library)
    found: dict[str, Entry] = {}
    for section in sections:
        page, _, anchor = section.location.partition("#")
        if page == GLOSSARY and f"{ENTRIES}#{anchor}" in known:
            continue
        own = page in COLLECTIONS and section.location in known
        where = section.location if own else page
        if where not in found:
            record = known.get(where, Record(weight=_weight(page)))
            found[where] = Entry(where, section.title, record, page if own else "")
        bare = section._replace(text="") if _is_list(page, anchor) else section
        found[where].sections.append(bare)
    return [entry for entry in found.values() if entry.parent or entry.title]
