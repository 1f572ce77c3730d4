"""The sender's own file with its faults marked: everything else stays as it was."""

import os
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from monitoring import file_errors, language
from spreadsheets import marking, reading
from tests.spreadsheets.forms import filled, saved
from tests.spreadsheets.marked import MENDED, coloured, copied, judged, marked, opened, problem, sent, simple


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    language.speak("en")


def test_each_faulty_cell_of_a_form_is_coloured_and_says_what_is_wrong_and_what_is_allowed() -> None:
    book = opened(marked(sent()))
    assert coloured(book) == dict.fromkeys(
        ["Activities!L5", "Activities!P5", "Activities!N7", "Activities!AA7"], "error"
    )
    comment = book["Activities"]["L5"].comment
    assert comment.author == "Child rights workplans dashboard"
    assert comment.text == (
        "Here stands: 149.6\n\nError: This is more than 100 percent.\nWrite a number from 0 to 100."
    )


def test_a_marked_form_that_is_mended_is_read_and_checked_clean() -> None:
    file = marked(sent())
    assert judged(file)[1].problems == judged(sent())[1].problems
    workbook, found = judged(filled(file, MENDED))
    assert found.problems == ()
    assert [row.activity for row in found.reports] == ["P-1", "Q-1"]
    assert found.reports[0].narrative == "=1+1"
    assert found.sha256 == judged(sent({**MENDED, "P-1": {**MENDED["P-1"], "Narrative": "=1+1"}}))[1].sha256
    assert [sheet.name for sheet in workbook.sheets] == ["Activities", "Indicators", "Read me", "_lists", "_form"]


def test_the_list_counts_says_what_to_do_and_is_sorted_with_links_to_the_cells() -> None:
    book = copied(
        simple(),
        problem("Data", "B10", level="warning"),
        problem("Data", "AA2"),
        problem("Data", "B2"),
        problem("", "", "", what="The file is odd."),
    )
    sheet = book["To mend"]
    assert book.active is sheet
    assert [one.sheet_view.tabSelected for one in book.worksheets[:2]] == [True, False]
    assert sheet["A3"].value == "Errors: 3. Warnings: 1. Mend the coloured cells and send this file back."
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    assert rows[0] == ["Level", "Sheet", "Cell", "Value", "What is wrong", "What is allowed"]
    assert [row[:3] for row in rows[1:]] == [
        ["Error", None, None],
        ["Error", "Data", "B2"],
        ["Error", "Data", "AA2"],
        ["Warning", "Data", "B10"],
    ]
    assert [sheet.cell(row, 3).hyperlink and sheet.cell(row, 3).hyperlink.location for row in (7, 8, 9, 10)] == [
        *(None, "'Data'!B2", "'Data'!AA2", "'Data'!B10"),
    ]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A7", "A6:F10", "$6:$6")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert all(cell.alignment.wrap_text for cell in sheet[8])


def test_several_faults_of_a_cell_are_one_comment_in_the_colour_of_the_worst_above_what_the_sender_noted() -> None:
    book = simple()
    book.active["C3"].comment = Comment("Ask Aman about this", "Maral")
    twice = (problem("Data", "C3", "C3", "warning", "Odd."), problem("Data", "C3", "C3", what="Wrong."))
    after = copied(book, *twice)
    assert coloured(after) == {"Data!C3": "error"}
    assert after["Data"]["C3"].comment.text == (
        "Here stands: C3\n\nError: Wrong.\nWrite it right.\n\nWarning: Odd.\nWrite it right.\n\n"
        "————\nAsk Aman about this"
    )


def test_a_long_comment_is_higher_than_a_short_one() -> None:
    after = marked_sizes(problem("Data", "A1", what="Short."), problem("Data", "B1", what="Long. " * 60))
    assert after[0][0] == after[1][0]
    assert after[0][1] < 150 < after[1][1] <= 620


def marked_sizes(*problems: object) -> list[tuple[int, int]]:
    """Width and height of the comments of a copy, in pixels, in the order of the file."""
    file = saved(simple())
    copy = marking.marked_copy(file, "data.xlsx", reading.read(file, "data.xlsx"), problems).content
    with zipfile.ZipFile(BytesIO(copy)) as archive:
        (name,) = [one for one in archive.namelist() if "commentsDrawing" in one or one.endswith(".vml")]
        styles = [part.split(b'"')[0].decode() for part in archive.read(name).split(b'style="position')[1:]]
    sizes = [dict(pair.strip().split(":") for pair in style.split(";") if ":" in pair) for style in styles]
    return [(int(one["width"].rstrip("px")), int(one["height"].rstrip("px"))) for one in sizes]


