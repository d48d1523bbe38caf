"""Pages that lie across methods: processes, limits, numbers, comparisons, statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.models.overview import Chart
from macros.pages.markdown import call, heading, page, paragraph
from macros.views.rendering import inert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library
    from macros.models import Process


def overview_pages(library: Library) -> Iterator[tuple[str, str]]:
    """(address, Markdown) of every page of the section 流程总览, the comparisons and the statistics."""
    yield "processes/index.md", index_page(library)
    for process in library.processes.values():
        yield f"processes/{process.id}.md", process_page(process)
    about = "材料和公开网页写明的时限，逐条列出，各有出处。编者建议的时间不在这张表里。"
    yield "processes/limits.md", page("时限表", about, [about, call("limit_table")])
    about = "名字里带数字的做法：每个数字指什么，哪些材料从来没有解释过。"
    yield "processes/numbers.md", page("名数表", about, [about, call("number_table")])
    for comparison in library.comparisons.values():
        blocks = [paragraph(comparison.summary), call("comparison_table", comparison.id)]
        yield f"compare/{comparison.id}.md", page(comparison.name, comparison.summary, blocks)
    yield "cases/statistics.md", statistics_page()


def index_page(library: Library) -> str:
    """Where to begin: the processes with their flow, and the tables."""
    about = "一场协商、一件提案从头到尾要过哪几关，每一关用得上哪些方法，谁把什么交给谁。"
    blocks = [about]
    for process in library.processes.values():
        blocks += [
            f"## [{inert(process.name)}]({process.id}.md) {{ #{process.id} }}",
            paragraph(process.summary),
        ]
    blocks += [
        "## 查表 { #tables }",
        "- [时限表](limits.md)：材料写明的时限\n- [名数表](numbers.md)：名字里的数字各指什么",
    ]
    return page("流程总览", about, blocks)


def process_page(process: Process) -> str:
    """The flow, then a section for each stage."""
    blocks = [paragraph(process.summary), call("process_flow", process.id)]
    for number, stage in enumerate(process.stages, 1):
        blocks += [heading(2, stage.name, f"stage-{number}"), call("process_stage", process.id, stage.name)]
    return page(process.name, process.summary, blocks)


def statistics_page() -> str:
    """What can honestly be counted."""
    about = "只数记录本身：材料隐去的数字不参加任何统计，案例多不等于做得多，只说明写下来的多。"
    blocks = [about]
    for chart in Chart:
        blocks += [heading(2, chart.label, chart.value), call("chart", chart.value)]
    return page("案例统计", about, blocks)
