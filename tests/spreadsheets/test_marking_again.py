"""A marked copy that comes back with faults is marked anew, and nothing of the earlier marks is left."""

from collections.abc import Iterator

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from monitoring import language
from spreadsheets import marking, reading
from spreadsheets.workbook import Cell, Sheet
from tests.spreadsheets.forms import filled, saved
from tests.spreadsheets.marked import MENDED, coloured, copied, judged, marked, opened, problem, sent, simple


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    language.speak("en")


def looks(file: bytes) -> dict[str, tuple[object, ...]]:
    """How every cell of a form looks, and its comment."""
    book = opened(file)
    return {
        f"{sheet.title}!{cell.coordinate}": (
            *(cell.fill.fill_type, cell.fill.fgColor.rgb, cell.font.color and cell.font.color.rgb, cell.font.b),
            cell.comment and cell.comment.text,
        )
        for sheet in book.worksheets
        if sheet.title in ("Activities", "Indicators", "Read me")
        for row in sheet.iter_rows()
        for cell in row
    }


def test_marking_again_replaces_the_list_and_takes_marks_off_what_is_right_now() -> None:
    half = filled(marked(sent()), {"P-1": MENDED["P-1"]})
    again = marked(half, "form-to-mend.xlsx")
    book = opened(again)
    assert book.sheetnames == ["To mend", "Activities", "Indicators", "Read me", "_lists", "_form", "_marks"]
    assert sorted(coloured(book)) == ["Activities!AA7", "Activities!N7"]
    assert book["To mend"]["A3"].value.startswith("Errors: 2.")
    assert [row[2].value for row in book["To mend"].iter_rows(min_row=7)] == ["N7", "AA7"]
    assert book["Activities"]["L5"].comment is None
    assert book["Activities"]["N7"].comment.text.count("Here stands") == 1


def test_a_form_without_faults_looks_as_it_did_before_it_was_marked() -> None:
    mended = filled(marked(marked(sent())), MENDED)
    assert looks(marked(mended)) == looks(sent())
    assert judged(marked(mended))[1].problems == ()


def test_the_name_does_not_grow() -> None:
    workbook, found = judged(sent())
    for name in ("form.xlsx", "form-to-mend.xlsx", "form-rest.xlsx"):
        assert marking.marked_copy(sent(), name, workbook, found.problems).name == "form-to-mend.xlsx"


def test_comments_and_colours_of_the_sender_come_back_when_a_cell_is_right() -> None:
    book = simple()
    book.active["C3"].comment = Comment("Ask Aman", "Maral")
    book.active["D4"].comment = Comment("Untouched", "Maral")
    book.active["C3"].fill, book.active["C3"].font = PatternFill("solid", fgColor="203050"), Font(color="FFFFFF")
    once = copied(book, problem("Data", "C3"))
    assert once["Data"]["C3"].fill.fgColor.rgb != "00203050"
    twice = copied(once, problem("Data", "C3"), problem("Data", "B2"))
    assert twice["Data"]["C3"].comment.text.count("Ask Aman") == 1
    cell = copied(twice, problem("Data", "B2"))["Data"]["C3"]
    assert (cell.comment.text, cell.comment.author) == ("Ask Aman", "Maral")
    assert (cell.fill.fgColor.rgb, cell.font.color.rgb) == ("00203050", "00FFFFFF")
    assert twice["Data"]["D4"].comment.text == "Untouched"


def test_marks_are_taken_off_wherever_rows_were_moved_to() -> None:
    once = opened(marked(sent()))
    once["Activities"].move_range("A7:AB7", rows=8)
    assert sorted(coloured(once)) == [f"Activities!{cell}" for cell in ("AA15", "L5", "N15", "P5")]
    moved = saved(once)
    workbook = reading.read(moved, "form.xlsx")
    book = opened(marking.marked_copy(moved, "form.xlsx", workbook, [problem("Activities", "A5")]).content)
    assert coloured(book) == {"Activities!A5": "error"}
    assert book["Activities"]["N15"].comment is None
    assert book["Activities"]["N15"].fill.fgColor.rgb == opened(sent())["Activities"]["N7"].fill.fgColor.rgb


def test_a_copy_marked_in_russian_is_marked_again_in_turkmen() -> None:
    file = sent()
    workbook, found = judged(file)
    language.speak("ru")
    first = marking.marked_copy(file, "form.xlsx", workbook, found.problems).content
    language.speak("tk")
    again = opened(marking.marked_copy(first, "form.xlsx", judged(first)[0], found.problems[:1]).content)
    assert list(coloured(again)) == ["Activities!L5"]
    assert again["Activities"]["L5"].comment.text.count("149.6") == 1
    assert again["Activities"]["P5"].comment is None
    assert len(again.sheetnames) == 7


def test_the_list_is_known_when_it_was_renamed_or_lost_its_first_rows() -> None:
    book = opened(marked(sent()))
    book["To mend"].title = "Something else"
    renamed = saved(book)
    assert marking.is_list(reading.read(renamed, "a.xlsx").sheets[0])
    assert opened(marked(renamed)).sheetnames[:2] == ["To mend", "Activities"]
    book["Something else"].title = "To mend"
    book["To mend"].delete_rows(1, 3)
    cut = saved(book)
    assert marking.is_list(reading.read(cut, "a.xlsx").sheets[0])
    assert opened(marked(cut)).sheetnames[:2] == ["To mend", "Activities"]


@pytest.mark.parametrize(
    ("name", "rows", "ours"),
    [
        ("Activities", [["Code", "Status"]], False),
        ("To mend", [["Code", "Status"], ["P-1", "Ongoing"]], False),
        ("To mend", [], True),
        ("TO MEND", [["Level", "Sheet", "Cell", "Value", "What is wrong"]], True),
        ("To mend (2)", [["Level", "Sheet", "Cell", "Value", "Что не так"]], True),
        ("Notes", [["What is wrong"]], False),
        ("Notes", [["child-rights-workplan-faults"]], True),
        ("_marks", [["child-rights-workplan-faults", "", ""]], True),
    ],
)
def test_only_our_list_is_left_out_and_never_what_a_partner_reports(
    name: str, rows: list[list[Cell]], ours: bool
) -> None:
    assert marking.is_list(Sheet(name, rows=rows)) is ours
