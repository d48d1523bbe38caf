"""A project of the wanted size: our own program and theme, made-up records, each at least as long as a real one.

A real case is some 640 characters of YAML, the longest 1,300; a made-up one is about 1,200, with every field filled.
A real core method is some 6,000 characters, the others some 1,000; a made-up one is about 6,000.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bench.words import Writer
from macros.library import load
from macros.pages import generated

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
OURS = ("macros", "overrides", "mkdocs.yml", "CHANGELOG.md")
LISTS = ("categories.yml", "vocabularies.yml")
CATEGORIES, PLACES, SOURCES = 10, 20, 60
PAGE_PATH = re.compile(r"[\w/-]+\.md")

Record = dict[str, Any]


def make_project(folder: Path, methods: int, cases: int) -> None:
    """Write the whole project into an empty folder."""
    for name in OURS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, folder / name)
    _write(folder / "data", methods, cases)
    _write_pages(folder)


def _write(data: Path, methods: int, cases: int) -> None:
    words = yaml.safe_load((ROOT / "data/vocabularies.yml").read_text(encoding="utf-8"))
    shelves = yaml.safe_load((ROOT / "data/categories.yml").read_text(encoding="utf-8"))
    makers = {
        "sources": (_source(index) for index in range(SOURCES)),
        "places": (_place(index) for index in range(PLACES)),
        "methods": (_method(index, methods, shelves) for index in range(methods)),
        "cases": (_case(index, methods, words) for index in range(cases)),
    }
    for kind in ("documents", "terms", "confusables"):
        (data / kind).mkdir(parents=True)
    for name in LISTS:
        shutil.copy2(ROOT / "data" / name, data / name)
    for kind, records in makers.items():
        _write_records(data / kind, records)


def _write_records(folder: Path, records: Iterator[Record]) -> None:
    folder.mkdir(parents=True)
    for record in records:
        text = yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
        (folder / f"{record['id']}.yml").write_text(text, encoding="utf-8")


def _source(index: int) -> Record:
    write = Writer(f"source {index}")
    return {
        "id": f"src-{index:03}",
        "kind": "page",
        "title": f"{write.name(16)}之{index}",
        "publisher": write.name(8),
        "date": f"{2010 + index % 14}-05",
        "link_ok": False,
        "reliability": "press",
    }


def _place(index: int) -> Record:
    name = f"{Writer(f'place {index}').name(4)}县{index}"
    return {"id": f"place-{index:02}", "name": name, "printed": name, "level": "县区", "openness": "named"}


def _method(index: int, total: int, shelves: list[Record]) -> Record:
    write = Writer(f"method {index}")
    cited = f"src-{index % SOURCES:03}"
    step = ("who", "within", "does", "output", "check", "slip", "remedy")
    return {
        "id": f"method-{index:03}",
        "name": f"{write.name(8)}之{index}",
        "category": shelves[index % CATEGORIES]["id"],
        "type": "procedure",
        "rank": "standard",
        "told": "partial",
        "one_liner": write.sentence(30),
        "summary": write.sentence(110),
        "problem": write.sentence(50),
        "levels": ["市", "县区"],
        "when": _said(write, 3, cited),
        "when_not": _said(write, 3, cited),
        "steps": [
            {"name": write.name(6), "basis": "source", "advice": {key: write.sentence(40) for key in step}}
            for _ in range(6)
        ],
        "roles": [{"who": write.name(6), "does": write.sentence(30), "basis": "editor"} for _ in range(5)],
        "rhythm": write.sentence(20),
        "outputs": [{"name": write.name(10)} for _ in range(5)],
        "variants": [
            {"name": write.name(10), "differs": write.sentence(50), "source": cited} for _ in range(4)
        ],
        "slips": [
            {"slip": write.sentence(25), "remedy": write.sentence(35), "basis": "editor"} for _ in range(4)
        ],
        "uptake": _said(write, 3, cited),
        "measures": _said(write, 3, cited),
        "training": {
            "objectives": write.sentences(3, 25),
            "points": write.sentences(4, 25),
            "questions": write.sentences(3, 70),
        },
        "facts": [{"kind": write.name(4), "text": write.sentence(60), "source": cited} for _ in range(4)],
        "gaps": write.sentences(4, 30),
        "related": [f"method-{(index + step) % total:03}" for step in (1, 2, 3)],
        "sources": [{"source": cited, "where": write.name(6)}],
    }


def _said(write: Writer, count: int, cited: str) -> list[Record]:
    told = {"text": write.sentence(45), "basis": "source", "source": cited}
    return [told, *({"text": text, "basis": "editor"} for text in write.sentences(count - 1, 40))]


def _case(index: int, methods: int, words: Record) -> Record:
    write = Writer(f"case {index}")
    topics = [topic["name"] for topic in words["topics"]]
    return {
        "id": f"case-{index:04}",
        "number": f"A-{index:04}",
        "title": f"{write.name(12)}{index}",
        "methods": [f"method-{index % methods:03}"],
        "level": "县区",
        "place": f"place-{index % PLACES:02}",
        "openness": "named",
        "date": {"start": f"{2012 + index // 60 % 12}-{1 + index // 720 % 12:02}"},  # no two alike in all
        "topic": write.name(8),
        "topics": [topics[index % len(topics)]],
        "summary": write.sentence(90),
        "result": write.sentence(40),
        "lead": write.name(6),
        "handling_bodies": [write.name(6), write.name(6)],
        "participants": [{"kind": write.name(6), "count": 10 + index % 40}, {"kind": write.name(8)}],
        "topic_origin": write.sentence(25),
        "process": [{"step": write.name(4), "did": write.sentence(35)} for _ in range(3)],
        "opinions": write.sentences(2, 30),
        "uptake": [{"to": write.name(6), "what": write.name(10)}],
        "handling": [{"body": write.name(6), "state": write.sentence(20)}],
        "feedback": [{"to": write.name(6), "how": write.sentence(20)}],
        "outcomes": [{"indicator": write.name(6), "before": 300, "after": 300 + index % 500, "unit": "个"}],
        "highlights": write.sentences(1, 30),
        "conditions": write.sentences(1, 30),
        "lessons": write.sentences(1, 30),
        "figures": [
            {"name": write.name(8), "value": 3 + index % 90, "unit": "件"},
            {"name": write.name(8), "state": "masked", "as_printed": "X"},
        ],
        "sources": [{"source": f"src-{index % SOURCES:03}", "where": write.name(6)}],
    }


def _write_pages(folder: Path) -> None:
    """A page by hand for each one that the navigation names and nobody generates."""
    (folder / "docs").mkdir()
    library, _ = load(folder)
    named = set(PAGE_PATH.findall((folder / "mkdocs.yml").read_text(encoding="utf-8")))
    for path in sorted(named - generated(library).keys() - set(OURS)):
        write = Writer(path)
        page = folder / "docs" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        title = write.name(10)
        body = "\n\n".join(
            [f"# {title}", *(f"## {write.name(8)}\n\n{write.sentence(300)}" for _ in range(4))]
        )
        page.write_text(
            f"---\ntitle: {title}\ndescription: {write.sentence(40)}\n---\n\n{body}\n", encoding="utf-8"
        )
