"""How our Word papers are set: sizes, margins and fonts, official papers by GB/T 9704-2012.

Lengths are twips (1/20 pt), type sizes are half-points, as WordprocessingML has them. Fonts are only
named: an office has them, and `STAND_INS` says what to take where it has not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

MM = 1440 / 25.4
A4 = (11906, 16838)

SONG, XIAOBIAOSONG = "宋体", "方正小标宋简体"
FANGSONG, HEI, KAI = "仿宋_GB2312", "黑体", "楷体_GB2312"
LATIN = "Times New Roman"
#: font -> what to take where it is missing
STAND_INS = {XIAOBIAOSONG: "宋体", FANGSONG: "仿宋", KAI: "楷体", HEI: "SimHei", SONG: "SimSun"}


@dataclass(frozen=True)
class Layout:
    """One way of setting a paper. Margins go top, right, bottom, left."""

    body_font: str
    body: int
    line: int
    tracking: int
    title_font: str
    title: int
    title_line: int
    cell: int
    cell_line: int
    page_number: int
    margins: tuple[int, int, int, int]
    footer: int
    mirrored: bool
    landscape: bool = False

    @property
    def page(self) -> tuple[int, int]:
        """Width and height of the sheet."""
        return (A4[1], A4[0]) if self.landscape else A4

    @property
    def text_width(self) -> int:
        """From margin to margin."""
        return self.page[0] - self.margins[1] - self.margins[3]

    @property
    def text_height(self) -> int:
        """From the upper margin to the lower one."""
        return self.page[1] - self.margins[0] - self.margins[2]


# 37, 26, 35 and 28 mm of margin leave 156 mm × 225 mm for 22 lines of 28 characters. 16 pt are a quarter of
# a point too wide for 28; 580 instead of 579 twips would lose the 22nd line. The standard's character grid
# would do the same in Word, but LibreOffice doubles every cell of it.
OFFICIAL = Layout(
    body_font=FANGSONG, body=32, line=579, tracking=-5, title_font=XIAOBIAOSONG, title=44, title_line=700,
    cell=24, cell_line=400, page_number=28, margins=(2098, 1474, 1984, 1587), footer=1417, mirrored=True,
)  # fmt: skip
# tables, papers for a class, cards: more room on the sheet, smaller type
SHEET = Layout(
    body_font=SONG, body=24, line=420, tracking=0, title_font=XIAOBIAOSONG, title=36, title_line=600,
    cell=21, cell_line=360, page_number=21, margins=(1247, 1134, 1134, 1134), footer=567, mirrored=False,
)  # fmt: skip
#: kind of paper -> its layout
LAYOUTS = {"official": OFFICIAL, "sheet": SHEET, "wide": replace(SHEET, landscape=True)}
