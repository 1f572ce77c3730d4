"""What documents say of activities and groups, before any of them draws it."""

from datetime import date
from itertools import pairwise

import pytest

from charts import progress_bars
from db import queries
from db.engine import Database
from monitoring import formats, language
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from monitoring.rows import rows_of
from monitoring.status import LEFT_OUT
from reports.contents import Contents, gather
from reports.told import drawn, groups, rows
from reports.told.scale import scale

DATES = Dates(date(2025, 9, 30), end_of_day(date(2025, 10, 20)))


@pytest.fixture(scope="module")
def whole(demonstration: Database) -> Contents:
    return gather(demonstration, DATES, Filters(), "national action plan")


@pytest.mark.parametrize("key", ["by_partner", "by_area", "by_goal"])
def test_what_a_group_delivered_stands_beside_what_the_same_reports_should_have_told(whole: Contents, key: str) -> None:
    table = whole.report.tables[key]
    for row, told in zip(rows_of(table.frame), groups.table(table)["rows"], strict=True):
        assert told["delivered"] == pytest.approx(row["delivered"] * row["reported_weight"])
        assert told["planned"] == pytest.approx(row["planned_at_report"] * row["reported_weight"])
        assert told["planned_said"] == formats.percent(row["planned_at_report"] * row["reported_weight"])
        assert (told["silent"] or 0) == row["silent_weight"]
        assert row["delivered"] / row["planned_at_report"] >= row["delivered_of_due"] - 1e-8


def test_partners_stand_in_the_figures_order_and_words_of_the_overview(
    whole: Contents, demonstration: Database
) -> None:
    told = groups.table(whole.report.tables["by_partner"])
    screen = queries.furthest_behind(queries.progress_by(demonstration, DATES, "partner", Filters()))
    assert whole.report.tables["by_partner"].frame["code"].tolist() == screen["group"].tolist()
    shown = [one.split(": ")[1] for row in rows_of(screen) for one in progress_bars.of_the_whole(row)]
    assert [said for row in told["rows"] for said in (row["delivered_said"], row["planned_said"])] == shown
    assert told["legend"] == f"{progress_bars.key()} Furthest behind first."
    assert "of the whole plan" in told["columns"][1]
    assert any(row["silent"] for row in told["rows"]), "hatched: some reports are missing"


def test_an_activity_is_held_against_its_plan_on_the_day_of_its_report(whole: Contents) -> None:
    found = rows_of(whole.report.tables["activities"].frame)
    asked = [row for row in found if row["status_key"] not in LEFT_OUT]
    assert [rows.activity(row)["planned_said"] for row in asked] == [
        formats.percent(row["planned_at_report"]) for row in asked
    ]


def test_nothing_is_planned_of_what_was_taken_out_of_the_plan(whole: Contents) -> None:
    taken_out = [row for row in rows_of(whole.report.tables["activities"].frame) if row["status_key"] in LEFT_OUT]
    assert len(taken_out) > 2
    assert {(rows.activity(row)["planned"], rows.activity(row)["planned_said"]) for row in taken_out} == {(None, "–")}


@pytest.mark.parametrize(
    ("values", "levels"),
    [
        ([99.6, 100], (0, 50, 100)),
        ([40, 25], (0, 20, 40)),
        ([23, 12], (0, 30)),
        ([12.6, 6.5], (0, 15)),
        ([5.7, 0], (0, 6)),
        ([1800], (0, 1000, 2000)),
        ([0, 1], (0, 0.5, 1)),
        ([0], (0, 1)),
        ([-4, 12], (-5, 5, 15)),
        ([], (0, 1)),
    ],
)
def test_the_axis_of_an_indicator_begins_at_zero_and_has_two_or_three_round_values(
    values: list[float], levels: tuple[float, ...]
) -> None:
    found = scale(values)
    assert found.levels() == pytest.approx(levels)
    assert all(0 <= found.share(value) <= 1 for value in values)


@pytest.mark.parametrize(
    ("code", "deaths", "percent"),
    [
        ("en", "40 deaths per 1000 live births (2022)", "99.6% (2016)"),
        ("ru", "40 смертей на 1000 живорождений (2022)", "99,6% (2016)"),
        ("tk", "40 (diri doglan 1000 çaga hasabyna ölüm, 2022)", "99,6% (2016)"),
    ],
)
def test_a_value_stands_with_its_unit_and_year_in_the_order_of_the_language(
    demonstration: Database, code: str, deaths: str, percent: str
) -> None:
    with language.spoken_in(code):
        contents = gather(demonstration, DATES, Filters(), "national action plan")
        cards = {card["code"]: card for card in map(drawn.card, contents.paths)}
    said = {key: card["said"].replace("@value", card["amount"]) for key, card in cards.items()}
    assert (said["U5MR"], said["BREG"].replace("\xa0", "")) == (deaths, percent)
    assert [level["at"] for level in cards["BREG"]["levels"]] == [0, 0.5, 1]


@pytest.mark.parametrize("code", ["en", "ru", "tk"])
def test_an_open_decision_says_what_the_activity_is_called_that_it_is_about(demonstration: Database, code: str) -> None:
    with language.spoken_in(code):
        contents = gather(demonstration, DATES, Filters(), "national action plan")
    frame = contents.report.tables["activities"].frame
    titles = dict(zip(frame["code"], frame["title"], strict=True))
    told = [rows.decision(row) for row in rows_of(contents.decisions)]
    assert [one["title"] for one in told if one["activity"] in titles] == [
        titles[one["activity"]] for one in told if one["activity"] in titles
    ]
    assert all(one["title"] for one in told if one["activity"])


@pytest.mark.parametrize("as_of", [date(2025, 1, 15), date(2025, 3, 1), date(2025, 9, 30), date(2025, 12, 31)])
def test_dates_below_the_course_do_not_stand_on_each_other(demonstration: Database, as_of: date) -> None:
    curve = queries.over_time(demonstration, Dates(as_of, DATES.known_on), Filters())
    told = drawn.course(curve, as_of)
    assert told is not None
    places = sorted(tick["at"] for tick in told["ticks"])
    assert all(after - before > 0.2 for before, after in pairwise(places))
    assert len({tick["text"] for tick in told["ticks"]}) == len(places) >= 2


def test_an_indicator_that_is_reached_a_little_short_of_its_target_says_so(whole: Contents) -> None:
    near = {path.row["code"]: drawn.card(path)["near"] for path in whole.paths}
    assert near["BREG"] == "So near to the target counts as reached."
    assert near["WAST"] == "", "it is held, and past its target"
