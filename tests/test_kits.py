"""Mock consultations: complete, honest about what they are, and silent about the players' secrets."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from macros.library import load
from macros.office.same_bytes import unzipped
from macros.training.kits import kit_products
from macros.views import VIEWS, Context
from macros.views.kit import NOTICE, PAPERS

if TYPE_CHECKING:
    from macros.models import Kit

LIBRARY, _ = load(Path(__file__).parent.parent)
CONTEXT = Context(LIBRARY, "../../../")
PRODUCTS = {Path(product.path).stem: product for product in kit_products(LIBRARY, str)}
ZIPS = {key: product.make() for key, product in PRODUCTS.items()}
OPEN_TO_ALL = ("观察员记录表", "评分表", "成果单", "案例背景")


def papers(key: str) -> dict[str, bytes]:
    """Name of the paper -> its bytes."""
    return {name[2:].removesuffix(".docx"): data for name, data in unzipped(ZIPS[key]).items()}


def text(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    return "\n".join(element.text or "" for element in document.element.iter() if element.tag.endswith("}t"))


def secrets(kit: Kit) -> list[str]:
    return [said for role in kit.roles for said in (role.goal, role.bottom_line, *role.knows)]


def test_there_are_enough_kits_and_they_exercise_different_methods():
    """At least five, on cases of the library."""
    assert len(LIBRARY.kits) >= 5
    assert len({kit.method for kit in LIBRARY.kits.values()}) == len(LIBRARY.kits)


@pytest.mark.parametrize("key", LIBRARY.kits)
def test_every_paper_is_there_and_says_what_it_is(key: str):
    """Nobody takes the exercise for the case."""
    found = papers(key)

    assert list(found) == list(PAPERS)
    assert [name for name, data in found.items() if NOTICE not in text(data)] == []


@pytest.mark.parametrize("key", LIBRARY.kits)
def test_the_papers_are_sound_and_the_same_twice(key: str, tmp_path: Path):
    """Open XML without a finding, identical bytes."""
    for name, data in papers(key).items():
        (tmp_path / f"{name}.docx").write_bytes(data)

    assert [e for file in tmp_path.iterdir() for e in OpenXmlValidator().validate(file).errors] == []
    assert PRODUCTS[key].make() == ZIPS[key]


@pytest.mark.parametrize("key", LIBRARY.kits)
def test_only_cards_and_manual_hold_the_secrets(key: str):
    """What is handed to everybody gives nothing away."""
    found, kit = {name: text(data) for name, data in papers(key).items()}, LIBRARY.kits[key]

    assert [said for said in secrets(kit) if said not in found["角色卡"]] == []
    assert [said for said in secrets(kit) for name in OPEN_TO_ALL if said in found[name]] == []


@pytest.mark.parametrize("key", LIBRARY.kits)
def test_on_the_web_the_secrets_are_folded(key: str):
    """The page may be projected: outside <details> there is no goal and no bottom line."""
    html = str(VIEWS["kit_roles"](CONTEXT, key))
    unfolded = re.sub(r"<details.*?</details>", "", html, flags=re.DOTALL)

    assert [said for said in secrets(LIBRARY.kits[key]) if said not in html] == []
    assert [said for said in secrets(LIBRARY.kits[key]) if said in unfolded] == []


@pytest.mark.parametrize("key", LIBRARY.kits)
def test_what_is_real_has_its_source(key: str):
    """Every fact is cited, everything else stands in a block of the editors."""
    html = str(VIEWS["kit_background"](CONTEXT, key))

    assert html.count("xy-cite") == len(LIBRARY.kits[key].real)
    assert NOTICE in html
