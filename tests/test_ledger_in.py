"""A clerk's workbook comes back: what is right changes only its lines, what is wrong changes nothing."""

from __future__ import annotations

import difflib
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT
from ledgers import Office, add, column_of, edited, put

from macros.commands.export import export
from macros.library.modeline import modeline

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook import Workbook

CASE, OTHER = "A-0001", "A-0002"
START, NOTE = "时间·开始", "说明"
NEW = {
    "案例号": "A-0100", "编号": "xin-anli", "标题": "新案例", "用到的方法1": "三步（sanbu）", "层级": "县区", "地方": "xin-di",
    "地方公开程度": "公开", START: "2023", "议题": "停车", "议题分类1": "停车", "摘要": "先看后议。", "主要意见": "要路灯\n要绿地",
}  # fmt: skip
NEW_PLACE = {"编号": "xin-di", "名称": "新地", "材料写法": "新地", "层级": "县区", "公开程度": "公开"}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def lines_changed(before: bytes, after: bytes) -> list[str]:
    diff = difflib.unified_diff(before.decode().split("\n"), after.decode().split("\n"), lineterm="", n=0)
    return [line for line in diff if not line.startswith(("---", "+++", "@@"))]


def test_every_real_record_survives_the_way_out_and_in(project: Path, tmp_path: Path):
    office = Office(tmp_path, project)
    before = office.texts()

    assert export(["--root", str(ROOT), "--to", str(tmp_path / "out.xlsx")]) == 0
    assert office.hand_in((tmp_path / "out.xlsx").read_bytes()) == 0
    assert office.texts() == before


