"""A partner's own table is read by what was said its columns mean, also where a column speaks of one quarter alone."""

from datetime import date
from decimal import Decimal

import pytest

from monitoring.mapping import AS_MEASURED, ColumnMapping, Meant
from monitoring.upload import Checked
from spreadsheets import checking, reading
from spreadsheets.finding_tables import mapped_tables
from tests.spreadsheets.forms import ENDS, JUNE, TODAY, content

DECEMBER = date(2025, 12, 31)
MATRIX = ColumnMapping(
    "Matrix",
    columns={
        "мероприятие": Meant("title"),
        "ii квартал": Meant("share", JUNE),
        "iii квартал": Meant("share", ENDS),
        "iv квартал": Meant("share", DECEMBER),
        "примечание": Meant("narrative"),
    },
)


def matrix(*rows: str) -> Checked:
    head = ["Министерство образования;;;;", "Мероприятие;II квартал;III квартал;IV квартал;Примечание"]
    sent = "\n".join([*head, *rows]).encode("cp1251")
    return checking.check(reading.read(sent, "matrix.csv"), content(), TODAY, mapping=MATRIX)


def test_each_quarter_of_a_matrix_is_a_report_of_its_last_day() -> None:
    found = matrix("A course;40 %;55,5;;in two regions", ";;;;", "Итого;40;55;;")
    assert found.problems == ()
    assert [(one.activity, one.as_of, one.share, one.narrative) for one in found.reports] == [
        ("P-1", JUNE, Decimal(40), "in two regions"),
        ("P-1", ENDS, Decimal("55.5"), "in two regions"),
    ]


def test_a_meaning_of_quarters_is_none_of_quarters_that_stand_over_plan_and_actual() -> None:
    rows = ["Мероприятие;II квартал;;III квартал;", ";План;Факт;План;Факт", "A course;50;40;60;55"]
    (sheet,) = reading.read("\n".join(rows).encode("cp1251"), "matrix.csv").sheets
    assert mapped_tables(sheet, MATRIX) == []
    both = {"ii квартал › факт": Meant("share", JUNE), "iii квартал › факт": Meant("share", ENDS)}
    actual = ColumnMapping("Actual", columns={"мероприятие": Meant("title"), **both})
    found = checking.check(reading.Workbook("matrix.csv", (sheet,)), content(), TODAY, mapping=actual)
    assert [(one.as_of, one.share) for one in found.reports] == [(JUNE, 40), (ENDS, 55)]


def test_a_quarter_that_is_not_over_is_named_at_its_own_cell() -> None:
    (problem,) = matrix("A course;40;50;60;").errors
    assert problem.cell == "D3"


def test_a_title_that_is_not_in_the_plan_is_named_and_the_other_rows_are_read() -> None:
    found = matrix("A coarse;40;50;;", "A course;40;50;;")
    assert {problem.cell for problem in found.errors} == {"A3"}
    assert {one.activity for one in found.reports} == {"P-1"}


def test_a_column_of_which_nobody_said_what_it_means_is_told_and_one_that_is_known_is_not() -> None:
    rows = ["№;Мероприятие;II квартал;III кв. 2025;Прим.", "1;A course;40;55;важно"]
    columns = {"№": Meant(""), "мероприятие": Meant("title"), "ii квартал": Meant("share", JUNE)}
    sent = reading.read("\n".join(rows).encode("cp1251"), "matrix.csv")
    found = checking.check(sent, content(), TODAY, mapping=ColumnMapping("Matrix", columns=columns))
    assert [(one.cell, one.value, one.level) for one in found.problems] == [
        ("D1", "III кв. 2025", "warning"),
        ("E1", "Прим.", "warning"),
    ]
    assert [one.share for one in found.reports] == [40]


QUARTERS = {"ii квартал": Meant("share", JUNE), "iii квартал": Meant("share", ENDS)}
BY_CODE = ColumnMapping("Matrix", columns={"код": Meant("activity"), **QUARTERS})


@pytest.mark.parametrize("header", ["III кв.", "3 квартал", "Q3", "3-й квартал", "III кв. 2025 г."])
def test_other_words_for_the_same_period_are_the_same_column(header: str) -> None:
    sent = reading.read(f"Код;II квартал;{header}\nP-1;40;55\n".encode(), "matrix.csv")
    found = checking.check(sent, content(), TODAY, mapping=BY_CODE)
    assert found.problems == ()
    assert [(one.as_of, one.share) for one in found.reports] == [(JUNE, 40), (ENDS, 55)]


def test_words_without_a_year_are_not_taken_for_those_with_one() -> None:
    columns = {"код": Meant("activity"), "ii квартал": Meant("share", JUNE), "iii квартал 2025": Meant("share", ENDS)}
    sent = reading.read("Код;II квартал;III кв.\nP-1;40;55\n".encode(), "matrix.csv")
    found = checking.check(sent, content(), TODAY, mapping=ColumnMapping("Matrix", columns=columns))
    assert [(one.cell, one.level) for one in found.problems] == [("C1", "warning"), ("A1", "warning")]
    assert [(one.as_of, one.share) for one in found.reports] == [(JUNE, 40)]


