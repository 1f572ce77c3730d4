"""Which activities the timeline shows, in what order, and the sentence it makes of them."""

from datetime import date

import pandas as pd
import pytest

from monitoring import formats, periods, timeline

SEPTEMBER = date(2025, 9, 30)
PARTNERS = {"MOE": "Ministry of Education", "SC": "Supreme Court"}


def activities(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    """Code, partner, end and status; all began in May."""
    table = pd.DataFrame(rows, columns=["code", "partner", "ends", "status"])
    ends = pd.to_datetime(table["ends"])
    late = table["status"].map({"behind": 40, "past end date": 0}).fillna(-1).astype(int)
    past = table["status"].map({"past end date": 12}).fillna(0).astype(int)
    return table.assign(
        starts=pd.Timestamp(2025, 5, 2), ends=ends, first_ends=ends, days_behind=late, days_past_end=past
    )


@pytest.mark.parametrize(
    ("as_of", "last"),
    [
        (date(2025, 9, 30), date(2025, 12, 31)),
        (date(2025, 10, 1), date(2026, 3, 31)),
        (date(2025, 12, 31), date(2026, 3, 31)),
        (date(2026, 1, 1), date(2026, 6, 30)),
    ],
)
def test_soon_reaches_to_the_end_of_the_next_quarter(as_of: date, last: date) -> None:
    assert timeline.horizon(as_of) == last


def test_soon_holds_what_ends_from_the_day_itself_to_the_last_day() -> None:
    found = activities(
        ("before", "MOE", "2025-09-29", "behind"),
        ("first", "MOE", "2025-09-30", "completed"),
        ("last", "MOE", "2025-12-31", "on schedule"),
        ("after", "MOE", "2026-01-01", "on schedule"),
    )
    assert timeline.picked(found, timeline.SOON, SEPTEMBER, PARTNERS)["code"].tolist() == ["first", "last"]
    assert timeline.picked(found, timeline.LATE_ONES, SEPTEMBER, PARTNERS)["code"].tolist() == ["before"]
    assert len(timeline.picked(found, timeline.ALL, SEPTEMBER, PARTNERS)) == 4


def test_rows_stand_by_partner_in_their_order_and_by_end_inside_each() -> None:
    found = activities(
        ("C", "SC", "2025-10-01", "behind"),
        ("B", "MOE", "2025-12-01", "behind"),
        ("A", "MOE", "2025-12-01", "behind"),
        ("D", "MOE", "2025-11-01", "behind"),
    )
    assert timeline.picked(found, timeline.ALL, SEPTEMBER, PARTNERS)["code"].tolist() == ["D", "A", "B", "C"]


def test_what_was_taken_out_of_a_plan_has_no_bar_and_is_counted() -> None:
    found = activities(
        ("A", "MOE", "2025-12-01", "cancelled"),
        ("B", "MOE", "2025-12-01", "postponed"),
        ("C", "MOE", "2025-12-01", "carried over"),
        ("D", "MOE", "2025-12-01", "no report"),
    )
    assert timeline.active(found)["code"].tolist() == ["D"]
    assert timeline.left_out(found) == "3 activities that were cancelled, postponed or carried over are not drawn."
    one = "1 activity that was cancelled, postponed or carried over is not drawn."
    assert timeline.left_out(found.iloc[2:]) == one
    assert timeline.left_out(found.iloc[3:]) == ""


def test_the_grid_holds_the_quarters_of_plans_as_they_are_and_as_first_signed() -> None:
    found = activities(("A", "MOE", "2025-08-01", "behind"), ("B", "MOE", "2025-12-01", "behind"))
    assert timeline.span(found) == (date(2025, 4, 1), date(2025, 12, 31))
    shortened = found.assign(first_ends=pd.Timestamp(2026, 1, 1))
    assert timeline.span(shortened) == (date(2025, 4, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("choice", "statuses", "said"),
    [
        ("soon", ["behind", "on schedule", "completed"], "3 activities end by 31 Dec 2025; 1 is behind."),
        ("soon", ["behind", "behind"], "2 activities end by 31 Dec 2025; 2 are behind."),
        ("soon", ["on schedule"], "1 activity ends by 31 Dec 2025; none is behind."),
        ("soon", [], "0 activities end by 31 Dec 2025; none is behind."),
        ("late", [], "No activity is behind or past its end date."),
        ("late", ["past end date"], "1 activity is behind or past its end date, by up to 12 days."),
        (
            "late",
            ["past end date", "behind"],
            "2 activities are behind or past their end date, by up to 40 days.",
        ),
        (
            "all",
            ["completed", "behind", "past end date"],
            "1 of 3 activities is completed; 2 are behind or past their end date.",
        ),
        (
            "all",
            ["completed", "completed", "behind"],
            "2 of 3 activities are completed; 1 is behind or past its end date.",
        ),
    ],
)
def test_what_the_rows_say(choice: str, statuses: list[str], said: str) -> None:
    found = activities(*((str(number), "MOE", "2025-12-01", word) for number, word in enumerate(statuses)))
    assert timeline.finding(found, choice, SEPTEMBER) == said


def test_how_many_ends_an_amendment_moved() -> None:
    found = activities(("A", "MOE", "2025-12-01", "behind"), ("B", "MOE", "2025-12-01", "behind"))
    assert timeline.moved(found) == ""
    earlier = pd.Timestamp(2025, 9, 1)
    mark = "the hollow mark is the end as first signed."
    assert timeline.moved(found.assign(first_ends=earlier)) == f"Amendments moved the end of 2 activities; {mark}"
    assert timeline.moved(found.iloc[:1].assign(first_ends=earlier)) == (
        f"An amendment moved the end of 1 activity; {mark}"
    )


def test_quarters_begin_on_their_first_day() -> None:
    found = periods.quarters(date(2025, 11, 30), date(2026, 4, 1))
    assert found == [date(2025, 10, 1), date(2026, 1, 1), date(2026, 4, 1)]
    assert periods.quarters(date(2025, 1, 1), date(2025, 3, 31)) == [date(2025, 1, 1)]
    assert periods.quarter_start(date(2025, 12, 31)) == date(2025, 10, 1)
    assert formats.quarter(date(2025, 12, 31)) == "Q4"
