"""Whatever was done to a form, a row is read, or a fault names its cell: nothing is passed over in silence."""

import re
import zipfile
from io import BytesIO

import openpyxl
import pytest

from monitoring.upload import Checked
from spreadsheets import checking, form, reading
from tests.spreadsheets.forms import HEADER, TODAY, checked, content, filled, saved


def judged(sent: bytes) -> Checked:
    return checking.check(reading.read(sent, "form.xlsx"), content(), TODAY)


def both_sheets() -> openpyxl.Workbook:
    sent = filled(
        form.write(content()),
        {"P-1": {"Percent complete": 45}},
        {"ORGL": {"Value": 45, "Observed on": "01.07.2025", "Series": "MICS"}},
    )
    return openpyxl.load_workbook(BytesIO(sent))


@pytest.mark.parametrize("damage", ["deleted", "cleared", "two words left"])
def test_a_sheet_without_its_header_is_a_fault_and_nothing_of_the_other_is_saved(damage: str) -> None:
    book = both_sheets()
    sheet = book["Activities"]
    if damage == "deleted":
        sheet.delete_rows(HEADER)
    else:
        for cell in sheet[HEADER]:
            if damage == "cleared" or cell.value not in ("Code", "Stage"):
                cell.value = None
    found = judged(saved(book))
    said = "no name, and it holds values" if damage == "two words left" else "names of the columns"
    assert any(one.sheet == "Activities" and said in str(one.what) for one in found.errors)
    assert found.reports == ()


def test_a_header_far_down_is_found() -> None:
    book = both_sheets()
    book["Activities"].insert_rows(1, 25)
    book["Activities"]["A1"] = "A letter of many lines"
    assert [report.activity for report in judged(saved(book)).reports] == ["P-1"]


def test_the_same_row_on_two_sheets_is_one_too_many() -> None:
    book = both_sheets()
    copied = book.copy_worksheet(book["Activities"])
    copied.title = "Second thoughts"
    observed = book.copy_worksheet(book["Indicators"])
    observed.title = "Values again"
    said = [str(one.what) for one in judged(saved(book)).problems]
    assert any("The same activity and date" in text for text in said)
    assert any("The same indicator, date" in text for text in said)


def test_a_contradiction_is_told_beside_another_fault_of_the_row() -> None:
    found = checked({"Q-1": {"Quantity done": 2, "Status": "Completed", "Next step date": "soon"}})
    assert len(found.problems) >= 2
    assert any("Completed, at 40%" in str(one.what) for one in found.problems)


def test_a_faulty_figure_does_not_bring_a_false_contradiction() -> None:
    found = checked({"P-1": {"Percent complete": "45-50 %", "Status": "Completed"}})
    assert len(found.problems) == 1


def with_cell(place: str, inside: str, kind: str = "") -> bytes:
    """The form with one cell of the activities written as XML by hand."""
    source = zipfile.ZipFile(BytesIO(filled(form.write(content()), {"P-1": {"Narrative": "said"}})))
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for part in source.namelist():
            text = source.read(part)
            if part == "xl/worksheets/sheet1.xml":
                new = f'<c r="{place}"{kind}>{inside}</c>'.encode()
                text, count = re.subn(rb'<c r="%s"[^>]*?(?:/>|>.*?</c>)' % place.encode(), new, text)
                assert count == 1
            archive.writestr(part, text)
    return target.getvalue()


def place_of(title: str) -> str:
    sheet = openpyxl.load_workbook(BytesIO(form.write(content())))["Activities"]
    return next(cell.column_letter for cell in sheet[HEADER] if cell.value == title) + str(HEADER + 1)


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell() -> None:
    found = judged(with_cell(place_of("Narrative"), '<f>IF(1=1,"","x")</f><v></v>', ' t="str"'))
    assert (found.reports, found.problems) == ((), ())


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        ('<f>A1&amp;"x"</f>', ""),
        ('<f t="shared" si="0"/>', ""),
        ("<f>A1</f> <v> </v>", ""),
        ("<v>#REF!</v>", " t='e'"),
        ("<f>VLOOKUP(1,A1:B2,2)</f><v>#N/A</v>", ' t="e"'),
    ],
)
@pytest.mark.parametrize("title", ["Narrative", "Percent complete"])
def test_a_cell_whose_value_is_not_in_the_file_is_a_fault(title: str, inside: str, kind: str) -> None:
    found = judged(with_cell(place_of(title), inside, kind))
    assert [one.cell for one in found.problems] == [place_of(title)]
    assert "no value here" in str(found.problems[0].what)


@pytest.mark.parametrize("day", ["0001-01-01", "1600-01-01", "2025-03-06T25:99:99x y", "2025-03-06 xx", 2025])
def test_a_day_that_cannot_be_meant_is_refused(day: object) -> None:
    found = checked({"P-1": {"Percent complete": 45, "Next step date": day}})
    assert len(found.problems) == 1
    assert "30.09.2025" in str(found.problems[0].allowed)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"Value": 90, "Numerator": 1, "Denominator": 3}, "The ratio gives 33.3"),
        ({"Value": 90, "Low": 10, "High": 20}, "outside its own interval"),
    ],
)
def test_a_value_that_contradicts_its_ratio_or_interval_is_refused(values: dict[str, object], said: str) -> None:
    row = {"Observed on": "01.07.2025", "Series": "MICS", **values}
    (problem,) = checked(indicators={"ORGL": row}).problems
    assert said in str(problem.what)


def test_a_rounded_value_fits_its_ratio() -> None:
    row = {"Observed on": "01.07.2025", "Series": "MICS", "Value": 33, "Numerator": 1, "Denominator": 3}
    assert checked(indicators={"ORGL": row}).problems == ()


def test_a_tenth_of_a_cent_is_refused() -> None:
    found = checked({"P-1": {"Percent complete": 45, "Spent in total since start": "1 234,567"}})
    assert [str(one.what) for one in found.problems] == ["This has more than two decimals."]
