"""The sheet of one priority area, in another language, in three clicks from the overview."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl

from reports.reference import read
from tests.browser.conftest import Visit


def test_the_education_sheet_in_russian_takes_three_clicks(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open()
    page = visitor.page
    page.get_by_role("button", name="Download").first.click()
    page.get_by_test_id("stPopoverBody").get_by_text("Русский").click()
    visitor.settle()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Education", exact=True).click()
    assert waiting.value.suggested_filename == "child-rights-workplans_2025-Q3_EDU_illustrative.xlsx"
    workbook = openpyxl.load_workbook(BytesIO(Path(waiting.value.path()).read_bytes()))
    cover = [str(cell.value) for row in workbook.worksheets[0].iter_rows() for cell in row if cell.value]
    assert any("Образование" in cell for cell in cover)
    assert "of what was due" in visitor.text(), "the page keeps its language"


def test_the_choice_holds_only_the_areas_that_are_shown(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("?area=EDU")
    visitor.page.get_by_role("button", name="Download").first.click()
    visitor.page.get_by_role("button", name="All that is shown").wait_for()
    assert visitor.page.get_by_role("button", name="Healthcare").count() == 0


def test_a_csv_table_has_the_form_that_was_chosen(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("download?lang=ru")

    names = []

    def taken() -> bytes:
        with visitor.page.expect_download() as waiting:
            visitor.page.get_by_role("button", name="Скачать эту таблицу").click()
        names.append(waiting.value.suggested_filename)
        return Path(waiting.value.path()).read_bytes()

    assert taken().startswith(b'\xef\xbb\xbf"code";'), "as Russian settings open it, without asking"
    visitor.page.get_by_text("Запятые, 0.45").click()
    visitor.page.get_by_text("С меткой порядка байтов").click()
    visitor.settle()
    assert taken().startswith(b'"code",')
    told = re.search(r"Шифр (\S+)", visitor.text())
    assert told
    assert names[-1].endswith(f"_{told[1].replace('/', '_')}.csv")
    read(told[1])
