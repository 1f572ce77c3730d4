"""Documents as a manager takes them along: looked at, downloaded in each format, and led back to by reference."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from playwright.sync_api import Locator
from pptx import Presentation
from pypdf import PdfReader

from benchmarks.plan.tables import tables, write
from db import ledger
from db.engine import open_database
from monitoring.filters import Filters
from monitoring.periods import Dates
from monitoring.words import FRAMEWORK_KINDS
from reports import reference
from tests.browser.conftest import Visit, fill, serving


def downloaded(visitor: Visit, button: Locator | None = None) -> tuple[str, bytes]:
    with visitor.page.expect_download() as waiting:
        (button or visitor.page.get_by_role("button", name="Download the document")).click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def pick(visitor: Visit, choice: str) -> None:
    visitor.page.locator(".stRadio label").filter(has_text=choice).click()
    visitor.settle()


def test_each_format_is_looked_at_and_downloaded(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("download")
    visitor.page.get_by_text("First page").wait_for()
    name, made = downloaded(visitor)
    assert name == "child-rights-workplans_2025-Q3_quarterly_illustrative.pdf"
    assert "84% of what was due" in PdfReader(io.BytesIO(made)).pages[0].extract_text().replace("\n", " ")

    pick(visitor, "Excel workbook")
    visitor.page.get_by_text("What is in it").wait_for()
    assert "Activities" in openpyxl.load_workbook(io.BytesIO(downloaded(visitor)[1])).sheetnames

    pick(visitor, "Word document")
    visitor.page.get_by_text("Decisions asked for").wait_for()
    assert len(docx.Document(io.BytesIO(downloaded(visitor)[1])).tables) > 10
    assert visitor.page.get_by_text("Which document").count() == 0, "there is one kind of it"

    pick(visitor, "PowerPoint slides")
    visitor.page.get_by_text("13 activities need a decision (1 of 2)").wait_for()
    assert len(Presentation(io.BytesIO(downloaded(visitor)[1])).slides) > 20


def test_a_brief_about_one_partner_asks_for_that_partner(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("download")
    pick(visitor, "Partner brief")
    visitor.page.get_by_text("This document is about one ministry or partner").wait_for()
    button = visitor.page.get_by_role("button", name="Download the document")
    assert button.is_disabled()
    words, paper = (
        visitor.page.evaluate(f"one => getComputedStyle(one).{what}", place.element_handle())
        for what, place in (("color", button.locator("p")), ("backgroundColor", visitor.page.locator(".stApp")))
    )
    assert words != paper, "its words can be read"
    pick(visitor, "Excel workbook")
    pick(visitor, "PDF")
    assert visitor.page.get_by_role("radio", name="Partner brief").is_checked()
    visitor.open("download?partner=MOH")
    pick(visitor, "Partner brief")
    visitor.page.get_by_text("First page").wait_for()
    name, made = downloaded(visitor)
    assert name == "child-rights-workplans_2025-Q3_MOH_partner_illustrative.pdf"
    assert len(PdfReader(io.BytesIO(made)).pages) == 2


@pytest.mark.parametrize("view", ["partner=MOH&area=HLTH&status=behind", "weight=budget&framework=country+programme"])
def test_the_reference_of_a_document_opens_the_view_that_made_it(
    visit: Callable[..., Visit], demonstration: str, view: str
) -> None:
    visitor = visit(demonstration)
    visitor.open(f"download?known_on=2025-10-20&{view}")
    visitor.page.get_by_text("First page").wait_for()
    text = PdfReader(io.BytesIO(downloaded(visitor)[1])).pages[0].extract_text()
    reference = next(line.partition("Reference ")[2].split()[0] for line in text.splitlines() if "Reference " in line)
    visitor.open("download")
    field = visitor.page.get_by_label("Reference, as at the foot of its pages")
    field.fill("250930/AAAA")
    visitor.page.get_by_role("button", name="Open the view").click()
    visitor.page.get_by_text("is no reference of a document").wait_for()
    assert "/download" in visitor.page.url
    field.fill(reference)
    visitor.page.get_by_role("button", name="Open the view").click()
    visitor.page.wait_for_url(lambda address: view in address and "/download" not in address)
    visitor.settle()
    assert view in visitor.page.url
    assert "known_on=2025-10-1" in visitor.page.url
    assert "known on 19 Oct 2025, 13:56" in visitor.text()
    assert "Delivered of what was due" in visitor.text()


def test_a_reference_opens_its_view_in_the_language_of_the_page(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    made = reference.of(
        reference.View(Dates(date(2025, 9, 30), datetime(2026, 2, 25, 19, tzinfo=UTC)), Filters(), FRAMEWORK_KINDS[0]),
        datetime(2026, 2, 25, 18, 59, 59, 999999, tzinfo=UTC),
    )
    visitor = visit(demonstration)
    visitor.open("download?lang=ru")
    visitor.page.get_by_label("Шифр внизу страниц документа").fill(made)
    visitor.page.get_by_role("button", name="Открыть данные").click()
    visitor.page.wait_for_url(lambda address: "/download" not in address)
    visitor.settle()
    assert "lang=ru" in visitor.page.url
    assert "Выполнено из намеченного к сроку" in visitor.text()
    assert "известно на 25 февр. 2026" in visitor.text(), "the day that the document says"
    assert "Data to" not in visitor.text()
    assert visitor.page.evaluate("document.documentElement.lang") == "ru"


def test_a_moment_in_the_address_is_shown_with_its_day_and_time(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("?known_on=2025-10-15T08:00:00Z")
    assert "known on 15 Oct 2025, 13:00" in visitor.text()
    assert "known_on=2025-10-15T08" in visitor.page.url
    visitor.page.get_by_role("button", name="1 filter").click()
    visitor.page.get_by_text("Advanced: the two dates").click()
    assert visitor.page.get_by_role("spinbutton", name="day, Known on").inner_text() == "15"


def large(file: Path, times: int) -> None:
    """Fill a database with the demonstration plan, many times over."""
    fill(file, demonstration=False)
    plan = file.parent / "plan"
    write(tables(2025, times=times), plan)
    ledger.load_plan(open_database(f"sqlite:///{file}", "TKM"), plan)


def stop(visitor: Visit) -> None:
    visitor.page.get_by_role("button", name="Stop", exact=True).last.click()  # Streamlit's bar has one before it
    visitor.page.get_by_text("was stopped.").wait_for()
    visitor.settle()


def test_a_long_document_is_prepared_first_with_a_way_to_stop(visit: Callable[..., Visit], tmp_path: Path) -> None:
    file = tmp_path / "long.sqlite3"
    large(file, 20)
    with serving(file) as home:
        visitor = visit(home)
        visitor.open("download?period=2025-Q3")
        pick(visitor, "Word document")
        prepare = visitor.page.get_by_role("button", name="Prepare the document")
        assert visitor.page.get_by_role("button", name="Download the document").count() == 0
        prepare.click()
        visitor.page.get_by_text("Preparing “child-rights-workplans").wait_for()
        stop(visitor)
        visitor.page.get_by_role("button", name="Begin again").click()
        take = visitor.page.get_by_role("button", name="Download child-rights-workplans")
        take.wait_for(timeout=90_000)
        name, made = downloaded(visitor, take)
        assert name == "child-rights-workplans_2025-Q3_illustrative.docx"
        assert "MOH-2025-150" in docx.Document(io.BytesIO(made)).element.xml


@pytest.mark.slow
def test_tables_and_the_workbook_of_a_large_plan_are_prepared_first(
    visit: Callable[..., Visit], tmp_path: Path
) -> None:
    file = tmp_path / "large.sqlite3"
    large(file, 420)
    with serving(file) as home:
        visitor = visit(home)
        visitor.page.set_default_timeout(90_000)
        visitor.open("download?period=2025-Q3")
        for label, ending in (("Download this table", "csv"), ("Download all tables as ZIP", "zip")):
            visitor.page.get_by_role("button", name=label).click()
            take = visitor.page.get_by_role("button", name=re.compile(f"^Download child-rights-workplans.*{ending}$"))
            take.wait_for()
            name, made = downloaded(visitor, take)
            assert name.endswith(ending)
            rows = made if ending == "csv" else zipfile.ZipFile(io.BytesIO(made)).read("activities.csv")
            assert rows.count(b"MOH-2025-") > 3_000
        # So is the workbook that every page offers.
        visitor.page.get_by_role("button", name="Download", exact=True).click()
        visitor.settle()
        visitor.page.get_by_role("button", name="All that is shown").click()
        take = visitor.page.get_by_role("button", name=re.compile("^Download child-rights-workplans.*xlsx"))
        take.wait_for()
        name, made = downloaded(visitor, take)
        assert name == "child-rights-workplans_2025-Q3_illustrative.xlsx"
        assert "Activities" in openpyxl.load_workbook(io.BytesIO(made), read_only=True).sheetnames
