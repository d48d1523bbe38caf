"""Rules about hand-written pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.checks.page_calls import calls_in
from macros.checks.references import KIND_NAMES, meant
from macros.models import KINDS
from macros.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.checks.scope import Scope

FOLDER = "docs/methods/"
ADDRESS = re.compile(r"(?:[Hh][Tt][Tt][Pp][Ss]?:)?//[^\s<>()\[\]\"'\u3000-\uffef\u201c\u201d]+")

#: kind -> macros whose first argument is the id of such a record
MACROS_ABOUT = {
    "methods": (
        "method_card method_summary when_to_use steps parts roles slips outputs documents variants uptake measures "
        "training confusables related gaps facts sources case_table glossary_entry glossary_brief step_table role_table reports"
    ),
    "cases": "case_card case_story case_figures case_lessons case_gaps case_sources case_chain case_brief",
    "sources": "cite",
    "categories": "category_index",
    "terms": "term_entry",
    "confusables": "confusable_entry",
    "documents": "document_entry",
    "processes": "process_flow process_stage",
    "comparisons": "comparison_table",
    "retired": "moved_link",
    "role_paths": "role_path",
    "charts": "chart",
    "lessons": "lesson_card",
    "session_plans": "plan_card plan_day",
    "year_plans": "year_plan",
    "lead_times": "lead_time",
    "kits": "kit_card kit_brief kit_roles kit_agenda kit_turns kit_scoring kit_debrief kit_background",
    "quizzes": "quiz",
    "forms": "form_card form_preview form_told form_fill",
}
NAMES_A = {macro: kind for kind, macros in MACROS_ABOUT.items() for macro in macros.split()}


def method_pages_stand_in_their_place(scope: Scope) -> Iterator[Problem]:
    """方法的页面放在docs/methods，文件名和抬头里的method都是方法编号；词条没有自己的页面。"""
    for path, head in scope.heads.items():
        method = head.document.data.get("method") if isinstance(head.document.data, dict) else None
        if method is None and not path.startswith(FOLDER):
            continue
        place = head.document.place(("method",))
        if method is None:
            yield Problem(path, *place, "方法页的抬头里缺少method。", "加一行“method: 方法编号”。")
        elif path != f"{FOLDER}{method}.md":
            hint = f"把文件放到{FOLDER}{method}.md，或者改method。"
            yield Problem(path, *place, f"这一页写的是方法“{method}”，文件却是{path}。", hint)
        elif method in scope.library.methods and scope.library.methods[method].rank == "entry":
            hint = f"把data/methods/{method}.yml里的rank改成standard或core，或者删掉这一页。"
            yield Problem(path, *place, f"“{method}”是词条，收在术语表里，没有自己的页面。", hint)


def titles_of_pages_are_unique(scope: Scope) -> Iterator[Problem]:
    """每一页的标题都不相同。"""
    first: dict[str, str] = {}
    for path, head in scope.heads.items():
        title = head.document.data.get("title") if isinstance(head.document.data, dict) else None
        owner = first.setdefault(str(title), path)
        if title and owner != path:
            said = f"「标题（title）」“{title}”和{owner}相同。"
            yield Problem(path, *head.document.place(("title",)), said, "改一个能互相区别的标题。")


def calls_name_records_that_exist(scope: Scope) -> Iterator[Problem]:
    """页面里调用的方法、来源、案例都要存在；方法页只调用自己的内容。"""
    for body in scope.bodies:
        own = body.path.removeprefix(FOLDER).removesuffix(".md") if body.path.startswith(FOLDER) else None
        for line, name, arguments in calls_in(body.text):
            kind, *rest = NAMES_A.get(name), *map(str, arguments)
            said, hint = _fault_of_call(scope, name, kind, rest, own) if kind and rest else ("", "")
            if said:
                text = body.text.split("\n")[line - 1]
                column = max(text.find(name), 0) + 1
                yield Problem(body.path, line + body.first_line - 1, column, said, hint)


def _fault_of_call(
    scope: Scope, name: str, kind: str, arguments: list[str], own: str | None
) -> tuple[str, str]:
    """(message, hint) about one call, or two empty texts."""
    known, key = scope.known[kind], arguments[0]
    if key not in known:
        hint = meant(key, known) or (
            f"写data/{kind}里的文件名。" if kind in KINDS else f"可以写的有：{'、'.join(known)}。"
        )
        return f"{name}里写的“{key}”，没有这个编号的{KIND_NAMES[kind]}。", hint
    if kind == "methods" and own is not None and key != own:
        hint = f"改成“{own}”；要提到别的方法，写链接。"
        return f"这一页是方法“{own}”，{name}却调用了“{key}”。", hint
    return _fault_of_stage(scope, key, arguments[1:]) if name == "process_stage" else ("", "")


def _fault_of_stage(scope: Scope, key: str, arguments: list[str]) -> tuple[str, str]:
    """A stage is named, as in the record of its process."""
    process = scope.library.processes.get(key)
    stages = [stage.name for stage in process.stages] if process else []
    if not stages or not arguments or arguments[0] in stages:
        return "", ""
    return f"流程“{key}”里没有“{arguments[0]}”这个阶段。", f"可以写的有：{'、'.join(stages)}。"


def pages_link_only_to_open_sources(scope: Scope) -> Iterator[Problem]:
    """页面里的外部网址，只能是可以链接的来源的网址；转载页只引用，不链接。"""
    sources = scope.library.sources.values()
    open_urls = {source.url for source in sources if source.url and source.link_ok}
    closed = {source.url: source.id for source in sources if source.url and not source.link_ok}
    for body in scope.bodies:
        for match in ADDRESS.finditer(body.text):
            url = match[0].rstrip(".,;:!?")
            if url in closed:
                hint = f'改成{{{{ cite("{closed[url]}") }}}}，网站会写出标题和发布者，不加链接。'
                yield body.problem(
                    match.start(), f"来源“{closed[url]}”标明不能链接，这里却链了它的网址。", hint
                )
            elif url not in open_urls:
                hint = '先在data/sources建一条来源，再写{{ cite("来源编号") }}。'
                yield body.problem(match.start(), f"这里的网址不属于任何可以链接的来源：{url}", hint)
