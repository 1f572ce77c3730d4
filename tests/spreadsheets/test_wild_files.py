"""Files as people really make them: a dash for nothing, a percent for a quantity, headers of many kinds."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from monitoring.form import FormContent, InThreeLanguages
from monitoring.sent_rows import ReportRow
from monitoring.upload import Checked
from spreadsheets import checking, form, reading
from spreadsheets.regions import Regions
from spreadsheets.typed.refused import Refused
from tests.spreadsheets.forms import ENDS, HEADER, TODAY, checked, content, filled, put, saved


@pytest.mark.parametrize("nothing", ["-", "—", "– –", "n/a", "н/д", "Не применимо"])
def test_a_dash_in_every_cell_is_as_good_as_an_empty_row(nothing: str) -> None:
    columns = ("Percent complete", "Stage", "Quantity done", "Status", "Next step date", "Spent in total since start")
    everywhere = dict.fromkeys(columns, nothing)
    found = checked({code: everywhere for code in ("P-1", "S-1", "Q-1", "E-1", "C-1", "H-1")})
    assert (found.rows, found.problems) == ((), ())


def test_a_dash_beside_a_figure_is_kept_out_of_the_report() -> None:
    found = checked({"Q-1": {"Quantity done": 4, "Percent complete": "—", "Narrative": "-", "Cause of delay": "n/a"}})
    assert found.problems == ()
    assert (found.reports[0].quantity, found.reports[0].narrative) == (4, "")


def test_words_that_something_does_not_apply_are_kept_where_words_belong() -> None:
    found = checked({"P-1": {"Percent complete": 45, "Challenge": "n/a"}})
    assert found.reports[0].challenge == "n/a"


@pytest.mark.parametrize("percent", ["50%", "50 %", "50 процентов"])
def test_a_percent_is_no_quantity(percent: str) -> None:
    found = checked({"Q-1": {"Quantity done": percent}})
    assert [str(one.what) for one in found.errors] == ["This is a percent, and another number belongs here."]
    assert found.reports == ()


def test_a_ticked_box_says_that_an_event_took_place_and_nothing_of_anything_else() -> None:
    found = checked({"E-1": {"Percent complete": True}})
    assert [report.share for report in found.reports] == [100]
    assert [report.share for report in checked({"E-1": {"Percent complete": False}}).reports] == [0]
    assert [str(one.what) for one in checked({"P-1": {"Percent complete": True}}).errors] == ["This is not a number."]


def test_a_stage_that_is_nearly_written_is_asked_about() -> None:
    found = checked({"S-1": {"Stage": "Underwey"}})
    assert "Did you mean “Under way”?" in str(found.errors[0].allowed)


@pytest.mark.parametrize(
    ("code", "column", "way"),
    [
        ("P-1", "Percent complete", "write the figure"),
        ("S-1", "Stage", "choose from the list"),
        ("Q-1", "Quantity done", "write the figure"),
    ],
)
def test_words_for_a_figure_are_to_be_rated_in_the_column_of_their_activity(code: str, column: str, way: str) -> None:
    (problem,) = checked({code: {column: "half of the way, more or less"}}).warnings
    assert str(problem.allowed) == f"Leave it, or {way} in the column {column}."


def judged(rows: list[list[Any]]) -> Checked:
    """A sheet made from nothing, read and checked."""
    book = openpyxl.Workbook()
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                put(book.worksheets[0].cell(number, column), value)
    return checking.check(reading.read(saved(book), "own.xlsx"), content(), TODAY)


HEAD = ["Code", "Reported on", "Percent complete", "Status", "Narrative"]
ROW = ["P-1", "30.09.2025", 45, "Ongoing", "well"]


def taken(found: Checked) -> list[tuple[str, object]]:
    return [(report.activity, report.share) for report in found.reports]


@pytest.mark.parametrize("numbers", [[1, 2, 3, 4, 5], ["1", "2", "3", "4", "5"], ["(1)", "(2)", "(3)", "(4)", "(5)"]])
def test_a_row_that_numbers_the_columns_is_no_data(numbers: list[Any]) -> None:
    found = judged([HEAD, numbers, ROW])
    assert (taken(found), found.problems) == ([("P-1", 45)], ())


def test_a_header_that_stands_there_again_is_no_data() -> None:
    found = judged([HEAD, ROW, HEAD, ["P-2", "30.09.2025", 70, "Ongoing", "well"]])
    assert (taken(found), found.problems) == ([("P-1", 45), ("P-2", 70)], ())


def test_a_header_of_two_lines_is_read_as_one() -> None:
    upper = ["Код", "Выполнение", None, "Описание"]
    lower = [None, "Дата отчёта", "Процент выполнения", None]
    found = judged([["Отчёт"], upper, lower, ["P-1", "30.09.2025", 45, "well"]])
    assert (taken(found), found.problems) == ([("P-1", 45)], ())
    assert found.reports[0].narrative == "well"


def test_a_column_in_a_header_of_two_lines_that_is_none_of_the_form_is_called_by_its_name() -> None:
    found = judged([["Code", "Done", None, "Room"], [None, "Reported on", "Percent complete", None], [*ROW[:3], 12]])
    assert [(one.cell, one.value, one.level) for one in found.problems] == [("D2", "Room", "warning")]


@pytest.mark.parametrize("between", [" / ", "\n", " | ", " - ", " ("])
def test_names_in_two_languages_at_once_are_understood(between: str) -> None:
    close = ")" if between == " (" else ""
    pairs = [("Код", "Kod"), ("Дата отчёта", "Reported on"), ("Процент выполнения", "Ýerine ýetirilen göterimi")]
    found = judged([[f"{one}{between}{other}{close}" for one, other in pairs], ROW[:3]])
    assert (taken(found), found.problems) == ([("P-1", 45)], ())


def test_two_different_names_in_one_cell_name_no_column() -> None:
    found = judged([[*HEAD[:3], "Status / Narrative"], ["P-1", "30.09.2025", 45, "well"]])
    assert [(one.cell, one.level) for one in found.problems] == [("D1", "warning")]


def test_names_without_their_marks_and_with_letters_that_look_alike_are_understood() -> None:
    found = judged([["Kod", "Hasabat senesi", "Yerine yetirilen goterimi", "Beýаny"], [*ROW[:3], "gowy"]])
    assert (taken(found), found.problems, found.reports[0].narrative) == ([("P-1", 45)], (), "gowy")


def test_a_header_of_slips_alone_is_corrected_cell_by_cell() -> None:
    found = judged([["Cod", "Reported on", "Procent complete", "Narative"], [*ROW[:3], "well"]])
    assert [(one.cell, str(one.allowed).split("”")[0]) for one in found.errors] == [
        ("A1", "Did you mean “Code"),
        ("C1", "Did you mean “Percent complete"),
        ("D1", "Did you mean “Narrative"),
    ]


def test_a_header_of_slips_above_unknown_codes_is_told_too() -> None:
    assert judged([["Cod", "Procent complete"], ["X-9", 45]]).errors


@pytest.mark.parametrize("name", ["% выполнения", "Progress, %", "Процент исполнения", "% complete"])
def test_another_word_for_a_missing_column_of_figures_is_asked_about_and_its_rows_are_not_taken(name: str) -> None:
    found = judged([["Code", "Reported on", name, "Status"], ROW[:4]])
    assert [(one.cell, one.value) for one in found.errors] == [("C1", name)]
    assert "Percent complete" in str(found.errors[0].allowed)
    assert found.reports == ()


def test_a_renamed_column_of_the_form_is_known_by_its_place() -> None:
    sent = openpyxl.load_workbook(BytesIO(filled(form.write(content()), {"P-1": {"Percent complete": 45}})))
    cell = next(cell for cell in sent["Activities"][HEADER] if cell.value == "Percent complete")
    cell.value = "Column 12"
    found = checking.check(reading.read(saved(sent), "form.xlsx"), content(), TODAY)
    assert [one.cell for one in found.errors] == [cell.coordinate]
    assert "Percent complete" in str(found.errors[0].allowed)
    assert found.reports == ()


REGIONS = (
    InThreeLanguages(code="AH", name_en="Ahal", name_ru="Ахалский велаят", name_tk="Ahal welaýaty"),
    InThreeLanguages(code="MA", name_en="Mary", name_ru="Марыйский велаят", name_tk="Mary welaýaty"),
    InThreeLanguages(code="AS", name_en="Ashgabat city", name_ru="Ашхабад", name_tk="Aşgabat şäheri"),
)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Ахал", "AH"),
        ("ахалский", "AH"),
        ("Ahal wel.", "AH"),
        ("Ahal region", "AH"),
        ("Мары", "MA"),
        ("Марыйская область", "MA"),
        ("г. Ашхабад", "AS"),
        ("Ashgabat", "AS"),
        ("aşgabat ş.", "AS"),
        ("Всего", ""),
        ("", ""),
    ],
)
def test_regions_are_known_by_their_short_names_and_the_total_is_none_of_them(said: str, code: str) -> None:
    assert Regions(REGIONS).code(said) == code


def test_a_region_that_is_nearly_written_is_asked_about_and_another_is_refused() -> None:
    with pytest.raises(Refused) as slip:
        Regions(REGIONS).code("Ashgbat city")
    assert str(slip.value.allowed) == "Did you mean Ashgabat city?"
    with pytest.raises(Refused) as foreign:
        Regions(REGIONS).code("Moscow")
    assert str(foreign.value.allowed) == "Choose one of: Ahal, Mary, Ashgabat city."
    with pytest.raises(Refused) as without_its_kind:
        Regions(REGIONS).code("Марийский")
    assert str(without_its_kind.value.allowed) == "Did you mean Марыйский велаят?"


@pytest.mark.parametrize(("said", "meant"), [("p1", "P-1"), ("P/1", "P-1"), ("q.1", "Q-1")])
def test_a_code_without_its_dashes_is_asked_about(said: str, meant: str) -> None:
    found = judged([HEAD, [said, *ROW[1:]]])
    assert [str(one.allowed) for one in found.errors] == [f"Did you mean {meant}?"]


def test_codes_that_were_sorted_without_their_rows_are_a_fault_of_each_row() -> None:
    head = ["Code", "Activity", "Reported on", "Percent complete"]
    sent = [["P-2", "A course (Illustrative)", "30.09.2025", 70], ["P-1", "=1+1", "30.09.2025", 45]]
    found = judged([head, *sent])
    assert [(one.cell, str(one.allowed)) for one in found.errors] == [
        ("A2", "By its title it is P-1: correct one."),
        ("A3", "By its title it is P-2: correct one."),
    ]
    assert found.reports == ()


def test_a_title_in_other_words_does_not_contradict_its_code() -> None:
    found = judged([["Code", "Activity", "Reported on", "Percent complete"], ["P-1", "Our course", "30.09.2025", 45]])
    assert (taken(found), found.problems) == ([("P-1", 45)], ())


@pytest.mark.parametrize("column", ["Percent complete", "Narrative", "Status"])
@pytest.mark.parametrize("word", ["#ССЫЛКА!", "#DIV/0!", "#знач!"])
def test_an_error_that_was_copied_as_text_is_no_report_in_words(column: str, word: str) -> None:
    found = checked({"P-1": {column: word}})
    assert [one.value for one in found.errors] == [word]
    assert found.reports == ()


def with_next_step(on: date) -> FormContent:
    before = ReportRow(activity="P-1", as_of=ENDS, share=Decimal(45), next_step_on=on)
    some = tuple(replace(one, reported=before) if one.code == "P-1" else one for one in content().activities)
    return content(activities=some)


@pytest.mark.parametrize(
    ("typed", "errors"), [("11/05/2025", 0), ("05/11/2025", 0), ("11/06/2025", 1), ("05-11-2025", 0), ("11-06-2025", 1)]
)
def test_a_day_that_may_be_two_is_the_one_the_form_said_before_or_asked_about(typed: str, errors: int) -> None:
    asked = with_next_step(date(2025, 11, 5))
    sent = filled(form.write(asked), {"P-1": {"Next step date": typed}})
    found = checking.check(reading.read(sent, "form.xlsx"), asked, TODAY)
    assert len(found.errors) == errors
    assert [report.next_step_on for report in found.reports] == [date(2025, 11, 5)] * (1 - errors)


SIGNED = [HEAD, ROW, [], ["Директор", "Иванов И. И.", "подпись"], ["Исполнитель", None, None, None, "тел. 12-34-56"]]


def test_who_signed_below_the_table_is_told_and_not_taken_for_a_row() -> None:
    found = judged(SIGNED)
    assert [(one.cell, str(one.what), one.level) for one in found.problems] == [
        ("A4", "This stands below the table, and is not read.", "warning")
    ]
    assert [one.activity for one in found.reports] == ["P-1"]


def test_lines_below_and_left_of_the_table_are_each_told_at_their_own_cell() -> None:
    rows = [["", *HEAD], ["", *ROW], [], ["", "Итого", "", 80], ["Исполнитель: А."], ["Министр", "", "", "подпись"]]
    found = judged(rows)
    assert [(one.cell, one.value) for one in found.problems] == [
        ("B4", "Итого"),
        ("A5", "Исполнитель: А."),
        ("A6", "Министр"),
    ]
    assert {str(one.what) for one in found.problems} == {"This stands below the table, and is not read."}
    (first,) = judged([*rows[:3], rows[5]]).problems
    assert (first.cell, first.value) == ("A4", "Министр")


def test_what_stands_left_of_the_table_without_a_name_is_told_at_its_own_first_cell() -> None:
    (said,) = judged([["", *HEAD], [], ["7", *ROW]]).problems
    assert (said.cell, said.value, said.level) == ("A3", "7", "warning")
    assert str(said.what) == "This column is not part of the form: what it says is not read."


@pytest.mark.parametrize(
    ("rows", "cell", "value"),
    [
        ([["", *HEAD[1:]], ["", *ROW[1:]], ROW], "A3", "P-1"),
        ([["", *HEAD[1:]], ["", *ROW[1:]]], "B1", "Reported on"),
    ],
)
def test_a_header_without_codes_is_told_at_a_cell_that_holds_something(
    rows: list[list[object]], cell: str, value: str
) -> None:
    (said,) = judged(rows).errors
    assert (said.cell, said.value) == (cell, value)


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, ROW, ["Директор", "Иванов И. И.", "подпись"]],  # right below: a row without its code
        [HEAD, ROW, [], ["P-22", *ROW[1:]]],
        [HEAD, ROW, [], ["Директор", *ROW[1:]], ["P-2", *ROW[1:]]],
        [["Code", "Observed on", "Value"], ["ORGL", 2024, 45], [], ["U5MRR", 2024, 39]],
    ],
)
def test_what_may_be_a_row_stays_a_row(rows: list[list[object]]) -> None:
    assert judged(rows).errors != ()
