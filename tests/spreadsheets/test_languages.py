"""Forms in Russian and Turkmen: written, filled in, and read whatever language the reader of the dashboard speaks."""

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from itertools import combinations

import openpyxl
import pytest

from monitoring import language
from monitoring.reported_words import CHOICES
from spreadsheets import checking, form, reading
from spreadsheets.columns import SHEETS
from spreadsheets.spelling import in_every_language
from tests.spreadsheets.forms import HEADER, TODAY, content, put, saved


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    language.speak("en")


def test_there_are_three_languages() -> None:
    assert language.available() == ["en", "ru", "tk"]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_two_columns_of_a_sheet_have_the_same_header_in_any_language(sheet: object) -> None:
    columns = [*sheet.plan, *sheet.fill]  # type: ignore[attr-defined]
    for one, other in combinations(columns, 2):
        if one.field != other.field:
            assert not in_every_language(one.header) & in_every_language(other.header), (one.field, other.field)


@pytest.mark.parametrize("field", list(CHOICES))
def test_no_two_choices_of_a_column_are_called_alike_in_any_language(field: str) -> None:
    for (one, word), (other, another) in combinations(CHOICES[field].items(), 2):
        assert not in_every_language(word) & in_every_language(another), (one, other)


@pytest.mark.parametrize("written_in", ["en", "ru", "tk"])
@pytest.mark.parametrize("read_in", ["en", "ru", "tk"])
def test_a_form_is_read_whatever_language_it_is_in(written_in: str, read_in: str) -> None:
    language.speak(written_in)
    given = content()
    workbook = openpyxl.load_workbook(BytesIO(form.write(given)))
    activities = SHEETS[0]
    sheet = workbook.worksheets[0]
    headers = {str(cell.value): cell.column for cell in sheet[HEADER] if cell.value}
    lines = {sheet.cell(row, 1).value: row for row in range(HEADER + 1, sheet.max_row + 1)}
    header_of = {column.field: language.gettext(column.header) for column in activities.fill}
    status = language.gettext(CHOICES["reported_status"]["ongoing"])
    rating = language.gettext(CHOICES["rating"]["constrained"])
    for field, value in (("share", 45), ("reported_status", status), ("rating", rating)):
        put(sheet.cell(lines["P-1"], headers[header_of[field]]), value)
    sent = saved(workbook)
    language.speak(read_in)
    found = checking.check(reading.read(sent, "form.xlsx"), given, TODAY)
    assert [str(problem) for problem in found.problems] == []
    (row,) = found.reports
    assert (row.activity, row.share) == ("P-1", Decimal(45))
    assert (row.reported_status, row.rating) == ("ongoing", "constrained")
