"""The page Data quality: a reminder in the partner's language, the form to attach, and lists of what is not sure."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl

from db import queries
from db.engine import Database
from monitoring.periods import Dates
from tests.browser.conftest import Visit


def test_a_reminder_names_what_is_missing_in_the_language_that_is_picked(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    found = queries.judged_activities(database, september)
    missing = found[(found["due_in_period"] & ~found["in_period"]) & (found["partner"] == "MOH")]
    visitor = visit(demonstration)
    visitor.open("quality")
    letter = visitor.page.locator(".letter")
    for code in missing["code"]:
        assert code in letter.inner_text()
    assert letter.inner_text().count("–") >= len(missing)
    visitor.page.context.grant_permissions(["clipboard-read"])
    visitor.page.get_by_role("button", name="Copy the letter").click()
    visitor.page.get_by_text("Copied", exact=True).wait_for()
    assert visitor.page.evaluate("() => navigator.clipboard.readText()").strip() == letter.inner_text().strip()
    visitor.choose("Language of the letter", "Русский")
    letter.get_by_text("Министерство здравоохранения").wait_for()
    assert "Data quality" in visitor.text(), "the page itself keeps its language"
    with visitor.page.expect_download() as waiting:
        visitor.page.get_by_role("button", name="Download the form to attach").click()
    workbook = openpyxl.load_workbook(BytesIO(Path(waiting.value.path()).read_bytes()))
    words = {str(cell.value) for sheet in workbook for row in sheet.iter_rows(max_row=8) for cell in row}
    assert any("мероприят" in word.lower() for word in words)


def test_a_period_in_which_all_came_asks_for_nothing(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("quality?partner=SC&period=2025-Q3")
    assert "1 of 1 partners sent all its reports" in visitor.text()
    assert "Every report that was due in this period has come." in visitor.text()


def test_what_is_assumed_and_what_waits_for_an_editor_is_listed(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    visitor = visit(demonstration)
    visitor.open("quality")
    unsure, names = queries.unsure_facts(database, september), queries.names_to_check(database, september)
    assert f"{len(unsure)} facts are assumed or not verified" in visitor.text()
    assert f"{len(names)} names wait for an editor" in visitor.text()
    visitor.page.get_by_text("Baseline of an indicator: ").click()
    visitor.settle()
    assert "Under-five mortality rate" in visitor.text()