def test_one_changed_cell_is_one_changed_line(office: Office):
    path = "data/cases/qingdu-tingche.yml"
    file = office.root / path
    file.write_text("# 留着\n" + file.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    before = office.texts()

    assert office.hand_in(edited(put("数字", CASE, "数值", 70), put("案例", CASE, "牵头", "县政协"))) == 0
    assert lines_changed(before[path], office.texts()[path]) == [
        "-lead: 县政协社法委", "+lead: 县政协", "-    value: 68", "+    value: 70",
    ]  # fmt: skip
    assert {name for name, text in office.texts().items() if text != before[name]} == {path}


def test_a_new_case_with_its_place_and_source_is_a_new_record(office: Office):
    cited = add("出处", 案例号="A-0100", 来源="甲材料（jia）")
    hidden = add("数字", 案例号="A-0100", 指标="车位", 状态="脱敏", 原文写法="X个")
    office.hand_in(
        edited(
            add("案例", **NEW), add("地方", **NEW_PLACE), put("出处", CASE, "出处位置", "甲"), cited, hidden
        )
    )
    text = (office.root / "data/cases/xin-anli.yml").read_text(encoding="utf-8")

    assert text.startswith(f"{modeline('cases')}\nid: xin-anli\n")
    assert "opinions:\n  - 要路灯\n  - 要绿地\n" in text
    assert "figures:\n  - name: 车位\n    state: masked\n    as_printed: X个\n" in text
    assert (office.root / "data/places/xin-di.yml").is_file()


def test_a_row_taken_out_of_a_list_is_taken_out_of_the_record(office: Office):
    def drop(book: Workbook) -> None:
        book["数字"].delete_rows(2)

    before = office.texts()["data/cases/qingdu-tingche.yml"]
    office.hand_in(edited(drop))

    removed = ["-  - name: 停车位", "-    value: 68", "-    unit: 个"]
    assert lines_changed(before, office.texts()["data/cases/qingdu-tingche.yml"]) == removed


def test_a_case_taken_out_of_the_sheet_stays_on_the_site(office: Office, capsys: pytest.CaptureFixture[str]):
    def drop(book: Workbook) -> None:
        book["案例"].delete_rows(2)

    before = office.texts()

    assert office.hand_in(edited(drop)) == 0
    assert office.texts() == before
    assert "有1条记录不在这份台账里，保持不变：qingdu-tingche。" in capsys.readouterr().out


def test_looking_writes_nothing(office: Office, capsys: pytest.CaptureFixture[str]):
    before = office.texts()

    assert office.hand_in(edited(put("案例", CASE, "牵头", "县政协")), "--look") == 0
    assert office.texts() == before
    assert "只看不写，会新增0条，改动1条。" in capsys.readouterr().out


#: what a clerk did -> what is said of it
WRONG = {
    "「案例」表C2：错误：「标题」写了30个字，最多25个字。": put("案例", CASE, "标题", "停" * 30),
    "「案例」表C2：错误：「标题」没有填，这一项必填。": put("案例", CASE, "标题", None),
    "「层级」写的是“县”，只能是市、县区、村社区。\n    怎么改：": put("案例", CASE, "层级", "县"),
    "怎么改：是不是想选“已隐去”？": put("案例", CASE, "地方公开程度", "隐去"),
    "「地方」写的是“青渡”，地方里没有这一个。": put("案例", CASE, "地方", "青渡"),
    "「案例」表D2：错误：「用到的方法」写的是“meiyou”，没有这个编号的方法。": put("案例", CASE, "用到的方法1", "meiyou"),
    "「牵头」是公式。\n    怎么改：复制这一格，用“选择性粘贴—数值”贴回来。": put("案例", CASE, "牵头", "=1+1"),
    "「时间·开始」写的是“5月底”，不是日期的写法。": put("案例", CASE, START, "5月底"),
    "像是Excel的日期序号，相当于2023-05-31。\n    怎么改：对的话就写2023-05-31。": put("案例", CASE, START, 45077),
    "「时间·开始」写的是“2023-02-30”，日历上没有这一天。": put("案例", CASE, START, "2023-02-30"),
    "怎么改：是不是想写2023-05-31？": put("案例", CASE, START, "20230531"),
    "「数值」写的是“96%”，这里只写数字。\n    怎么改：写96，单位写“%”。": put("数字", CASE, "数值", "96%"),
    "是百分比格式，显示96%，存的却是0.96。": put("数字", CASE, "数值", 0.96, style="0%"),
    "「数值」写的是“80余”，应当是数字。\n    怎么改：是不是想写80？": put("数字", CASE, "数值", "80余"),
    "「人数」写的是“1.5”，应当是整数。": put("参加者", CASE, "人数", 1.5),
    "「人数」写的是“-3”，不能小于0。": put("参加者", CASE, "人数", -3),
    "状态是“脱敏”的数字不能再写数值。": put("数字", CASE, "状态", "脱敏"),
    "「案例号」写的是“A-0009”，没有这个案例。": put("数字", CASE, "案例号", "A-0009"),
    "「编号」“jia-shuiku”和第3行重复。": add("案例", 案例号="A-0007", 编号="jia-shuiku"),
    "「编号」没有填，这一项必填。": add("案例", 案例号="A-0007", 标题="没有编号"),
    "编号只能用字母、数字和短横线。": add("案例", 编号="../../etc/x"),
    "「出处」一条也没有。\n    怎么改：在“出处”表里加一行。": add("案例", **NEW),
    "「标题」里有占位的“某某”。\n    怎么改：写上真实内容；材料没有说的，清空这一格": put("案例", CASE, "标题", "某某的案例"),
    "「牵头」里写了网址。\n    怎么改：在“来源”表里为那个网页加一行": put("案例", CASE, "牵头", "https://example.org/a"),
    "「案例号」“A-0001”和案例“qingdu-tingche”重复。": add("案例", **{**NEW, "案例号": CASE}),
    "错误：这样改，案例“qingdu-tingche”就不对了：": put("地方", "qingdu", "公开程度", "已隐去"),
    "「案例」表Y2：错误：这里有一个手机号": put("案例", CASE, "主要意见", "电话138 0013 8000"),
    "没有表头，里面却有内容": lambda book: book["案例"].cell(2, 60, "多出来的"),
    "「案例」表C1：错误：不认识表头“题目”。": lambda book: book["案例"].cell(1, 3, "题目"),
    "「案例」表C1：错误：表头“标题”有两列。": lambda book: book["案例"].cell(1, 40, "标题"),
    "缺少“编号”这一列，分不清每一行是谁。": lambda book: book["案例"].delete_cols(2),
    "「数字一」表：错误：不认识这个表名。\n    怎么改：是不是“数字”？": lambda book: setattr(book["数字"], "title", "数字一"),
    "「案例」表H2：错误：这里有合并的单元格": lambda book: book["案例"].merge_cells("H2:H3"),
}  # fmt: skip


@pytest.mark.parametrize("message", WRONG)
def test_what_is_wrong_is_said_and_nothing_is_written(
    office: Office, capsys: pytest.CaptureFixture[str], message: str
):
    before = office.texts()

    assert office.hand_in(edited(WRONG[message], put("案例", OTHER, "牵头", "也改了"))) == 1
    said = capsys.readouterr().out
    assert message in said
    assert not re.search(r"data/|\.yml|文件名|（[a-z]+）」", said)
    assert office.texts() == before


#: what is meant is plain -> how it was understood, and the line that it became
UNDERSTOOD = {
    "写的是“2023.7.31”，按2023-07-31读。": (put("办理", CASE, "日期", "2023.7.31"), "    date: 2023-07-31"),
    "写的是“2023年7月”，按2023-07读。": (put("办理", CASE, "日期", "2023年7月"), "    date: 2023-07"),
    "是Excel的日期，按2023-05-31读。": (put("办理", CASE, "日期", date(2023, 5, 31)), "    date: 2023-05-31"),
    "是Excel的日期，按2023-05读。": (
        put("办理", CASE, "日期", date(2023, 5, 1), style='yyyy"年"m"月"'), "    date: 2023-05",
    ),
    "写的是“\uff17\uff10”，按70读。": (put("数字", CASE, "数值", "\uff17\uff10"), "    value: 70"),
    "写的是“1,200”，按1200读。": (put("数字", CASE, "数值", "1,200"), "    value: 1200"),
}  # fmt: skip


@pytest.mark.parametrize("message", UNDERSTOOD)
def test_what_is_plain_is_understood_and_said(
    office: Office, capsys: pytest.CaptureFixture[str], message: str
):
    change, line = UNDERSTOOD[message]

    assert office.hand_in(edited(change)) == 0
    assert message in capsys.readouterr().out
    assert f"{line}\n" in (office.root / "data/cases/qingdu-tingche.yml").read_text(encoding="utf-8")


def test_columns_may_stand_elsewhere(office: Office, capsys: pytest.CaptureFixture[str]):
    def swap(book: Workbook) -> None:
        page = book["案例"]
        other = column_of(page, "摘要")
        for row in range(1, page.max_row + 1):
            first, second = page.cell(row, 3), page.cell(row, other)
            first.value, second.value = second.value, first.value

    before = office.texts()

    assert office.hand_in(edited(swap)) == 0
    assert "列的前后和下载时不同，已经按表头对上。" in capsys.readouterr().out
    assert office.texts() == before
