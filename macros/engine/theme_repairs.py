"""What the theme prints and we mend in its finished pages; an error as soon as the theme prints something else.

In Python and not in a template, because the successor's templates know neither `split` nor our Python.
"""

from __future__ import annotations

from mkdocs.exceptions import PluginError

from macros.engine.tables import with_captions

BUTTON = 'class="md-header__button md-icon"'
END_OF_HEADER = "</header>"
TOC = 'data-md-type="toc"'

#: (what the theme prints once in the header, what a screen reader and a keyboard need instead)
IN_HEADER = (
    # the search dialog has no name
    ('role="dialog"', 'role="dialog" aria-label="搜索"'),
    # a link that runs a script: forbidden by our policy, and useless without scripts
    ('href="javascript:void(0)"', 'href="#"'),
    # two labels that act as buttons
    (f'{BUTTON} for="__drawer"', f'{BUTTON} tabindex="0" title="打开导航" for="__drawer"'),
    (f'{BUTTON} for="__search"', f'{BUTTON} tabindex="0" title="打开搜索" for="__search"'),
)

#: The same for the navigation, where something need not be on every page. Landmarks must have different names, and
#: the contents stand twice: in the navigation for phones, and beside the page.
IN_NAVIGATION = (
    ('data-md-level="1" aria-labelledby=', 'data-md-level="1" aria-label="本栏目" aria-labelledby='),
    ('data-md-level="2" aria-labelledby=', 'data-md-level="2" aria-label="本类" aria-labelledby='),
    ('md-nav--secondary" aria-label="', 'md-nav--secondary" aria-label="导航里的'),
)


def repaired(html: str, name: str) -> str:
    """The page with names for its landmarks, buttons and tables; `name` is the page in an error."""
    header, end, below = html.partition(END_OF_HEADER)
    for printed, ours in IN_HEADER:
        if header.count(printed) != 1:
            raise PluginError(f"{name}：主题没有照原来的写法写出{printed}，页眉的无障碍修补接不上。")
        header = header.replace(printed, ours)
    navigation, toc, rest = below.partition(TOC)
    for printed, ours in IN_NAVIGATION:
        navigation = navigation.replace(printed, ours)
    return with_captions(f"{header}{end}{navigation}{toc}{rest}")
