"""The parts of a method page, each a fragment of HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.choosing.fields import strength
from macros.library.grouping import grouped
from macros.models.values import Basis
from macros.views.context import found
from macros.views.rendering import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from macros.models.method import Method
    from macros.models.values import Statement
    from macros.views.context import Context


def _method(context: Context, key: str) -> Method:
    return found(context.library.methods, key, "方法")


def method_card(context: Context, key: str) -> Markup:
    """One line, kind, levels, rhythm, aliases, strength of sources, number of cases."""
    method = _method(context, key)
    return render(
        "method_card",
        context=context,
        method=method,
        category=context.library.category_names[method.category],
        strength=strength(context.library, method),
        case_count=len(context.library.cases_of(key)),
        public=context.library.is_from_public_pages(method),
        in_calendar=key in context.library.methods_of_the_year,
    )


def method_summary(context: Context, key: str) -> Markup:
    """What it is and who uses it."""
    return render("method_summary", method=_method(context, key))


def _voices(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    """What the sources say, and what the editors add, apart."""
    return {
        "told": [said for said in statements if said.basis is Basis.SOURCE],
        "advised": [said for said in statements if said.basis is Basis.EDITOR],
    }


def when_to_use(context: Context, key: str) -> Markup:
    """When to use it and when not."""
    method = _method(context, key)
    groups = [("何时用", _voices(method.when)), ("何时不用", _voices(method.when_not))]
    return render("statements", context=context, groups=groups)


def uptake(context: Context, key: str) -> Markup:
    """To whom the results go and who is told."""
    return render(
        "statements",
        context=context,
        groups=[("成果去哪里、向谁反馈", _voices(_method(context, key).uptake))],
    )


def measures(context: Context, key: str) -> Markup:
    """How one knows that it was done well."""
    return render(
        "statements", context=context, groups=[("怎么知道做好了", _voices(_method(context, key).measures))]
    )


def steps(context: Context, key: str) -> Markup:
    """The steps in order: the source's words plain, the editors' in their block."""
    method = _method(context, key)
    bare = sum(1 for step in method.steps if step.basis is Basis.SOURCE and not any(step.told()))
    forms = grouped((step, form) for step, form in context.library.forms_of(key) if step)
    return render("steps", context=context, method=method, bare=bare, forms=forms)


def parts(context: Context, key: str) -> Markup:
    """The components, glosses marked as the editors'."""
    return render("parts", context=context, method=_method(context, key))


def roles(context: Context, key: str) -> Markup:
    """Who does what."""
    return render("roles", context=context, method=_method(context, key), label="谁做什么")


def slips(context: Context, key: str) -> Markup:
    """How it goes wrong, and what helps."""
    return render("slips", context=context, method=_method(context, key))


def outputs(context: Context, key: str) -> Markup:
    """What must be handed over, and the forms for it."""
    steps = grouped((form.id, step) for step, form in context.library.forms_of(key))
    forms = [(context.library.forms[form], [step for step in named if step]) for form, named in steps.items()]
    return render("outputs", context=context, method=_method(context, key), forms=forms)


def documents(context: Context, key: str) -> Markup:
    """The rules it rests on, each with its state."""
    rules = [context.library.documents[item] for item in _method(context, key).documents]
    return render("documents", context=context, rules=rules)


def variants(context: Context, key: str) -> Markup:
    """The same device elsewhere."""
    return render("variants", context=context, method=_method(context, key))


def facts(context: Context, key: str) -> Markup:
    """What public pages add, each with its source."""
    return render("facts", context=context, method=_method(context, key))


def training(context: Context, key: str) -> Markup:
    """Objectives, points and exercises, always the editors'."""
    return render("training", context=context, method=_method(context, key))


def confusables(context: Context, key: str) -> Markup:
    """Same name, different thing."""
    return render(
        "confusables", context=context, items=context.library.confusables_of(_method(context, key).id)
    )


RELATIONS = {
    "before": "通常先做",
    "after": "通常接着做",
    "instead": "情形不合时改用",
    "part_of": "它属于",
    "related": "相关",
}


def related(context: Context, key: str) -> Markup:
    """Neighbours: before, after, instead, part of, related; and what belongs to it, computed."""
    method = _method(context, key)
    known = context.library.methods
    groups = [(label, [known[item] for item in getattr(method, name)]) for name, label in RELATIONS.items()]
    owned = [other for other in known.values() if key in other.part_of]
    return render("related", context=context, groups=[*groups, ("它包括", owned)])


#: What a reader looks for in any method; told as a gap when no source gives it.
WANTED = {"rhythm": "多久一次", "roles": "谁做什么", "outputs": "交付物", "documents": "依据的文件"}


def gaps(context: Context, key: str) -> Markup:
    """What the sources leave open: as the editors noted it, and as the empty fields show."""
    method = _method(context, key)
    missing = [label for name, label in WANTED.items() if not getattr(method, name)]
    if not any(step.within for step in method.steps):
        missing.append("各步时限")
    return render("gaps", gaps=method.gaps, missing=missing)


def sources(context: Context, key: str) -> Markup:
    """Where everything on the page comes from."""
    return source_list(context, _method(context, key).sources)


def source_list(context: Context, citations: Sequence[object]) -> Markup:
    """A numbered list of citations; only addresses that may be linked are linked."""
    return render("source_list", context=context, citations=citations)


def cite(context: Context, key: str, where: str = "") -> Markup:
    """A small link to a source, to stand after a claim."""
    return render("cite", context=context, source=found(context.library.sources, key, "来源"), where=where)
