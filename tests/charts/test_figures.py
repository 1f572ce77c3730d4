"""Figures draw the numbers of their tables, say in place when they are made up, and label what they show."""

from datetime import date

import plotly.graph_objects as go
import pytest

from charts import (
    activity_course,
    equity_dots,
    goal_rows,
    indicator_course,
    moves,
    over_time,
    progress_bars,
    punctuality,
    status_bars,
    unit_matrix,
)
from charts.look import Look
from charts.marks import SHAPES
from db import queries
from db.engine import Database
from monitoring.periods import Dates
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, RESULT_MARKS, Delivery
from monitoring.thresholds import Thresholds


def texts(figure: go.Figure) -> list[str]:
    labels = [str(text) for trace in figure.select_traces({"mode": "text"}) for text in trace.text]
    return [*labels, *(str(note.text) for note in figure.layout.annotations)]


def test_bullets_draw_delivered_planned_and_the_unreported_part(database: Database, september: Dates) -> None:
    progress = queries.progress_by(database, september, "partner")
    figure = progress_bars.by_group(progress, {"MOE": "Ministry of Education"})
    track, silent, delivered, planned, *_labels = figure.data
    upward = progress.iloc[::-1]
    reported = upward["reported_weight"]
    assert list(delivered.x) == pytest.approx((upward["delivered"] * reported).tolist())
    assert list(silent.x) == pytest.approx(upward["silent_weight"].tolist())
    assert [base + part for base, part in zip(silent.base, silent.x, strict=True)] == pytest.approx([1] * len(upward))
    assert list(planned.x) == pytest.approx((upward["planned_at_report"] * reported).tolist())
    assert all(blue <= base for blue, base in zip(delivered.x, silent.base, strict=True)), "neither covers the other"
    assert list(track.customdata) == upward["group"].tolist()
    assert "Ministry of Education" in texts(figure)


def test_a_long_name_takes_two_lines_and_its_row_more_room(database: Database, september: Dates) -> None:
    progress = queries.progress_by(database, september, "partner").head(2)
    short = progress_bars.by_group(progress, {"MOH": "Health", "MOE": "Education"})
    long = progress_bars.by_group(
        progress, {"MOH": "Ministry of Health and Medical Industry and much more", "MOE": "E"}
    )
    assert long.layout.height > short.layout.height
    assert any("<br>" in text and text.startswith("Ministry") for text in texts(long))


def test_status_bars_fill_the_whole_width_with_the_counts(database: Database, september: Dates) -> None:
    progress = queries.progress_by(database, september, "area")
    figure = status_bars.by_group(progress, {})
    for place in range(len(progress)):
        assert sum(bar.x[place] for bar in figure.data) == pytest.approx(1)
    behind = next(bar for bar in figure.data if bar.customdata[0][1] == "behind")
    assert behind.marker.color == DELIVERY_MARKS[Delivery.BEHIND].mark_light


def test_numbers_on_amber_are_never_white(database: Database, september: Dates) -> None:
    progress = queries.progress_by(database, september, "area")
    for look in (Look(False), Look(True)):
        figure = status_bars.by_group(progress, {}, look)
        amber = next(bar for bar in figure.data if bar.customdata[0][1] == "needs attention")
        assert amber.textfont.color != "#FFFFFF"


def test_the_matrix_has_one_mark_an_activity(database: Database, september: Dates) -> None:
    found = queries.judged_activities(database, september)
    partners = {code: code for code in found["partner"].unique()}
    figure = unit_matrix.squares(found, partners, {code: code for code in ("PROT", "EDU", "HLTH", "SOC")}, Thresholds())
    clickable = [trace for trace in figure.data if trace.customdata is not None]
    assert sum(len(trace.x) for trace in clickable) == len(found)
    told = {text for trace in clickable for text in trace.hovertext}
    assert any(text.endswith("More than 92 days behind the plan at its report.") for text in told)
    places = [(x, y) for trace in clickable for x, y in zip(trace.x, trace.y, strict=True)]
    assert len(set(places)) == len(places)


def test_the_curve_ends_at_the_reporting_date_and_its_title_says_both_figures(
    database: Database, september: Dates
) -> None:
    curve = queries.over_time(database, september)
    figure = over_time.course(curve, september.as_of, made_up=True)
    (delivered,) = (trace for trace in figure.data if trace.customdata is not None)
    assert max(delivered.x)[:10] == max(delivered.customdata) == september.as_of.isoformat()
    assert "Delivered: 55%" in delivered.hovertext[-1]
    at_end = curve[curve["day"].dt.date == september.as_of].iloc[0]
    title = over_time.finding(curve, september.as_of)
    assert f"{round(at_end['delivered'] * 100)}%" in title
    assert f"{round(at_end['planned'] * 100)}%" in title


