"""The Word papers of a kit, in one zip: what is handed out, what the facilitator holds, what observers fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.office.same_bytes import zipped
from macros.office.word import Paper, Run, blank
from macros.products import Group, Product
from macros.views.kit import NOTICE, PAPERS, checkpoint, clock, package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.library import Library
    from macros.models import Kit
    from macros.models.kit import RoleCard
    from macros.products import Read

ROWS_TO_FILL = 8
CARD_SIZE = 24  # half-points: a card is read at arm's length


def _paper(kit: Kit, name: str) -> Paper:
    paper = Paper("sheet", title=f"{kit.title}：{name}")
    paper.editor(f"{NOTICE}。角色、立场和目标都是编的，与案例里的任何单位和个人无关。")
    return paper


def _card(kit: Kit, role: RoleCard) -> list[str | tuple[str | Run, ...]]:
    players = f"（{role.players}人）" if role.players > 1 else ""
    lines = [("公开立场：", role.stance), ("私下目标：", role.goal), ("底线：", role.bottom_line)]
    return [
        f"{role.name}{players}",
        *((Run(label, "Strong", size=CARD_SIZE), Run(text, size=CARD_SIZE)) for label, text in lines),
        (Run("你知道的：", "Strong", size=CARD_SIZE),),
        *((Run(f"{number}.{text}", size=CARD_SIZE),) for number, text in enumerate(role.knows, 1)),
        (Run(f"{kit.title}·{NOTICE}", "Source"),),
    ]


def role_cards(library: Library, kit: Kit) -> bytes:  # noqa: ARG001 (as the other papers)
    """Four cards to a sheet, dashed lines to cut along."""
    paper = Paper("sheet", title=f"{kit.title}：角色卡", title_shown=False, page_numbers=False)
    paper.cards([_card(kit, role) for role in kit.roles])
    return paper.bytes()


def manual(library: Library, kit: Kit) -> bytes:
    """Everything the facilitator says, watches and asks, and the cards at a glance."""
    paper = _paper(kit, "主持人手册")
    method = library.methods[kit.method].name
    paper.paragraph(
        f"练的方法：{method}。{kit.fewest}至{kit.most}人，{kit.minutes}分钟。散场时交：{kit.deliverable}。"
    )
    paper.heading(1, "情境（念给所有人听）")
    for text in kit.brief:
        paper.paragraph(text)
    paper.heading(1, "要准备的")
    paper.items(kit.materials)
    paper.heading(1, "流程")
    rows = [
        (f"{start}", f"{item.minutes}", item.name, item.does, item.leads)
        for start, item in zip(clock(kit), kit.agenda, strict=True)
    ]
    paper.table(
        ("从第几分钟", "分钟", "环节", "做什么", "主持人提示"), rows, widths=(2, 1.3, 3, 6, 6), title="分钟表"
    )
    paper.heading(1, "怎样介入")
    paper.table(("出现什么", "怎么办"), [(turn.when, turn.does) for turn in kit.turns], widths=(2, 3))
    paper.heading(1, "各方底牌（不给别人看）")
    cards = [(role.name, role.goal, role.bottom_line) for role in kit.roles]
    paper.table(("角色", "私下目标", "底线"), cards, widths=(2, 3, 3))
    paper.heading(1, "复盘提问")
    paper.items(kit.debrief)
    paper.heading(1, "预计的走样")
    paper.table(("走样", "讲评时怎么说"), [(item.slip, item.remedy) for item in kit.slips], widths=(2, 3))
    return paper.bytes()


def observer_sheet(library: Library, kit: Kit) -> bytes:  # noqa: ARG001 (as the other papers)
    """A row to write in for everything that is worth noting."""
    paper = _paper(kit, "观察员记录表")
    paper.paragraph(("观察员：", blank(8), "\u3000盯的角色：", blank(14)), indent=False)
    head = ("看什么", "看到了什么（只写事实，记下第几分钟）")
    paper.table(head, [(text, "") for text in kit.sheet], widths=(2, 4), height=26)
    return paper.bytes()


def score_sheet(library: Library, kit: Kit) -> bytes:
    """What is scored, beside what the method's own record asks of that step."""
    paper = _paper(kit, "评分表")
    paper.paragraph(("组别：", blank(6), "\u3000评分人：", blank(8)), indent=False)
    rows = [
        (item.item, _asked(item.step, checkpoint(library, kit, item.step)), f"{item.points}", "", "")
        for item in kit.scoring
    ]
    rows.append(("合计", "", f"{sum(item.points for item in kit.scoring)}", "", ""))
    paper.table(
        ("评分项", "方法里的检查点", "分值", "得分", "理由"), rows, widths=(5, 5, 1.2, 1.2, 4), height=14
    )
    return paper.bytes()


def _asked(step: str | None, check: str) -> str:
    if step is None:
        return "编者为练习加的一项"
    return f"{step}：{check}" if check else step


def result_sheet(library: Library, kit: Kit) -> bytes:  # noqa: ARG001 (as the other papers)
    """What was agreed: who, until when, who looks, and what was not agreed."""
    paper = _paper(kit, "成果单")
    paper.paragraph(f"散场时交：{kit.deliverable}。")
    head = ("商定的事", "谁来办", "哪天完成", "谁来看")
    paper.table(head, [("", "", "", "")] * ROWS_TO_FILL, widths=(5, 2, 2, 2), height=14)
    paper.paragraph("没有谈拢的，卡在哪里，哪天再商：", indent=False)
    paper.lines(3)
    paper.paragraph(("签名：", blank(24)), indent=False)
    return paper.bytes()


def background(library: Library, kit: Kit) -> bytes:
    """What did happen, with its sources, and what the exercise made up."""
    paper = _paper(kit, "案例背景")
    for key in kit.cases:
        case = library.cases[key]
        paper.paragraph(f"根据的案例：{case.title}（{case.number}）。{case.summary}")
    paper.heading(1, "真有的事")
    paper.items((fact.text, Run(f"〔{library.sources[fact.source].label}〕", "Source")) for fact in kit.real)
    paper.heading(1, "练习添的")
    paper.items(kit.made_up)
    paper.heading(1, "出处")
    sources = [library.sources[key] for key in dict.fromkeys(fact.source for fact in kit.real)]
    paper.items(f"{source.publisher}：{source.title}，{source.date or '日期没有交代'}" for source in sources)
    return paper.bytes()


WRITERS: dict[str, Callable[[Library, Kit], bytes]] = {
    "角色卡": role_cards,
    "主持人手册": manual,
    "观察员记录表": observer_sheet,
    "评分表": score_sheet,
    "成果单": result_sheet,
    "案例背景": background,
}


def kit_zip(library: Library, kit: Kit) -> bytes:
    """All papers of a kit, numbered in the order in which they are needed."""
    return zipped(
        {f"{number}-{name}.docx": WRITERS[name](library, kit) for number, name in enumerate(PAPERS, 1)}
    )


def kit_products(library: Library, read: Read) -> Iterable[Product]:  # noqa: ARG001 (kits need no built page)
    """One zip for each kit."""
    for kit in library.kits.values():
        records = (kit, library.methods[kit.method], *(library.cases[key] for key in kit.cases))
        sources = (library.sources[fact.source] for fact in kit.real)
        yield Product(
            path=package(kit.id),
            made_from="\n".join(record.model_dump_json() for record in (*records, *sources)),
            make=lambda kit=kit: kit_zip(library, kit),  # type: ignore[misc]
            group=Group.KITS,
            title=kit.title,
            purpose=kit.one_liner,
        )
