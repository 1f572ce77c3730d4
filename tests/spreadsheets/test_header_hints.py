"""Columns that may hold the figure of a row, under a name that is none of the form's: asked about, never left out."""

import pytest

from monitoring.upload import Checked
from spreadsheets import checking, reading
from tests.spreadsheets.forms import ENDS, TODAY, content


def judged(*lines: str) -> Checked:
    return checking.check(reading.read("\n".join(lines).encode(), "own.csv"), content(), TODAY, ENDS)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Done quantity", "Quantity done"),
        ("Количество выполнено", "Quantity done"),
        ("Mukdar, ýerine ýetirilen", "Quantity done"),
        ("Выполнения процент", "Percent complete"),
        ("Date of next step", "Next step date"),
        ("Delay: cause", "Cause of delay"),
        ("Сделано мероприятий", "Quantity done"),
        ("Прогресс за всё время", "Percent complete"),
        ("Кассовый расход", "Spent in total since start"),
        ("Процент выполнения плана", "Percent complete"),
        ("Выполненное количество с начала года", "Quantity done"),
        ("Выполнено, процент", "Percent complete"),
        ("Израсходовано всего с начала, т.долл.", "Spent in total since start"),
    ],
)
@pytest.mark.parametrize("beside", ["Narrative", "Narrative;Stage"])
def test_a_name_in_another_order_or_with_a_word_of_the_form_is_asked_about(name: str, meant: str, beside: str) -> None:
    found = judged(f"Code;{beside};{name}", f"Q-1;well{';' * beside.count(';')};4")
    (said,) = found.errors
    assert (said.cell, said.value, found.reports) == (f"{'BCD'[beside.count(';') + 1]}1", name, ())
    assert f"Did you mean “{meant}”?" in str(said.allowed)


def test_a_table_of_nothing_but_a_code_and_such_a_figure_is_asked_about() -> None:
    (said,) = judged("Код;Количество выполнено", "Q-1;4").errors
    assert (said.cell, said.value) == ("B1", "Количество выполнено")
    assert "Did you mean “Quantity done”?" in str(said.allowed)


def test_a_column_of_figures_is_asked_about_where_no_other_says_how_far_the_work_is() -> None:
    (said,) = judged("Code;Narrative;Teachers trained", "Q-1;well;4", "P-1;well;12").errors
    assert (said.cell, str(said.what)) == (
        "C1",
        "No column here says how far the work is, and this one holds figures: it may be what is done.",
    )


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Planned for the year", (10, 20)),
        ("Выполнено в прошлом году", (3, 4)),
        ("Room", (12, 14)),
        ("Order", (1, 2)),
        ("Signed in", (2024, 2025)),
        ("Done by", ("Training unit", "Statistics unit")),
    ],
)
def test_plans_other_times_and_numbers_of_rows_are_only_told(name: str, cells: tuple[object, object]) -> None:
    found = judged(f"Code;Narrative;{name}", f"Q-1;well;{cells[0]}", f"P-1;well;{cells[1]}")
    assert [(one.cell, one.level) for one in found.problems] == [("C1", "warning")]


def test_the_share_of_the_money_is_not_that_of_the_work() -> None:
    found = judged("Code;Stage;% освоения", "S-1;Completed;45")
    assert [(one.cell, one.level) for one in found.problems] == [("C1", "warning")]


def test_a_word_of_a_figure_that_is_there_already_is_only_told() -> None:
    found = judged("Code;Quantity done;Количество участников", "Q-1;4;120")
    assert [(one.cell, one.level) for one in found.problems] == [("C1", "warning")]
    assert [one.quantity for one in found.reports] == [4]


@pytest.mark.parametrize("name", ["Отчётная дата, дд.мм.гг", "Состояние на дату", "Дата предоставления отчёта"])
def test_a_column_of_days_that_may_be_those_of_the_reports_is_asked_about(name: str) -> None:
    (said,) = judged(f"Code;Quantity done;{name}", "Q-1;4;31.08.2025").errors
    assert (said.cell, "Did you mean “Reported on”?" in str(said.allowed)) == ("C1", True)


@pytest.mark.parametrize("name", ["Период", "Quarter", "Отчётный период", "Çärýek"])
def test_a_column_of_periods_is_asked_about_and_one_of_a_whole_plan_only_told(name: str) -> None:
    (said,) = judged(f"Code;Quantity done;{name}", "Q-1;4;II квартал 2025").errors
    assert "Did you mean “Reported on”?" in str(said.allowed)
    found = judged("Code;Quantity done;Период реализации", "Q-1;4;2025-2026")
    assert ([one.level for one in found.problems], len(found.reports)) == (["warning"], 1)


@pytest.mark.parametrize("name", ["Дата начала работ", "Срок, дата", "Date of birth", "Дата следующей встречи"])
def test_a_column_of_other_days_is_only_told(name: str) -> None:
    found = judged(f"Code;Quantity done;{name}", "Q-1;4;31.08.2025")
    assert ([(one.cell, one.level) for one in found.problems], len(found.reports)) == ([("C1", "warning")], 1)


def test_a_column_that_counts_the_rows_by_its_name_is_not_told() -> None:
    assert judged("№ п/п;Code;Quantity done", "1;Q-1;4", "2;P-1;").problems == ()


def test_a_column_that_begins_with_the_word_for_codes_is_asked_about() -> None:
    found = judged("Код по плану;Activity;Quantity done;Narrative", "Q-1;Five trainings;4;x")
    assert any(one.cell == "A1" and "Did you mean “Code”?" in str(one.allowed) for one in found.errors)
    assert found.reports == ()
