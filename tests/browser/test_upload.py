"""A manager takes the form, fills it in, uploads it, sees the charts move, takes it back, and sees them go back."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from tests.browser.conftest import Visit, fill, serving

ACTIVITIES = "Activities"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on a database of its own: here it is written to."""
    file = tmp_path_factory.mktemp("upload") / "dashboard.sqlite3"
    fill(file, demonstration=True)
    with serving(file) as home:
        yield home


def download_form(visitor: Visit, to: Path) -> Path:
    visitor.open("upload?partner=MOE")
    with visitor.page.expect_download() as waiting:
        visitor.page.get_by_role("button", name="Download the form").click()
    target = to / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def set_cells(file: Path, code: str, **by_title: object) -> None:
    """Fill cells in the row of an activity; titles of the columns with _ for spaces."""
    book = openpyxl.load_workbook(file)
    sheet = book[ACTIVITIES]
    head = next(row for row in sheet.iter_rows() if any(str(cell.value).strip() == "Code" for cell in row))
    columns = {str(cell.value).strip(" *"): cell.column for cell in head if cell.value}
    for row in range(head[0].row + 1, sheet.max_row + 1):
        if sheet.cell(row, columns["Code"]).value == code:
            break
    for title, value in by_title.items():
        sheet.cell(row, columns[title.replace("_", " ")]).value = value
    book.save(file)


def send(visitor: Visit, file: Path) -> None:
    visitor.page.locator('input[type="file"]').set_input_files(file)
    visitor.settle()


def say_why(visitor: Visit, opens: str, button: str) -> None:
    """Undo the first submission of a list, or bring it back: open the question, answer it, and press the button."""
    visitor.page.get_by_role("button", name=opens).first.click()
    visitor.page.get_by_label("Your name").first.fill("A tester")
    visitor.page.get_by_label("Why", exact=True).first.fill("only a try")
    visitor.page.get_by_role("button", name=button).click()


def overview(visitor: Visit) -> str:
    visitor.open("")
    return visitor.text()


def test_the_whole_way_and_back(visit: Callable[..., Visit], served: str, tmp_path: Path) -> None:
    visitor = visit(served)
    before = overview(visitor)
    form = download_form(visitor, tmp_path)
    set_cells(
        form, "MOE-2025-05", Quantity_done="20,0", Narrative="Illustrative: counted again", Reported_on="30.09.2025"
    )
    send(visitor, form)
    text = visitor.text()
    assert re.search(r"0 new, 1 changed", text), text
    visitor.page.get_by_label("Uploaded by").fill("A tester")
    visitor.page.get_by_role("button", name="Save", exact=True).click()
    visitor.page.get_by_text("Saved as submission").wait_for()
    visitor.settle()
    number = re.search(r"Saved as submission (\d+)", visitor.text())
    assert number

    moved = overview(visitor)
    assert moved != before
    visitor.open("activities?activity=MOE-2025-05")
    assert "80% was reported for 30 Sep 2025" in visitor.text()

    visitor.open("upload?partner=MOE")
    send(visitor, form)
    assert "The same content was saved on" in visitor.text()
    assert f"as submission {number[1]} and counts" in visitor.text()

    visitor.open("upload")
    say_why(visitor, "Undo", f"Withdraw submission {number[1]}")
    visitor.page.get_by_text(f"Submission {number[1]} is withdrawn").wait_for()
    assert overview(visitor) == before

    visitor.open("upload")
    say_why(visitor, "Bring back", f"Bring back submission {number[1]}")
    visitor.page.get_by_text(f"Submission {number[1]} counts again").wait_for()
    assert overview(visitor) == moved


def test_every_faulty_cell_is_listed_and_nothing_is_saved(
    visit: Callable[..., Visit], served: str, tmp_path: Path
) -> None:
    visitor = visit(served)
    form = download_form(visitor, tmp_path)
    before = overview(visitor)
    set_cells(form, "MOE-2025-06", Percent_complete="140 %", Reported_on="30.09.2035", Rating="Splendid")
    visitor.open("upload?partner=MOE")
    send(visitor, form)
    text = visitor.text()
    assert "3 cells have to be mended" in text
    assert visitor.page.get_by_role("button", name="Save", exact=True).count() == 0
    assert overview(visitor) == before


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("letter.xlsx", b"Dear colleagues, here is our report.", "is not the form"),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n and so on", "is a picture"),
        ("empty.xlsx", b"", "There is nothing in"),
    ],
)
def test_a_file_that_is_no_form_is_told_so(
    visit: Callable[..., Visit], served: str, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    visitor = visit(served)
    visitor.open("upload?partner=MOE")
    send(visitor, file)
    assert says in visitor.text()


def test_what_was_undone_elsewhere_can_be_saved_again_at_once(
    visit: Callable[..., Visit], served: str, tmp_path: Path
) -> None:
    visitor = visit(served)
    form = download_form(visitor, tmp_path)
    set_cells(form, "MOE-2025-05", Quantity_done="21", Narrative="Illustrative: again", Reported_on="30.09.2025")
    send(visitor, form)
    visitor.page.get_by_label("Uploaded by").fill("A tester")
    visitor.page.get_by_role("button", name="Save", exact=True).click()
    visitor.page.get_by_text("Saved as submission").wait_for()
    other = visit(served)
    other.open("upload?partner=MOE")
    send(other, form)
    assert "The same content was saved on" in other.text()
    other.page.get_by_role("button", name="Undo").first.click()
    other.page.get_by_label("Your name").first.fill("A tester")
    other.page.get_by_label("Why", exact=True).first.fill("only a try")
    other.page.get_by_role("button", name="Withdraw submission").first.click()
    other.page.get_by_text("is withdrawn").wait_for()
    other.settle()
    assert "0 new, 1 changed" in other.text()
    assert other.page.get_by_role("button", name="Save", exact=True).count() == 1


def test_without_a_plan_the_signed_partners_can_still_send_values(visit: Callable[..., Visit], tmp_path: Path) -> None:
    fill(tmp_path / "empty.sqlite3", demonstration=False)
    with serving(tmp_path / "empty.sqlite3") as home:
        visitor = visit(home)
        visitor.open("upload?period=2025-Q3")
        assert visitor.page.get_by_role("button", name="Download the form").count() == 1
        visitor.open("partners?period=2025-Q3")
        assert "11 workplans are signed for this year" in visitor.text()
