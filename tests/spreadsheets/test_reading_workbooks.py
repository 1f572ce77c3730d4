"""What stands in an .xlsx in one of its many ways is read as its sender sees it."""

import zipfile
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import pytest
import xlsxwriter

from monitoring import file_errors
from spreadsheets import checking, reading
from spreadsheets.workbook import Lost
from tests.spreadsheets.files import MAIN, archive, changed, rows_of, sheet_of, xlsx
from tests.spreadsheets.forms import TODAY, content

STRICT = ("http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships")


def written(fill: Any) -> bytes:
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        fill(book)
    return target.getvalue()


def one_row(cells: str, **given: str) -> list[Any]:
    (row,) = rows_of(xlsx(f'<row r="1">{cells}</row>', **given))
    return row


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" s="1"><v>45722</v></c>', date(2025, 3, 6)),
        ('<c r="A1" s="2"><v>45722.5</v></c>', datetime(2025, 3, 6, 12)),
        ('<c r="A1" s="3"><v>1.25</v></c>', timedelta(days=1, hours=6)),
        ('<c r="A1" s="4"><v>0.5</v></c>', time(12)),
        ('<c r="A1" s="5"><v>0.455</v></c>', "45.5%"),
        ("<c s='5' r='A1'><v>1</v></c>", "100%"),
        ('<c r="A1" s="5" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="d"><v>2025-03-06</v></c>', date(2025, 3, 6)),
        ('<c r="A1" t="d"><v>2025-03-06T10:11:12</v></c>', datetime(2025, 3, 6, 10, 11, 12)),
        ('<c r="A1" t="d"><v>2025-03-06T10:11:12.5Z</v></c>', datetime(2025, 3, 6, 10, 11, 12, 500_000)),
        ('<c r="A1" t="d"><v>2025-03-06T10:11:12+05:00</v></c>', datetime(2025, 3, 6, 10, 11, 12)),
        (
            '<c r="A1" t="inlineStr"><is><r><t>rich</t></r><r><t xml:space="preserve"> text</t></r></is></c>',
            "rich text",
        ),
        ('<c r="A1" t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウ</t></rPh></is></c>', "東京"),
        ('<c r="A1" t="inlineStr"><is><t>one_x000D_\ntwo</t></is></c>', "one\ntwo"),
        ('<c r="A1" t="str"><v>one_x000D_two</v></c>', "one\ntwo"),
        ('<c r="A1" t="inlineStr"><is><t>a_x005F_x000D_b</t></is></c>', "a_x000D_b"),
        ('<c r="A1"><v>1E2</v></c>', 100.0),
        ('<c r="A1"><v>1e400</v></c>', Lost("inf")),
        ("<c t='e' r='A1'><v>#REF!</v></c>", Lost("#REF!")),
        ('<c r="A1"><f>A2&amp;"&#10;"</f></c>', Lost('=A2&"\n"')),
    ],
)
def test_a_cell_says_what_its_sender_sees(cell: str, value: object) -> None:
    (read,) = one_row(cell)
    assert (read, type(read)) == (value, type(value))


def test_shared_texts_come_without_the_reading_aid_of_other_scripts() -> None:
    strings = "<si><r><t>ri</t></r><r><t>ch</t></r></si><si><t>東京</t><rPh sb='0' eb='2'><t>トウ</t></rPh></si>"
    assert one_row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>', strings=strings) == ["rich", "東京"]


@pytest.mark.parametrize("said", ["1", "true"])
def test_days_of_a_workbook_that_counts_from_1904_are_the_same_days(said: str) -> None:
    about = f'<workbookPr date1904="{said}"/>'
    cells = '<c r="A1" s="1"><v>44260</v></c><c r="B1" s="2"><v>44260.5</v></c><c r="C1" s="3"><v>1.25</v></c>'
    expected = [date(2025, 3, 6), datetime(2025, 3, 6, 12), timedelta(days=1, hours=6)]
    assert one_row(cells, about=about) == expected


def test_a_number_of_days_is_counted_as_its_workbook_counts() -> None:
    texts = ("Code", "Reported on", "Percent complete", "P-1")
    head, (code,) = (
        [f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in part] for part in (texts[:3], texts[3:])
    )
    rows = f"<row>{''.join(head)}</row><row>{code}<c><v>44260</v></c><c><v>40</v></c></row>"
    book = reading.read(xlsx(rows, about='<workbookPr date1904="1"/>'), "old.xlsx")
    found = checking.check(book, content(), TODAY)
    assert [(one.as_of, one.share) for one in found.reports] == [(date(2025, 3, 6), 40)]


def test_a_strict_workbook_is_read_as_any_other() -> None:
    main, relations = STRICT
    cells = '<c r="A1" s="5"><v>0.5</v></c><c r="B1" s="1"><v>45722</v></c><c r="C1"><f>D1</f></c>'
    row = one_row(cells, main=main, relations=relations)
    assert row == ["50%", date(2025, 3, 6), Lost("=D1")]


def test_cells_that_do_not_say_their_place_follow_each_other() -> None:
    first, second = '<c><v>1</v></c><c s="5"><v>0.5</v></c>', '<c><f>A1</f></c><c t="e"><v>#N/A</v></c>'
    sheet = sheet_of(xlsx(f'<row>{first}</row><row hidden="1">{second}</row>'))
    assert sheet.rows == [[1.0, "50%"], [Lost("=A1"), Lost("#N/A")]]
    assert sheet.hidden == {1}


