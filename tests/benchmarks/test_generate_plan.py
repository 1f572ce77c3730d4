"""The illustrative plan shames nobody: every partner has the same mix of statuses, and the seed decides every byte."""

from collections import Counter
from datetime import date
from random import Random

import pytest

from benchmarks.generate_plan import AS_OF, Drawn, draw_year, partners_of, quarters, shown_share, tables
from monitoring.delivery import Report, judge
from monitoring.status import Delivery


def judged(activity: Drawn) -> Delivery:
    report = None
    if activity.reports:
        newest = max(activity.reports)
        day = next(period.ends for period in quarters(2024, 2025) if period.code == newest)
        report = Report(day, shown_share(activity.reports[newest], activity.title))
    return judge(activity.plan, report, AS_OF, quarters(2024, 2025, 2026)).status


@pytest.mark.parametrize("year", [2024, 2025])
def test_every_partner_has_the_same_mix_of_statuses_within_one_activity(year: int) -> None:
    mixes: dict[str, Counter[Delivery]] = {partner: Counter() for partner in partners_of(year)}
    for activity in draw_year(Random(2025), year, AS_OF, 1):
        mixes[activity.title["partner"]][judged(activity)] += 1
    for status in Delivery:
        counts = [mix[status] for mix in mixes.values()]
        assert max(counts) - min(counts) <= 1, status


def test_the_plan_has_about_the_size_and_the_reports_of_the_real_thing() -> None:
    activities = [activity for year in (2024, 2025) for activity in draw_year(Random(2025), year, AS_OF, 1)]
    made = tables(activities, Random(1))
    assert len([row for row in made["activities"] if row["year"] == 2025]) == 76
    assert 60 <= len([row for row in made["activities"] if row["year"] == 2024]) <= 72
    assert {row["measured_by"] for row in made["activities"]} == {"stages", "quantity", "percent", "event"}
    assert all(row["illustrative"] == "yes" for rows in made.values() for row in rows)
    assert all(date(2024, 3, 31) <= row["as_of"] <= AS_OF for row in made["reports"])  # type: ignore[operator]


def test_the_same_seed_draws_the_same_plan() -> None:
    first = list(draw_year(Random(7), 2025, AS_OF, 1))
    second = list(draw_year(Random(7), 2025, AS_OF, 1))
    assert first == second
    assert tables(first, Random(1)) == tables(second, Random(1))
