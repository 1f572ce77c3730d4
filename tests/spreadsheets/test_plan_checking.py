"""Every fault of a plan workbook is found at once, each at its cell, with what is wrong and what is allowed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from monitoring import file_errors, language
from monitoring.plan_changes import State
from spreadsheets import reading
from spreadsheets.plan import checking as plan_checking
from tests.plan_of_two import book, with_rows
from tests.plans import TODAY
from tests.spreadsheets import forms
from tests.spreadsheets.edited_plan import NEW, SIGNED, faults, look, sheets

IN_ITS_ROW: list[tuple[str, str, dict[str, object], str, str]] = [
    ("Activities", "A-0", {"Title_in_English": None}, "C4", "the cell is empty"),
    ("Activities", "A-0", {"Lead_partner": "MO"}, "F4", "no “MO” in the plan"),
    ("Activities", "A-0", {"Lead_partner": "MOH", "Supporting_partners": "MOE"}, "F4", "has not signed the workplan"),
    ("Activities", "A-0", {"Supporting_partners": "MOE"}, "G4", "cannot support as well"),
    ("Activities", "A-0", {"Goals": "G-1; G-1"}, "I4", "“G-1” stands here twice"),
    ("Activities", "A-0", {"Goals": "G-1; G-7"}, "I4", "no “G-7”"),
    ("Activities", "A-0", {"Start": "soon"}, "K4", "not a date"),
    ("Activities", "A-0", {"End": "01.01.2024"}, "L4", "before the start"),
    ("Activities", "A-0", {"Measured_by": "Feeling"}, "N4", "none of the words"),
    ("Activities", "A-0", {"Planned_quantity": None}, "O4", "measured by quantity"),
    ("Activities", "A-0", {"Planned_quantity": "=15+15"}, "O4", "no value here"),
    ("Activities", "A-0", {"Planned_quantity": -1}, "O4", "Nothing can be measured"),
    ("Activities", "A-0", {"Cross_cutting_priorities": "GEN:7"}, "S4", "no priority with its level"),
    ("Activities", "A-0", {"Percent_complete_at_the_beginning": 20}, "V4", "goes on from nothing"),
    ("Activities", "A-0", {"Percent_complete_at_the_beginning": 120}, "V4", "more than 100 percent"),
    ("Activities", "A-0", {"Illustrative": "yes"}, "W4", "cannot be changed"),
    ("Milestones", "A-0", {"Due_on": "31.12.2026"}, "B4", "outside the dates"),
    ("Milestones", "A-0", {"Percent_complete": 101}, "C4", "more than 100 percent"),
    ("Milestones", "A-0", {"Activity": "A-9"}, "A4", "no “A-9”"),
    ("Funding", "A-0", {"Currency": "dollars"}, "D4", "no currency"),
    ("Funding", "A-0", {"Planned_amount": -5}, "E4", "below 0"),
    ("Funding", "A-0", {"Planned_amount": 1.005}, "E4", "part of a cent"),
    ("Workplans", "WP", {"Last_year": 2027}, "D4", "one year or for two"),
    ("Workplans", "WP", {"Signed_by": "MOE; MOH"}, "B4", "cannot be changed"),
    ("Partners", "MOE", {"Kind": "Shop"}, "B4", "none of the words"),
    ("Partners", "MOE", {"Name_in_English": "Another name"}, "F4", "nothing says from when on"),
    ("Partners", "MOE", {"Name_in_English": "Another", "Holds_from": "01.01.1999"}, "F4", "holds only from"),
    ("Goals", "G-1", {"Framework": "X"}, "B4", "no “X”"),
    ("Frameworks", "F", {"End": "01.01.2020", "Holds_from": "01.01.2025"}, "G4", "before the start"),
    ("Indicators", "I-1", {"Baseline": 140, "Holds_from": "01.01.2025"}, "S4", "no percent"),
    ("Indicators", "I-1", {"Baseline_date": None, "Holds_from": "01.01.2025"}, "R4", "a value and a date"),
    ("Indicators", "I-1", {"Unit": "level", "Holds_from": "01.01.2025"}, "V4", "two levels or more"),
    ("Indicators", "I-1", {"Years_between_values": 0.5}, "N4", "no whole number"),
    ("Indicators", "I-1", {"Goals": "G-2", "Holds_from": "01.01.2025"}, "M4", "cannot be changed"),
    ("Targets", "I-1", {"Value": 800, "Holds_from": "01.01.2025"}, "D4", "no percent"),
    ("Reporting periods", "2025-Q1", {"Closes_on": "01.03.2025", "Holds_from": "01.01.2025"}, "H4", "before it ends"),
    ("Regions", "AH", {"Percent_of_the_population": "many"}, "F4", "a number belongs here"),
]


@pytest.mark.parametrize(("sheet", "code", "values", "cell", "said"), IN_ITS_ROW)
def test_a_fault_names_its_cell_and_what_is_wrong(
    sheet: str, code: str, values: dict[str, object], cell: str, said: str
) -> None:
    signed = {"Amendment": "Administrative change", **SIGNED} if sheet == "Activities" else {}
    found = faults(sheets().put(sheet, code, **values, **signed))
    assert any(line.startswith(f"{sheet}!{cell}") and said in line for line in found), found


def test_all_faults_of_a_file_are_found_in_one_pass() -> None:
    edited = sheets().put("Activities", "A-0", Start="soon", Measured_by="Feeling", Lead_partner="X")
    edited.put("Milestones", "A-0", Percent_complete="much").put("Partners", "MOE", Kind="Shop")
    edited.put("Goals", "G-1", Framework=None)
    found = [line.split(":")[0] for line in faults(edited)]
    assert set(found) == {"Activities!K4", "Activities!N4", "Activities!F4", "Milestones!C4", "Partners!B4", "Goals!B4"}


def test_a_target_may_be_written_with_its_percent_sign() -> None:
    (row,) = look(sheets().put("Targets", "I-1", Value="85 %", Holds_from="01.01.2026")).to_save
    assert [change.becomes for change in row.changes] == [Decimal(85)]


def test_what_begins_at_the_end_of_a_period_is_asked_about_and_what_ends_there_is_not() -> None:
    new = {**NEW, "Start": "конец марта 2025", "End": "конец III квартала 2025"}
    assert ["belongs here" in line for line in faults(sheets().add("Activities", **new))] == [True]


@pytest.mark.parametrize(
    ("said", "right"), [("2027 г.", True), ("2027-nji ýyl", True), (2027, True), ("2027–2028", False)]
)
def test_the_years_of_a_workplan_may_be_called_years(said: object, right: bool) -> None:
    new = {"Code": "WP-2", "Signed_by": "MOE", "First_year": said, "Last_year": said, "Name_in_English": "Another"}
    found = faults(sheets().add("Workplans", **new, Signed_on="01.12.2024"))
    assert (found == []) is right


def test_dates_may_be_quarters_and_the_plan_is_then_exact_to_the_quarter() -> None:
    new = {**NEW, "Start": "Q2 2025", "End": "III квартал 2025"}
    (row,) = look(sheets().add("Activities", **new)).to_save
    planned = {change.field: change.becomes for change in row.changes}
    assert (planned["starts"], planned["ends"]) == (date(2025, 4, 1), date(2025, 9, 30))
    assert planned["precision"] == "quarter"
    (row,) = look(sheets().add("Activities", **{**new, "Dates_are_exact_to_the": "day"})).to_save
    assert {change.field: change.becomes for change in row.changes}["precision"] == "day"
    found = faults(sheets().add("Activities", **{**NEW, "Signed_on": "Q1 2025"}))
    assert [line.split(":")[0] for line in found] == ["Activities!Z5"]


def test_the_same_row_twice_is_told_with_both_cells() -> None:
    twice = {"Activity": "A-0", "Due_on": "30.06.2025", "Percent_complete": 60}
    assert any(
        "Milestones!A5" in line and "Milestones!A4" in line for line in faults(sheets().add("Milestones", **twice))
    )
    again = {"Code": "moe", "Kind": "Ministry", "Name_in_English": "Once more"}
    assert any("Partners!A6" in line and "Partners!A4" in line for line in faults(sheets().add("Partners", **again)))


def test_a_milestone_asks_for_no_less_than_the_one_before() -> None:
    later = {"Activity": "A-0", "Due_on": "30.09.2025", "Percent_complete": 40}
    edited = sheets().add("Milestones", **later).put("Activities", "A-0", Amendment="Results revised", **SIGNED)
    assert [line.split(":")[0] for line in faults(edited)] == ["Milestones!C5"]


def test_periods_of_a_kind_do_not_overlap() -> None:
    period = {"Code": "2025-Q2", "Kind": "Quarter", "Name_in_English": "Q2", "Start": "31.03.2025"}
    edited = sheets().add("Reporting periods", **period, End="30.06.2025", Closes_on="15.07.2025")
    assert any("overlaps with 2025-Q1" in line for line in faults(edited))


def test_what_others_name_cannot_be_deleted_but_what_nobody_names_can() -> None:
    found = look(sheets().drop("Goals", "G-2").drop("Partners", "MOE"))
    assert [row.key for row in found.rows if row.state is State.GONE] == [("G-2",)]
    assert [str(problem).split(" (")[0] for problem in found.faults] == ["Partners: MOE: It is named by WP"]


def test_what_was_reported_on_cannot_be_deleted() -> None:
    plan = replace(book(), used=frozenset({("activities", "A-0")}))
    edited = sheets(plan).drop("Activities", "A-0").drop("Milestones", "A-0").drop("Funding", "A-0")
    (problem,) = look(edited, plan).faults
    assert "Something was reported on it" in str(problem)
    assert "cancel it" in str(problem)


def test_a_sheet_that_is_not_there_says_nothing() -> None:
    edited = sheets()
    for name in ("Partners", "Goals", "Funding", "Milestones"):
        del edited.book[name]
    found = look(edited)
    assert {row.state for row in found.rows} == {State.SAME}


def test_a_day_outside_the_workplan_is_a_warning_and_can_be_saved() -> None:
    edited = sheets().put("Activities", "A-0", Amendment="Extended at no cost", End="31.03.2026", **SIGNED)
    found = look(edited)
    assert found.faults == ()
    assert [problem.cell for problem in found.warnings] == ["L4"]
    assert found.count(State.CHANGED) == 1


def test_a_hidden_row_that_changes_the_plan_is_pointed_at() -> None:
    edited = sheets().put("Partners", "MOH", Name_in_English="Another", Holds_from="01.01.2026").file()
    workbook = reading.read(edited.content, edited.name)
    place = 4  # the second row below the header
    partners = next(sheet for sheet in workbook.sheets if sheet.name == "Partners")
    hidden = replace(partners, hidden=frozenset({place, place - 1}))
    others = tuple(hidden if sheet is partners else sheet for sheet in workbook.sheets)
    found = plan_checking.check(replace(workbook, sheets=others), book(), TODAY)
    assert [(problem.cell, problem.level) for problem in found.problems] == [("A5", "warning")]


def test_a_progress_form_is_not_taken_for_a_plan() -> None:
    content = forms.form.write(forms.content())
    with pytest.raises(file_errors.NotThePlan, match="not the plan workbook"):
        plan_checking.check(reading.read(content, "form.xlsx"), book(), TODAY)


def test_a_preview_tells_each_row_and_each_field() -> None:
    edited = sheets().put("Activities", "A-0", Amendment="Results revised", Planned_quantity=40, **SIGNED)
    edited.add("Partners", Code="MOX", Kind="Court", Name_in_English="A court")
    found = look(edited)
    assert (found.count(State.NEW), found.count(State.CHANGED), found.count(State.SAME)) == (1, 1, 10)
    lines = [line for row in found.to_save for line in row.lines()]
    assert "changed: Activities: A-0 (Results revised): Planned quantity: 30 → 40" in lines
    assert "new: Partners: MOX" in lines


def test_faults_are_told_in_the_language_of_the_reader() -> None:
    found = look(sheets().put("Activities", "A-0", Start="soon"))
    (problem,) = [one for one in found.faults if one.cell == "K4"]
    english = str(problem)
    with language.spoken_in("ru"):
        assert str(problem) != english


def test_numbers_are_taken_over_exactly() -> None:
    edited = sheets().put("Activities", "A-0", Amendment="Results revised", Planned_quantity="1 234,5", **SIGNED)
    (row,) = look(edited, with_rows(book())).to_save
    assert [change.becomes for change in row.changes] == [Decimal("1234.5")]


def test_a_file_without_its_mark_deletes_nothing() -> None:
    edited = sheets().drop("Goals", "G-2")
    del edited.book["_plan"]
    assert look(edited).count(State.GONE) == 0
