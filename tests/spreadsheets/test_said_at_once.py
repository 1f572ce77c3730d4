"""All that is wrong with a row or a header is said at once: one fault keeps none of the others back."""

from datetime import date

import pytest

from monitoring.upload import Checked
from spreadsheets import checking, reading
from tests.spreadsheets.forms import content

DECEMBER = date(2025, 12, 31)


def judged(*rows: str) -> Checked:
    return checking.check(reading.read("\n".join(rows).encode(), "own.csv"), content(), DECEMBER)


def said(found: Checked) -> list[tuple[str, str]]:
    return [(one.cell, str(one.what)) for one in found.problems]


MISSING = "The currency of this amount is missing."


@pytest.mark.parametrize(
    ("amount", "currency", "told"),
    [
        ("1.23.4", "", ["C2 This is text, and a number belongs here.", f"C2 {MISSING}"]),
        ("100.5555", "", ["C2 This has more than two decimals.", f"C2 {MISSING}"]),
        ("-5", "ZZZ", ["C2 This is below 0.", "D2 This is no currency."]),
        ("1.23.4", "USD", ["C2 This is text, and a number belongs here."]),
        ("a hundred", "", ["C2 This is text, and a number belongs here."]),
        ("1.23.4 $", "", ["C2 This is text, and a number belongs here."]),
    ],
)
def test_a_refused_amount_and_its_currency_are_both_told(amount: str, currency: str, told: list[str]) -> None:
    found = judged("Code;Reported on;Spent in total since start;Currency", f"P-1;30.09.2025;{amount};{currency}")
    assert [f"{cell} {what}" for cell, what in said(found)] == told


def test_a_currency_above_the_column_of_a_refused_amount_is_none_that_is_missing() -> None:
    found = judged("Code;Reported on;Spent in total since start (USD)", "P-1;30.09.2025;1.23.4")
    assert said(found) == [("C2", "This is text, and a number belongs here.")]


HEAD = "Code;Reported on;Percent complete;Status;Spent in total since start"


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("Completed;", ["C2 This is less than before: 60% on 30.06.2025.", "D2 Completed, at 40%."]),
        (";100", ["C2 This is less than before: 60% on 30.06.2025.", f"E2 {MISSING}"]),
        (
            "Completed;100",
            ["C2 This is less than before: 60% on 30.06.2025.", "D2 Completed, at 40%.", f"E2 {MISSING}"],
        ),
    ],
)
def test_a_figure_is_held_against_the_last_one_whatever_else_is_wrong(rest: str, told: list[str]) -> None:
    found = judged(HEAD, f"P-2;30.09.2025;40;{rest}")
    assert set(told) <= {f"{cell} {what}" for cell, what in said(found)}
    assert found.reports == ()


def test_a_status_without_a_figure_that_is_understood_contradicts_nothing() -> None:
    assert [cell for cell, _ in said(judged(HEAD, "P-2;30.09.2025;1 2;Completed;"))] == ["C2"]


def test_a_status_contradicts_its_figure_on_a_day_that_is_refused_too() -> None:
    assert [cell for cell, _ in said(judged(HEAD, "P-2;32.09.2025;40;Completed;"))] == ["B2", "D2"]
    assert [cell for cell, _ in said(judged(HEAD, "P-2;32.09.2025;;Completed;"))] == ["B2"]
    assert [cell for cell, _ in said(judged(HEAD, "P-2;32.09.2025;1 2;Completed;"))] == ["B2", "C2"]


def test_rows_of_one_activity_are_held_against_each_other_though_one_is_faulty() -> None:
    less = ("C3", "This is less than before: 60% on 31.07.2025.")
    assert less in said(judged(HEAD, "P-1;31.07.2025;60;;", "P-1;31.08.2025;40;Completed;"))
    assert less in said(judged(HEAD, "P-1;31.07.2025;60;Completed;", "P-1;31.08.2025;40;;"))


@pytest.mark.parametrize("first", ["P-1;31.07.2025;60;;", "P-1;31.07.2025;60;Completed;"])
def test_two_rows_that_say_different_things_of_one_day_are_not_held_against_each_other(first: str) -> None:
    found = judged(HEAD, first, "P-1;31.07.2025;40;;")
    assert not any("less than before" in what for _, what in said(found))


def test_columns_that_are_not_read_are_told_beside_the_names_that_are_faulty() -> None:
    found = judged("Code;Name;Progress;Date;Comments", "P-1;A;60;10.09.2025;words", ";;;;", ";;;;signed")
    assert [(one.cell, one.level) for one in found.problems] == [
        ("C1", "error"),
        ("D1", "error"),
        ("B1", "warning"),
        ("E1", "warning"),
    ]


def test_spending_that_goes_down_from_row_to_row_is_told() -> None:
    head = "Code;Reported on;Percent complete;Spent in total since start;Currency"
    found = judged(head, "P-1;31.08.2025;60;1500;USD", "P-1;31.07.2025;40;2000;USD")
    assert said(found) == [("D2", "This is less than before: 2,000.00 USD on 31.07.2025.")]
    assert said(judged(head, "P-1;31.07.2025;40;2000;USD", "P-1;31.08.2025;60;1500;TMT")) == []


def test_the_contradiction_of_a_row_is_said_beside_a_figure_that_belongs_elsewhere() -> None:
    found = judged("Code;Reported on;Percent complete;Quantity done;Status", "P-1;30.09.2025;55;10;Completed")
    assert [cell for cell, _ in said(found)] == ["D2", "E2"]
