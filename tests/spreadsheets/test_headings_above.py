"""Headings over the names of columns: what makes others of them is asked about, and a day there is their own."""

from datetime import date

import pytest

from monitoring.upload import Checked
from spreadsheets import checking, reading
from tests.spreadsheets.forms import ENDS, JUNE, TODAY, content

ASKED = "The words beside or above its name may make another column of this one, so it is not read."


def judged(*lines: str, as_of: date | None = ENDS) -> Checked:
    return checking.check(reading.read("\n".join(lines).encode(), "own.csv"), content(), TODAY, as_of)


@pytest.mark.parametrize(
    "heading",
    [
        *("План на 2025 год", "Plan", "Прогноз на IV квартал", "в том числе девочки", "За квартал", "Прошлый отчёт"),
        *("of which girls", "Previous period", "Meýilnama", "şol sanda gyzlar", "Запланировано"),
    ],
)
@pytest.mark.parametrize(
    ("upper", "lower"),
    [("Code;{};Narrative;", ";Quantity done;;"), (";{};;", "Code;Quantity done;Narrative;")],
    ids=["code in the upper line", "code in the lower line"],
)
def test_a_heading_that_makes_another_figure_of_a_column_is_asked_about(heading: str, upper: str, lower: str) -> None:
    found = judged(upper.format(heading), lower, "Q-1;4;x;")
    assert [(one.cell, str(one.what), one.value) for one in found.errors] == [
        ("B2", ASKED, f"Quantity done ({heading})")
    ]
    assert found.reports == ()


@pytest.mark.parametrize("heading", ["Выполнение плана", "Факт", "Отчёт", "2025 год", "III квартал 2025", "Plan " * 20])
def test_a_heading_that_changes_nothing_leaves_the_column_what_it_is(heading: str) -> None:
    found = judged(f"Ministry;{heading};;", "Code;Quantity done;Narrative;", "Q-1;4;x;")
    assert [(one.as_of, one.quantity) for one in found.reports] == [(ENDS, 4)]
    assert found.errors == ()


def test_a_title_in_the_first_column_is_no_heading() -> None:
    found = judged("План на 2025 год;;", "Code;Quantity done;Narrative", "Q-1;4;x")
    assert (found.errors, [one.quantity for one in found.reports]) == ((), [4])


def test_a_day_over_a_column_is_that_of_its_figures() -> None:
    found = judged(";на 30.06.2025;", "Code;Quantity done;Narrative", "Q-1;4;x")
    assert [(one.as_of, one.quantity) for one in found.reports] == [(JUNE, 4)]
    (said,) = judged(";на 30.06.2025;;", "Code;Quantity done;Narrative;Reported on", "Q-1;4;x;30.09.2025").errors
    assert str(said.what) == "The words above the column of figures say another day: 30.06.2025."


@pytest.mark.parametrize(
    ("upper", "lower", "row"),
    [
        ("Code;Quantity done;", ";план;факт", "Q-1;9;4"),
        ("Code;План;Факт", ";Quantity done;Quantity done", "Q-1;9;4"),
        ("Код;Выполненное количество;", ";Запланировано;Фактически", "Q-1;9;4"),
    ],
)
def test_of_plan_and_actual_the_actual_is_read_and_the_other_told(upper: str, lower: str, row: str) -> None:
    found = judged(upper, lower, row)
    assert [one.quantity for one in found.reports] == [4]
    assert [(one.cell, one.level, str(one.what)) for one in found.problems] == [("B2", "warning", ASKED)]


def test_the_form_may_be_copied_with_the_headings_above_its_columns() -> None:
    known, asked = (
        "Plan, and what was reported last: totals since the start",
        "To fill in: figures are totals since the start",
    )
    found = judged(f"{known};;{asked};", "Code;Activity;Quantity done;Narrative", "Q-1;;4;x")
    assert (found.problems, [one.quantity for one in found.reports]) == ((), [4])


@pytest.mark.parametrize("as_of", [ENDS, date(2025, 8, 15)])
@pytest.mark.parametrize("heading", ["III квартал 2025 г.", "3 квартал", "Q3 2025"])
def test_the_period_of_the_file_over_its_columns_changes_nothing(heading: str, as_of: date) -> None:
    found = judged(f"Code;{heading};;Narrative", ";Quantity done;Status;", "Q-1;4;Ongoing;x", as_of=as_of)
    assert ([(one.as_of, one.quantity) for one in found.reports], found.errors) == ([(as_of, 4)], ())


def test_another_period_over_a_status_leaves_it_what_it_is_and_an_earlier_report_does_not() -> None:
    found = judged("Code;II квартал 2025;Narrative", ";Status;", "Q-1;Ongoing;x")
    assert [one.reported_status for one in found.reports] == ["ongoing"]
    assert [one.cell for one in judged("Code;Previous report;Narrative", ";Status;", "Q-1;Ongoing;x").errors] == ["B2"]


@pytest.mark.parametrize(
    "letterhead",
    [
        "Утверждено:;15.01.2025;;",
        "Исх. №;12-345;15.08.2025;",
        "Дата составления:;02.10.2025;;",
        ";План утверждён;15.01.2025;",
    ],
)
def test_the_day_of_a_letter_is_not_that_of_the_figures_below_it(letterhead: str) -> None:
    found = judged(letterhead, "Code;Quantity done;Narrative;", "Q-1;4;x;")
    assert [(one.as_of, one.quantity) for one in found.reports] == [(ENDS, 4)]
    dated = judged(letterhead, "Code;Quantity done;Narrative;Reported on", "Q-1;4;x;30.09.2025")
    assert (len(dated.reports), dated.errors) == (1, ())


@pytest.mark.parametrize("title", ["План мероприятий на 2025 год", "Workplan for 2025", "Plan of the Ministry"])
def test_a_title_in_the_middle_of_its_line_is_no_heading(title: str) -> None:
    found = judged(f";{title};", "Code;Quantity done;Narrative", "Q-1;4;x")
    assert ([one.quantity for one in found.reports], found.errors) == ([4], ())
