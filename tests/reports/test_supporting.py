"""An activity stands at its lead; where the reader asks for it also at its supporters, who say who leads it."""

import io
from datetime import date

import docx
import pytest
from pptx import Presentation
from pypdf import PdfReader

from db.engine import Database
from monitoring import language
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from reports import letter, pdf, slides
from reports.contents import Contents, gather
from reports.told.partners import by_partner

DATES = Dates(date(2025, 9, 30), end_of_day(date(2025, 10, 20)))
PLAN = "national action plan"
LED = "MOH-2025-01"
SUPPORTED = "MLSP-2025-05"  # by the Ministry of Health
LEAD = "Ministry of Labor and Social Protection"


def told(database: Database, **picked: object) -> Contents:
    return gather(database, DATES, Filters(**picked), PLAN)  # type: ignore[arg-type]


def codes(contents: Contents) -> dict[str, list[str]]:
    found = by_partner(contents.report, contents.report.tables["activities"].frame)
    return {partner: [row["code"] for row in own] for partner, own in found.items()}


def in_pdf(contents: Contents, kind: str) -> str:
    pages = PdfReader(io.BytesIO(pdf.document(contents, kind))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_partner_has_what_it_leads_and_after_that_what_it_supports_as_its_figures_count(
    demonstration: Database,
) -> None:
    contents = told(demonstration, supporting=True)
    counted = contents.report.tables["by_partner"].frame.set_index("code")["activities"]
    assert {code: len(own) for code, own in codes(contents).items()} == counted.to_dict()
    own = codes(contents)["MOH"]
    assert own[0] == LED
    assert own[-5:] == [code for code in own if not code.startswith("MOH")]
    assert SUPPORTED in own
    assert SUPPORTED in codes(contents)["MLSP"]


def test_otherwise_each_activity_stands_once_at_its_lead(demonstration: Database) -> None:
    contents = told(demonstration)
    found = [code for own in codes(contents).values() for code in own]
    assert sorted(found) == sorted(contents.report.tables["activities"].frame["code"])


def test_of_one_partner_only_that_partner_is_shown(demonstration: Database) -> None:
    assert list(codes(told(demonstration, partners=("MOH",), supporting=True))) == ["MOH"]


@pytest.mark.parametrize("kind", ["partner", "quarterly"])
def test_the_pdf_of_a_partner_has_what_it_supports_with_the_name_of_the_lead(
    demonstration: Database, kind: str
) -> None:
    said = in_pdf(told(demonstration, partners=("MOH",), supporting=True), kind)
    assert f"{SUPPORTED} · Supports; lead partner: {LEAD}" in said
    assert f"{LED} · Supports" not in said
    assert SUPPORTED not in in_pdf(told(demonstration, partners=("MOH",)), kind)


def test_the_letter_and_the_slides_say_who_leads_in_each_language(demonstration: Database) -> None:
    for code, says in (("en", "Supports"), ("ru", "Поддерживает"), ("tk", "Goldaw berýär")):
        with language.spoken_in(code):
            contents = told(demonstration, partners=("MOH",), supporting=True)
            file = docx.Document(io.BytesIO(letter.document(contents)))
            deck = Presentation(io.BytesIO(slides.presentation(contents)))
        cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        assert [text for text in cells if text.startswith(f"{SUPPORTED} ({says}; ")]
        shapes = [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]
        cells = [cell.text for shape in shapes for row in shape.table.rows for cell in row.cells]
        assert [text for text in cells if text.startswith(SUPPORTED) and f"\n{says}; " in text]
        assert [text for text in cells if text.startswith(LED) and says in text] == []


def test_every_partner_of_the_quarterly_report_lists_what_it_supports(demonstration: Database) -> None:
    said = in_pdf(told(demonstration, supporting=True), "quarterly")
    assert said.count(f"{SUPPORTED} · Supports; lead partner: {LEAD}") == 1
    assert said.count(SUPPORTED) >= 2
    assert "stand here at a partner that supports them, besides at their lead" in said
