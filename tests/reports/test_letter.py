"""The letter as Word finds it: headings to go to, every activity, the partners' own words, and no clock in it."""

import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from db.engine import Database
from monitoring import findings, formats, language
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from reports import letter
from reports.contents import Contents, gather

DATES = Dates(date(2025, 9, 30), end_of_day(date(2025, 10, 20)))
PLAN = "national action plan"


@pytest.fixture(scope="module")
def whole(demonstration: Database) -> Contents:
    return gather(demonstration, DATES, Filters(), PLAN)


def words(made: bytes) -> str:
    """Everything that stands in it, tables too."""
    file = docx.Document(io.BytesIO(made))
    cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in file.paragraphs), *cells])


@pytest.mark.parametrize("code", ["en", "ru", "tk"])
def test_the_letter_says_what_it_shows_in_each_language(demonstration: Database, code: str) -> None:
    with language.spoken_in(code):
        contents = gather(demonstration, DATES, Filters(), PLAN)
        made = letter.document(contents)
        file, said = docx.Document(io.BytesIO(made)), words(made)
        headings = [one.text for one in file.paragraphs if one.style and one.style.name.startswith("Heading")]
        total = contents.report.tables["totals"].frame.iloc[0]
        assert set(letter.headings(contents)) <= set(headings)
        assert formats.percent(total["delivered_of_due"]) in said
        assert contents.report.cover.made_up() in file.sections[0].header.paragraphs[0].text
    assert contents.report.cover.finding in said
    assert contents.reference in file.sections[0].footer.paragraphs[0].text
    assert file.core_properties.language.startswith(code)


def test_every_activity_and_every_word_of_its_partner_is_there(whole: Contents) -> None:
    said = words(letter.document(whole))
    assert [title for title in whole.report.tables["activities"].frame["title"] if title not in said] == []
    told = [one[field] for one in whole.words.values() for field in ("narrative", "challenge") if one[field]]
    assert len(told) > 50
    assert [text for text in told if text not in said] == []
    assert [line for line, _made_up in whole.unknown if line not in said] == []


def test_the_contents_of_the_letter_lead_to_each_of_its_headings(whole: Contents) -> None:
    file = docx.Document(io.BytesIO(letter.document(whole)))
    links = {link.address or link.fragment: link.text for one in file.paragraphs for link in one.hyperlinks}
    headings = [one for one in file.paragraphs if one.style and one.style.name.startswith("Heading")]
    places = [one._p.find(qn("w:bookmarkStart")).get(qn("w:name")) for one in headings]
    assert list(links) == places
    assert list(links.values()) == [one.text for one in headings]
    assert "Open decisions of reviews" in links.values()


def test_the_letter_says_how_each_partner_stands(whole: Contents) -> None:
    file = docx.Document(io.BytesIO(letter.document(whole)))
    texts = [one.text for one in file.paragraphs]
    for place, name in enumerate(whole.report.tables["by_partner"].frame["name"]):
        at = max(number for number, text in enumerate(texts) if text == name)
        assert texts[at + 1] == findings.of_partner(whole.report.tables["by_partner"].frame.iloc[place])


def test_an_empty_selection_says_so(demonstration: Database) -> None:
    nothing = Filters(partners=("MOH",), areas=("EDUC",), statuses=("completed",))
    assert "Nothing matches these filters" in words(letter.document(gather(demonstration, DATES, nothing, PLAN)))


@pytest.mark.slow
def test_libreoffice_opens_the_letter_with_all_its_pages(whole: Contents, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: install Debian's libreoffice-writer, or run without the slow tests"
    (tmp_path / "letter.docx").write_bytes(letter.document(whole))
    command = [office, f"-env:UserInstallation=file://{tmp_path / 'profile'}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "letter.docx"], cwd=tmp_path, check=True, capture_output=True, timeout=150)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "letter.pdf").pages]
    assert whole.report.cover.finding.split(";")[0] in " ".join(pages[0].split())
    assert len(pages) > 8
    assert min(map(len, pages)) > 150  # no empty one
