"""A manager downloads the plan, changes it, sees what would change, saves, and takes it back."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from tests.browser.conftest import Visit, fill, serving
from tests.browser.test_upload import say_why
from tests.plans import AMENDED, Sheets


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on a database of its own: here it is written to."""
    file = tmp_path_factory.mktemp("plan") / "dashboard.sqlite3"
    fill(file, demonstration=True)
    with serving(file) as home:
        yield home


def download(visitor: Visit, to: Path, button: str = "Download the present plan") -> Path:
    visitor.open("plan")
    with visitor.page.expect_download() as waiting:
        visitor.page.get_by_role("button", name=button).click()
    target = to / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def send(visitor: Visit, edited: Sheets, to: Path) -> None:
    file = to / "edited.xlsx"
    file.write_bytes(edited.file().content)
    visitor.page.locator('input[type="file"]').set_input_files(file)
    visitor.settle()


def test_the_plan_is_changed_and_taken_back(visit: Callable[..., Visit], served: str, tmp_path: Path) -> None:
    visitor = visit(served)
    visitor.open("activities?activity=MOE-2025-05")
    before = visitor.text()
    file = download(visitor, tmp_path)
    assert file.name == "plan-illustrative.xlsx"
    edited = Sheets(file.read_bytes()).add_new_year()
    send(visitor, edited.put("Activities", "MOE-2025-05", Amendment="Cancelled", **AMENDED), tmp_path)
    assert "2 new, 1 changed, 0 gone" in visitor.text()
    visitor.page.get_by_label("Loaded by").fill("A tester")
    visitor.page.get_by_label("Why", exact=True).last.fill("agreed")
    visitor.page.get_by_role("button", name="Save", exact=True).click()
    visitor.page.get_by_text("Saved as submission").wait_for()
    visitor.settle()
    number = re.search(r"Saved as submission (\d+)", visitor.text())
    assert number
    visitor.open("activities?activity=MOE-2025-05&period=2025-Q4")
    assert "Cancelled" in visitor.text()

    visitor.open("plan")
    visitor.page.get_by_role("button", name="Files", exact=True).first.click()
    visitor.settle()
    with visitor.page.expect_download() as waiting:
        visitor.page.get_by_role("button", name="edited.xlsx").click()
    assert waiting.value.path().read_bytes() == (tmp_path / "edited.xlsx").read_bytes()
    visitor.open("plan")
    say_why(visitor, "Undo", f"Withdraw submission {number[1]}")
    visitor.page.get_by_text(f"Submission {number[1]} is withdrawn").wait_for()
    visitor.open("activities?activity=MOE-2025-05")
    assert visitor.text() == before
    assert visitor.failed == []


def test_faults_are_listed_with_the_preview_and_nothing_can_be_saved(
    visit: Callable[..., Visit], served: str, tmp_path: Path
) -> None:
    visitor = visit(served)
    edited = Sheets(download(visitor, tmp_path).read_bytes())
    edited.put("Activities", "MOE-2025-05", Title_in_English="Another").put("Partners", "MOE", Kind="Shop")
    send(visitor, edited, tmp_path)
    text = visitor.text()
    assert "5 cells have to be mended" in text
    assert "none of the words to choose from" in text
    with visitor.page.expect_download() as waiting:
        visitor.page.get_by_role("button", name="with these cells marked").click()
    first = openpyxl.load_workbook(io.BytesIO(waiting.value.path().read_bytes())).worksheets[0]
    assert "none of the words to choose from" in " ".join(str(cell.value) for row in first for cell in row)
    assert visitor.page.get_by_role("button", name="Save", exact=True).count() == 0


def test_what_is_unusual_has_to_be_looked_at_first(visit: Callable[..., Visit], served: str, tmp_path: Path) -> None:
    visitor = visit(served)
    edited = Sheets(download(visitor, tmp_path).read_bytes())
    edited.put("Activities", "MOE-2025-05", Amendment="Extended at no cost", End="31.03.2026", **AMENDED)
    send(visitor, edited, tmp_path)
    assert "1 cell to look at" in visitor.text()
    assert visitor.page.get_by_role("button", name="Save", exact=True).count() == 0
    visitor.page.get_by_text("I have looked at this 1 cell").click()
    visitor.settle()
    assert visitor.page.get_by_role("button", name="Save", exact=True).count() == 1


def test_a_first_plan_is_filled_into_a_blank_workbook(visit: Callable[..., Visit], tmp_path: Path) -> None:
    fill(tmp_path / "empty.sqlite3", demonstration=False)
    with serving(tmp_path / "empty.sqlite3") as home:
        visitor = visit(home)
        blank = Sheets(download(visitor, tmp_path, "Download a blank workbook").read_bytes())
        send(visitor, blank.add_new_year(), tmp_path)
        assert "2 new, 0 changed" in visitor.text()
