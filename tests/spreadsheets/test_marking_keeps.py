"""What stays as it was in a sender's own file that is marked, and what can be read in it."""

import re
import zipfile
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from PIL import Image

from spreadsheets import marking, reading
from spreadsheets.marking.worker_shapes import renumbered
from spreadsheets.workbook import Sheet, Workbook
from tests.colours import contrast
from tests.spreadsheets.forms import saved
from tests.spreadsheets.marked import changed, coloured, copied, marked, opened, problem, sent, simple


def test_a_marked_form_keeps_widths_limits_locks_merged_cells_and_hidden_sheets() -> None:
    before, after = opened(sent()), opened(marked(sent()))
    assert after.sheetnames == ["To mend", *before.sheetnames, "_marks"]
    for name in before.sheetnames:
        old, new = before[name], after[name]
        assert new.sheet_state == old.sheet_state
        assert {key: one.width for key, one in new.column_dimensions.items()} == {
            key: one.width for key, one in old.column_dimensions.items()
        }
        assert sorted(str(one) for one in new.merged_cells.ranges) == sorted(
            str(one) for one in old.merged_cells.ranges
        )
        assert len(new.data_validations.dataValidation) == len(old.data_validations.dataValidation)
        assert new.protection.sheet == old.protection.sheet
        for row in old.iter_rows():
            for cell in row:
                same = new[cell.coordinate]
                assert (same.value, same.data_type) == (cell.value, cell.data_type)
                assert same.protection.locked == cell.protection.locked
                assert same.number_format == cell.number_format
    assert after["Activities"].protection.sheet
    assert after["_marks"].sheet_state == "veryHidden"


@pytest.mark.parametrize("name", ["It's & <odd>", "Лист 1 — ýäňž", "x" * 31, "=1+1", "To mend", "A1", "a.b!c"])
def test_odd_names_of_sheets_are_kept_and_linked(name: str) -> None:
    after = copied(simple(name), problem(name, "B2"))
    assert coloured(after) == {f"{name}!B2": "error"}
    assert after.sheetnames[1] == name
    list_sheet = after.worksheets[0]
    assert marking.is_list(reading.read(saved(after), "a.xlsx").sheets[0])
    assert list_sheet["C7"].hyperlink.location == "'{}'!B2".format(name.replace("'", "''"))


def test_a_fault_within_merged_cells_is_shown_at_the_first_of_them() -> None:
    book = simple()
    book.active.merge_cells("B2:D4")
    after = copied(book, problem("Data", "C3"), problem("Data", "B2", level="warning"))
    assert coloured(after)["Data!B2"] == "error"
    assert after["Data"]["B2"].comment.text.count("This is wrong.") == 2


def test_hidden_rows_and_columns_with_a_fault_are_shown_and_others_stay_hidden() -> None:
    book = simple()
    for row in (3, 5):
        book.active.row_dimensions[row].hidden = True
    book.active.column_dimensions.group("C", "D", hidden=True)
    book.active.column_dimensions["G"].hidden = True
    sheet = copied(book, problem("Data", "D3"))["Data"]
    assert [sheet.row_dimensions[row].hidden for row in (3, 5)] == [False, True]
    assert [sheet.column_dimensions[column].hidden for column in ("C", "G")] == [False, True]


def test_white_words_on_a_dark_header_can_be_read_when_it_is_marked() -> None:
    book = simple()
    book.active["A1"].fill, book.active["A1"].font = PatternFill("solid", fgColor="203050"), Font(color="FFFFFF")
    cell = copied(book, problem("Data", "A1"))["Data"]["A1"]
    assert contrast(f"#{cell.font.color.rgb[-6:]}", f"#{cell.fill.fgColor.rgb[-6:]}") >= 7


def test_the_two_colours_hold_words_and_are_told_from_what_the_form_is_coloured_in() -> None:
    for colour in marking_colours():
        assert contrast("#1B2733", colour) >= 7
        assert contrast("#000000", colour) >= 7
    assert coloured(opened(sent())) == {}


def marking_colours() -> list[str]:
    levels = (problem("Data", "A1"), problem("Data", "B1", level="warning"))
    sheet = copied(simple(), *levels)["Data"]
    found = [f"#{sheet[cell].fill.fgColor.rgb[-6:]}" for cell in ("A1", "B1")]
    assert found[0] != found[1]
    return found


def test_the_results_of_formulas_stay_in_the_file() -> None:
    written = BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet("Data")
        for column, (formula, result) in enumerate([("=SUM(40,5)", 45), ('="a"&"<"', "a<"), ("=1=1", True)]):
            sheet.write_formula(0, column, formula, None, result)
        sheet.write_formula(0, 3, "=1/0", None, "#DIV/0!")
    workbook = reading.read(written.getvalue(), "a.xlsx")
    assert workbook.sheets[0].rows == [[45, "a<", True, "#DIV/0!"]]
    copy = marking.marked_copy(written.getvalue(), "a.xlsx", workbook, [problem("Data", "A1", "45")]).content
    assert marking.without_list(reading.read(copy, "a.xlsx")) == workbook
    assert [cell.value for cell in opened(copy)["Data"][1]] == ["=SUM(40,5)", '="a"&"<"', "=1=1", "=1/0"]


