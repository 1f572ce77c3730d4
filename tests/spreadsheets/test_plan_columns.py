"""Names of the columns of a plan: in other words, twice, missing, or of nobody."""

import pytest

from monitoring.plan_changes import State
from tests.spreadsheets.edited_plan import faults, look, sheets


def test_columns_of_a_plan_may_be_numbered_and_in_quotation_marks() -> None:
    edited = sheets()
    for number, cell in enumerate(edited.book["Activities"][3], start=1):
        cell.value = f"{number}. «{cell.value}»"
    assert faults(edited) == []
    assert {row.state for row in look(edited).rows} == {State.SAME}


@pytest.mark.parametrize(
    ("sheet", "header", "written", "meant"),
    [
        ("Activities", "End", "Конец", "End"),
        ("Activities", "End", "12. «Дата окончания»", "End"),
        ("Activities", "Start", "Начало работ", "Start"),
        ("Activities", "Start", "Başlanýan senesi", "Start"),
        ("Activities", "Title_in_Russian", "Название (рус.)", "Title in Russian"),
        ("Activities", "Title_in_English", "Name", "Title in English"),
        ("Activities", "Lead_partner", "Ответственный", "Lead partner"),
        ("Activities", "Goals", "Целй", "Goals"),
        ("Milestones", "Due_on", "Due date", "Due on"),
        ("Partners", "Name_in_Turkmen", "Name (TK)", "Name in Turkmen"),
        ("Workplans", "Last_year", "Год окончания", "Last year"),
    ],
)
def test_another_word_for_a_column_of_the_plan_is_suggested_and_not_taken(
    sheet: str, header: str, written: str, meant: str
) -> None:
    edited = sheets()
    edited.book[sheet].cell(3, edited.columns(sheet)[header]).value = written
    place = next(one for one in edited.book[sheet][3] if one.value == written)
    edited.book[sheet].cell(4, place.column).value = "x"
    said = [line for line in faults(edited) if f"!{place.coordinate}:" in line]
    assert [f"Did you mean “{meant}”?" in line for line in said] == [True]


@pytest.mark.parametrize(("sheet", "header"), [("Milestones", "Due_on"), ("Milestones", "Percent_complete")])
def test_a_column_that_milestones_cannot_do_without_is_asked_for(sheet: str, header: str) -> None:
    edited = sheets()
    edited.book[sheet].delete_cols(edited.columns(sheet)[header])
    found = look(edited)
    assert f"There is no column “{header.replace('_', ' ')}” here" in str(found.faults[-1])
    assert [row.state for row in found.rows if row.key == ("A-0",)] == [State.FAULTY]


def test_another_word_for_a_column_that_stands_there_is_foreign_and_its_name_in_another_language_is_twice() -> None:
    edited = sheets()
    last = edited.book["Activities"].max_column
    for number, name in enumerate(("Конец", "Окончание"), start=1):
        edited.book["Activities"].cell(3, last + number).value = name
        edited.book["Activities"].cell(4, last + number).value = "31.12.2025"
    foreign, twice = faults(edited)
    assert "Delete the column, or move" in foreign
    assert "stands here twice" in twice


def test_a_column_that_is_not_there_says_nothing() -> None:
    edited = sheets()
    edited.book["Activities"].delete_cols(edited.columns("Activities")["Goals"])
    assert {row.state for row in look(edited).rows} == {State.SAME}


def test_a_column_that_nobody_knows_is_a_fault() -> None:
    edited = sheets()
    edited.book["Partners"].cell(3, 9).value = "Telephone"
    edited.book["Partners"].cell(4, 9).value = "12-34-56"
    assert [line.split(":")[0] for line in faults(edited)] == ["Partners!I3"]
