"""Every fault is found at once, each at the cell its sender sees, with what is wrong and what is allowed."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from monitoring.sent_rows import ReportRow
from monitoring.upload import Checked
from spreadsheets import checking, form, reading
from tests.spreadsheets.forms import ENDS, HEADER, TODAY, checked, content, filled, saved


def test_an_untouched_form_says_nothing() -> None:
    untouched = checked()
    assert (untouched.reports, untouched.observations, untouched.problems) == ((), (), ())


def test_a_filled_row_becomes_a_report_with_exact_values() -> None:
    found = checked(
        {
            "P-1": {
                "Percent complete": "49,6 %",
                "Reported on": "15.09.2025",
                "Status": "ongoing",
                "Rating": "On Track",
                "Narrative": "=1+1 went well",
                "Cause of delay": "UNICEF procurement",
                "Next step date": "2025-11-01",
                "Spent in total since start": "1\u00a0100,50",
            }
        }
    )
    assert found.problems == ()
    (report,) = found.reports
    assert report == ReportRow(
        activity="P-1",
        as_of=date(2025, 9, 15),
        share=Decimal("49.6"),
        reported_status="ongoing",
        rating="on track",
        narrative="=1+1 went well",
        cause="UNICEF procurement",
        next_step_on=date(2025, 11, 1),
        spent_cents=110_050,
        currency="USD",
    )
    assert (report.illustrative, report.sheet, report.row) == (True, "Activities", HEADER + 1)


def test_each_way_of_measuring_is_read_from_its_own_column() -> None:
    found = checked(
        {
            "S-1": {"Stage": "Under way"},
            "Q-1": {"Quantity done": "4"},
            "E-1": {"Percent complete": 100},
            "P-2": {"Narrative": "words alone are a report too"},
        }
    )
    assert found.problems == ()
    said = {row.activity: (row.share, row.stage, row.quantity) for row in found.reports}
    assert said == {
        "S-1": (None, 50, None),
        "Q-1": (None, None, Decimal(4)),
        "E-1": (Decimal(100), None, None),
        "P-2": (None, None, None),
    }
    assert {row.as_of for row in found.reports} == {ENDS}


@pytest.mark.parametrize(
    ("code", "header", "value", "wrong"),
    [
        ("P-1", "Percent complete", 140, "more than 100 percent"),
        ("P-1", "Percent complete", -5, "below 0"),
        ("P-1", "Percent complete", 0.45, "share or a percent"),
        ("S-1", "Stage", "60 percent", "none of the words"),
        ("Q-1", "Quantity done", "3 of 7", "The plan says 5 in all"),
        ("Q-1", "Quantity done", "-1", "below 0"),
        ("P-1", "Quantity done", 3, "measured by: Percent"),
        ("S-1", "Percent complete", 50, "measured by: Stages"),
        ("E-1", "Percent complete", 50, "an event"),
        ("P-1", "Status", "Dunno", "none of the words"),
        ("P-1", "Rating", "Splendid", "none of the words"),
        ("P-1", "Cause of delay", "The weather", "none of the words"),
        ("P-1", "Waiting for", "Somebody", "none of the words"),
        ("P-1", "Next step date", "soon", "not a date"),
        ("P-1", "Next step date", "03/04/2025", "which number is the day"),
        ("P-1", "Spent in total since start", -1, "below 0"),
        ("H-1", "Percent complete", 40, "MOH leads this activity"),
        ("C-1", "Percent complete", 50, "has closed this activity"),
    ],
)
def test_a_faulty_cell_is_named_with_what_is_wrong(code: str, header: str, value: object, wrong: str) -> None:
    found = checked({code: {header: value}})
    (problem,) = found.problems
    assert wrong in str(problem.what)
    assert str(problem.allowed)
    assert found.reports == ()
    sheet = openpyxl.load_workbook(BytesIO(form.write(content())))["Activities"]
    column = "Code" if code == "C-1" else header
    assert sheet[problem.cell].column == next(cell.column for cell in sheet[HEADER] if cell.value == column)
    assert sheet.cell(sheet[problem.cell].row, 1).value == code


def test_all_faults_of_all_rows_come_at_once() -> None:
    found = checked(
        {
            "P-1": {"Percent complete": 140, "Rating": "Splendid", "Next step date": "soon"},
            "S-1": {"Stage": "60 percent"},
            "Q-1": {"Quantity done": 4},
        },
        {"ORGL": {"Value": 140, "Observed on": "soon"}},
    )
    assert len(found.problems) == 6
    assert [row.activity for row in found.reports] == ["Q-1"]


@pytest.mark.parametrize(
    ("day", "today", "wrong"),
    [
        (datetime(2025, 9, 30), TODAY, None),
        (datetime(2025, 10, 1), TODAY, "after the period of this file, which ends on 30.09.2025"),
        (datetime(2025, 9, 21), date(2025, 9, 20), "in the future"),
        (datetime(2025, 9, 20), date(2025, 9, 20), None),
        (datetime(2024, 1, 1), TODAY, None),
        (datetime(2023, 12, 30), TODAY, "long before the activity begins"),
        ("31.09.2025", TODAY, "no such day"),
    ],
)
def test_the_date_of_a_report_lies_between_the_plan_and_today(day: object, today: date, wrong: str | None) -> None:
    found = checked({"P-1": {"Percent complete": 40, "Reported on": day}}, today=today)
    if wrong is None:
        assert found.problems == ()
    else:
        (problem,) = found.problems
        assert wrong in str(problem.what)


def test_without_a_date_a_report_speaks_of_the_last_day_of_the_period_that_has_come() -> None:
    (report,) = checked({"P-1": {"Percent complete": 40, "Reported on": None}}, today=date(2025, 8, 15)).reports
    assert report.as_of == date(2025, 8, 15)


@pytest.mark.parametrize(
    ("code", "cells", "wrong"),
    [
        ("P-1", {"Percent complete": 80, "Status": "Completed"}, "Completed, at 80%."),
        ("P-1", {"Percent complete": 100, "Status": "Completed"}, None),
        ("P-1", {"Percent complete": 100, "Status": "Ongoing"}, "Ongoing, at 100%."),
        ("P-1", {"Percent complete": 99.9, "Status": "Ongoing"}, None),
        ("P-1", {"Percent complete": 5, "Status": "Not started"}, "Not started, at 5%."),
        ("P-1", {"Percent complete": 0, "Status": "Not started"}, None),
        ("P-1", {"Status": "Completed"}, "Completed, and no figure says how far it is."),
        ("P-2", {"Status": "Not started", "Narrative": "stopped"}, "Not started, at 60%."),
        ("Q-1", {"Quantity done": 4, "Status": "Completed"}, "Completed, at 80%."),
        ("Q-1", {"Quantity done": 5, "Status": "Completed"}, None),
        ("Q-1", {"Quantity done": 6, "Status": "Ongoing"}, "Ongoing, at 100%."),
        ("S-1", {"Stage": "Submitted or delivered", "Status": "Completed"}, "Completed, at 75%."),
        ("P-2", {"Percent complete": 59}, "less than before: 60% on 30.06.2025"),
        ("P-2", {"Percent complete": 60}, None),
        ("P-2", {"Percent complete": 59, "Challenge": "a flood"}, "less than before: 60% on 30.06.2025"),
        ("P-2", {"Percent complete": 40, "Reported on": "31.03.2025"}, None),
        ("Q-1", {"Quantity done": 2}, "less than before: 60% on 30.06.2025"),
        ("Q-1", {"Quantity done": 3, "Spent in total since start": 800}, "less than before: 900.00 USD"),
        ("Q-1", {"Quantity done": 3, "Spent in total since start": 800, "Currency": "TMT"}, None),
    ],
)
def test_a_report_may_not_contradict_itself_or_go_back_without_a_reason(
    code: str, cells: dict[str, object], wrong: str | None
) -> None:
    found = checked({code: cells})
    if wrong is None:
        assert found.problems == ()
        assert len(found.reports) == 1
    else:
        (problem,) = found.problems
        assert wrong in str(problem.what)


@pytest.mark.parametrize(
    ("currency", "wrong"), [(None, "is missing"), ("XTS", "no currency"), ("usd", None), ("dollars", None)]
)
def test_money_has_a_currency(currency: str | None, wrong: str | None) -> None:
    found = checked({"P-1": {"Spent in total since start": 100, "Currency": currency}})
    assert [wrong in str(problem.what) for problem in found.problems if wrong] == ([True] if wrong else [])
    assert len(found.reports) == (0 if wrong else 1)


def test_an_unknown_activity_is_asked_about() -> None:
    found = checked({"P-1": {"Code": "P-11", "Percent complete": 40}, "S-1": {"Code": None, "Stage": "Under way"}})
    assert [str(one.what) for one in found.problems] == [
        "There is no such activity in the plan of this period.",
        "This row has no code.",
    ]
    assert str(found.problems[0].allowed) == "Did you mean P-1?"


def test_a_code_is_known_in_any_case() -> None:
    assert [row.activity for row in checked({"P-1": {"Code": " p-1 ", "Percent complete": 40}}).reports] == ["P-1"]


def test_the_same_activity_and_date_twice_name_each_other_and_neither_is_taken() -> None:
    found = checked({"P-1": {"Percent complete": 40}, "P-2": {"Code": "P-1", "Percent complete": 50}})
    first, second = f"A{HEADER + 1}", f"A{HEADER + 5}"
    assert [(one.cell, other in str(one.what)) for one, other in zip(found.errors, (second, first), strict=True)] == [
        (first, True),
        (second, True),
    ]
    assert found.reports == ()


def test_the_same_row_twice_is_taken_once() -> None:
    found = checked({"P-1": {"Percent complete": 40}, "P-2": {"Code": "P-1", "Percent complete": 40}})
    assert (found.errors, [one.share for one in found.reports]) == ((), [40])
    told = [(one.cell, str(one.allowed)) for one in found.warnings if "stand in" in str(one.what)]
    assert told == [(f"A{HEADER + 5}", "Leave it: both say the same, and it is taken once.")]


def test_the_same_activity_at_two_dates_is_two_reports() -> None:
    later = {"Code": "P-1", "Percent complete": 50}
    found = checked({"P-1": {"Percent complete": 40, "Reported on": "31.08.2025"}, "P-2": later})
    assert [row.as_of for row in found.reports] == [date(2025, 8, 31), ENDS]


def test_what_was_reported_for_the_period_stands_in_the_form_and_is_let_in_again_as_it_was() -> None:
    before = content()
    odd = ReportRow(activity="P-2", as_of=ENDS, share=Decimal(20), reported_status="completed", next_step="ask")
    activities = tuple(
        one if one.code != "P-2" else type(one)(**{**vars(one), "reported": odd}) for one in before.activities
    )
    again = content(activities=activities)
    sent = form.write(again)
    found = checking.check(reading.read(sent, "form.xlsx"), again, TODAY)
    assert (found.reports, found.problems) == ((odd,), ())
    changed = checking.check(reading.read(filled(sent, {"P-2": {"Percent complete": 19}}), "form.xlsx"), again, TODAY)
    assert ["Completed, at 19%" in str(one.what) for one in changed.problems] == [False, True]


def test_a_fault_is_one_line_for_the_command_line() -> None:
    (problem,) = checked({"P-1": {"Percent complete": 140}}).problems
    assert str(problem) == "Activities!L5: 140: This is more than 100 percent. Write a number from 0 to 100."


def test_a_sheet_without_its_column_of_codes_is_read_by_its_titles() -> None:
    workbook = openpyxl.load_workbook(BytesIO(filled(form.write(content()), {"P-1": {"Percent complete": 40}})))
    sheet = workbook["Activities"]
    code = next(cell for cell in sheet[HEADER] if cell.value == "Code")
    code.value = None
    assert [row.activity for row in check_book(workbook).reports] == ["P-1"]
    sheet.cell(HEADER + 1, 2).value = "Another course"
    (problem,) = check_book(workbook).errors
    assert (problem.sheet, problem.cell, problem.value) == ("Activities", f"B{HEADER + 1}", "Another course")
    next(cell for cell in sheet[HEADER] if cell.value == "Activity").value = None
    (problem,) = check_book(workbook).errors
    assert (problem.sheet, problem.cell, problem.value) == ("Activities", f"A{HEADER + 1}", "P-1")
    assert "no column “Code”" in str(problem)


def check_book(workbook: openpyxl.Workbook) -> Checked:
    return checking.check(reading.read(saved(workbook), "a.xlsx"), content(), TODAY)


def test_whoever_waits_is_told_how_far_the_check_is_and_may_end_it() -> None:
    sent = reading.read(filled(form.write(content()), {"P-1": {"Percent complete": 40}}), "form.xlsx")
    parts: list[float] = []
    checking.check(sent, content(), TODAY, step=parts.append)
    assert len(parts) > 10
    assert parts == sorted(parts)
    assert 0 < parts[0] < 0.2
    assert parts[-1] > 0.6

    class Stopped(Exception):
        pass

    def stopped(part: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        checking.check(sent, content(), TODAY, step=stopped)


def test_a_stray_cell_far_from_the_table_is_a_warning_at_its_address() -> None:
    workbook = openpyxl.load_workbook(BytesIO(filled(form.write(content()), {"P-1": {"Percent complete": 40}})))
    workbook["Activities"]["XFD1048576"] = "stray"
    found = check_book(workbook)
    (problem,) = found.problems
    assert (problem.cell, problem.value, problem.level) == ("XFD1048576", "stray", "warning")
    assert "far away from the table" in str(problem.what)
    assert [row.activity for row in found.reports] == ["P-1"]
