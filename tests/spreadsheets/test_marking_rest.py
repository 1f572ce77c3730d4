"""The rows that are left to mend, in a file of their own."""

from spreadsheets import marking
from spreadsheets.workbook import Sheet, Workbook
from tests.spreadsheets.forms import saved
from tests.spreadsheets.marked import WRONG, coloured, judged, opened, problem, sent


def test_the_rest_holds_the_faulty_rows_alone_and_can_be_sent_as_it_is() -> None:
    right = {"S-1": {"Stage": "Under way"}, **WRONG}
    workbook, found = judged(sent(right))
    made = marking.the_rest(workbook, found.problems, {"Activities": {7, 1, 2, 3, 4, 5}})
    assert made.name == "form-rest.xlsx"
    book = opened(made.content)
    assert book.sheetnames == ["To mend", "Activities", "_lists", "_form"]
    assert [cell.value for cell in book["Activities"]["A"]][3:] == ["Code", "P-1", "Q-1"]
    assert sorted(coloured(book)) == [f"Activities!{cell}" for cell in ("AA6", "L5", "N6", "P5")]
    assert "Here stands: -3" in book["Activities"]["N6"].comment.text
    linked = {cell.hyperlink.location for cell in book["To mend"]["C"] if cell.hyperlink}
    assert linked == {f"'Activities'!{cell}" for cell in ("AA6", "L5", "N6", "P5")}
    assert [one.cell for one in judged(made.content)[1].problems] == ["L5", "P5", "N6", "AA6"]
    for cell, value in (("L5", 49.6), ("P5", "Ongoing"), ("N6", 4), ("AA6", 900)):
        book["Activities"][cell] = value
    mended = judged(saved(book))[1]
    assert mended.problems == ()
    assert [row.activity for row in mended.reports] == ["P-1", "Q-1"]


def test_the_rest_leaves_out_faults_of_other_rows_and_keeps_those_of_whole_sheets() -> None:
    workbook = Workbook("sent.csv", (Sheet("Data", first_row=2, rows=[["head"], ["right"], ["wrong"]]),))
    faults = [problem("Data", "A4"), problem("Data", "B5"), problem("Data", "", "", what="Odd sheet."), problem("", "")]
    book = opened(marking.the_rest(workbook, faults, {"Data": [3, 5, 9]}).content)
    assert [cell.value for cell in book["Data"]["A"]] == ["head", "wrong"]
    assert coloured(book) == {"Data!B2": "error"}
    assert book["To mend"]["A3"].value.startswith("Errors: 3.")
