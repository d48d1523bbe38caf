"""What machines read, put into the finished pages and beside them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from macros.library.cache import of_this_build
from macros.publishing.changing import Repository, with_changing
from macros.publishing.citing import with_citation
from macros.publishing.facts import page_facts
from macros.publishing.head import Identity, Page, page_of, with_head_tags
from macros.publishing.lists import feed, llms, sitemap
from macros.publishing.policy import policy_allowing
from macros.publishing.servers import headers_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from macros.engine.built import Built

INDEX = "index.html"


def _identity(config: MkDocsConfig) -> Identity:
    """Who publishes the site; `extra.government` may stay away."""
    government: dict[str, object] = config.extra.get("government") or {}
    told = {key: str(value) for key, value in government.items()}
    return Identity(config.site_name, config.site_url or "", told)


def _repository(config: MkDocsConfig) -> Repository | None:
    """Where the records are kept; `extra.repository` may stay away."""
    told: dict[str, object] = config.extra.get("repository") or {}
    return Repository(**{key: str(value) for key, value in told.items()}) if told else None


def with_tags(html: str, address: str, config: MkDocsConfig) -> str:
    """A finished page with its tags, and with the words by which it is cited and the links by which it is changed."""
    library = of_this_build(Path(config.config_file_path).parent)
    facts, identity = page_facts(library, address), _identity(config)
    tagged = with_head_tags(html, address, facts, identity)
    cited = with_citation(tagged, page_of(html, address), facts, identity)
    return with_changing(cited, address, library, _repository(config))


def write_lists(config: MkDocsConfig, built: Built) -> None:
    """The map, the list for programs, the feed; the theme's own map has the day of the build in it."""
    root, site, identity = Path(config.config_file_path).parent, built.site, _identity(config)
    library = of_this_build(root)
    pages, scripts = _told_by(built)
    facts = {page.address: page_facts(library, page.address) for page in pages}
    listed = {address: known for address, known in facts.items() if not known.is_gone}
    texts = {
        "sitemap.xml": sitemap(listed, identity),
        "llms.txt": llms(
            [page for page in pages if page.address in listed], identity, config.site_description or ""
        ),
        "_headers": headers_file(policy_allowing(scripts)),
        "feed.xml": feed(library.editions, identity),
    }
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
    for name, text in texts.items():
        if text:
            (site / name).write_text(text, encoding="utf-8", newline="\n")


def _told_by(built: Built) -> tuple[list[Page], set[str]]:
    """What the finished pages say of themselves, by their addresses, and the scripts in all of them."""
    found = {path: built.about(path) for path in sorted(built.html_files())}
    scripts = {script for told in found.values() for script in told.scripts}
    pages = [
        Page(path.removesuffix(INDEX), told.title, told.description)
        for path, told in found.items()
        if path.endswith(f"/{INDEX}") or path == INDEX
    ]
    return sorted(pages, key=lambda page: page.address), scripts
