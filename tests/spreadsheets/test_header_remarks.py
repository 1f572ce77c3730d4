"""Words in brackets or behind a comma beside the name of a column: its unit, or what makes another column of it."""

from datetime import date

import pytest

from monitoring.mapping import ColumnMapping, Meant
from monitoring.upload import Checked
from spreadsheets import checking, reading
from tests.spreadsheets.forms import ENDS, JUNE, TODAY, content


def judged(*lines: str) -> Checked:
    return checking.check(reading.read("\n".join(lines).encode(), "own.csv"), content(), TODAY, ENDS)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Percent complete (%)",
            "Процент выполнения (в %)",
            "Percent complete (required)",
            "Percent complete (0-100)",
        ),
        *(
            "Percent complete (Процент выполнения)",
            "Процент выполнения (нарастающим итогом)",
            "Percent complete (факт)",
        ),
    ],
)
def test_a_unit_or_a_remark_that_changes_nothing_is_passed_over(name: str) -> None:
    found = judged(f"Code;Reported on;{name};Narrative (short)", "P-1;30.09.2025;45;well")
    assert found.problems == ()
    assert [(one.share, one.narrative) for one in found.reports] == [(45, "well")]


@pytest.mark.parametrize(
    "names",
    [
        ("«Код»", "«Дата отчёта»", "«Процент выполнения» (%)", "“Описание”"),
        ('"Code"', '"Reported on"', '"Percent complete (%)"', '"Narrative"'),
        ("1. Код", "2. Дата отчёта", "3. Процент выполнения, %", "4. Описание"),
        ("1) Kod", "2) Hasabat senesi", "3) Ýerine ýetirilen göterimi", "4) Beýany"),
        ("(1) Code", "(2) Reported on", "№ 3. Percent complete", "4.1. «Narrative»"),
        ("1. Код мероприятия", "2. Дата отчёта", "3. Процент выполнения", "4. Описание"),
    ],
)
def test_quotation_marks_and_numbers_of_columns_are_passed_over(names: tuple[str, ...]) -> None:
    found = judged("\t".join(name.replace('"', '""').join('""') for name in names), "P-1\t30.09.2025\t45\twell")
    assert found.problems == ()
    assert [(one.as_of, one.share, one.narrative) for one in found.reports] == [(ENDS, 45, "well")]


def test_a_line_of_numbers_below_numbered_columns_is_no_row() -> None:
    found = judged("1. Code;2. Reported on;3. Percent complete;4. Narrative", "1.;2.;3.;4.", "P-1;30.09.2025;45;well")
    assert (found.problems, len(found.reports)) == ((), 1)


@pytest.mark.parametrize(
    ("name", "figure"),
    [("Quantity done, шт.", 4), ("Quantity done (чел.)", 4), ("Ýerine ýetirilen mukdar, sany", 4)],
)
def test_a_unit_of_counts_behind_a_count_changes_nothing(name: str, figure: int) -> None:
    found = judged(f"Code;Reported on;{name}", "Q-1;30.09.2025;4")
    assert ([one.quantity for one in found.reports], found.errors) == ([figure], ())


@pytest.mark.parametrize("name", ["Value, %", "Value (%)", "Значение, чел."])
def test_a_value_of_an_indicator_may_be_in_any_unit(name: str) -> None:
    found = judged(f"Code;Observed on;{name};Series", "ORGL;01.07.2025;45;MICS")
    assert [one.value for one in found.observations] == [45]


def test_what_a_numbered_or_quoted_name_says_besides_is_still_told() -> None:
    found = judged('1. Code;2. Reported on;3. Procent complete;"""Quantity done (plan)"""', "P-1;30.09.2025;45;3")
    assert [(one.cell, str(one.allowed)) for one in found.errors] == [
        ("C1", "Did you mean “Percent complete”? Correct its name, or delete the column."),
        ("D1", "Call it “Quantity done” alone, if that is what it says, or delete the column."),
    ]


@pytest.mark.parametrize("name", ["3. Percent complete on 30.09.2025", "«Percent complete» 3. Quarter 2025"])
def test_a_day_beside_a_numbered_or_quoted_name_is_that_of_the_column(name: str) -> None:
    found = judged(f"1. Code;{name}", "P-1;45")
    assert (found.problems, [(one.as_of, one.share) for one in found.reports]) == ((), [(ENDS, 45)])