def test_a_value_that_looks_like_a_formula_is_text_in_the_list_and_in_the_comment() -> None:
    values = ["=1+1", "+7", "-x", "@SUM(A1)", "#N/A", "_x0041_", 'a<b>&"c"', "bad\x01\x0b\ufffe\ud800end"]
    after = copied(simple(), *(problem("Data", f"A{row}", value) for row, value in enumerate(values, start=1)))
    cells = [after["To mend"].cell(row, 4) for row in range(7, 15)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells[:5]] == values[:5]
    assert [cell.quotePrefix for cell in cells[:5]] == [True, True, True, True, False]
    assert cells[5].value == "_x005F_x0041_", "as Excel writes this text, and reads it back"
    assert [cell.value for cell in cells[6:]] == ['a<b>&"c"', "badend"]
    assert after["Data"]["A8"].comment.text.startswith("Here stands: badend\n")


def test_a_fault_beyond_the_used_cells_is_marked_and_one_beyond_excel_is_listed_only() -> None:
    after = copied(simple(), problem("Data", "ZZ900", ""), problem("Data", "XFE1"), problem("Data", "A1048577"))
    assert coloured(after) == {"Data!ZZ900": "error"}
    assert "Here stands" not in after["Data"]["ZZ900"].comment.text
    assert after["To mend"]["A3"].value.startswith("Errors: 3.")


def test_the_same_address_on_two_sheets_is_marked_where_it_is_faulty() -> None:
    book = simple()
    book.copy_worksheet(book.active).title = "More"
    after = copied(book, problem("More", "B2"))
    assert coloured(after) == {"More!B2": "error"}
    assert after["Data"]["B2"].comment is None


@pytest.mark.parametrize("spoken", ["en", "ru", "tk"])
def test_the_copy_speaks_the_language_of_the_run(spoken: str) -> None:
    file = sent()
    workbook, found = judged(file)
    language.speak(spoken)
    copy = marking.marked_copy(file, "form.xlsx", workbook, found.problems).content
    book = opened(copy)
    comment, first = book["Activities"]["L5"].comment, found.problems[0]
    assert comment.author == language.gettext("Child rights workplans dashboard")
    assert str(first.what) in comment.text
    assert str(first.allowed) in comment.text
    assert book.worksheets[0]["E6"].value == language.gettext("What is wrong")
    assert book.worksheets[0].title == language.gettext(marking.SHEET)


@pytest.mark.slow
def test_more_than_two_thousand_faults_have_colours_and_more_than_ten_thousand_are_not_listed() -> None:
    book = openpyxl.Workbook()
    for row in range(1, 2052):
        book.active.append([row] * 5)
    book.active.title = "Data"
    faults = [problem("Data", f"{column}{row}", level="warning") for row in range(1, 2052) for column in "ABCDE"]
    faults[-1] = problem("Data", "E2051")
    after = copied(book, *faults)
    assert len(coloured(after)) == len(faults) == 10_255
    comments = [cell for row in after["Data"].iter_rows() for cell in row if cell.comment]
    assert len(comments) == 2_000
    assert after["Data"]["E2051"].comment is not None, "errors come before warnings"
    lines = [after["To mend"].cell(row, 1).value for row in range(3, 7)]
    assert lines[0].startswith("Errors: 1. Warnings: 10254.")
    assert "10,000" in lines[2]
    assert "2,000" in lines[3]
    assert after["To mend"].max_row == 8 + 10_000


def test_a_copy_that_cannot_be_made_within_its_memory_or_time_says_so() -> None:
    workbook, found = judged(sent())
    for limits in (marking.Limits(memory_megabytes=20), marking.Limits(seconds=0.01)):
        with pytest.raises(file_errors.MarkingFailed, match="can still be downloaded as a table"):
            marking.marked_copy(sent(), "form.xlsx", workbook, found.problems, limits)


def test_marking_can_be_stopped_and_its_process_ends() -> None:
    file = sent()
    workbook, found = judged(file)
    said: list[float] = []

    class Stopped(Exception):
        pass

    def stop(part: float) -> None:
        said.append(part)
        raise Stopped

    with pytest.raises(Stopped):
        marking.marked_copy(file, "form.xlsx", workbook, found.problems, step=stop)
    assert said == [pytest.approx(0, abs=0.1)]
    stats = Path("/proc").glob("[0-9]*/stat")
    own = [one.parent for one in stats if re.search(rf"\) \w {os.getpid()} ", _said(one))]  # pid (name) state parent
    assert not [one for one in own if b"spreadsheets.marking" in (one / "cmdline").read_bytes()]


def _said(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:  # the process has ended meanwhile
        return ""
