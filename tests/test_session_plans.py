"""Session plans: the minutes add up, and the clock in the browser tells how late everything after will be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import open_page

from macros.library import load
from macros.views.session_plan import end_of, length, timed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LIBRARY, _ = load(Path(__file__).parent.parent)


DAYS = [(plan.id, number) for plan in LIBRARY.session_plans.values() for number in range(len(plan.days))]


TWO_DAYS = "training/run/liangtian-zuzhizhe/"


@pytest.mark.parametrize(("plan", "number"), DAYS)
def test_the_times_of_a_day_follow_each_other(plan: str, number: int):
    """Every row begins when the one before it ends; the last one ends the day."""
    day = LIBRARY.session_plans[plan].days[number]
    spans = [time.split("–") for _, rows in timed(LIBRARY, day) for time, _ in rows]

    assert spans[0][0] == day.start
    assert [one[1] for one in spans[:-1]] == [other[0] for other in spans[1:]]
    assert spans[-1][1] == end_of(LIBRARY, day)


def test_a_lesson_takes_the_minutes_of_its_head():
    """Written once, added up once."""
    blocks = [
        block
        for plan in LIBRARY.session_plans.values()
        for day in plan.days
        for block, _ in timed(LIBRARY, day)
    ]
    minutes = {
        f"training/{key}/": page.lesson.minutes for key, page in LIBRARY.lessons.items() if page.lesson
    }
    told = {block.address: block.minutes for block in blocks if block.address in minutes}

    assert len(told) > 5
    assert {key: minutes[key] for key in told} == told


def test_there_is_half_a_day_one_day_and_two():
    """Three lengths at least."""
    plans = LIBRARY.session_plans.values()

    assert {len(plan.days) for plan in plans} == {1, 2}
    assert min(length(LIBRARY, day) for plan in plans for day in plan.days) < 240


@pytest.mark.parametrize("path", ["training/kits/", "training/kits/jiati/", "training/run/"])
@pytest.mark.parametrize(("size", "scheme"), [("phone", "dark"), ("desktop", "light")])
def test_the_pages_of_kits_are_accessible(path: str, size: str, scheme: str, browser: Browser, address: str):
    """The cards closed and open."""
    with open_page(browser, address + path, size, scheme) as visit:
        assert visit.axe_violations() == []
        visit.page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        assert visit.axe_violations() == []
        assert visit.said == []


def test_without_scripts_the_table_is_all_there(browser: Browser, address: str):
    """The paper and the plain page need no script."""
    days = LIBRARY.session_plans["liangtian-zuzhizhe"].days
    rows = sum(len(rows) for day in days for _, rows in timed(LIBRARY, day))

    with open_page(browser, address + TWO_DAYS, "desktop", "light", script=False) as visit:
        assert visit.page.locator("tr.xy-run__row").count() == rows
        assert visit.page.locator(".xy-clock").count() == 0
