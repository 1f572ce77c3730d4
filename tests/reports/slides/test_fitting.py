"""Slides with more to say than they have room for: nothing stands below the edge, and nothing is cut."""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pptx import Presentation
from pptx.util import Pt
from pypdf import PdfReader

from db.engine import Database
from monitoring import language
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from reports import slides
from reports.contents import Contents, gather
from reports.slides.measured import lines, width
from reports.slides.tables import over_slides
from reports.slides.words import Run, high, parted, plain
from reports.tables import ReportTables

DATES = Dates(date(2025, 9, 30), end_of_day(date(2025, 10, 20)))
PLAN = "national action plan"
SIXTY = " ".join(f"Министерства{number}" for number in range(60))


def much(contents: Contents) -> Contents:
    """Hundreds of activities under titles of 60 words, with as many words about each, of partners with such names."""
    tables = dict(contents.report.tables)
    frame = pd.concat([tables["activities"].frame] * 6, ignore_index=True)
    frame["title"] = [f"{SIXTY} number {number}." for number in range(len(frame))]
    tables["activities"] = replace(tables["activities"], frame=frame)
    tables["by_partner"] = replace(
        tables["by_partner"], frame=tables["by_partner"].frame.assign(name=lambda f: f["code"] + " " + SIXTY)
    )
    words = {
        code: {**row, "narrative": f"{SIXTY}. {SIXTY}.", "challenge": SIXTY} for code, row in contents.words.items()
    }
    waiting = pd.concat([contents.waiting.assign(title=SIXTY)] * 4, ignore_index=True)
    report = ReportTables(contents.report.cover, tables, contents.report.outline)
    return replace(contents, report=report, words=words, waiting=waiting, unknown=contents.unknown * 9)


def ends(slide: Any) -> float:
    """The points at which the lowest thing on a slide ends."""
    tables = [shape for shape in slide.shapes if shape.has_table]
    table_ends = [shape.top + sum(row.height for row in shape.table.rows) for shape in tables]
    return max([*table_ends, *(shape.top + shape.height for shape in slide.shapes)]) / Pt(1)


@pytest.fixture(scope="module")
def whole(demonstration: Database) -> Contents:
    return gather(demonstration, DATES, Filters(), PLAN)


@pytest.mark.parametrize("code", ["ru", *(pytest.param(code, marks=pytest.mark.slow) for code in ("en", "tk"))])
def test_nothing_stands_below_the_edge_of_a_slide(demonstration: Database, code: str) -> None:
    with language.spoken_in(code):
        made = Presentation(io.BytesIO(slides.presentation(much(gather(demonstration, DATES, Filters(), PLAN)))))
    assert len(made.slides) > 100
    assert [number for number, slide in enumerate(made.slides, 1) if ends(slide) > 530] == []


def test_a_slide_that_goes_on_says_which_of_several_it_is(whole: Contents) -> None:
    titles = slides.titles(whole)
    name = whole.report.tables["by_partner"].frame["name"].iloc[0]
    own = [title for title in titles if title.startswith(f"{name}: Activity by activity")]
    assert len(own) > 1
    assert own == [f"{name}: Activity by activity ({n} of {len(own)})" for n in range(1, len(own) + 1)]
    assert len(set(titles)) == len(titles)


def test_words_that_do_not_fit_break_between_sentences() -> None:
    sentences = [f"This is what was done in district {number}." for number in range(40)]
    pieces = parted(((Run("Done: "), Run(" ".join(sentences))),), 200, 11, 100)
    assert len(pieces) > 4
    assert all(high(piece, 200, 11) <= 100 for piece in pieces)
    texts = ["".join(run.text for paragraph in piece for run in paragraph) for piece in pieces]
    assert all(text.endswith(".") for text in texts)
    assert " ".join(texts) == "Done: " + " ".join(sentences)


def test_a_row_that_goes_on_begins_with_its_code_again() -> None:
    row = [((Run("MOH-01"), Run(" Train doctors")),), plain("It was done. " * 200)]
    pages = over_slides(["Activity", "Words"], [row], [100, 200], (300, 300))
    assert len(pages) > 2
    assert {page[0][0][0][0].text for page in pages} == {"MOH-01"}


def test_slides_are_filled_alike_and_none_ends_with_a_single_row() -> None:
    rows = [[plain(f"Row {number}")] for number in range(13)]
    assert [len(page) for page in over_slides(["Head"], rows, [200], (290, 290))] == [7, 6]


def test_letters_are_as_wide_as_in_arial() -> None:
    assert width("iiii", 10) < width("mmmm", 10) < width("ЩЩЩЩ", 10)
    assert width("Ministry", 10) < width("Ministry", 10, bold=True)
    assert lines("one two three", 1000, 10) == 1
    assert lines("one\ntwo", 1000, 10) == 2
    assert lines("x" * 100, 50, 10) == 10 or lines("x" * 100, 50, 10) == 11


@pytest.mark.slow
@pytest.mark.parametrize("code", ["en", "ru", "tk"])
def test_libreoffice_shows_as_many_pages_as_there_are_slides(
    demonstration: Database, code: str, tmp_path: Path
) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: install Debian's libreoffice-impress, or run without the slow tests"
    with language.spoken_in(code):
        contents = gather(demonstration, DATES, Filters(), PLAN)
        (tmp_path / "slides.pptx").write_bytes(slides.presentation(contents))
        titles = slides.titles(contents)
    command = [office, f"-env:UserInstallation=file://{tmp_path / 'profile'}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "slides.pptx"], cwd=tmp_path, check=True, capture_output=True, timeout=150)
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "slides.pdf").pages]
    assert len(pages) == len(titles)
    assert [text for text in pages if contents.reference not in text] == []
