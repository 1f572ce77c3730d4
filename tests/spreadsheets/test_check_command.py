"""Wild files through ``manage.py check --json``: each loads right, or names the right cell."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.spreadsheets.commands import manage
from tests.spreadsheets.forms import put

HEAD = ["Code", "Reported on", "Percent complete", "Quantity done", "Status", "Narrative", "Spent in total since start"]
HEAD_RU = ["Код", "По состоянию на", "Процент выполнения"]


def checked(var: Path, file: Path, *arguments: str) -> tuple[int, dict[str, Any]]:
    done = manage(var, "check", file, "--json", *arguments)
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout)


def book(var: Path, rows: list[list[Any]], title: str = "Sheet1") -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = title
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                put(sheet.cell(number, column), value)
    file = var / "sent.xlsx"
    workbook.save(file)
    return file


def errors(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["cell"], one["value"]) for one in found["problems"] if one["level"] == "error"]


def warnings(found: dict[str, Any]) -> list[str]:
    return [one["cell"] for one in found["problems"] if one["level"] == "warning"]


@pytest.mark.parametrize("language", ["en", "ru", "tk"])
def test_an_untouched_form_is_clean(var: Path, language: str) -> None:
    form = var / "form.xlsx"
    made = manage(var, "form", "--partner", "MOE", "--as-of", "2025-09-30", "--language", language, "-o", form)
    assert made.returncode == 0, made.stderr
    assert checked(var, form) == (0, {"rows": [], "problems": []})


def test_a_filled_row_is_told_with_the_names_of_the_tables(var: Path) -> None:
    file = book(var, [HEAD, ["MOE-2025-06", "2025-09-30", "95 %", None, "Ongoing/Текущий", "well", "1 100 100,50 USD"]])
    status, found = checked(var, file)
    assert status == 0
    (row,) = found["rows"]
    assert (row["sheet"], row["row"], row["code"], row["date"]) == ("Sheet1", 2, "MOE-2025-06", "2025-09-30")
    said = {"share": 95, "reported_status": "ongoing", "narrative": "well", "spent_cents": 110010050, "currency": "USD"}
    assert row["values"] == said


def test_titles_above_empty_rows_between_and_a_total_below_do_no_harm(var: Path) -> None:
    rows: list[list[Any]] = [
        ["Report on the workplan for Q3 2025"],
        [],
        [None, "№", *HEAD],
        [],
        [None, 1, "MOE-2025-06", None, 80],
        [],
        [None, 2, "МОЕ–2025–05", None, None, "3 из 25"],
        [None, None, "Total", None, 160],
    ]
    status, found = checked(var, book(var, rows))
    assert (status, errors(found)) == (0, [])
    assert [(row["row"], row["code"], row["date"]) for row in found["rows"]] == [
        (5, "MOE-2025-06", "2025-09-30"),
        (7, "MOE-2025-05", "2025-09-30"),
    ]


def test_a_row_without_any_day_is_asked_about(var: Path) -> None:
    file = book(var, [["Code", "Percent complete"], ["MOE-2025-06", 80]])
    status, found = checked(var, file)
    assert (status, len(errors(found))) == (1, 1)
    status, found = checked(var, file, "--as-of", "2025-09-30")
    assert (status, found["rows"][0]["date"]) == (0, "2025-09-30")


def test_a_nearly_right_name_of_a_column_is_asked_about_and_a_foreign_one_only_told(var: Path) -> None:
    file = book(var, [["Code", "Procent complete", "Narrative", "Room"], ["MOE-2025-06", 80, "well", 12]])
    status, found = checked(var, file, "--as-of", "2025-09-30")
    assert (status, errors(found), warnings(found), found["rows"]) == (1, [("B1", "Procent complete")], ["D1"], [])
    assert "Percent complete" in found["problems"][0]["allowed"]


def test_many_partners_in_one_file_are_told_apart_by_their_codes(var: Path) -> None:
    file = book(var, [HEAD[:3], ["MOE-2025-06", "30.09.2025", 80], ["MIA-2025-05", "30.09.2025", 99]])
    status, found = checked(var, file)
    assert (status, [row["code"] for row in found["rows"]]) == (0, ["MOE-2025-06", "MIA-2025-05"])
    status, found = checked(var, file, "--partner", "MOE")
    assert (status, errors(found)) == (1, [("A3", "MIA-2025-05")])


def test_words_without_a_number_are_kept_as_a_report_in_words(var: Path) -> None:
    file = book(var, [HEAD[:3], ["MOE-2025-06", "30.09.2025", "выполнено частично"]])
    status, found = checked(var, file)
    assert (status, warnings(found)) == (0, ["C2"])
    assert found["rows"][0]["values"] == {"narrative": "выполнено частично"}


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("06.03.2025", "2025-03-06"),
        ("6 марта 2025", "2025-03-06"),
        ("2025-03-06", "2025-03-06"),
        (45722, "2025-03-06"),
        ("Q1 2025", "2025-03-31"),
        ("II кв.", "2025-06-30"),
        ("II çärýek", "2025-06-30"),
        ("1 полугодие", "2025-06-30"),
        ("03/04/2025", None),
        ("31.09.2025", None),
    ],
)
def test_days_are_understood_as_they_are_typed(var: Path, typed: Any, day: str | None) -> None:
    file = book(var, [HEAD[:3], ["MOE-2025-06", typed, 80]])
    status, found = checked(var, file, "--period", "2025-Q3")
    if day is None:
        assert (status, errors(found)) == (1, [("B2", str(typed))])
    else:
        assert (errors(found), [row["date"] for row in found["rows"]]) == ([], [day])


def test_a_file_that_cannot_be_read_is_one_problem_of_the_whole_file(var: Path) -> None:
    file = var / "letter.xlsx"
    file.write_bytes(b"\x00\x01\x02 no workbook")
    status, found = checked(var, file)
    assert (status, found["rows"], len(found["problems"])) == (1, [], 1)
    assert found["problems"][0]["level"] == "error"


def test_an_upload_is_saved_withdrawn_and_brought_back(var: Path) -> None:
    file = book(var, [HEAD[:3], ["MOE-2025-06", "30.09.2025", 99], ["MIA-2025-05", "30.09.2025", 99]])
    saved = manage(var, "upload", file, "--by", "A tester", "--accept-warnings")
    assert saved.returncode == 0, saved.stderr
    assert saved.stdout.count("Saved as submission") == 2
    assert checked(var, file)[1]["rows"] == []
    number = saved.stdout.rsplit("Saved as submission ", 1)[1].split(":")[0]
    taken = manage(var, "withdraw", number, "--why", "only a try")
    assert taken.returncode == 0, taken.stderr
    assert len(checked(var, file)[1]["rows"]) == 1
    assert manage(var, "withdraw", number, "--why", "it was right", "--undo").returncode == 0
    assert checked(var, file)[1]["rows"] == []


def test_the_order_of_days_between_strokes_can_be_said_for_the_whole_file(var: Path) -> None:
    file = book(var, [HEAD, ["MOE-2025-06", "03/09/2025", "95 %"], ["MOE-2025-13", "07/08/2025", "60 %"]])
    code, found = checked(var, file)
    assert (code, errors(found)) == (1, [("B2", "03/09/2025"), ("B3", "07/08/2025")])
    code, found = checked(var, file, "--days", "day-first")
    assert (code, [row["date"] for row in found["rows"]]) == (0, ["2025-09-03", "2025-08-07"])
    code, found = checked(var, file, "--days", "month-first")
    assert (code, [row["date"] for row in found["rows"]]) == (0, ["2025-03-09", "2025-07-08"])


@pytest.mark.parametrize(
    ("column", "said", "field", "value"),
    [
        ("Status", "Ongoing (3 schools left)", "reported_status", "ongoing"),
        ("Status", "Текущий (ждём средства)", "reported_status", "ongoing"),
    ],
)
def test_words_in_brackets_behind_a_status_are_kept(var: Path, column: str, said: str, field: str, value: str) -> None:
    code, found = checked(var, book(var, [["Code", "Reported on", column], ["MOE-2025-13", "2025-09-30", said]]))
    (row,) = found["rows"]
    assert (code, row["values"][field], row["values"]["narrative"]) == (0, value, said)
    assert warnings(found) == ["C2"]


def test_words_in_brackets_that_no_column_could_keep_are_a_fault(var: Path) -> None:
    rows = [["Code", "Reported on", "Rating", "Narrative"], ["MOE-2025-13", "2025-09-30", "On Track (by June)", "x"]]
    assert errors(checked(var, book(var, rows))[1]) == [("C2", "On Track (by June)")]


def test_both_languages_of_a_status_are_no_words_beside_it(var: Path) -> None:
    code, found = checked(var, book(var, [HEAD, ["MOE-2025-13", "2025-09-30", 95, None, "Ongoing (Текущий)"]]))
    assert (code, found["problems"]) == (0, [])


@pytest.mark.parametrize("said", ["выполнено на 95 %", "95% выполнено", "Completed by 95 %", "95 % ýerine ýetirildi"])
def test_so_much_done_is_a_percent(var: Path, said: str) -> None:
    code, found = checked(var, book(var, [HEAD, ["MOE-2025-13", "2025-09-30", said]]))
    assert (code, found["problems"], found["rows"][0]["values"]["share"]) == (0, [], 95)


def test_a_code_over_two_rows_that_report_on_it_both_is_said_so(var: Path) -> None:
    file = book(var, [HEAD, ["MOE-2025-13", "2025-09-30", 95], [None, "2025-09-30", 96]])
    workbook = openpyxl.load_workbook(file)
    workbook.active.merge_cells("A2:A3")
    workbook.save(file)
    (problem,) = (one for one in checked(var, file)[1]["problems"] if one["level"] == "error")
    assert problem["cell"] == "A2"
    assert "One cell stands here for several rows" in problem["problem"]


def test_a_damaged_letter_of_a_text_is_a_fault_of_its_cell_and_the_rest_is_read(var: Path) -> None:
    lines = ["Code;Reported on;Narrative", *(f"MOE-2025-{n:02};2025-09-30;обучение начато" for n in (6, 13))]
    text = "\n".join(lines).encode().replace("обучение".encode(), b"\xd0" + "бучение".encode(), 1)
    (var / "sent.csv").write_bytes(text)
    code, found = checked(var, var / "sent.csv")
    assert (code, [one["cell"] for one in found["problems"]]) == (1, ["C2"])
    assert [row["values"]["narrative"] for row in found["rows"]] == ["обучение начато"]


def test_thousands_of_foreign_columns_are_told_at_once(var: Path) -> None:
    head = ["Code", "Reported on", "Percent complete", *["x"] * 20_000]
    rows = [",".join(head), ",".join(["MOE-2025-13", "2025-09-30", "95", *["1"] * 20_000])]
    (var / "sent.csv").write_text("\n".join(rows))
    code, found = checked(var, var / "sent.csv")  # this took minutes when each column looked at all cells again
    assert (code, len(found["problems"]), len(found["rows"])) == (0, 20_000, 1)


def test_an_activity_that_an_amendment_lets_end_next_year_is_asked_for_and_reported_on_then(var: Path) -> None:
    connection = sqlite3.connect(var / "dashboard.sqlite3")
    with connection:
        of_it = "activity_id = (SELECT id FROM activity WHERE code = 'MOE-2025-13')"
        connection.execute(f"UPDATE activity_version SET ends = '2026-02-15' WHERE {of_it}")
    connection.close()
    form = var / "form.xlsx"
    made = manage(var, "form", "--partner", "MOE", "--as-of", "2026-03-31", "-o", form)
    assert made.returncode == 0, made.stderr
    assert [row[0] for row in openpyxl.load_workbook(form)["Activities"].iter_rows(5, values_only=True)] == [
        "MOE-2025-13"
    ]
    file = book(var, [HEAD, ["MOE-2025-13", "2026-01-31", "90 %"]])
    for whose in ((), ("--partner", "MOE")):
        status, found = checked(var, file, "--as-of", "2026-03-31", *whose)
        assert (status, errors(found)) == (0, [])
        assert [(row["code"], row["date"]) for row in found["rows"]] == [("MOE-2025-13", "2026-01-31")]
    saved = manage(var, "upload", file, "--as-of", "2026-03-31", "--by", "Anna", "--accept-warnings")
    assert saved.returncode == 0, saved.stderr


def test_a_late_report_on_an_activity_of_an_earlier_workplan_is_understood(var: Path) -> None:
    rows = [["Code", "Reported on", "Narrative"], ["MOE-2024-02", "31.03.2025", "done in 2025"]]
    status, found = checked(var, book(var, rows), "--partner", "MOE", "--as-of", "2025-03-31")
    assert (status, errors(found)) == (0, [])
    assert [row["code"] for row in found["rows"]] == ["MOE-2024-02"]
    form = var / "form.xlsx"
    assert manage(var, "form", "--partner", "MOE", "--as-of", "2025-03-31", "-o", form).returncode == 0
    codes = {row[0] for row in openpyxl.load_workbook(form)["Activities"].iter_rows(5, values_only=True)}
    assert "MOE-2025-02" in codes
    assert "MOE-2024-02" not in codes, "nobody is asked for it"


def test_naming_the_partner_does_not_say_which_day_a_report_speaks_of(var: Path) -> None:
    file = book(var, [["Code", "Percent complete"], ["MOE-2025-06", 95]])
    for whose in ((), ("--partner", "MOE")):
        status, found = checked(var, file, *whose)
        assert (status, found["rows"]) == (1, [])
        assert found["problems"][0]["problem"] == "It is not said from which day this is."
    status, found = checked(var, file, "--partner", "MOE", "--period", "2025-Q3")
    assert (status, [row["date"] for row in found["rows"]]) == (0, ["2025-09-30"])


def test_a_day_long_before_the_activity_is_answered_with_the_days_that_are_allowed(var: Path) -> None:
    file = book(var, [HEAD, ["MOE-2025-06", "2022-02-28", 95]])
    _, found = checked(var, file, "--partner", "MOE", "--period", "2025-Q3")
    (problem,) = found["problems"]
    assert problem["allowed"].startswith("Write a day from ")
    assert problem["allowed"].endswith(" to 30.09.2025.")


@pytest.mark.parametrize(
    ("sheet", "code", "header", "value"),
    [
        ("Activities", "MOE-2025-03", "Last reported", "120 / 200"),
        ("Activities", "MOE-2025-03", "Planned quantity", 99),
        ("Indicators", "WATER", "Last value", 97.5),
    ],
)
def test_what_is_typed_over_what_is_known_is_told_in_a_row_that_stays_as_it_is_too(
    var: Path, sheet: str, code: str, header: str, value: object
) -> None:
    form = var / "form.xlsx"
    assert manage(var, "form", "--partner", "MOE", "--as-of", "2025-09-30", "-o", form).returncode == 0
    opened = openpyxl.load_workbook(form)
    (head,) = opened[sheet].iter_rows(4, 4)
    column = next(cell.column for cell in head if cell.value == header)
    row = next(cells[0].row for cells in opened[sheet].iter_rows(5) if cells[0].value == code)
    cell = opened[sheet].cell(row, column)
    put(cell, value)
    opened.save(form)
    status, found = checked(var, form)
    assert (status, found["rows"]) == (0, [])
    (problem,) = found["problems"]
    assert (problem["cell"], problem["level"]) == (cell.coordinate, "warning")
    assert "what stands here is not read" in problem["problem"]
