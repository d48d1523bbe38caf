"""The styles, settings and fonts of a paper, as the three parts of its package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.office.word_layout import HEI, KAI, LATIN, SONG, STAND_INS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.office.word_layout import Layout

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
COMPATIBILITY = "http://schemas.microsoft.com/office/word"


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{name}" w:cs="{LATIN}" w:hint="eastAsia"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _lines(twips: int, before: int = 0, after: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{twips}" w:lineRule="exact"/>'


def _indent(size: int) -> str:
    """Two characters: Word counts them, others read the twips."""
    return f'<w:ind w:firstLineChars="200" w:firstLine="{size * 20}"/>'


def _style(  # noqa: PLR0913 (the parts of a style)
    kind: str,
    key: str,
    name: str,
    *,
    based: str = "Normal",
    paragraph: str = "",
    run: str = "",
    next_: str = "",
) -> str:
    base = f'<w:basedOn w:val="{based}"/>' if kind == "paragraph" else ""
    follower = f'<w:next w:val="{next_}"/>' if next_ else ""
    ppr = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    rpr = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/>{base}{follower}'
        f"<w:qFormat/>{ppr}{rpr}</w:style>"
    ).replace(' w:customStyle="1"', "" if name[0].islower() or name == "Title" else ' w:customStyle="1"')


def _paragraph_styles(layout: Layout) -> Iterator[str]:
    own = {"kind": "paragraph"}
    yield _style(
        **own, key="Title", name="Title", next_="Normal", run=_fonts(layout.title_font) + _size(layout.title),
        paragraph=f'<w:keepNext/>{_lines(layout.title_line)}<w:jc w:val="center"/>',
    )  # fmt: skip
    yield _style(
        **own,
        key="Under",
        name="题下",
        paragraph=f'{_lines(layout.line)}<w:jc w:val="center"/>',
        run=_fonts(KAI),
    )
    for level, font in enumerate((HEI, KAI, layout.body_font), 1):
        yield _style(
            **own, key=f"Heading{level}", name=f"heading {level}", next_="Body", run=_fonts(font),
            paragraph=f'<w:keepNext/>{_indent(layout.body) if layout.mirrored else ""}<w:outlineLvl w:val="{level - 1}"/>',
        )  # fmt: skip
    yield _style(**own, key="Body", name="正文段落", paragraph=_indent(layout.body))
    box = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="7F7F7F"/>'
        for side in ("top", "left", "bottom", "right")
    )
    yield _style(
        **own, key="EditorBlock", name="编者的话", run=_fonts(KAI) + _size(layout.cell + 4),
        paragraph=f'<w:pBdr>{box}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>{_lines(layout.cell_line + 40)}<w:ind w:left="113" w:right="113"/>',
    )  # fmt: skip
    yield _style(**own, key="Small", name="小字", run=_size(layout.cell), paragraph=_lines(layout.cell_line))
    cell = f'<w:snapToGrid w:val="0"/>{_lines(layout.cell_line, 30, 30)}'
    yield _style(
        **own, key="Cell", name="表格文字", paragraph=f'{cell}<w:jc w:val="left"/>', run=_size(layout.cell)
    )
    yield _style(
        **own,
        key="CellHead",
        name="表格栏名",
        based="Cell",
        paragraph='<w:jc w:val="center"/>',
        run=_fonts(HEI),
    )
    yield _style(
        **own, key="CardHead", name="卡片题名", based="Cell", run=_fonts(HEI) + _size(layout.cell + 6),
        paragraph=_lines(layout.cell_line + 80, 120, 120),
    )  # fmt: skip
    yield _style(
        **own, key="Plate", name="席卡", run=_fonts(layout.title_font) + _size(200),
        paragraph='<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
    )  # fmt: skip
    yield _style(
        **own,
        key="Hint",
        name="填写提示",
        based="Cell",
        run=f'{_fonts(KAI)}<w:color w:val="595959"/>{_size(layout.cell - 3)}',
    )
    yield _style(
        **own, key="Caption", name="caption", paragraph=f'<w:keepNext/>{_lines(layout.line)}<w:jc w:val="center"/>',
        run=_fonts(HEI) + _size(layout.cell + 4),
    )  # fmt: skip
    yield _style(
        **own, key="Footer", name="footer", run=_fonts(SONG) + _size(layout.page_number),
        paragraph='<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>',
    )  # fmt: skip


def _character_styles() -> Iterator[str]:
    own = {"kind": "character"}
    yield _style(**own, key="Strong", name="强调", run="<w:b/><w:bCs/>")
    yield _style(
        **own,
        key="Editor",
        name="编者标记",
        run=f'{_fonts(HEI)}<w:bdr w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>',
    )
    yield _style(**own, key="Masked", name="脱敏", run='<w:u w:val="dotted"/>')
    yield _style(**own, key="Source", name="出处", run=f'{_fonts(KAI)}<w:color w:val="595959"/>')


def styles(layout: Layout) -> str:
    """word/styles.xml."""
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>'
        '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'{_lines(layout.line)}<w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultFont"><w:name w:val="Default Paragraph Font"/>'
        "<w:semiHidden/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" '
        'w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        "</w:style>"
    )
    tracking = f'<w:spacing w:val="{layout.tracking}"/>' if layout.tracking else ""
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(layout.body_font)}{tracking}{_size(layout.body)}{LANGUAGE}</w:rPr>"
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    own = "".join((*_paragraph_styles(layout), *_character_styles()))
    return f"{HEAD}<w:styles {NAMESPACE}>{defaults}{normal}{own}</w:styles>"


def settings(layout: Layout) -> str:
    """word/settings.xml: the mode of Word 2013 and later, and Chinese line breaking as the grid wants it."""
    mirrored = "<w:evenAndOddHeaders/>" if layout.mirrored else ""
    modes = {
        "compatibilityMode": 15, "overrideTableStyleFontSizeAndJustification": 1, "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1, "differentiateMultirowTableHeaders": 1,
    }  # fmt: skip
    told = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{COMPATIBILITY}" w:val="{value}"/>'
        for name, value in modes.items()
    )
    return (
        f'{HEAD}<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        f'<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/>{mirrored}'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:spaceForUL/>'
        "<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
        f"<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>{told}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def fonts() -> str:
    """word/fontTable.xml: what to take where an office's fonts are missing."""
    own = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="auto"/>'
        '<w:pitch w:val="default"/></w:font>'
        for name, other in STAND_INS.items()
    )
    return f"{HEAD}<w:fonts {NAMESPACE}>{own}</w:fonts>"
