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
