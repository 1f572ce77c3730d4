"""A file that speaks of another period than the one it is checked for: told, and not silently taken for that one."""

from datetime import date

import pytest

from monitoring.upload import Checked
from spreadsheets import checking, reading
from tests.spreadsheets.forms import ENDS, TODAY, content


def judged(*lines: str, name: str = "own.csv", as_of: date | None = ENDS) -> Checked:
    return checking.check(reading.read("\n".join(lines).encode(), name), content(), TODAY, as_of)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Отчёт о выполнении за II квартал 2025 года", "30.06.2025"),
        ("Отчёт за II квартал", "30.06.2025"),
        ("Report for Q2 2025", "30.06.2025"),
        ("по состоянию на 01.07.2025 г.", "01.07.2025"),
        ("Министерство. Отчёт за 2024 год", "31.12.2024"),
        ("2025-nji ýylyň II çärýegi boýunça hasabat", "30.06.2025"),
    ],
)
def test_a_title_of_another_period_is_told_with_both_days(title: str, day: str) -> None:
    found = judged(f"{title};;", "Code;Quantity done;Narrative", "Q-1;4;x")
    assert [(one.cell, one.value, one.level, str(one.what)) for one in found.problems] == [
        (
            "A1",
            title,
            "warning",
            f"This speaks of a time up to {day}, and the figures are taken as those of 30.09.2025.",
        )
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Отчёт за III квартал 2025 года",
        "Отчёт за 9 месяцев 2025 года",
        "План на 2025 год",
        "по состоянию на 01.10.2025",  # the day after, as one says of the end of a quarter
        "Ашхабад, 15.01.2025",  # the day of a letter
        "Отчёт",
    ],
)
def test_a_title_of_the_same_time_is_not(title: str) -> None:
    assert judged(f"{title};;", "Code;Quantity done;Narrative", "Q-1;4;x").problems == ()


def test_one_title_of_the_same_period_is_enough() -> None:
    lines = ("Отчёт за III квартал 2025;;", "Во II квартале 2025 было 3;;", "Code;Quantity done;Narrative", "Q-1;4;x")
    assert judged(*lines).problems == ()


def test_rows_with_days_of_their_own_need_no_title() -> None:
    found = judged("Report for Q2 2025;;", "Code;Quantity done;Reported on", "Q-1;4;30.09.2025")
    assert found.problems == ()


def test_the_name_of_a_sheet_is_a_title_too() -> None:
    (said,) = judged("Code;Quantity done", "Q-1;4", name="II квартал 2025.csv").problems
    assert (said.cell, said.value, said.level) == ("A1", "II квартал 2025", "warning")


def test_without_a_day_to_compare_it_with_the_title_tells_nothing() -> None:
    found = judged("Report for Q2 2025;;", "Code;Quantity done;Narrative", "Q-1;4;x", as_of=None)
    assert all("speaks of a time" not in str(one.what) for one in found.problems)
