"""What machines read, put into the finished pages and beside them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from macros.library.cache import of_this_build
from macros.publishing.changing import Repository, with_changing
from macros.publishing.citing import with_citation
from macros.publishing.facts import page_facts
from macros.publishing.head import Identity, page_of, with_head_tags
from macros.publishing.lists import feed, llms, sitemap
from macros.publishing.policy import content_security_policy
from macros.publishing.servers import headers_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


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


def write_lists(config: MkDocsConfig) -> None:
    """The map, the list for programs, the feed; the theme's own map has the day of the build in it."""
    root, site, identity = Path(config.config_file_path).parent, Path(config.site_dir), _identity(config)
    library = of_this_build(root)
    files = sorted(site.rglob("index.html"))
    addresses = {file: _address(file, site) for file in files}
    facts = {address: page_facts(library, address) for address in addresses.values()}
    listed = {address: known for address, known in facts.items() if not known.is_gone}
    pages = [page_of(_head(file), address) for file, address in addresses.items() if address in listed]
    texts = {
        "sitemap.xml": sitemap(listed, identity),
        "llms.txt": llms(pages, identity, config.site_description or ""),
        "_headers": headers_file(content_security_policy(map(_text, sorted(site.rglob("*.html"))))),
        "feed.xml": feed(library.editions, identity),
    }
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
    for name, text in texts.items():
        if text:
            (site / name).write_text(text, encoding="utf-8", newline="\n")


def _address(file: Path, site: Path) -> str:
    folder = file.parent.relative_to(site).as_posix()
    return "" if folder == "." else f"{folder}/"


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _head(file: Path) -> str:
    """Only the head of a page is wanted."""
    return _text(file).partition("</head>")[0]
