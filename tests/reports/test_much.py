"""Documents with much to tell and with little: hundreds of activities, long titles and narratives, one, and none."""

import io
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import docx
import pytest
from pptx import Presentation
from pptx.util import Pt
from pypdf import PdfReader

from db.engine import Database
from monitoring import language
from monitoring.filters import Filters
from monitoring.language import gettext as _
from monitoring.periods import Dates, end_of_day
from reports import letter, pdf, slides
from reports.contents import Contents, gather
from reports.kinds import KINDS
from reports.slides.measured import height
from reports.tables import ReportTables
from reports.told import rows

DATES = Dates(date(2025, 9, 30), end_of_day(date(2025, 10, 20)))
PLAN = "national action plan"
LANGUAGES = ("en", "ru", "tk")
WORDS = {
    "en": "Strengthening of inclusive early childhood services in remote districts together with parents",
    "ru": "Укрепление инклюзивных услуг раннего детства в отдалённых этрапах совместно с родителями",
    "tk": "Daşky etraplarda irki çagalyk üçin inklýuziw hyzmatlary ene-atalar bilen bilelikde berkitmek",
}
ONE = Filters(partners=("MOA",), statuses=("behind",))
NONE = Filters(partners=("MOH",), areas=("EDUC",))


def told(database: Database, filters: Filters = Filters()) -> Contents:
    return gather(database, DATES, filters, PLAN)


def lengthened(contents: Contents, spoken: str, words: int) -> Contents:
    """The same under titles of 300 letters, each with a narrative of so many words and a challenge of half as many."""
    sentence = f"{WORDS[spoken]}. "
    narrative = " ".join((sentence * words).split()[:words])
    title = (sentence * 9)[:290]
    table = contents.report.tables["activities"]
    named = table.frame.assign(title=[f"{title} №{number}" for number in range(len(table))])
    tables = {**contents.report.tables, "activities": replace(table, frame=named)}
    return replace(
        contents,
        report=ReportTables(contents.report.cover, tables, contents.report.outline),
        waiting=contents.waiting.assign(title=f"{title} №0"),
        words={
            code: {**said, "narrative": narrative, "challenge": narrative[: len(narrative) // 2]}
            for code, said in contents.words.items()
        },
    )


def pages(made: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made)).pages]


def empty(found: list[str]) -> list[int]:
    """The numbers of the pages with nothing but their head and foot."""
    return [number for number, text in enumerate(found, 1) if len(text) < 260]


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_each_of_hundreds_of_activities_stands_once_and_whole_among_the_activities_of_the_pdf(
    large: Database, spoken: str
) -> None:
    with language.spoken_in(spoken):
        contents = lengthened(told(large), spoken, 60)
        made = pdf.document(contents)
        reader, heading = PdfReader(io.BytesIO(made)), _("Activities")
    codes = contents.report.tables["activities"].frame["code"].tolist()
    assert len(codes) > 400
    (begins,) = [one for one in reader.outline if getattr(one, "title", "") == heading]
    first = reader.get_destination_page_number(begins)  # type: ignore[arg-type]
    assert first is not None
    found = pages(made)
    assert empty(found) == []
    listed = found[first:]
    counted = Counter(word for text in listed for word in text.split() if "-2025-" in word)
    assert counted == Counter(codes)
    for number, code in enumerate(codes):  # a row is on one page: its number ends the title that its code begins
        (page,) = [text for text in listed if f" {code} " in f" {text} "]
        assert f"№{number} " in f"{page} "


@pytest.mark.parametrize(
    ("kind", "filters", "words"),
    [
        ("commission", Filters(), 60),
        ("partner", Filters(partners=("MOH",), supporting=True), 300),
        ("partner", Filters(partners=("MOH",), supporting=True), 600),  # one row is longer than a page
        ("goal", Filters(goals=("NAP-4",)), 60),
    ],
)
def test_long_words_leave_no_page_of_a_pdf_empty_and_no_brief_longer(
    large: Database, kind: str, filters: Filters, words: int
) -> None:
    with language.spoken_in("ru"):
        contents = lengthened(told(large, filters), "ru", words)
        found = pages(pdf.document(contents, kind))
        told_more = _("and {n} more: see the quarterly report as a Word document", n="@n")
    assert empty(found) == []
    assert len(found) == {("commission", 60): 4, ("partner", 300): 2, ("partner", 600): 3}.get(
        (kind, words), len(found)
    )
    if kind == "partner":  # what has no room is counted
        codes = contents.report.tables["activities"].frame["code"]
        said = " ".join(found[1:])
        shown = [code for code in codes if f" {code} " in said]
        assert shown == codes.tolist()[: len(shown)]
        assert told_more.replace("@n", str(len(codes) - len(shown))) in said