def test_limits_that_excel_writes_apart_are_kept() -> None:
    book = simple()
    book.create_sheet("_lists")
    apart = (
        '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
        'uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1" '
        'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" '
        'allowBlank="1" showErrorMessage="1" promptTitle="Status" prompt="Choose one."><x14:formula1>'
        "<xm:f>_lists!$A$1:$A$6</xm:f></x14:formula1><xm:sqref>B2:B8 D2</xm:sqref></x14:dataValidation>"
        "</x14:dataValidations></ext></extLst></worksheet>"
    )
    file = changed(saved(book), {"xl/worksheets/sheet1.xml": ("</worksheet>", apart)})
    copy = marking.marked_copy(file, "a.xlsx", reading.read(file, "a.xlsx"), [problem("Data", "B2")]).content
    (kept,) = opened(copy)["Data"].data_validations.dataValidation
    assert (kept.type, kept.formula1, str(kept.sqref)) == ("list", "_lists!$A$1:$A$6", "B2:B8 D2")
    assert (kept.allowBlank, kept.showErrorMessage, kept.prompt) == (True, True, "Choose one.")


def test_a_workbook_with_macros_keeps_them() -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macros = b"\xd0\xcf\x11\xe0 some macros"
    file = changed(
        saved(simple()),
        {
            "[Content_Types].xml": (kind, "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
            "xl/_rels/workbook.xml.rels": (
                "</Relationships>",
                '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
                'Target="vbaProject.bin"/></Relationships>',
            ),
        },
        {"xl/vbaProject.bin": macros},
    )
    made = marking.marked_copy(file, "with.xlsm", reading.read(file, "with.xlsm"), [problem("Data", "B2")])
    assert made.name == "with-to-mend.xlsm"
    with zipfile.ZipFile(BytesIO(made.content)) as archive:
        assert archive.read("xl/vbaProject.bin") == macros
        types = archive.read("[Content_Types].xml").decode()
    assert "macroEnabled.main+xml" in types
    assert "vbaProject" in types
    assert coloured(opened(made.content, keep_vba=True)) == {"Data!B2": "error"}


def test_a_number_that_looks_like_a_date_and_is_none_stays_in_its_cell() -> None:
    book = simple()
    for row, value in enumerate((20250930, -5, 45930, 45930.25, 0.1), start=1):
        book.active.cell(row, 1, value).number_format = "dd.mm.yyyy"
    written = marking.marked_copy(saved(book), "a.xlsx", Workbook("a.xlsx", (Sheet("Data"),)), []).content
    with zipfile.ZipFile(BytesIO(written)) as archive:
        text = archive.read("xl/worksheets/sheet2.xml").decode()
    for value in ("20250930", "-5", "45930", "45930.25", "0.1"):
        assert f"<v>{value}</v>" in text


def test_boxes_of_comments_have_numbers_of_their_own_in_blocks_of_their_sheet() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Data"
    book.create_sheet("More")["A1"].comment = Comment("Ask Aman", "Maral")
    faults = [*(problem("Data", f"A{row}") for row in range(1, 1101)), problem("More", "B2")]
    made = marking.marked_copy(saved(book), "a.xlsx", Workbook("a.xlsx", (Sheet("Data"), Sheet("More"))), faults)
    with zipfile.ZipFile(BytesIO(made.content)) as archive:
        drawings = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".vml")]
    claimed = [set(re.findall(r'idmap [^>]*data="([0-9,]+)"', one)[0].split(",")) for one in drawings]
    numbers = [[int(number) for number in re.findall(r'id="_x0000_s(\d+)"', one)] for one in drawings]
    assert sorted(len(one) for one in numbers) == [2, 1100]
    assert not claimed[0] & claimed[1]
    assert len({number for found in numbers for number in found}) == 1102
    for blocks, found in zip(claimed, numbers, strict=True):
        assert {str(number // 1024) for number in found} == blocks


def test_a_button_keeps_its_number_beside_new_comments() -> None:
    button = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
        '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="3"/></o:shapelayout>'
        '<v:shape id="_x0000_s3074" type="#_x0000_t201"/><v:shape id="_x0000_s1026" type="#_x0000_t202"/></xml>'
    )
    odd = b'<xml><v:shape id="_x0000_s2050"><br></v:shape></xml>'  # as Excel writes the words of a button
    after, same = renumbered({"a.vml": button.encode(), "b.vml": odd}).values()
    assert same == odd
    assert b'id="_x0000_s3074"' in after
    assert b'id="_x0000_s4097"' in after
    assert b'data="3,4"' in after


def test_words_in_several_fonts_and_pictures_stay() -> None:
    picture, written = BytesIO(), BytesIO()
    Image.new("RGB", (20, 20), "navy").save(picture, "PNG")
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet("Data")
        sheet.write_rich_string(0, 0, "plain ", book.add_format({"bold": True}), "bold ", "plain")
        sheet.insert_image(4, 4, "picture.png", {"image_data": picture})
        book.add_worksheet("Kept hidden").hide()
        book.add_worksheet("Hidden").hide()
    workbook = reading.read(written.getvalue(), "a.xlsx")
    faults = [problem("Data", "B2"), problem("Hidden", "A1")]
    copy = opened(marking.marked_copy(written.getvalue(), "a.xlsx", workbook, faults).content, rich_text=True)
    assert [str(part) for part in copy["Data"]["A1"].value] == ["plain ", "bold ", "plain"]
    assert len(copy["Data"]._images) == 1
    assert [copy[name].sheet_state for name in ("Kept hidden", "Hidden")] == ["hidden", "visible"]
