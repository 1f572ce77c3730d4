"""Tables in letters of Word and in web pages, each read as a sheet."""

import pytest

from monitoring import errors, file_errors
from spreadsheets import reading
from spreadsheets.workbook import Lost
from tests.spreadsheets.files import changed, docx, rows_of, sheet_of


def cell(text: str, about: str = "") -> str:
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
    return f"<w:tc>{f'<w:tcPr>{about}</w:tcPr>' if about else ''}{paragraphs}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_each_table_of_a_letter_is_a_sheet() -> None:
    body = "<w:p><w:r><w:t>Dear colleagues</w:t></w:r></w:p>" + table(cell("Код") + cell("45%")) + table(cell("b"))
    read = reading.read(docx(body), "letter.docx")
    assert [(sheet.name, sheet.rows) for sheet in read.sheets] == [("Table 1", [["Код", "45%"]]), ("Table 2", [["b"]])]
    assert read.percent_known


def test_wide_and_tall_cells_leave_the_others_in_their_columns() -> None:
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        cell("wide", '<w:gridSpan w:val="2"/>') + cell("c"),
        cell("tall", restart) + cell("b1") + cell("c1"),
        cell("left over", goes_on) + cell("b2") + cell("c2"),
        '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("b3") + cell("c3"),
    )
    expected = [["wide", "", "c"], ["tall", "b1", "c1"], ["tall", "b2", "c2"], ["", "b3", "c3"]]
    assert rows_of(docx(body), "a.docx") == expected


def test_paragraphs_and_breaks_are_lines_and_tracked_changes_are_taken_as_accepted() -> None:
    inside = (
        "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r></w:p>"
        "<w:p><w:ins><w:r><w:t>added</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        '<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:hyperlink w:anchor="x"><w:r><w:t> link</w:t></w:r>'
        "</w:hyperlink></w:p>"
    )
    assert rows_of(docx(table(f"<w:tc>{inside}</w:tc>")), "a.docx") == [["one\ntwo\nadded link"]]


def test_what_is_wrapped_into_controls_is_read() -> None:
    wrapped = f"<w:sdt><w:sdtPr/><w:sdtContent>{cell('chosen')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{cell('a') + wrapped}</w:tr></w:sdtContent></w:sdt>"
    assert rows_of(docx(f"<w:tbl>{row}</w:tbl>"), "a.docx") == [["a", "chosen"]]


def test_a_table_inside_a_cell_is_a_table_of_its_own() -> None:
    inner = table(cell("x") + cell("y"))
    read = reading.read(docx(table(f"<w:tc>{inner}<w:p><w:r><w:t>outer</w:t></w:r></w:p></w:tc>")), "a.docx")
    assert [sheet.rows for sheet in read.sheets] == [[["outer"]], [["x", "y"]]]


def test_rows_that_are_hidden_or_deleted_in_tracking() -> None:
    body = table(
        cell("a"), "<w:trPr><w:hidden/></w:trPr>" + cell("b"), '<w:trPr><w:del w:id="1"/></w:trPr>' + cell("c")
    )
    sheet = sheet_of(docx(body), "a.docx")
    assert (sheet.rows, sheet.hidden) == ([["a"], ["b"]], {1})


def test_an_error_word_in_a_table_is_lost() -> None:
    ((read,),) = rows_of(docx(table(cell("#DIV/0!"))), "a.docx")
    assert (read, type(read)) == ("#DIV/0!", Lost)


def test_a_letter_without_a_table_says_so() -> None:
    with pytest.raises(file_errors.FileWithoutTables, match="no table in “letter"):
        reading.read(docx("<w:p><w:r><w:t>Dear colleagues</w:t></w:r></w:p>"), "letter.docx")


def test_tables_a_thousand_deep_are_an_error_and_not_the_end() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 20_000 + cell("x") + "</w:tc></w:tr></w:tbl>" * 20_000
    with pytest.raises(errors.DashboardError):
        reading.read(docx(deep), "deep.docx")


def test_a_web_page_saved_as_xls_is_read() -> None:
    page = (
        "<html><head><meta charset='windows-1251'><style>td {x: y}</style></head><body>Отчёт<table border=1>"
        "<tr><th>Код<th>Выполнено, &#37;<tr><td rowspan=2>A-1<td>45%</td></tr><tr><td>одна<br>две &amp; три\n  слова"
        "<tr style='display: none'><td colspan='2'>#Н/Д</table><table><tr><td><p>x</p><p>y</p></table>"
    )
    read = reading.read(page.encode("cp1251"), "export.xls")
    first, second = read.sheets
    assert first.rows == [["Код", "Выполнено, %"], ["A-1", "45%"], ["A-1", "одна\nдве & три слова"], [Lost("#Н/Д"), ""]]
    assert (first.name, first.hidden, second.name, second.rows) == ("Table 1", {3}, "Table 2", [["x\ny"]])


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html>\n<html>", "\ufeff<BODY>", "<?xml version='1.0'?><html>", "<!-- x --><div>"]
)
def test_a_web_page_is_told_by_its_beginning(start: str) -> None:
    assert rows_of(f"{start}<table><tr><td>a</td></tr></table>".encode(), "a.xls") == [["a"]]


def test_a_web_page_without_a_table_says_so() -> None:
    with pytest.raises(file_errors.FileWithoutTables):
        reading.read(b"<html><body>Sign in first</body></html>", "a.xls")


def test_a_document_type_in_a_letter_is_refused() -> None:
    bomb = '<?xml version="1.0"?><!-- x --><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'
    with pytest.raises(file_errors.NotAWorkbook):
        reading.read(changed(docx(table(cell("a"))), word_document__xml=bomb), "bomb.docx")


def test_a_table_that_stands_alone_inside_a_cell_is_its_text() -> None:
    inner = table(cell("11"))
    read = reading.read(docx(table(cell("P-1") + f"<w:tc>{inner}<w:p/></w:tc>")), "a.docx")
    assert read.sheets[0].rows == [["P-1", "11"]]