def test_parts_named_in_large_letters_are_found() -> None:
    with zipfile.ZipFile(BytesIO(xlsx('<row r="1"><c r="A1" s="5"><v>0.5</v></c></row>'))) as old:
        parts = {
            name.replace("workbook.xml", "Workbook.xml").replace("s/sheet", "s/Sheet"): old.read(name)
            for name in old.namelist()
        }
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"workbook.xml", b"Workbook.xml")
    assert rows_of(archive({**parts})) == [["50%"]]


def test_a_prefix_before_every_element_changes_nothing() -> None:
    plain = xlsx("")
    sheet = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        '<x:row r="2" hidden="1"><x:c r="B2" s="5"><x:v>0.5</x:v></x:c><x:c r="C2"><x:f>A1</x:f></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    read = sheet_of(changed(plain, xl_worksheets_sheet1__xml=sheet))
    assert (read.rows, read.hidden, read.address(0, 0)) == ([["50%", Lost("=A1")]], {0}, "B2")


def test_a_lost_value_at_the_edge_of_a_sheet_is_not_passed_over() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><f>A1*2</f></c></row>'
    assert rows_of(xlsx(rows)) == [[1.0, "", ""], ["", "", ""], ["", "", Lost("=A1*2")]]


def test_hidden_rows_are_told_by_their_places() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_column("B3", [1, 2, 3, 4])
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_row(5, 0)
        sheet.set_row(20, None, None, {"hidden": True})

    assert sheet_of(written(fill)).hidden == {1, 3}


def test_hidden_columns_hide_no_row() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [1, 2])
        sheet.set_column(1, 1, 5, None, {"hidden": True})

    assert sheet_of(written(fill)).hidden == frozenset()


def test_sheets_of_charts_do_no_harm_and_hidden_ones_are_read() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("Seen")
        sheet.write(0, 0, 1)
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Seen!$A$1:$A$1"})
        book.add_chartsheet("Chart").set_chart(chart)
        for name, hide in (("Hidden", "hide"), ("Very hidden", "very_hidden")):
            one = book.add_worksheet(name)
            one.write(1, 1, name)
            getattr(one, hide)()

    read = reading.read(written(fill), "a.xlsx")
    assert [(sheet.name, sheet.rows) for sheet in read.sheets] == [
        ("Seen", [[1.0]]),
        ("Hidden", [["Hidden"]]),
        ("Very hidden", [["Very hidden"]]),
    ]


def test_merged_cells_stand_in_the_first_of_them() -> None:
    def fill(book: Any) -> None:
        book.add_worksheet().merge_range("B2:D3", "merged")

    sheet = sheet_of(written(fill))
    assert sheet.rows[0][0] == "merged"
    assert {cell for row in sheet.rows for cell in row} <= {"merged", ""}


@pytest.mark.parametrize("columns", [1, 12])
def test_one_value_in_the_farthest_cell_is_read_in_a_block_of_its_own(columns: int) -> None:
    def fill(book: Any) -> None:
        sheet, percent = book.add_worksheet("S"), book.add_format({"num_format": "0%"})
        for row in range(2, 9):
            sheet.write_row(row, 1, [f"text {row}"] * columns)
        sheet.write(3, 0, 0.45, percent)
        sheet.set_row(4, None, None, {"hidden": True})
        sheet.write_datetime(1_048_575, 16_383, datetime(2025, 3, 6), book.add_format({"num_format": "dd.mm.yyyy"}))

    near, far = reading.read(written(fill), "far.xlsx").sheets
    assert (near.name, near.address(0, 0), len(near.rows), near.hidden) == ("S", "A3", 7, {2})
    assert near.rows[1] == ["45%", *["text 3"] * columns]
    assert (far.name, far.rows, far.address(0, 0)) == ("S", [[date(2025, 3, 6)]], "XFD1048576")


def test_a_form_in_which_one_far_cell_was_touched_by_a_format_alone_is_one_block() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="5"/></row>'
    assert rows_of(xlsx(rows)) == [[1.0]]


def test_more_rows_than_allowed_are_counted_and_named() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_column(0, 0, range(30))
        sheet.write(5000, 0, "far down")

    content = written(fill)
    with pytest.raises(file_errors.WorkbookTooLong, match="31 filled rows, and up to 30 can be read"):
        reading.read(content, "long.xlsx", reading.Limits(rows=30))
    assert len(reading.read(content, "long.xlsx", reading.Limits(rows=31)).sheets) == 2


def test_64_000_formats_of_cells_are_read_in_time() -> None:
    formats = "".join(f'<xf numFmtId="{9 if number % 2 else 0}"/>' for number in range(64_000))
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs>{formats}</cellXfs></styleSheet>'
    cells = '<c r="A1" s="63999"><v>0.5</v></c><c r="B1" s="63998"><v>0.5</v></c>'
    assert rows_of(changed(xlsx(f'<row r="1">{cells}</row>'), xl_styles__xml=styles)) == [["50%", 0.5]]


def test_a_link_to_another_workbook_is_not_followed() -> None:
    linked = '<c r="A1"><f>[1]S!A1</f><v>7</v></c><c r="B1"><f>WEBSERVICE("http://127.0.0.1/")</f></c>'
    assert one_row(linked) == [7.0, Lost('=WEBSERVICE("http://127.0.0.1/")')]
