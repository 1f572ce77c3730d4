"""OpenDocument spreadsheets, as LibreOffice writes them."""

from datetime import date, datetime, time, timedelta

import pytest

from monitoring import errors, file_errors
from spreadsheets import reading
from spreadsheets.workbook import Lost
from tests.spreadsheets.files import archive, changed, ods, rows_of, sheet_of

FLOAT = 'office:value-type="float" office:value'
EMPTY = (
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/>'
)
EMPTY += "</table:table-row>"


def cell(about: str = "", inside: str = "", name: str = "table-cell") -> str:
    return f"<table:{name} {about}>{inside}</table:{name}>"


def row(*cells: str, about: str = "") -> str:
    return f"<table:table-row {about}>{''.join(cells)}</table:table-row>"


def text(words: str) -> str:
    return cell('office:value-type="string"', f"<text:p>{words}</text:p>")


@pytest.mark.parametrize(
    ("about", "shown", "value"),
    [
        (f'{FLOAT}="12.5"', "12.50", 12.5),
        ('office:value-type="percentage" office:value="0.455"', "45.5%", "45.5%"),
        ('office:value-type="percentage" office:value="0.07"', "7%", "7%"),
        ('office:value-type="currency" office:currency="USD" office:value="12.5"', "12,50 $", 12.5),
        ('office:value-type="boolean" office:boolean-value="true"', "TRUE", True),
        ('office:value-type="date" office:date-value="2025-03-06"', "06.03.25", date(2025, 3, 6)),
        ('office:value-type="date" office:date-value="2025-03-06T12:30:00"', "x", datetime(2025, 3, 6, 12, 30)),
        ('office:value-type="date" office:date-value="2025-03-06T12:30:00.123456789"', "x",
         datetime(2025, 3, 6, 12, 30, 0, 123456)),
        ('office:value-type="date" office:date-value="-0044-03-15"', "15 March 44 BC", "15 March 44 BC"),
        ('office:value-type="time" office:time-value="PT12H30M00S"', "12:30", time(12, 30)),
        ('office:value-type="time" office:time-value="PT30H00M00.500000S"', "30:00",
         timedelta(hours=30, milliseconds=500)),
        ('table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"',
         "#DIV/0!", Lost("#DIV/0!")),
        ('table:formula="of:=X(1)" office:value-type="float" office:value="0"', "#NAME?", Lost("#NAME?")),
        ('table:formula="of:=[.B3]&amp;1"', "", Lost("=[.B3]&1")),
        ('table:formula="of:=1+1" office:value-type="float" office:value="2"', "2", 2.0),
        ('office:value-type="string" office:string-value="said"', "shown", "said"),
    ],
)  # fmt: skip
def test_a_cell_says_what_its_sender_sees(about: str, shown: str, value: object) -> None:
    ((read,),) = rows_of(ods(row(cell(about, f"<text:p>{shown}</text:p>"))), "a.ods")
    assert (read, type(read)) == (value, type(value))


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell() -> None:
    empty = cell(
        'table:formula="of:=IF(1;&quot;&quot;)" office:value-type="string" office:string-value=""', "<text:p/>"
    )
    assert rows_of(ods(row(text("a"), empty, text("b"))), "a.ods") == [["a", "", "b"]]


def test_texts_keep_their_spaces_and_lines_but_not_their_notes() -> None:
    note = "<office:annotation><text:p>a note</text:p></office:annotation>"
    inside = note + '<text:p>two<text:s text:c="2"/>spaces<text:tab/>x</text:p><text:p>a <text:span>line</text:span>'
    inside += "<text:line-break/>more</text:p>"
    read = rows_of(ods(row(cell('office:value-type="string"', inside))), "a.ods")
    assert read == [["two  spaces\tx\na line\nmore"]]


def test_repeated_and_covered_cells_and_rows_stand_where_their_sender_sees_them() -> None:
    rows = (
        row(cell(), about='table:number-rows-repeated="2"'),
        row(
            cell('table:number-columns-repeated="2"'),
            text("wide"),
            cell('table:number-columns-repeated="2"', name="covered-table-cell"),
            cell(f'table:number-columns-repeated="3" {FLOAT}="5"', "<text:p>5</text:p>"),
            cell('table:number-columns-repeated="16376"'),
        ),
        row(cell(), cell(), text("twice"), about='table:number-rows-repeated="2"'),
        EMPTY,
    )
    sheet = sheet_of(ods("".join(rows)), "a.ods")
    assert sheet.rows == [["wide", "", "", 5.0, 5.0, 5.0], *[["twice", "", "", "", "", ""]] * 2]
    assert sheet.address(0, 0) == "C3"


@pytest.mark.parametrize("how", ["collapse", "filter"])
def test_hidden_and_filtered_rows_are_told(how: str) -> None:
    hidden = f'table:visibility="{how}" table:number-rows-repeated="2"'
    rows = row(cell()) + row(text("a")) + row(text("b"), about=hidden) + row(text("c"))
    sheet = sheet_of(ods(f"<table:table-row-group>{rows}</table:table-row-group>"), "a.ods")
    assert (sheet.rows, sheet.hidden) == ([["a"], ["b"], ["b"], ["c"]], {1, 2})


def test_a_far_cell_is_a_block_of_its_own() -> None:
    far = row(cell('table:number-columns-repeated="16383"'), text("far"))
    near_read, far_read = reading.read(ods(row(text("near")) + EMPTY + far), "a.ods").sheets
    assert (near_read.rows, far_read.rows, far_read.address(0, 0)) == ([["near"]], [["far"]], "XFD1048002")


@pytest.mark.parametrize("times", ["1048576", "99999999999999999999"])
def test_values_repeated_without_end_are_refused(times: str) -> None:
    with pytest.raises(file_errors.WorkbookTooLong):
        reading.read(ods(row(text("x"), about=f'table:number-rows-repeated="{times}"')), "a.ods")
    wide = cell(f'table:number-columns-repeated="{times}" {FLOAT}="5"')
    with pytest.raises(file_errors.WorkbookTooDemanding):
        reading.read(ods(row(wide)), "a.ods")


def test_what_formulas_take_from_other_files_is_no_sheet() -> None:
    copy = f"<table:table table:name=\"'file:///home/x.ods'#$Plan\">{row(text('of another file'))}</table:table>"
    assert rows_of(ods(row(text("own")), after=copy), "a.ods") == [["own"]]


def test_a_password_is_told() -> None:
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": b"\x93\x01\x99",
        "META-INF/manifest.xml": manifest,
    }
    with pytest.raises(file_errors.WorkbookLocked):
        reading.read(archive(parts), "locked.ods")


@pytest.mark.parametrize("broken", ["", "<a>", "no XML", "<office/>"])
def test_content_that_is_broken_is_refused(broken: str) -> None:
    with pytest.raises(errors.DashboardError, match=r"no workbook|nothing in"):
        reading.read(changed(ods(row(text("a"))), content__xml=broken), "a.ods")


def test_a_text_document_is_no_workbook() -> None:
    parts: dict[str, str | bytes] = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}
    with pytest.raises(file_errors.NotAWorkbook):
        reading.read(archive(parts), "letter.odt")
