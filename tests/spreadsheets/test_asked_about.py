"""What looks like a figure, a day, a code or a header and may be something else is asked about, and never lost."""

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from monitoring import file_errors
from monitoring.language import spoken_in
from monitoring.reported_words import FIELDS
from monitoring.upload import Checked
from spreadsheets import checking, reading
from spreadsheets.finding_tables import column_words
from spreadsheets.marking import marked_copy
from spreadsheets.sender_language import language_of, to_sender
from spreadsheets.speaking_of import speaking_of
from tests.spreadsheets.forms import ENDS, TODAY, content, saved

HEAD = ["Code", "Reported on", "Percent complete", "Narrative"]


def book_of(rows: list[list[Any]], *merged: str) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    return saved(book)


def judged(rows: list[list[Any]]) -> Checked:
    return checking.check(reading.read(book_of(rows), "own.xlsx"), content(), TODAY)


@pytest.mark.parametrize("typed", ["1O", "1О", "1l", "13З"])
def test_a_letter_typed_for_a_digit_is_no_unit(typed: str) -> None:
    (problem,) = judged([["Code", "Reported on", "Quantity done"], ["Q-1", "30.09.2025", typed]]).errors
    assert (problem.cell, problem.value) == ("C2", typed)


@pytest.mark.parametrize("one", [1, 1.0, "1", "1,0"])
def test_one_among_shares_may_be_all_of_it(one: object) -> None:
    rows = [HEAD, ["P-1", "30.06.2025", 0.25, "a"], ["P-1", "30.09.2025", one, "b"]]
    assert [problem.cell for problem in judged(rows).errors] == ["C2", "C3"]
    assert judged([HEAD, rows[2]]).reports[0].share == 1


def test_money_is_no_count() -> None:
    (problem,) = judged([["Code", "Reported on", "Quantity done"], ["Q-1", "30.09.2025", "16 USD"]]).errors
    assert "amount of money" in str(problem.what)


def test_far_more_than_planned_is_asked_about() -> None:
    found = judged([["Code", "Reported on", "Quantity done"], ["Q-1", "30.09.2025", 2025]])
    assert [(one.cell, str(one.what)) for one in found.warnings] == [("C2", "This is far more than planned: 5 in all.")]


@pytest.mark.parametrize("words", ["перенесено на 2026", "postponed to 2026", "выполнено частично"])
def test_a_status_in_the_place_of_a_figure_is_kept_as_words(words: str) -> None:
    found = judged([HEAD, ["P-1", "30.09.2025", words, "rain"]])
    assert (found.errors, found.reports[0].narrative) == ((), f"rain\n{words}")


@pytest.mark.parametrize(
    "header",
    [
        "Процент выполнения на 30.09.2025",
        "Процент выполнения (по состоянию на 30.09.2025)",
        "Percent complete as of 30.09.2025",
        "Percent complete, Q3 2025",
    ],
)
def test_a_figure_whose_header_says_its_day_is_read_for_that_day(header: str) -> None:
    found = judged([["Code", header, "Narrative"], ["P-1", 65, "well"], ["P-2", None, "words alone"]])
    assert found.errors == ()
    assert [(row.activity, row.share, row.as_of) for row in found.reports] == [("P-1", 65, ENDS), ("P-2", None, ENDS)]


def test_a_figure_whose_header_says_a_period_without_a_year_is_asked_about() -> None:
    found = judged([["Code", "Процент выполнения за III квартал", "Narrative"], ["P-1", 65, "well"]])
    assert [(one.cell, one.level) for one in found.problems] == [("B1", "error")]
    assert found.reports == ()


def test_a_percent_in_the_header_tells_percents_from_counts() -> None:
    (problem,) = (one for one in judged([["Code", "Выполнено, %"], ["P-1", 65]]).problems if one.cell == "B1")
    assert "Percent complete" in str(problem.allowed)


@pytest.mark.parametrize("typed", ["P-1 A course", "1. P-1", "#P-1"])
def test_a_code_among_other_words_is_suggested(typed: str) -> None:
    (problem,) = judged([HEAD, [typed, "30.09.2025", 40, "well"]]).errors
    assert str(problem.allowed) == "Did you mean P-1?"


def test_another_word_for_the_code_is_taken() -> None:
    assert judged([["Код мероприятия", *HEAD[1:]], ["P-1", "30.09.2025", 40, "well"]]).reports[0].share == 40


def test_a_line_below_the_table_that_speaks_of_an_activity_is_told() -> None:
    found = judged([HEAD, ["P-1", "30.09.2025", 40, "well"], ["P-2 — carried over"], ["Signed by A. B."]])
    assert [(one.cell, one.level) for one in found.problems] == [("A3", "warning")]


def test_a_mean_below_the_rows_is_passed_over() -> None:
    found = judged([HEAD, ["P-1", "30.09.2025", 40, "well"], ["Среднее:", None, 40, None]])
    assert (found.problems, len(found.reports)) == ((), 1)


def test_a_page_that_begins_with_the_header_and_its_numbers_is_read_on() -> None:
    numbers = [1, 2, 3, 4]
    rows = [HEAD, numbers, ["P-1", "30.06.2025", 40, "a"], ["P-2", "30.09.2025", 61, "b"], HEAD, numbers]
    found = judged([*rows, ["P-1", "30.09.2025", 50, "c"]])
    assert (found.errors, [row.share for row in found.reports]) == ((), [40, 61, 50])


def test_unseen_signs_are_no_words() -> None:
    found = judged([HEAD, ["P-1", "30.09.2025", 40, "\ufeff"], ["P-2", "30.09.2025", 61, "\u202eleft\u202c"]])
    assert [row.narrative for row in found.reports] == ["", "left"]


