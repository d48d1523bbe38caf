"""Plans and forms in the ledger: days and what happens in them stand on sheets of their own."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from ledgers import Office, add, edited, put

from macros.ledger.guide import NAME

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook import Workbook

PLAN, FORM = "ban-tian", "zuowei-ka"
PATH = "data/session_plans/ban-tian.yml"
HEAD = ("编号", "标题（只供查看）", "哪一天", "课", "模拟协商", "测验", "休息", "其他", "分钟", "备注")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_the_arrangements_of_a_day_are_rows(office: Office):
    book = edited()
    assert office.hand_in(book) == 0


def test_a_changed_arrangement_is_a_changed_line(office: Office):
    before = office.texts()[PATH].decode()

    assert (
        office.hand_in(edited(put("安排", PLAN, "备注", "分三组"), put("各天", PLAN, "开始", time(9, 0))))
        == 0
    )
    assert office.texts()[PATH].decode() == before.replace("分组", "分三组").replace("08:40", "09:00")


def test_a_day_can_be_added_and_an_arrangement_taken_out(office: Office):
    def drop(book: Workbook) -> None:
        book["安排"].delete_rows(4)

    afternoon = {"编号": PLAN, "哪一天": "下午"}
    rows = (add("安排", **afternoon, 课="kan-xianchang"), add("安排", **afternoon, 其他="收尾", 分钟=10))

    assert office.hand_in(edited(drop, add("各天", 编号=PLAN, 哪一天="下午", 开始="14:00"), *rows)) == 0
    text = office.texts()[PATH].decode()
    assert "茶歇" not in text
    assert text.endswith(
        "  - name: 下午\n    start: 14:00\n    items:\n      - lesson: kan-xianchang\n      - what: 收尾\n        minutes: 10\n"
    )


def test_a_new_plan_is_a_new_record(office: Office):
    key = {"编号": "xin-ban"}
    plan = add("流程表", **key, 标题="新班", 给谁="召集人", 说明="一节课。")
    items = (
        add("安排", **key, 哪一天="上午", 课="kan-xianchang"),
        add("安排", **key, 哪一天="上午", 测验="议事亭（yishiting）", 分钟=5),
    )

    assert office.hand_in(edited(plan, add("各天", **key, 哪一天="上午", 开始="08:30"), *items)) == 0
    assert (
        "      - quiz: yishiting\n        minutes: 5\n"
        in office.texts()["data/session_plans/xin-ban.yml"].decode()
    )


def test_what_a_form_is_for_can_be_changed(office: Office):
    path = "data/forms/zuowei-ka.yml"
    before = office.texts()[path].decode()

    assert office.hand_in(edited(put("表单", FORM, "用途", "摆在每人面前。"))) == 0
    assert office.texts()[path].decode() == before.replace("摆在桌上。", "摆在每人面前。")


#: what a clerk did -> what is said of it
WRONG = {
    "「安排」表C2：错误：「哪一天」写的是“晚上”，没有这一项。": [put("安排", PLAN, "哪一天", "晚上")],
    "「安排」表I2：错误：「分钟」写的是“一刻钟”，应当是数字。": [put("安排", PLAN, "分钟", "一刻钟")],
    "「安排」表D3：错误：「课」写的是“meiyou”，没有这节课。\n    怎么改：写课的编号，就是它网址的最后一段。": [
        lambda book: setattr(book["安排"]["D3"], "value", "meiyou")
    ],
    "一项里要在课、模拟协商、测验、休息、其他中写一样，只写一样。": [put("安排", PLAN, "休息", "茶歇")],
    "「各天」表A3：错误：「安排」一条也没有。\n    怎么改：在“安排”表里加一行。": [add("各天", 编号=PLAN, 哪一天="下午", 开始="14:00")],
    "「各天」表D2：错误：「开始」写的是“早上”，时间要写成08:30这样的样子。": [put("各天", PLAN, "开始", "早上")],
    "错误：这个表单网站上还没有。": [add("表单", 编号="xin-biao", 名称="新表")],
}  # fmt: skip


@pytest.mark.parametrize("message", WRONG)
def test_what_is_wrong_is_said_at_its_cell(office: Office, capsys: pytest.CaptureFixture[str], message: str):
    before = office.texts()

    assert office.hand_in(edited(*WRONG[message])) == 1
    assert message in capsys.readouterr().out
    assert office.texts() == before


def test_the_heads_and_what_is_left_out_are_told():
    told: list[str] = []

    def look(book: Workbook) -> None:
        told.extend(str(cell.value) for cell in book["安排"][1])
        told.extend(str(row[1].value) for row in book[NAME].iter_rows() if row[0].value == "表单")

    edited(look)

    assert tuple(told[: len(HEAD)]) == HEAD
    assert "“内容”一层套一层，一张表放不下" in told[-1]
