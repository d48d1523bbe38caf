"""The theme: what we lean on in Material is still there, and every colour can be read."""

import itertools
import re
from pathlib import Path

import material
import pytest
from mkdocs.exceptions import PluginError

from macros.engine.theme_repairs import IN_HEADER, repaired

ROOT = Path(__file__).parent.parent
OVERRIDES = ROOT / "overrides"
MATERIAL = Path(material.__file__).parent / "templates"
TOKENS = (OVERRIDES / "assets/css/tokens.css").read_text(encoding="utf-8")

BACKGROUNDS = {
    "ink": ("paper", "raised", "tint", "wash", "editor-wash", "good-wash"),
    "ink-soft": ("paper", "raised", "tint"),
    "link": ("paper", "raised", "tint", "wash"),
    "on-seal": ("seal",),
    "editor": ("editor-wash",),
    "good": ("good-wash",),
}


def palette(scheme: str) -> dict[str, str]:
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\] \{{\n(.*?)\n\}}', TOKENS, re.DOTALL)
    assert block is not None, f"tokens.css has no block for {scheme}"
    return dict(re.findall(r"--xy-([\w-]+): (#[0-9a-f]{6});", block.group(1)))


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


PAIRS = [
    (scheme, text, background)
    for scheme in ("default", "slate")
    for text, backgrounds in BACKGROUNDS.items()
    for background in backgrounds
]


@pytest.mark.parametrize(("scheme", "text", "background"), PAIRS)
def test_text_stands_out_from_its_background(scheme: str, text: str, background: str) -> None:
    colours = palette(scheme)

    assert contrast(colours[text], colours[background]) >= 4.5


@pytest.mark.parametrize(("scheme", "text", "background"), PAIRS)
def test_high_contrast_is_seven_to_one(scheme: str, text: str, background: str) -> None:
    sheet = (OVERRIDES / "assets/css/ease_colours.css").read_text(encoding="utf-8")
    block = sheet.partition(f'[data-xy-contrast="high"] [data-md-color-scheme="{scheme}"] {{')[2].partition(
        "}"
    )[0]
    colours = dict(re.findall(r"--xy-([\w-]+): (#[0-9a-f]{6});", block))

    assert colours.keys() == palette(scheme).keys()
    assert contrast(colours[text], colours[background]) >= 7


def test_both_schemes_name_the_same_colours() -> None:
    assert palette("default").keys() == palette("slate").keys()


def test_a_header_that_is_printed_differently_stops_the_build() -> None:
    with pytest.raises(PluginError, match=r"index\.md.*role="):
        repaired("<header></header>", "index.md")


def test_only_the_contents_inside_the_navigation_get_another_name() -> None:
    header = "".join(["<header>", *(printed for printed, _ in IN_HEADER), "</header>"])
    toc = '<nav class="md-nav md-nav--secondary" aria-label="本页目录">'

    assert (
        repaired(f'{header}{toc}data-md-type="toc"{toc}', "a.md").count('aria-label="导航里的本页目录"') == 1
    )


def test_every_local_asset_of_the_configuration_exists() -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    named = re.findall(r"assets/\S+\.(?:css|js|svg)", config)

    assert len(named) >= 6
    assert [path for path in named if not (OVERRIDES / path).is_file()] == []


def test_no_style_sheet_or_script_names_another_host() -> None:
    assets = itertools.chain(OVERRIDES.rglob("*.css"), OVERRIDES.rglob("*.js"), OVERRIDES.rglob("*.html"))

    names = re.compile(
        r"https?://(?!schemas\.openxmlformats\.org\b)|//cdn"
    )  # the name of a format, never visited

    assert [path.name for path in assets if names.search(path.read_text())] == []