def test_goals_show_a_mark_for_each_indicator_with_the_year_of_its_value(database: Database, september: Dates) -> None:
    goals = queries.goals_in_force(database, september, "national action plan")
    indicators = queries.judged_indicators(database, september)
    figure = goal_rows.rows(goals, queries.progress_by(database, september, "goal"), indicators)
    marks = [trace for trace in figure.data if trace.type == "scatter" and trace.customdata is not None]
    shown = [code for trace in marks for _kind, code in trace.customdata]
    expected = [
        code for goals_of, code in zip(indicators["goals"], indicators["code"], strict=True) for _goal in goals_of
    ]
    assert sorted(shown) == sorted(expected)
    stunting = next(trace for trace in marks if ("indicator", "STUNT") in [tuple(one) for one in trace.customdata])
    place = [code for _kind, code in stunting.customdata].index("STUNT")
    labels = {
        (x, round(y, 2)): text
        for trace in figure.select_traces({"mode": "text"})
        for x, y, text in zip(trace.x, trace.y, trace.text, strict=True)
    }
    assert labels[stunting.x[place], round(stunting.y[place] - 0.28, 2)] == "2024"


def test_values_of_two_series_are_never_joined(database: Database, september: Dates) -> None:
    row = next(row for row in rows_of(queries.judged_indicators(database, september)) if row["code"] == "U5MR")
    seen = queries.observations(database, september, "U5MR")
    seen = seen[(seen["sex"] == "")]
    figure = indicator_course.small(row, seen, queries.targets(database, september, "U5MR"), None)
    lines = [trace for trace in figure.data if trace.mode == "lines+markers"]
    assert len(lines) == seen["series"].nunique() > 1
    assert figure.layout.yaxis.range[0] == 0


def test_the_poorest_and_the_richest_stand_on_one_line(database: Database, september: Dates) -> None:
    words = {code: code for code in ("all", "poorest", "richest", "rural", "urban")}
    groups = equity_dots.groups_of(queries.observations(database, september, "ORGL"), words)
    assert dict(zip(groups["label"], groups["value"], strict=True)) == {
        "urban": 70.7,
        "rural": 24.9,
        "richest": 84.8,
        "poorest": 20.5,
        "all": 44.4,
    }
    figure = equity_dots.line(groups, percent=True)
    assert sorted(figure.data[1].x) == [20.5, 24.9, 44.4, 70.7, 84.8]
    assert equity_dots.groups_of(queries.observations(database, september, "WATER"), words).empty


def test_made_up_data_is_marked_inside_each_figure(database: Database, september: Dates) -> None:
    progress = queries.progress_by(database, september, "area")
    found = queries.judged_activities(database, september)
    detail = queries.activity_detail(database, september, "MOE-2025-05")
    assert detail is not None
    goals = queries.goals_in_force(database, september, "national action plan")
    drawn = [
        progress_bars.by_group(progress, {}),
        status_bars.by_group(progress, {}),
        goal_rows.rows(
            goals, queries.progress_by(database, september, "goal"), queries.judged_indicators(database, september)
        ),
        unit_matrix.squares(
            found,
            {code: code for code in found["partner"].unique()},
            {code: code for code in found["area"]},
            Thresholds(),
        ),
        over_time.course(queries.over_time(database, september), september.as_of, True),
        activity_course.course(detail.planned, detail.first_planned, detail.course, date(2025, 9, 30), True),
    ]
    for figure in drawn:
        assert any("Illustrative" in text for text in texts(figure))
    real = over_time.course(queries.over_time(database, september), september.as_of, False)
    assert "Illustrative" not in texts(real)


def test_every_status_has_a_shape_of_its_own_in_figures() -> None:
    for marks in (DELIVERY_MARKS, RESULT_MARKS):
        assert len({SHAPES[mark.icon] for mark in marks.values()}) == len({mark.word for mark in marks.values()})


def test_moves_count_each_activity_once_worse_above_and_better_below_the_diagonal(
    database: Database, september: Dates
) -> None:
    found = queries.changes(database, Dates(date(2025, 6, 30), september.known_on), september)
    figure = moves.table(found)
    cells = [trace for trace in figure.data if trace.mode == "markers+text"]
    assert sum(int(cell.text[0].strip("</b>")) for cell in cells) == len(found)
    upper = max(cell.y[0] + cell.x[0] for cell in cells if cell.customdata[0][0] == cell.customdata[0][1])
    look = Look()
    for cell in cells:
        before, after = cell.customdata[0]
        on_it = cell.x[0] + cell.y[0] - upper
        if cell.marker.color == look.worse:
            assert on_it > 0, (before, after)
        elif cell.marker.color == look.better:
            assert on_it < 0, (before, after)
        elif before == after:
            assert on_it == 0
            assert cell.marker.color == look.rule
    assert "Illustrative" in texts(figure)


def test_cells_of_punctuality_say_what_came_and_how_late(database: Database, september: Dates) -> None:
    found = queries.punctuality(database, september)
    names = {code: code for code in dict.fromkeys(found["partner"])}
    figure = punctuality.cells(found, names, {"2025-Q3": "Q3 2025"})
    said = texts(figure)
    for row in rows_of(found):
        assert punctuality.said(row) in said
    assert sum(len(trace.x) for trace in figure.data if trace.type == "bar") == len(found)
    assert "Q3 2025" in said
    assert "Illustrative" in said
    (late,) = {
        punctuality.said(row | {"days_late": 1.0, "reports_in": 1, "reports_due": 2}) for row in rows_of(found[:1])
    }
    assert late == "1 of 2 · 1 day late"
