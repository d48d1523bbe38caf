"""A deck to project: one HTML file beside what all decks share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.training.slide_html import html

if TYPE_CHECKING:
    from macros.office.slides import Slide
    from macros.training.lesson import Lesson

SHARED = "../reveal/"
PAGE = Markup("""<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}（课件） - 协商有方</title>
<meta name="description" content="{description}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{shared}reveal.css">
<link rel="stylesheet" href="{shared}deck.css">
</head>
<body>
<div class="reveal"><div class="slides">
{slides}
</div></div>
<script src="{shared}reveal.js"></script>
<script src="{shared}notes.js"></script>
<script src="{shared}deck.js"></script>
</body>
</html>
""")
TITLE = Markup("""<section class="xy-title" data-timing="0">
<h1>{title}</h1>
<p class="xy-under">{under}</p>
<div class="xy-tools">
<button type="button" data-xy-does="notes">讲稿（S）</button>
<button type="button" data-xy-does="full">全屏（F）</button>
<button type="button" data-xy-does="overview">总览（O）</button>
<button type="button" data-xy-does="print">打印</button>
</div>
<aside class="notes">{notes}</aside>
</section>""")
SLIDE = Markup("""<section class="xy-{kind}" data-timing="{seconds}">
<h2>{mode}{title}</h2>
<div class="xy-body xy-size-{size}">
{body}
</div>
<aside class="notes">{notes}</aside>
</section>""")


def _slide(slide: Slide) -> Markup:
    notes = html(slide.notes)
    if slide.kind == "title":
        return TITLE.format(title=slide.title, under=slide.under, notes=notes)
    mode = Markup('<span class="xy-mode">{}</span>').format(slide.mode) if slide.mode else ""
    return SLIDE.format(
        kind=slide.kind,
        seconds=slide.seconds,
        title=slide.title,
        mode=mode,
        size=slide.size,
        body=html(slide.blocks),
        notes=notes,
    )


def deck_html(lesson: Lesson) -> str:
    """The deck's only page of its own."""
    slides = Markup("\n").join(map(_slide, lesson.slides))
    return str(
        PAGE.format(title=lesson.title, description=f"{lesson.title}的课件", shared=SHARED, slides=slides)
    )
