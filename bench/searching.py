"""Queries through the real search box in Chromium: what comes first, what is marked, what is loaded, how fast."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

NONSENSE = "nonsense"
PAUSE = 160  # milliseconds between queries: longer than the search waits for whoever types on

#: Hears what the worker answers, so that we know when a query is done. It changes nothing.
LISTEN = """
window.answered = () => {};
window.Worker = class extends Worker {
  constructor(...all) {
    super(...all);
    this.addEventListener("message", ({ data }) => { if (data.type === 3) window.answered(); });
  }
};
"""
#: One query: the milliseconds from the last key to the painted results, and the results.
ASK = """async (query) => {
  const field = document.querySelector(".md-search__input");
  field.focus();
  const begun = performance.now();
  await new Promise((done) => {
    window.answered = done;
    field.value = query;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await new Promise(requestAnimationFrame);
  const took = performance.now() - begun;
  const place = (link) => new URL(link.href).pathname.slice(1) + new URL(link.href).hash;
  const found = [...document.querySelectorAll(".md-search-result__item")].map((item) => ({
    places: [...item.children].filter((part) => part.matches("a")).map(place),
    text: item.innerText,
    marks: [...item.querySelectorAll(":scope > a mark")].map((mark) => mark.innerText),
  }));
  return { took, found, near: document.querySelector(".xy-near")?.innerText || "" };
}"""
#: The same query asked of a worker that knows nothing yet, for what it loads.
COLD = """(query) => new Promise((done) => {
  const { base, search } = JSON.parse(document.getElementById("__config").textContent);
  const worker = new Worker(new URL(search, location.href));
  worker.onmessage = ({ data }) => {
    if (data.type === 1) worker.postMessage({ type: 2, data: query });
    if (data.type === 3) { worker.terminate(); done(); }
  };
  worker.postMessage({ type: 0 });
})"""


@dataclass(frozen=True)
class Query:
    """What somebody types, and the addresses of which one must come first."""

    kind: str
    text: str
    wanted: frozenset[str]


@dataclass(frozen=True)
class Answer:
    """What the box showed for a query."""

    query: Query
    milliseconds: float
    places: list[list[str]]
    first_text: str
    first_marks: list[str]
    near: str

    @property
    def rank(self) -> int:
        """Where a wanted page stands, from 1; 0 when it isn't there."""
        hits = (at for at, places in enumerate(self.places, 1) if self.query.wanted.intersection(places))
        return next(hits, 0)


def read_queries(path: Path) -> list[Query]:
    """The queries of a file: class, query, addresses."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Query(kind, text, frozenset(" ".join(rest).split())) for kind, text, *rest in rows]


class _Recording(SimpleHTTPRequestHandler):
    def __init__(self, asked: list[str], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (its parent's own)
        self.asked = asked
        super().__init__(*args, **kwargs)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Note what was asked for."""
        self.asked.append(self.path.partition("?")[0].lstrip("/"))
        super().do_GET()

    def end_headers(self) -> None:
        """Nothing may come from a cache."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


@dataclass
class Served:
    """A built site on this machine, and what was asked of it."""

    site: Path
    asked: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        handler = partial(_Recording, self.asked, directory=str(self.site))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def address(self) -> str:
        """Where it is served."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    def kilobytes(self, since: int = 0) -> float:
        """What the search's files among those asked for weigh, compressed as a server does."""
        ours = [path for path in self.asked[since:] if path.startswith(("search/", "assets/search/"))]
        return sum(len(gzip.compress((self.site / path).read_bytes(), 6)) for path in ours) / 1024


def ask(page: Page, queries: list[Query]) -> Iterator[Answer]:
    """Each query through the box of an open page."""
    for query in queries:
        page.wait_for_timeout(PAUSE)
        said = page.evaluate(ASK, query.text)
        first: dict[str, Any] = said["found"][0] if said["found"] else {"text": "", "marks": []}
        places = [found["places"] for found in said["found"]]
        yield Answer(query, said["took"], places, first["text"], first["marks"], said["near"])


def cold_kilobytes(page: Page, served: Served, queries: list[Query]) -> Iterator[float]:
    """What each query loads when nothing is there yet."""
    for query in queries:
        since = len(served.asked)
        page.evaluate(COLD, query.text)
        yield served.kilobytes(since)


@dataclass(frozen=True)
class Visit:
    """Everything measured on one site."""

    answers: list[Answer]
    on_load: float
    until_first: list[float]


def visit(browser: Browser, site: Path, queries: list[Query]) -> Visit:
    """Ask all queries of a built site."""
    with Served(site) as served, browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.add_init_script(LISTEN)
        page.goto(served.address, wait_until="networkidle")
        on_load = served.kilobytes()
        answers = list(ask(page, queries))
        sensible = [query for query in queries if query.kind != NONSENSE]
        return Visit(answers, on_load, list(cold_kilobytes(page, served, sensible)))
