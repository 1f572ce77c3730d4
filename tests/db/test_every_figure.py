"""Every figure that a page shows equals the one worked out apart, from plain SQL, at several dates and moments."""

from datetime import date, datetime

import pandas as pd
import pytest

from db import queries
from db.engine import Database
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from monitoring.status import Delivery
from tests.db import judged_apart

NOW = end_of_day(date(2026, 11, 1))
MOMENTS = [
    (date(2024, 6, 30), NOW),
    (date(2024, 12, 31), NOW),
    (date(2025, 6, 30), end_of_day(date(2025, 7, 15))),
    (date(2025, 6, 30), NOW),
    (date(2025, 8, 17), NOW),
    (date(2025, 9, 30), end_of_day(date(2025, 10, 20))),
    (date(2025, 9, 30), NOW),
    (date(2025, 12, 31), NOW),
]


@pytest.mark.parametrize(("as_of", "known_on"), MOMENTS)
def test_every_activity_is_judged_as_plain_sql_judges_it(planned: Database, as_of: date, known_on: datetime) -> None:
    ours = queries.judged_activities(planned, Dates(as_of, known_on)).sort_values("code").reset_index(drop=True)
    apart = judged_apart.activities(planned, as_of, known_on)
    assert ours["code"].tolist() == apart["code"].tolist()
    assert ours["status"].tolist() == apart["status"].tolist()
    assert ours["days_behind"].tolist() == apart["behind"].fillna(-1).astype(int).tolist()
    for column, other in (
        ("delivered", "delivered"),
        ("planned_at_report", "planned_then"),
        ("planned_now", "planned_now"),
    ):
        known = apart["reported_on"].notna() if column != "planned_now" else apart["code"].notna()
        assert ours[column][known].tolist() == pytest.approx(apart[other][known].astype(float).tolist(), abs=1e-8)
    assert ours["planned_cents"].fillna(0).tolist() == apart["planned_cents"].tolist()


@pytest.mark.parametrize(("as_of", "known_on"), MOMENTS)
@pytest.mark.parametrize("group", ["partner", "area"])
def test_every_group_has_the_figures_of_its_activities(
    planned: Database, as_of: date, known_on: datetime, group: str
) -> None:
    dates = Dates(as_of, known_on)
    apart = judged_apart.activities(planned, as_of, known_on)
    ours = queries.progress_by(planned, dates, group)  # type: ignore[arg-type]
    assert set(ours["group"]) == set(apart[group])
    for row in ours.to_dict("records"):
        same(row, judged_apart.figures(apart[apart[group] == row["group"]]))
    same(queries.totals(planned, dates).to_dict(), judged_apart.figures(apart))


def same(row: dict[str, object], figures: judged_apart.Figures) -> None:
    assert row["activities"] == figures.activities
    assert {status.value: row[status.value] for status in Delivery if row[status.value]} == figures.statuses
    assert row["delivered"] == pytest.approx(figures.delivered, abs=1e-8, nan_ok=True)
    assert row["delivered_of_due"] == pytest.approx(figures.of_due, abs=1e-8, nan_ok=True)
    assert row["planned_at_report"] == pytest.approx(figures.planned_then, abs=1e-8, nan_ok=True)
    assert row["planned_now"] == pytest.approx(figures.planned_now, abs=1e-8, nan_ok=True)
    assert (row["reports_in"], row["reports_due"]) == (figures.reports_in, figures.reports_due)


def test_released_and_spent_money_are_the_sums_of_flows_and_of_newest_reports(planned: Database) -> None:
    dates = Dates(date(2025, 9, 30), NOW)
    for filters in (Filters(), Filters(partners=("MOE",)), Filters(areas=("HLTH", "EDU"))):
        rows = judged_apart.activities(planned, dates.as_of, dates.known_on)
        if filters.partners:
            rows = rows[rows["partner"].isin(filters.partners)]
        if filters.areas:
            rows = rows[rows["area"].isin(filters.areas)]
        apart = judged_apart.figures(rows)
        (amounts,) = queries.money(planned, dates, filters).to_dict("records")
        assert amounts["currency"] == "USD"
        assert (amounts["released"], amounts["spent"]) == (apart.released, apart.spent)
        assert apart.released > apart.spent > 0


def test_the_curve_stands_at_each_quarters_end_where_the_activities_stood(planned: Database) -> None:
    curve = queries.over_time(planned, Dates(date(2025, 9, 30), NOW)).set_index("day")
    for as_of in (date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30)):
        # The plan as it holds in September, and the reports dated by then.
        then = queries.judged_activities(planned, Dates(as_of, NOW)).set_index("code")
        now = queries.judged_activities(planned, Dates(date(2025, 9, 30), NOW)).set_index("code")
        active = now[now["state"] == "active"].index
        delivered = then["delivered"].reindex(active).fillna(0).sum() / len(active)
        assert curve["delivered"][pd.Timestamp(as_of)] == pytest.approx(delivered, abs=1e-8)
    assert curve["planned"].iloc[-1] == 1
    assert curve["delivered"][pd.Timestamp(2025, 10, 31)] != curve["delivered"][pd.Timestamp(2025, 10, 31)]
