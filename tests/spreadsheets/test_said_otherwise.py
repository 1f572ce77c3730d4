"""What a cell may say otherwise than it seems: words beside a count, days for counts, crosses, and other encodings."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from monitoring.upload import Checked
from spreadsheets import checking, form, reading
from tests.spreadsheets.files import changed, docx, sheet_of, xlsx
from tests.spreadsheets.forms import ENDS, TODAY, content, filled, saved

HEAD = "Code;Reported on;"


def judged(*lines: str) -> Checked:
    return checking.check(reading.read("\n".join(lines).encode(), "own.csv"), content(), TODAY, ENDS)


@pytest.mark.parametrize(
    "said", ["3 осталось", "3 не проведено", "3 по плану", "3 за III квартал", "3 remaining", "3 galdy", "3 т. чел."]
)
def test_words_beside_a_count_that_may_say_something_else_are_asked_about(said: str) -> None:
    found = judged(f"{HEAD}Quantity done", f"Q-1;30.09.2025;{said}")
    assert [(one.cell, str(one.what)) for one in found.errors] == [
        ("C2", "The words beside this number may say something else than what is done.")
    ]


@pytest.mark.parametrize("said", ["3 тренинга", "3 чел.", "3 trainings in all velayats"])
def test_a_unit_beside_a_count_is_kept(said: str) -> None:
    found = judged(f"{HEAD}Quantity done", f"Q-1;30.09.2025;{said}")
    assert (found.problems, [(one.quantity, one.narrative) for one in found.reports]) == ((), [(3, said)])


@pytest.mark.parametrize("said", ["05.дек", "10 окт", "12 октября"])
def test_a_day_is_no_count(said: str) -> None:
    found = judged(f"{HEAD}Quantity done", f"Q-1;30.09.2025;{said}")
    assert [str(one.what) for one in found.errors] == ["This is a date, and a count belongs here."]


@pytest.mark.parametrize("cross", ["x", "Х"])
def test_a_cross_says_nothing_of_money_and_days(cross: str) -> None:
    head = f"{HEAD}Percent complete;Spent in total since start;Next step date;Cause of delay"
    found = judged(head, f"P-1;30.09.2025;45;{cross};{cross};{cross}")
    assert (found.problems, [(one.share, one.spent_cents) for one in found.reports]) == ((), [(45, None)])


@pytest.mark.parametrize("cross", ["x", "X", "х", "Х", "×", "✕", "✖️", " x."])
def test_a_cross_may_say_that_an_event_took_place_or_that_it_did_not(cross: str) -> None:
    found = judged(f"{HEAD}Percent complete", f"E-1;30.09.2025;{cross}")
    assert [(one.cell, str(one.what), str(one.allowed)) for one in found.errors] == [
        ("C2", "A cross may say that it took place, or that it did not.", "Write 100 when it took place, else 0.")
    ]
    assert found.reports == ()


def test_a_cross_in_place_of_a_percent_is_kept_as_words() -> None:
    found = judged(f"{HEAD}Percent complete", "P-1;30.09.2025;×")
    assert (found.errors, [(one.share, one.narrative) for one in found.reports]) == ((), [(None, "×")])


@pytest.mark.parametrize("beside", ["", "-", "н/д"])
def test_a_cross_that_stands_alone_in_its_row_is_asked_about(beside: str) -> None:
    found = judged(f"{HEAD}Status;Spent in total since start;Narrative", f"P-1;30.09.2025;х;{beside};", "Q-1;;;;Words")
    assert [(one.cell, str(one.what)) for one in found.errors] == [("C2", "This is none of the words to choose from.")]
    assert [one.activity for one in found.reports] == ["Q-1"]


def test_crosses_in_all_of_a_row_say_that_it_does_not_apply() -> None:
    found = judged(f"{HEAD}Status;Spent in total since start", "P-1;30.09.2025;x;x", "Q-1;30.09.2025;completed;x")
    assert not [one for one in found.errors if one.cell.endswith("2")]


@pytest.mark.parametrize("said", ["0,5", "1", "120", "1 2 3", "около 40", "45 абв", "45"])
def test_what_is_right_for_an_event_is_said_at_once(said: str) -> None:
    found = judged(f"{HEAD}Percent complete", f"E-1;30.09.2025;{said}", "P-1;30.09.2025;0,7")
    allowed = {one.cell: str(one.allowed) for one in found.errors}
    assert allowed["C2"] == "Write 100 when it took place, else 0."
    assert allowed["C3"].startswith("Write 45 for 45 percent")


@pytest.mark.parametrize(("said", "share"), [("состоялась", 100), ("geçirildi", 100), ("не проведена", 0)])
def test_an_event_took_place_or_not_in_other_words(said: str, share: int) -> None:
    found = judged(f"{HEAD}Percent complete", f"E-1;30.09.2025;{said}")
    assert (found.problems, [one.share for one in found.reports]) == ((), [share])


@pytest.mark.parametrize("age", [date(2025, 10, 14), "05.сен", 45_000])
def test_an_age_group_that_a_spreadsheet_made_a_date_is_a_fault(age: Any) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Code", "Observed on", "Value", "Age group"])
    book.active.append(["ORGL", 2024, 40, age])
    found = checking.check(reading.read(saved(book), "own.xlsx"), content(), TODAY)
    assert [(one.cell, str(one.what)) for one in found.errors] == [
        ("D2", "This is a date, and an age group belongs here.")
    ]


@pytest.mark.parametrize("age", ["10-14", "05-09", "0–4", "15+", "children"])
def test_an_age_group_stays_as_it_stands(age: str) -> None:
    found = judged("Code;Observed on;Value;Age group", f"ORGL;2024;40;{age}")
    assert (found.problems, [one.age_group for one in found.observations]) == ((), [age])


def test_one_percent_beside_a_share_is_asked_about_in_values_too() -> None:
    found = judged("Code;Observed on;Value", "ORGL;2023;0,9", "ORGL;2024;1")
    assert {one.cell for one in found.errors} == {"C2", "C3"}


def test_a_fall_and_a_standstill_within_one_file_are_told() -> None:
    rows = [f"P-1;{day};{share}" for day, share in (("31.03.2025", 40), ("30.06.2025", 40), ("30.09.2025", 40))]
    assert [(one.cell, str(one.what)) for one in judged(f"{HEAD}Percent complete", *rows).problems] == [
        ("C4", "This has not changed for 3 quarters.")
    ]
    falling = judged(f"{HEAD}Percent complete", "P-1;31.08.2025;40", "P-1;30.09.2025;30")
    assert [(one.cell, str(one.what)) for one in falling.problems] == [
        ("C3", "This is less than before: 40% on 31.08.2025.")
    ]
    assert [one.share for one in falling.reports] == [40, 30]


def test_several_codes_in_a_cell_and_a_title_for_a_code_are_told() -> None:
    found = judged(f"{HEAD}Percent complete", "P-1, P-2;30.09.2025;40", "Five trainings;30.09.2025;40")
    assert [str(one.allowed) for one in found.errors] == [
        "Give each of them a row of its own: P-1, P-2.",
        "Did you mean Q-1?",
    ]


def test_a_file_put_together_from_two_encodings_is_read_line_by_line() -> None:
    lines = [f"{HEAD}Percent complete;Narrative".encode(), "P-1;30.09.2025;45;Обучено ещё тридцать".encode()]
    lines.append("P-2;30.09.2025;70;Строительство идёт по графику".encode("cp1251"))
    found = checking.check(reading.read(b"\n".join(lines), "own.csv"), content(), TODAY)
    assert [one.narrative for one in found.reports] == ["Обучено ещё тридцать", "Строительство идёт по графику"]


def test_values_in_cdata_and_sheets_in_two_bytes_a_letter_are_read() -> None:
    plain = xlsx('<row r="1"><c r="A1"><v><![CDATA[5]]></v></c><c r="B1" t="inlineStr"><is><t>a</t></is></c></row>')
    assert sheet_of(plain).rows == [[5, "a"]]
    xml = '<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="{}"><sheetData>{}</sheetData></worksheet>'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    wide = xml.format(main, '<row r="1"><c r="A1"><v>7</v></c></row>').encode("utf-16")
    assert sheet_of(changed(plain, **{"xl_worksheets_sheet1__xml": wide})).rows == [[7]]


MARKED = {
    "struck": ("<r><rPr><strike/></rPr><t>7</t></r><r><t>9</t></r>", "9"),
    "not struck": ('<r><rPr><strike val="0"/></rPr><t>7</t></r><r><t>9</t></r>', "79"),
    "raised": ('<r><t>45</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>', "45 1"),
    "bold": ("<r><rPr><b/></rPr><t>4</t></r><r><t>5</t></r>", "45"),
}


@pytest.mark.parametrize("kind", MARKED)
@pytest.mark.parametrize("shared", [True, False])
def test_what_is_struck_out_or_raised_in_a_cell_is_no_part_of_a_number(kind: str, shared: bool) -> None:
    runs, read = MARKED[kind]
    inline = f'<row r="1"><c r="A1" t="inlineStr"><is>{runs}</is></c></row>'
    by_number = xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=f"<si>{runs}</si>")
    assert sheet_of(by_number if shared else xlsx(inline)).rows == [[read]]


def run(text: str, about: str = "") -> str:
    return f"<w:r><w:rPr>{about}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("runs", "read"),
    [
        (run("7", "<w:strike/>") + run("9"), "9"),
        (run("7", '<w:strike w:val="0"/>') + run("9"), "79"),
        (run("7", "<w:vanish/>") + run("9"), "9"),
        (run("45") + run("1", '<w:vertAlign w:val="superscript"/>'), "45 1"),
    ],
)
def test_what_is_struck_out_or_raised_in_a_document_is_no_part_of_a_number(runs: str, read: str) -> None:
    table = f"<w:tbl><w:tr><w:tc><w:p>{runs}</w:p></w:tc><w:tc><w:p>{run('b')}</w:p></w:tc></w:tr></w:tbl>"
    assert sheet_of(docx(table), "a.docx").rows == [[read, "b"]]


def test_a_form_pasted_below_another_brings_no_faults_by_its_title() -> None:
    sent = filled(form.write(content()), {"P-1": {"Percent complete": 40}})
    book = openpyxl.load_workbook(BytesIO(sent))
    sheet = book["Activities"]
    below = sheet.max_row + 3
    other = openpyxl.load_workbook(BytesIO(filled(form.write(content()), {"P-2": {"Percent complete": 70}})))
    for row in other["Activities"].iter_rows():
        for cell in row:
            sheet.cell(below + cell.row, cell.column).value = cell.value
    found = checking.check(reading.read(saved(book), "two.xlsx"), content(), TODAY)
    assert found.errors == ()
    assert {(one.activity, one.share) for one in found.reports} == {("P-1", Decimal(40)), ("P-2", Decimal(70))}
