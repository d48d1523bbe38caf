"""Traditional characters and what they are in simplified script, from OpenCC's table."""

from __future__ import annotations

from importlib.resources import files

BEYOND = "\U00010000"  # characters that JavaScript counts as two


def simplified_table(used: set[str]) -> str:
    """Pairs of (traditional, simplified) run together, for simplified characters that the site uses."""
    table = files("opencc").joinpath("dictionary/TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in table.splitlines() if "\t" in line)
    plain = [(old, new.split(" ")[0]) for old, new in pairs]
    wanted = [
        (new, old)
        for old, new in plain
        if new in used and old != new and len(old + new) == len("繁简") and old < BEYOND
    ]
    return "".join(old + new for new, old in sorted(wanted))
