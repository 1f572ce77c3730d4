"""Several tables below each other in one sheet, as in a document that was put together from parts."""

from decimal import Decimal
from typing import Any

import openpyxl

from monitoring.upload import Checked
from spreadsheets import checking, faulty_rows, reading
from spreadsheets.workbook import Workbook
from tests.spreadsheets.forms import ENDS, TODAY, content, saved

FIRST = ["Code", "Percent complete", "Narrative", "Reported on"]


def sent(rows: list[list[Any]]) -> Workbook:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return reading.read(saved(book), "parts.xlsx")


def judged(rows: list[list[Any]]) -> Checked:
    return checking.check(sent(rows), content(), TODAY)


def shares(found: Checked) -> dict[str, Any]:
    assert [str(one.what) for one in found.errors] == []
    return {row.activity: row.share for row in found.reports}


def test_indicators_below_the_activities_of_the_same_sheet_are_read() -> None:
    found = judged(
        [
            ["I. Activities"],
            FIRST,
            ["P-1", 40, "well", "30.09.2025"],
            [],
            ["II. Indicators"],
            ["Code", "Value", "Observed on", "Source"],
            ["ORGL", 38.5, "01.07.2025", "Survey"],
        ]
    )
    assert shares(found) == {"P-1": 40}
    assert [(row.indicator, row.value) for row in found.observations] == [("ORGL", Decimal("38.5"))]


def test_a_second_table_with_its_columns_in_another_order_is_read_by_its_own_header() -> None:
    longer = ["Percent complete", "Challenge", "Narrative", "Code", "Reported on"]
    parts = [
        [FIRST, ["P-1", 40, "well", "30.09.2025"]],
        [longer, [70, "rain", "built", "P-2", "30.09.2025"]],
    ]
    for one, other in (parts, parts[::-1]):
        found = judged([*one, [], *other])
        assert shares(found) == {"P-1": 40, "P-2": 70}
        assert {row.activity: row.narrative for row in found.reports} == {"P-1": "well", "P-2": "built"}


def test_a_faulty_row_of_the_second_table_is_handed_back_below_its_own_header() -> None:
    rows = [FIRST, ["P-1", 40, "well", "30.09.2025"], ["Part two"], ["Narrative", "Code", "Percent complete"]]
    book = sent([*rows, ["built", "P-2", 140]])
    found = checking.check(book, content(), TODAY, ENDS)
    assert [one.cell for one in found.errors] == ["C5"]
    assert faulty_rows.with_their_header(book, found, None) == {"Sheet": [4, 5]}
    (row,) = faulty_rows.listed(book, found, None)
    assert (row.row, row.about) == (5, "P-2")


def test_a_header_of_two_lines_that_stands_there_again_is_no_data() -> None:
    header = [["Code", "Nine months", None, "Reported on"], [None, "Percent complete", "Narrative", None]]
    found = judged([*header, ["P-1", 40, "well", "30.09.2025"], *header, ["P-2", 70, "built", "30.09.2025"]])
    assert shares(found) == {"P-1": 40, "P-2": 70}


def test_words_about_columns_above_the_header_are_no_table() -> None:
    legend = [["Columns to fill in:", "Code", "Narrative"], ["Ask us", "+993 12", "any time"]]
    found = judged([*legend, FIRST, ["P-1", 40, "well", "30.09.2025"]])
    assert shares(found) == {"P-1": 40}


def test_a_header_below_a_long_letter_is_found() -> None:
    letter = [[f"Paragraph {number} of a letter"] for number in range(150)]
    assert shares(judged([*letter, FIRST, ["P-1", 40, "well", "30.09.2025"]])) == {"P-1": 40}


def test_a_row_without_its_code_above_a_repeated_header_is_no_title_of_it() -> None:
    head = ["Code", "Reported on", "Percent complete"]
    found = judged([head, ["P-1", "30.09.2025", 45], ["", "30.09.2025", 70], head, ["P-2", "30.09.2025", 70]])
    assert [(one.cell, str(one.what)) for one in found.errors] == [("A3", "This row has no code.")]


def test_the_lower_line_of_a_header_whose_code_stands_over_both_is_no_row() -> None:
    sheet = openpyxl.Workbook()
    for line in (["Code", "Percent complete", None], [None, "I", "II"], ["P-1", 40, 45]):
        sheet.active.append(line)
    for cells in ("A1:A2", "B1:C1"):
        sheet.active.merge_cells(cells)
    found = checking.check(reading.read(saved(sheet), "own.xlsx"), content(), TODAY, ENDS)
    assert [one.cell for one in found.errors] == ["C1"], "the column without a name, and no fault of a row"


def test_a_line_of_totals_that_speaks_of_an_activity_or_a_day_is_told() -> None:
    rows = [FIRST, ["P-1", 40, "well", "30.09.2025"], ["Total of P-1", 80, "", ""], ["Total", 80, "", "30.09.2025"]]
    found = judged([*rows, ["Total for all the schools", 80, "", "30.09.2025"], ["Total in all", 80, "", ""]])
    totals = "This line is taken for one that adds up others, and is not read."
    assert [(one.cell, str(one.what)) for one in found.problems] == [("A3", totals), ("A5", totals)]
    assert shares(found) == {"P-1": 40}


def test_words_with_a_code_in_a_row_without_one_are_told_at_their_own_cell() -> None:
    found = judged([FIRST, ["P-1", 40, "well", "30.09.2025"], [None, None, None, "Of P-2 half is done"]])
    assert [(one.cell, one.value) for one in found.problems] == [("D3", "Of P-2 half is done")]


def test_a_line_that_counts_columns_may_say_how_one_is_worked_out() -> None:
    numbers: list[Any] = [1, "2=3/4", 3, "4"]
    assert shares(judged([FIRST, numbers, ["P-1", 40, "well", "30.09.2025"]])) == {"P-1": 40}


def test_a_line_of_units_below_the_names_is_no_row() -> None:
    assert shares(judged([FIRST, [None, "(%)", None, None], ["P-1", 40, "well", "30.09.2025"]])) == {"P-1": 40}
    found = judged([FIRST, [None, "40 %", None, None], ["P-1", 40, "well", "30.09.2025"]])
    assert [one.cell for one in found.errors] == ["A2"], "a figure is none"


def test_who_signed_below_the_totals_is_no_row() -> None:
    rows = [FIRST, ["P-1", 40, "well", "30.09.2025"], ["Total", 40, "", ""], [], ["Minister", "A. Annaev", "", ""]]
    found = judged(rows)
    assert [(one.cell, one.level) for one in found.problems] == [("A5", "warning")]
    assert shares(found) == {"P-1": 40}
