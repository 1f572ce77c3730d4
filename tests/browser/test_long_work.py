"""A file that takes long: its sender sees how far the work is, stops it, begins again, and takes the result."""

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from xlsxwriter import Workbook

from tests.browser.conftest import Visit, fill, serving
from tests.browser.test_upload import send

ROWS, SHEETS = 25_000, 3
HEAD = ["Code", "Activity", "Reported on", "Percent complete", "Narrative"]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on a database of its own."""
    file = tmp_path_factory.mktemp("long") / "dashboard.sqlite3"
    fill(file, demonstration=True)
    with serving(file) as home:
        yield home


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nothing in it is right, and no two faults are alike: so it takes many seconds to check."""
    file = tmp_path_factory.mktemp("long") / "long.xlsx"
    with Workbook(file, {"constant_memory": True}) as book:
        for number in range(SHEETS):
            sheet = book.add_worksheet(f"Sheet {number}")
            sheet.write_row(0, 0, HEAD)
            for row in range(1, ROWS):
                sheet.write_row(row, 0, ["MOE-2025-13", "", f"{row} of May", f"{row} many", f"words {row}"])
    return file


def test_checking_shows_how_far_it_is_and_can_be_stopped_and_begun_again(
    visit: Callable[..., Visit], served: str, long_file: Path
) -> None:
    visitor = visit(served)
    visitor.open("upload?partner=MOE")
    page = visitor.page
    page.locator('input[type="file"]').set_input_files(long_file)
    page.get_by_text("Checking “long.xlsx”").wait_for(timeout=30_000)
    own = page.get_by_test_id("stMainBlockContainer")  # Streamlit's bar has a button of this name too
    own.get_by_role("button", name="Stop", exact=True).click()
    page.get_by_text("Checking “long.xlsx” was stopped, and nothing was saved.").wait_for()
    visitor.settle()
    page.get_by_role("button", name="Begin again").click()
    page.get_by_text("cells have to be mended").wait_for(timeout=120_000)
    visitor.settle()
    page.get_by_role("button", name="Download the faulty rows alone").click()
    page.get_by_text("Marking the cells of “long.xlsx”").wait_for()
    own.get_by_role("button", name="Stop", exact=True).click()
    page.get_by_text("Marking the cells of “long.xlsx” was stopped.").wait_for()


def test_a_large_file_is_marked_in_sight_and_then_downloaded(
    visit: Callable[..., Visit], served: str, tmp_path: Path
) -> None:
    rows = [["MOE-2025-13", "", f"{day} September 2025", f"{day} many", "words"] for day in range(1, 31)]
    made = openpyxl.Workbook()
    for line in [HEAD, *rows]:
        made.active.append(line)
    for row in range(40, 5_040):
        made.active.append([None, None, None, None, None, *[f"note {row}"] * 3])
    made.save(tmp_path / "large.xlsx")
    visitor = visit(served)
    visitor.open("upload?partner=MOE")
    send(visitor, tmp_path / "large.xlsx")
    visitor.page.get_by_role("button", name="Download the file with these cells marked").click()
    with visitor.page.expect_download(timeout=60_000) as waiting:
        visitor.page.get_by_role("button", name="Download large-to-mend.xlsx").click(timeout=60_000)
    waiting.value.save_as(tmp_path / "marked.xlsx")
    sheets = openpyxl.load_workbook(tmp_path / "marked.xlsx").sheetnames
    assert sheets[:2] == ["To mend", "Sheet"]