def test_each_of_hundreds_of_activities_stands_once_in_the_tables_of_the_letter(large: Database) -> None:
    contents = lengthened(told(large), "en", 60)
    file = docx.Document(io.BytesIO(letter.document(contents)))
    head = rows.columns()
    tables = [table for table in file.tables if [cell.text for cell in table.rows[0].cells] == head]
    found = [cell.text.split(" · ")[0] for table in tables for cell in table.columns[0].cells[1:]]
    assert Counter(found) == Counter(contents.report.tables["activities"].frame["code"])


def outside(slide: Any) -> list[str]:
    """Texts that need more room than their box or the row of their table has, by the widths of the letters of Arial."""
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame and shape.height:
            needed = sum(_high(one, shape.width / Pt(1)) for one in shape.text_frame.paragraphs)
            found += [shape.text_frame.text] if needed > shape.height / Pt(1) + 2 else []
        for row in shape.table.rows if shape.has_table else ():
            for cell, column in zip(row.cells, shape.table.columns, strict=True):
                inside = (column.width - cell.margin_left - cell.margin_right) / Pt(1)
                needed = sum(_high(one, inside) for one in cell.text_frame.paragraphs)
                room = (row.height - cell.margin_top - cell.margin_bottom) / Pt(1)
                found += [cell.text_frame.text] if needed > room + 2 else []
    return found


def _high(paragraph: Any, across: float) -> float:
    sizes = [run.font.size.pt for run in paragraph.runs if run.font.size]
    return height("".join(run.text for run in paragraph.runs), across, max(sizes)) if sizes else 0.0


@pytest.mark.parametrize(("spoken", "words"), [("ru", 60), ("tk", 600)])
def test_no_text_of_a_slide_needs_more_room_than_it_has(large: Database, spoken: str, words: int) -> None:
    with language.spoken_in(spoken):
        contents = lengthened(told(large, Filters(partners=("MOE", "MOH"))), spoken, words)
        deck = Presentation(io.BytesIO(slides.presentation(contents)))
        heading = _("Activity by activity")
    assert [text for slide in deck.slides for text in outside(slide)] == []
    own = [slide for slide in deck.slides if heading in slide.shapes.title.text_frame.text]
    tables = [shape.table for slide in own for shape in slide.shapes if shape.has_table]
    begun = [row.cells[0].text_frame.text.split("  ")[0] for table in tables for row in list(table.rows)[1:]]
    codes = contents.report.tables["activities"].frame["code"]
    assert Counter(code for code in begun if not code.endswith("…")) == Counter(codes)


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_one_activity_leaves_no_page_empty_and_none_is_one_page(
    demonstration: Database, kind: str, spoken: str
) -> None:
    with language.spoken_in(spoken):
        one, none = told(demonstration, ONE), told(demonstration, NONE)
        found, said = pages(pdf.document(one, kind)), pages(pdf.document(none, kind))
    assert len(one.report.tables["activities"]) == 1
    assert empty(found) == []
    assert one.report.tables["activities"].frame["code"].iloc[0] in " ".join(found)
    assert len(said) == 1


def test_rows_of_other_slides_use_their_whole_width(large: Database) -> None:
    deck = Presentation(io.BytesIO(slides.presentation(lengthened(told(large), "en", 20))))
    going_on = [slide for slide in deck.slides if "need a decision (2 of" in slide.shapes.title.text_frame.text]
    assert going_on
    for slide in going_on:
        (table,) = [shape for shape in slide.shapes if shape.has_table]
        assert table.width > 0.8 * deck.slide_width
