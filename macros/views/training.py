"""What lessons show: their card, and tables of steps, roles and cases short enough for a slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.models.steps import Step
from macros.views.case import printed, when
from macros.views.context import found
from macros.views.rendering import render

if TYPE_CHECKING:
    from markupsafe import Markup

    from macros.views.context import Context

#: what can be taken away of a lesson (macros/training/lesson_files.py makes it)
FILES = (
    ("放映课件", "files/decks/{}/"),
    ("PowerPoint课件", "files/decks/{}.pptx"),
    ("学员版", "training/{}/learner.html"),
    ("学员讲义（Word）", "files/handouts/{}.docx"),
    ("讲师版", "training/{}/trainer.html"),
    ("整套（zip）", "files/decks/{}.zip"),
)
#: details of a step that a slide has room for
ON_SLIDE = ("who", "within", "output")


def lesson_card(context: Context, key: str) -> Markup:
    """What a lesson is for: objectives, points, opening questions, minutes, methods and cases. All the editors'."""
    page = found(context.library.lessons, key, "课时")
    courses = [course for course in context.library.courses.values() if key in course.lessons]
    files = [(label, path.format(key)) for label, path in FILES]
    return render("lesson_card", context=context, lesson=page.lesson, courses=courses, files=files)


def course_index(context: Context) -> Markup:
    """Every course with its lessons and their minutes."""
    lessons = {key: page for key, page in context.library.lessons.items() if page.lesson}
    courses = [
        (
            course,
            sum(page.lesson.minutes for key in course.lessons if (page := lessons.get(key)) and page.lesson),
        )
        for course in context.library.courses.values()
    ]
    return render("course_index", context=context, lessons=lessons, courses=courses)


def step_table(context: Context, key: str) -> Markup:
    """The steps with who, within and output as told; a column of which nothing is told becomes a sentence."""
    method = found(context.library.methods, key, "方法")
    told = {
        name: Step.label_of(name) for name in ON_SLIDE if any(getattr(step, name) for step in method.steps)
    }
    untold = [Step.label_of(name) for name in ON_SLIDE if name not in told]
    return render("step_table", context=context, method=method, columns=told, untold=untold)


def role_table(context: Context, key: str) -> Markup:
    """Who does what."""
    method = found(context.library.methods, key, "方法")
    return render("roles", context=context, method=method, label=f"{method.name}：谁做什么")


def case_brief(context: Context, key: str) -> Markup:
    """A case in a few lines: where, when, what, the result and the figures as printed."""
    case = found(context.library.cases, key, "案例")
    return render(
        "case_brief",
        context=context,
        case=case,
        place=context.library.places[case.place],
        when=when(case.date),
        figures=[(figure, printed(figure)) for figure in case.figures],
    )