def test_other_words_for_the_same_period_below_an_upper_line_are_the_same_column() -> None:
    both = {"ii квартал › факт": Meant("share", JUNE), "iii квартал › факт": Meant("share", ENDS)}
    plans = {"ii квартал › план": Meant(""), "iii квартал › план": Meant("")}
    mapping = ColumnMapping("Actual", columns={"код": Meant("activity"), **both, **plans})
    rows = ["Код;II кв.;;III кв.;", ";План;Факт;План;Факт", "P-1;50;40;60;55"]
    found = checking.check(reading.read("\n".join(rows).encode(), "m.csv"), content(), TODAY, mapping=mapping)
    assert found.problems == ()
    assert [(one.as_of, one.share) for one in found.reports] == [(JUNE, 40), (ENDS, 55)]


@pytest.mark.parametrize(
    ("headers", "cells"),
    [
        (["III кв. 2026"], ["C1"]),
        (["III кв.", "3 квартал"], ["C1", "D1"]),
        (["III кв.", "III квартал"], ["C1"]),
    ],
)
def test_a_period_of_another_year_or_twice_is_told_and_not_read(headers: list[str], cells: list[str]) -> None:
    rows = [";".join(["Код", "II квартал", *headers]), ";".join(["P-1", "40", *("55" for _ in headers)])]
    found = checking.check(reading.read("\n".join(rows).encode(), "m.csv"), content(), TODAY, mapping=BY_CODE)
    unread = "Nobody has said what this column means, so it is not read."
    assert [one.cell for one in found.problems if str(one.what) == unread] == cells
    assert [(one.as_of, one.share) for one in found.reports][:1] == [(JUNE, 40)]


def test_a_column_that_a_meaning_speaks_of_and_that_is_not_there_is_named_at_the_header() -> None:
    found = checking.check(
        reading.read("Код;II квартал\nP-1;40\n".encode(), "m.csv"), content(), TODAY, mapping=BY_CODE
    )
    (said,) = found.problems
    assert (said.cell, said.value, said.level) == ("A1", "Код", "warning")
    assert str(said.what) == ("There is no column “iii квартал” here, and the meaning of the columns speaks of it.")
    assert [one.share for one in found.reports] == [40]


def test_one_column_may_hold_what_each_activity_is_measured_by() -> None:
    rows = [
        "Код;II квартал;III квартал",
        "P-1;40 %;55,5",
        "Q-1;3 из 10;4",
        "S-1;Начато;Under way",
        "E-1;нет;да",
        "P-2;;120",
    ]
    quarters = {"ii квартал": Meant(AS_MEASURED, JUNE), "iii квартал": Meant(AS_MEASURED, ENDS)}
    mapping = ColumnMapping("Matrix", columns={"код": Meant("activity"), **quarters})
    sent = reading.read("\n".join(rows).encode("cp1251"), "matrix.csv")
    found = checking.check(sent, content(), TODAY, mapping=mapping)
    said = {(one.activity, one.as_of): (one.share, one.stage, one.quantity) for one in found.reports}
    assert said["P-1", ENDS] == (Decimal("55.5"), None, None)
    assert said["Q-1", ENDS] == (None, None, 4)
    assert said["S-1", ENDS][1] is not None
    assert said["E-1", ENDS] == (100, None, None)
    assert said["E-1", JUNE] == (0, None, None)
    assert ("P-2", ENDS) not in said
    assert "C6" in {one.cell for one in found.errors}


def test_advice_names_the_column_of_the_sender_and_no_column_that_is_not_there() -> None:
    columns = {"код": Meant("activity"), "iii квартал": Meant(AS_MEASURED, ENDS), "потрачено": Meant("spent_cents")}
    mapping = ColumnMapping("Matrix", columns=columns)
    sent = reading.read("Код;III квартал;Потрачено\nP-1;идёт хорошо;100\n".encode("cp1251"), "matrix.csv")
    found = checking.check(sent, content(), TODAY, ENDS, mapping)
    assert [(one.cell, str(one.allowed)) for one in found.problems] == [
        ("B2", "Leave it, or write the figure in the column III квартал."),
        ("C2", "Write it behind the amount, such as 100 USD."),
    ]


def test_quarters_that_fall_within_one_file_are_told_as_rows_that_fall_are() -> None:
    quarters = {"i квартал": Meant("share", date(2025, 3, 31)), "ii квартал": Meant("share", JUNE)}
    mapping = ColumnMapping("Matrix", columns={"код": Meant("activity"), **quarters})
    sent = reading.read("Код;I квартал;II квартал\nP-1;40;20\n".encode(), "m.csv")
    found = checking.check(sent, content(), TODAY, mapping=mapping)
    assert [(one.cell, str(one.what)) for one in found.warnings] == [
        ("C2", "This is less than before: 40% on 31.03.2025.")
    ]
