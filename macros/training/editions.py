"""The editions of a lesson on paper, from its built page: the learner's without answers, the trainer's with times.

They use the site's own style sheets, so they look like it, and carry no script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import html as lxml_html
from markupsafe import Markup

if TYPE_CHECKING:
    from macros.training.lesson import Lesson

ARTICLE = '//article[contains(@class, "md-content__inner")]'
HAS = 'contains(concat(" ", normalize-space(@class), " "), " {} ")'
#: what paper has no use for
SCREEN_ONLY = ("headerlink", "xy-crumb", "xy-downloads")
#: what a learner must not see, not even in the source of the page
TRAINERS_ONLY = ("teacher", "answer")
LINES = 6  # to write on, after each exercise
WRITING = '<div class="xy-write" aria-label="作答处" role="note">{}</div>'

PAGE = Markup("""<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}（{edition}） - 协商有方</title>
<meta name="description" content="{description}">
<link rel="icon" href="../../assets/seal.svg">
{styles}
<link rel="stylesheet" href="../../assets/css/editions.css">
</head>
<body dir="ltr" data-md-color-scheme="default" data-md-color-primary="custom" data-md-color-accent="custom">
<main class="xy-edition md-typeset">
<p class="xy-edition__head"><span>{course}</span><span>{edition}</span></p>
{body}
<p class="xy-edition__foot">协商有方。步骤、角色和案例出自方法库和案例库；练习、讲法和答案是编者编的，属编者建议。</p>
</main>
</body>
</html>
""")
PERSON = Markup('<p class="xy-edition__person"><span>姓名：</span><span>单位：</span><span>日期：</span></p>')
TIMES = Markup(
    '<table class="xy-table xy-times"><thead><tr><th>起止</th><th>小节</th><th>形式</th><th>分钟</th><th>实际</th></tr>'
    "</thead><tbody>{}</tbody></table>"
)
TIME = Markup("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td></td></tr>")
MARGIN = '<div class="xy-run__time"><b>{start}</b><span>{mode}</span><span>{minutes}分钟</span></div>'

Element = Any  # lxml's own stubs know too little


def clock(minutes: int) -> str:
    """Minutes from the beginning as 「0:05」."""
    return f"{minutes // 60}:{minutes % 60:02}"


def _with_class(tree: Element, name: str) -> list[Element]:
    found: list[Element] = tree.xpath(f".//*[{HAS.format(name)}]")
    return found


def _without(tree: Element, names: tuple[str, ...]) -> None:
    for name in names:
        for part in _with_class(tree, name):
            if part.getparent() is not None:
                part.drop_tree()


def _opened(tree: Element) -> None:
    """Nothing stays folded: on paper nobody can click."""
    for fold in tree.xpath(".//details"):
        fold.set("open", "")


def _article(html: str) -> tuple[Element, Markup]:
    """The page's article, and the links to its style sheets."""
    tree: Element = lxml_html.document_fromstring(html)
    sheets = [link.get("href") for link in tree.xpath('//head/link[@rel="stylesheet"]')]
    links = Markup("\n").join(Markup('<link rel="stylesheet" href="{}">').format(href) for href in sheets)
    [article] = tree.xpath(ARTICLE)
    _without(article, SCREEN_ONLY)
    _opened(article)
    return article, links


def _text(article: Element) -> Markup:
    """What the article holds; it has passed the guard of the build."""
    return Markup(  # noqa: S704 (the built page itself)
        "\n".join(lxml_html.tostring(child, encoding="unicode").strip() for child in article)
    )


def _page(lesson: Lesson, edition: str, styles: Markup, body: Markup) -> str:
    return str(
        PAGE.format(
            title=lesson.title,
            edition=edition,
            description=f"{lesson.title}，{edition}",
            course=lesson.course,
            styles=styles,
            body=body,
        )
    )


def learners_html(lesson: Lesson, html: str) -> str:
    """The learner's edition: tasks with room to write, no answer and no word to the trainer anywhere in the file."""
    article, styles = _article(html)
    _without(article, TRAINERS_ONLY)
    writing = WRITING.format("<div></div>" * LINES)
    for box in _with_class(article, "exercise"):
        box.append(lxml_html.fragment_fromstring(writing))
    heading = article.find(".//h1")
    heading.addnext(lxml_html.fragment_fromstring(str(PERSON)))
    return _page(lesson, "学员版", styles, _text(article))


def trainers_html(lesson: Lesson, html: str) -> str:
    """The trainer's edition: a timetable, the clock beside each part, script and answers."""
    article, styles = _article(html)
    rows, start = [], 0
    for heading in article.xpath("./h2"):
        minutes, mode = int(heading.get("data-min") or 0), heading.get("data-mode") or ""
        span = f"{clock(start)}\u2013{clock(start + minutes)}"
        rows.append(TIME.format(span, heading.text_content().strip(), mode, minutes))
        _beside(heading, MARGIN.format(start=clock(start), mode=mode, minutes=minutes))
        start += minutes
    table = lxml_html.fragment_fromstring(str(TIMES.format(Markup("").join(rows))))
    first = article.find("./section")
    if first is not None:
        first.addprevious(table)
    return _page(lesson, "讲师版", styles, _text(article))


def _beside(heading: Element, margin: str) -> None:
    """Put a part into a section with its time in the margin."""
    section = lxml_html.fragment_fromstring('<section class="xy-run"></section>')
    inside = lxml_html.fragment_fromstring('<div class="xy-run__body"></div>')
    following = []
    for sibling in heading.itersiblings():
        if sibling.tag in {"h2", "section"}:
            break
        following.append(sibling)
    heading.addprevious(section)
    section.append(lxml_html.fragment_fromstring(margin))
    section.append(inside)
    for part in (heading, *following):
        inside.append(part)