@pytest.mark.parametrize(
    "name",
    [
        *("Quantity done (plan)", "Выполненное количество (за квартал)", "Quantity done (%)", "Quantity done (left)"),
        *("Выполненное количество (прошлый период)", "Percent complete (increase)"),
        *("Quantity done, %", "Quantity done, percent", "Выполненное количество, USD", "Percent complete, шт."),
        *("Percent complete (чел.)", "Spent in total since start, %", "Spent in total since start (шт.)"),
    ],
)
def test_a_remark_that_may_make_another_column_is_asked_about(name: str) -> None:
    found = judged(f"Code;Reported on;{name};Status", "Q-1;30.09.2025;4;Ongoing")
    ((cell, said),) = [(one.cell, str(one.what)) for one in found.errors]
    assert (cell, said) == (
        "C1",
        "The words beside or above its name may make another column of this one, so it is not read.",
    )
    assert found.reports == ()


@pytest.mark.parametrize(
    "name",
    [
        *("Spent in total since start (thousand USD)", "Израсходовано всего с начала, тыс. манат"),
        *("Израсходовано всего с начала (в млн)", "Quantity done (тыс. чел.)"),
    ],
)
def test_a_column_that_counts_in_thousands_is_not_read(name: str) -> None:
    found = judged(f"Code;Reported on;{name};Status", "Q-1;30.09.2025;66;Ongoing")
    assert [(one.cell, str(one.what)) for one in found.errors] == [
        ("C1", "This column counts in thousands or millions, and those of the form do not.")
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Spent in total since start (TMT)",
        "Израсходовано всего с начала, манат",
        "2. «Израсходовано всего с начала (TMT)»",
    ],
)
def test_a_currency_above_a_column_is_that_of_its_amounts(name: str) -> None:
    found = judged(f"Code;Reported on;{name}", "P-1;30.09.2025;66,50")
    assert [(one.spent_cents, one.currency) for one in found.reports] == [(6650, "TMT")]
    contradicted = judged(f"Code;Reported on;{name};Currency", "P-1;30.09.2025;66,50;USD")
    assert [str(one.what) for one in contradicted.errors] == ["Here it says TMT, and USD in the column of currencies."]


def test_thousands_in_a_line_above_the_table_are_doubted() -> None:
    found = judged(
        "Report;;тыс. манат", "Code;Reported on;Spent in total since start;Currency", "P-1;30.09.2025;66;TMT"
    )
    assert [(one.cell, one.level) for one in found.problems] == [("C1", "warning")]
    assert judged("For 5 тыс. children;;", "Code;Reported on;Quantity done", "Q-1;30.09.2025;4").problems == ()


@pytest.mark.parametrize("name", ["Percent complete (30.06.2025)", "Процент выполнения (II квартал 2025)"])
def test_a_period_in_brackets_is_the_day_of_the_column(name: str) -> None:
    assert [(one.as_of, one.share) for one in judged(f"Code;{name};Status", "P-1;45;Ongoing").reports] == [(JUNE, 45)]


def test_a_day_above_a_column_and_another_beside_it_contradict_each_other() -> None:
    found = judged("Code;Percent complete on 30.06.2025;Reported on", "P-1;45;30.09.2025", "P-2;70;30.06.2025")
    assert [(one.cell, str(one.what)) for one in found.errors] == [
        ("C2", "The words above the column of figures say another day: 30.06.2025.")
    ]
    assert [one.activity for one in found.reports] == ["P-2"]


def test_the_same_figure_at_two_days_side_by_side_is_not_taken_for_one() -> None:
    found = judged("Code;Percent complete Q2 2025;Percent complete Q3 2025;Status", "P-1;40;45;Ongoing")
    assert {one.cell for one in found.errors} == {"B1", "C1"}
    assert found.reports == ()


def test_columns_that_differ_by_their_remark_alone_have_a_meaning_each() -> None:
    quarters = {"выполнение (ii кв.)": Meant("share", JUNE), "выполнение (iii кв.)": Meant("share", ENDS)}
    mapping = ColumnMapping("Matrix", columns={"код": Meant("activity"), **quarters})
    sent = reading.read("Код;Выполнение (II кв.);Выполнение (III кв.)\nP-1;40;45\n".encode("cp1251"), "matrix.csv")
    found = checking.check(sent, content(), TODAY, mapping=mapping)
    assert [(one.as_of, one.share) for one in found.reports] == [(JUNE, 40), (ENDS, 45)]


def test_a_line_that_counts_the_columns_may_begin_with_letters() -> None:
    found = judged("Code;Activity;Reported on;Percent complete", "А;Б;3;4", "P-1;A course;30.09.2025;45")
    assert (found.problems, [one.as_of for one in found.reports]) == ((), [date(2025, 9, 30)])