def test_a_currency_that_is_none_is_a_fault() -> None:
    head = ["Code", "Reported on", "Percent complete", FIELDS["spent_cents"], "Currency"]
    (problem,) = judged([head, ["P-1", "30.09.2025", 4, 5, "XYZ"]]).errors
    assert (problem.cell, str(problem.what)) == ("E2", "This is no currency.")


def test_one_day_far_after_all_others_does_not_move_the_file_to_another_period() -> None:
    periods = [content().period]
    rows = [HEAD, *(["P-1", day, 40, "a"] for day in ("30.09.2025", "29.09.2025", "30.09.2026"))]
    asked = speaking_of(reading.read(book_of(rows), "own.xlsx"), periods, "none")
    assert asked.period == periods[0].code


def test_a_rate_of_the_country_lies_between_those_of_its_regions() -> None:
    head = ["Code", "Observed on", "Value", "Region", "Source"]
    found = judged([head, ["ORGL", "01.07.2025", 90, "", "MICS"], ["ORGL", "01.07.2025", 40, "AH", "MICS"]])
    assert found.errors == ()
    assert found.warnings == ()  # a single region says nothing
    more = content(regions=(*content().regions, content().regions[0].__class__(code="DZ", name_en="Dashoguz")))
    rows = [
        head,
        *([["ORGL", "01.07.2025", value, region, "MICS"] for value, region in ((90, ""), (40, "AH"), (50, "DZ"))]),
    ]
    (problem,) = checking.check(reading.read(book_of(rows), "own.xlsx"), more, TODAY).warnings
    assert (problem.cell, str(problem.what)) == ("C2", "The regions lie between 40 and 50, and this does not.")


def test_a_workbook_of_the_plan_is_told_from_reports() -> None:
    book = openpyxl.Workbook()
    book.active.title = "_plan"
    book.active.append(["child-rights-plan", "1", ""])
    with pytest.raises(file_errors.PlanInstead, match="page Plan"):
        checking.check(reading.read(saved(book), "plan.xlsx"), content(), TODAY)


def test_the_columns_below_merged_quarters_are_told_apart() -> None:
    rows = [["Код", "I квартал", None, "II квартал", None], [None, "План", "Факт", "План", "Факт"], ["P-1", 1, 2, 3, 4]]
    (sheet,) = reading.read(book_of(rows, "A1:A2", "B1:C1", "D1:E1"), "own.xlsx").sheets
    quarters = ["i квартал › план", "i квартал › факт", "ii квартал › план", "ii квартал › факт"]
    assert column_words(sheet, 1) == ["код", *quarters]
    assert column_words(sheet, 0)[0] == "код"


def test_the_marked_copy_is_in_the_language_of_the_sender(tmp_path: Path) -> None:
    rows = [["Код", "Дата отчёта", "Процент выполнения", "Описание"], ["P-1", "30.09.2025", 140, "a"]]
    sent = book_of(rows)
    workbook = reading.read(sent, "own.xlsx")
    assert language_of(workbook) == "ru"
    found = checking.check(workbook, content(), TODAY)
    target = tmp_path / "marked.xlsx"
    marked = to_sender(workbook, lambda: marked_copy(sent, "own.xlsx", workbook, found.problems))
    target.write_bytes(marked.content)
    said = " ".join(str(cell.value) for row in openpyxl.load_workbook(target).worksheets[0] for cell in row)
    assert "больше 100" in said or "процентов" in said


@pytest.mark.parametrize(
    ("header", "spoken", "name"),
    [
        (("Код", "Процент выполнения"), "en", "Таблица 1"),
        (("Code", "Percent complete"), "ru", "Table 1"),
        (("x", "y"), "ru", "Таблица 1"),
    ],
)
def test_the_tables_of_a_letter_are_named_in_its_language(header: tuple[str, str], spoken: str, name: str) -> None:
    rows = "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in (header, ("P-1", "140")))
    sent = f"<html><meta charset='utf-8'><table>{rows}</table></html>".encode()
    with spoken_in(spoken):
        workbook = reading.read(sent, "page.html")
        found = checking.check(workbook, content(), TODAY, ENDS) if header[0] != "x" else None
        marked = marked_copy(sent, "page.html", workbook, found.problems if found else ())
    assert [one.name for one in workbook.sheets] == [name]
    assert found is None or {one.sheet for one in found.problems} == {name}
    assert openpyxl.load_workbook(BytesIO(marked.content)).sheetnames[-1] == name


def test_a_file_that_says_nothing_of_its_language_has_none() -> None:
    assert language_of(reading.read(book_of([["Code", "x"], ["P-1", "y"]]), "own.xlsx")) is None


@pytest.mark.parametrize("words", ["ba?lady", "????? ???", "okuwçylar ba?lady", "??"])
def test_question_marks_in_place_of_letters_are_asked_about(words: str) -> None:
    (problem,) = judged([HEAD, ["P-1", "30.09.2025", 45, words]]).problems
    assert (problem.cell, problem.level) == ("D2", "warning")
    assert "in place of letters" in str(problem.what)


@pytest.mark.parametrize(
    "words", ["Is it done?", "Почему? Потому", "why???", "https://unicef.org/a?id=3", "see /a?b=c", "5?", "(?)", "?"]
)
def test_a_question_is_a_question(words: str) -> None:
    found = judged([HEAD, ["P-1", "30.09.2025", 45, words]])
    assert (found.problems, found.reports[0].narrative) == ((), words)
