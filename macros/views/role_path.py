"""A role's way through the site as a list to tick off; the trainer's desk, where a programme is put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.views.context import found
from macros.views.rendering import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from macros.models.role_path import PathStep
    from macros.views.context import Context

#: kind of target -> its name as people read it, how to find its title, and its address
SHOWN: dict[str, tuple[str, Callable[[Context, str], str], Callable[[Context, str], str]]] = {
    "lesson": ("课", lambda c, key: c.library.lessons[key].title, lambda c, key: c.page(f"training/{key}/")),
    "method": ("方法", lambda c, key: c.library.methods[key].name, lambda c, key: c.method(key)),
    "quiz": (
        "测验",
        lambda c, key: c.library.quizzes[key].title,
        lambda c, key: c.page(f"training/quizzes/{key}/"),
    ),
    "kit": (
        "模拟协商",
        lambda c, key: c.library.kits[key].title,
        lambda c, key: c.page(f"training/kits/{key}/"),
    ),
    "form": ("表单", lambda c, key: c.library.forms[key].title, lambda c, key: c.page(f"forms/{key}/")),
}


def role_path(context: Context, key: str) -> Markup:
    """The steps with what to do and how to tell that it is done; kept in the browser, printable as a record."""
    path = found(context.library.role_paths, key, "自学清单")
    steps = [(step, *_shown(context, step)) for step in path.steps]
    return render("role_path", path=path, steps=steps)


def _shown(context: Context, step: PathStep) -> tuple[str, str, str]:
    """(kind, title, address) of a step's target."""
    kind, key = step.target
    if kind == "page":
        return "页面", step.name or key, context.page(key)
    label, title, address = SHOWN[kind]
    return label, title(context, key), address(context, key)


def trainers_desk(context: Context) -> Markup:
    """Every lesson with its course, minutes, methods and files, for the script to choose from and for people to read."""
    library = context.library
    rows = [
        (key, library.lessons[key], course)
        for course in library.courses.values()
        for key in course.lessons
        if key in library.lessons
    ]
    taught = {method: None for _, page, _ in rows if page.lesson for method in page.lesson.methods}
    methods = {key: library.methods[key].name for key in taught if key in library.methods}
    return render("trainers_desk", context=context, rows=rows, courses=library.courses, methods=methods)
