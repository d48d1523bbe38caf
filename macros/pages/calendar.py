"""The page of the year's calendar: the desk, then every pattern and every lead time as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.pages.markdown import call, heading, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library import Library

ABOUT = "选一个格局，把下一年的会排进月份和日子，每场会前会后要办的事倒算出日期，存成日历文件和Excel。"
FORMS = "计划定了，写成[年度协商工作计划](xieshang-jihua.md)；一场会要用的文件，在[填一次，出全套](fill.md)。全部样表见[工具箱](index.md)。"
BACK = "全部样表见[工具箱](index.md)。"
NOT_HERE = "四川的“1+2+4+N”是平台的体系；杭州富阳的“6+24+X”里，24是乡镇（街道），6和X没有说明。材料没有称它们为协商格局，没有列在这里。"
WORKDAYS = "工作日只跳过周六、周日，没有算节假日和调休，请照当年的放假安排核对。来源写明的时限，是那一个地方的规定；别处照本地的规定办。"


def calendar_pages(library: Library) -> Iterator[tuple[str, str]]:
    """(address, Markdown) of the one page, if there is a pattern."""
    if not library.year_plans:
        return
    whole = "xieshang-jihua" in library.forms and any(form.pack for form in library.forms.values())
    blocks = [ABOUT, FORMS if whole else BACK, call("year_desk"), heading(2, "各地的格局", "plans"), NOT_HERE]
    for plan in library.year_plans.values():
        blocks += [heading(3, plan.title, plan.id), call("year_plan", plan.id)]
    blocks += [heading(2, "提前量", "leads"), WORKDAYS]
    for lead in library.lead_times.values():
        blocks += [heading(3, lead.title, f"lead-{lead.id}"), call("lead_time", lead.id)]
    yield "forms/calendar.md", page("年度协商日历", ABOUT, blocks)
