"""A limit of judgement changes from a date on, with a reason; what was judged before keeps the limit of its day."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from db import ledger, queries
from db.engine import Database
from monitoring import errors
from monitoring.periods import Dates
from monitoring.thresholds import Thresholds


def at(day: date, known_on: datetime | None = None) -> Dates:
    return Dates(day, known_on or datetime.now(UTC) + timedelta(minutes=1))


JUNE, SEPTEMBER = date(2025, 6, 30), date(2025, 9, 30)


def test_without_a_change_the_defaults_of_the_method_hold(planned: Database) -> None:
    assert queries.limits(planned, at(SEPTEMBER)) == Thresholds()
    assert queries.limit_changes(planned, at(SEPTEMBER)).empty


def test_a_change_holds_from_its_date_on_and_only_for_who_knows_of_it(planned: Database) -> None:
    before = datetime.now(UTC)
    statuses = {day: list(queries.judged_activities(planned, at(day))["status"]) for day in (JUNE, SEPTEMBER)}
    ledger.change_limit(planned, "attention_days", Decimal(40), date(2025, 7, 1), "An administrator", "agreed")
    assert queries.limits(planned, at(JUNE)).attention_days == 92
    assert queries.limits(planned, at(SEPTEMBER)).attention_days == 40
    assert queries.limits(planned, at(SEPTEMBER, before)).attention_days == 92
    assert list(queries.judged_activities(planned, at(JUNE))["status"]) == statuses[JUNE]
    now = list(queries.judged_activities(planned, at(SEPTEMBER))["status"])
    assert now.count("behind") > statuses[SEPTEMBER].count("behind")
    then = list(queries.judged_activities(planned, at(SEPTEMBER, before))["status"])
    assert then == statuses[SEPTEMBER]
    (change,) = queries.limit_changes(planned, at(SEPTEMBER)).to_dict("records")
    assert (change["name"], change["value"], change["changed_by"]) == ("attention_days", 40, "An administrator")


def test_of_two_changes_the_one_recorded_last_for_the_newest_date_decides(planned: Database) -> None:
    for value, start in ((Decimal("0.5"), date(2025, 7, 1)), (Decimal("0.6"), date(2025, 7, 1))):
        ledger.change_limit(planned, "reporting_share", value, start, "A", "b")
    ledger.change_limit(planned, "reporting_share", Decimal("0.9"), date(2025, 1, 1), "A", "b")
    assert queries.limits(planned, at(SEPTEMBER)).reporting_share == 0.6
    assert queries.limits(planned, at(JUNE)).reporting_share == 0.9


@pytest.mark.parametrize(
    ("name", "value", "by", "why", "error"),
    [
        ("attention_days", "40", " ", "agreed", errors.NameMissing),
        ("attention_days", "40", "A", " ", errors.ReasonMissing),
        ("attention", "40", "A", "agreed", errors.LimitUnknown),
        ("attention_days", "40.5", "A", "agreed", errors.LimitOutOfRange),
        ("attention_days", "-1", "A", "agreed", errors.LimitOutOfRange),
        ("attention_days", "NaN", "A", "agreed", errors.LimitOutOfRange),
        ("reporting_share", "70", "A", "agreed", errors.LimitOutOfRange),
    ],
)
def test_a_change_that_makes_no_sense_is_refused_and_nothing_is_written(
    planned: Database, name: str, value: str, by: str, why: str, error: type[errors.DashboardError]
) -> None:
    with pytest.raises(error):
        ledger.change_limit(planned, name, Decimal(value), SEPTEMBER, by, why)
    assert queries.limit_changes(planned, at(SEPTEMBER)).empty


@pytest.mark.parametrize(
    ("name", "value", "apart"),
    [
        ("on_schedule_days", "200", ("on_schedule_days", "attention_days")),
        ("attention_days", "30", ("on_schedule_days", "attention_days")),
        ("group_attention", "0.95", ("group_attention", "group_on_schedule")),
        ("on_track_pace", "0.2", ("limited_pace", "on_track_pace")),
    ],
)
def test_limits_that_contradict_each_other_are_refused_and_nothing_is_written(
    planned: Database, name: str, value: str, apart: tuple[str, str]
) -> None:
    with pytest.raises(errors.LimitsContradict) as refused:
        ledger.change_limit(planned, name, Decimal(value), SEPTEMBER, "A", "b")
    assert (refused.value.values["low"], refused.value.values["high"]) == apart
    assert queries.limit_changes(planned, at(SEPTEMBER)).empty


def test_a_limit_may_not_contradict_one_that_comes_into_force_later(planned: Database) -> None:
    ledger.change_limit(planned, "attention_days", Decimal(40), date(2026, 1, 1), "A", "b")
    with pytest.raises(errors.LimitsContradict):
        ledger.change_limit(planned, "on_schedule_days", Decimal(50), SEPTEMBER, "A", "b")
    ledger.change_limit(planned, "on_schedule_days", Decimal(40), SEPTEMBER, "A", "b")
    assert queries.limits(planned, at(SEPTEMBER)).on_schedule_days == 40


def test_periods_close_as_many_days_after_their_end_as_the_limit_then_says(planned: Database) -> None:
    now = at(SEPTEMBER).known_on
    before = {period.code: period.closes for period in queries.reporting_periods(planned, now)}
    october = at(date(2025, 10, 20))
    late = queries.judged_activities(planned, october)["report_late"].sum()
    ledger.change_limit(planned, "closing_days", Decimal(60), SEPTEMBER, "A", "b")
    after = {period.code: period.closes for period in queries.reporting_periods(planned, at(SEPTEMBER).known_on)}
    assert after["2025-Q2"] == before["2025-Q2"]
    assert after["2025-Q3"] == date(2025, 11, 29)
    assert after == {**before, **{code: after[code] for code in after if code >= "2025-Q3"}}
    assert queries.judged_activities(planned, at(date(2025, 10, 20)))["report_late"].sum() < late
    shown = queries.received(planned, at(SEPTEMBER).known_on).set_index("code")["closes"]
    assert shown["2025-Q3"] == date(2025, 11, 29)
    earlier = datetime(2025, 1, 1, tzinfo=UTC)
    assert {one.code: one.closes for one in queries.reporting_periods(planned, earlier)} == before
