"""A number is read as its sender sees it: with the words, the sign or the parts of a date that its format shows."""

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from spreadsheets import checking, reading
from spreadsheets.worker.number_formats import MONTH, PERCENT, YEAR, as_shown, shown_by
from tests.spreadsheets.files import sheet_of
from tests.spreadsheets.forms import TODAY, content, saved


@pytest.mark.parametrize(
    ("code", "how"),
    [
        *[(code, "") for code in ("General", "0.00", "#,##0.00;[Red]-#,##0.00", "dd.mm.yyyy", "[h]:mm:ss", "@", "0,")],
        *[(code, "") for code in ('0" чел."', '0"%"', '_-* #,##0.00_-;"USD" 0', "d mmm", "mm:ss")],
        *[(code, PERCENT) for code in ("0%", "0.0%;-0.0%", "0 %")],
        *[(code, MONTH) for code in ("mmm-yy", "mmmm yyyy", "[$-419]mmm yyyy", 'mm.yyyy" г."')],
        *[(code, YEAR) for code in ("yyyy", 'yyyy" год"')],
        ('0" тыс."', "{} тыс."),
        ('General" тыс."', "{} тыс."),
        *[(code, "{1} тыс.") for code in ('#,##0.0," тыс."', '0," тыс."', '# ##0,.0" тыс."')],
        ('0.0,," млн USD"', "{2} млн USD"),
        ('$#,##0,\\ "k"', "$ {1} k"),
        ("$#,##0,", "$ {}"),
        ('0,,,,,," млрд"', ""),
        ('#,##0.00\\ "₽"', "{} ₽"),
        ("#,##0\\ [$USD-409]", "{} USD"),
        ("$#,##0.00", "$ {}"),
        ('#,##0" манат";-#,##0', "{} манат"),
        ("[$€-2] #,##0", "€ {}"),
    ],
)
def test_what_the_code_of_a_format_adds(code: str, how: str) -> None:
    assert shown_by(code) == how


@pytest.mark.parametrize(
    ("value", "how", "shown"),
    [
        (0.45, PERCENT, "45%"),
        (True, PERCENT, True),
        ("text", "{} тыс.", "text"),
        (19, "{} тыс.", "19 тыс."),
        (18_800, "{1} тыс.", "18.8 тыс."),
        (18_000, "{1} тыс.", "18 тыс."),
        (18_845, "{1} тыс.", "18.8450 тыс."),
        (1.234, "{} USD", "1.2340 USD"),
        (0.5, "{2} млн", "0.0000005 млн"),
        (1234.5, "$ {}", "$ 1234.5"),
        (date(2025, 9, 1), MONTH, "09.2025"),
        (date(2025, 9, 1), YEAR, "2025"),
        (5, MONTH, 5),
    ],
)
def test_a_value_as_its_sender_sees_it(value: Any, how: str, shown: Any) -> None:
    assert as_shown(value, how) == shown


def book(**cells: tuple[Any, str]) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append(["Code", "Reported on", "Spent in total since start"])
    sheet.append(["P-1"])
    for address, (value, code) in cells.items():
        sheet[address].value = value
        sheet[address].number_format = code
    return saved(made)


def test_thousands_of_a_currency_and_a_month_are_read_from_the_formats_of_their_cells() -> None:
    sent = book(B2=(date(2025, 9, 1), "mmm yyyy"), C2=(19, '0" тыс. манат"'))
    found = checking.check(reading.read(sent, "own.xlsx"), content(), TODAY)
    assert [(one.as_of, one.spent_cents, one.currency) for one in found.reports] == [
        (date(2025, 9, 30), 1_900_000, "TMT")
    ]


@pytest.mark.parametrize(
    ("value", "code", "cents"),
    [
        (18_800, '#,##0.0," тыс. USD"', 1_880_000),
        (18_845, '0," тыс. USD"', 1_884_500),
        (1_500_000, '0.0,," млн USD"', 150_000_000),
        (12_000, "#,##0,\\ [$USD]", 1_200_000),
    ],
)
def test_commas_behind_the_digits_of_a_format_make_thousands_of_what_is_shown(
    value: int, code: str, cents: int
) -> None:
    sent = book(B2=("30.09.2025", "@"), C2=(value, code))
    found = checking.check(reading.read(sent, "own.xlsx"), content(), TODAY)
    assert [(one.spent_cents, one.currency) for one in found.reports] == [(cents, "USD")]


def test_a_hidden_column_is_read_and_said_so() -> None:
    made = openpyxl.load_workbook(BytesIO(book(B2=("30.09.2025", "@"), C2=("66 USD", "@"))))
    made.active.column_dimensions["C"].hidden = True
    sent = saved(made)
    assert sheet_of(sent).hidden_columns == {2}
    found = checking.check(reading.read(sent, "own.xlsx"), content(), TODAY)
    assert [(one.cell, str(one.what)) for one in found.problems] == [
        ("C1", "This column is hidden, and it is read too.")
    ]
    assert [one.spent_cents for one in found.reports] == [6600]
