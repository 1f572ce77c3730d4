"""The PDF as its readers get it: the figures of the screen, every row, in three languages, and no clock in it."""

import io
import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from pypdf import PdfReader

from db import queries
from db.engine import Database
from monitoring import formats, language
from monitoring.filters import Filters
from monitoring.language import gettext as _
from monitoring.periods import Dates, end_of_day
from monitoring.status import DELIVERY_MARKS, Delivery
from monitoring.words import FRAMEWORK_KINDS
from reports import pdf
from reports.contents import Contents, gather
from reports.kinds import KINDS, about_one
from reports.pdf import parts
from reports.tables import ReportTables

DATES = Dates(date(2025, 9, 30), end_of_day(date(2025, 10, 20)))
PLAN = "national action plan"
ABOUT = {"partner": Filters(partners=("MOE",)), "goal": Filters(goals=("NAP-4",))}


@pytest.fixture(scope="module")
def whole(demonstration: Database) -> Contents:
    return gather(demonstration, DATES, Filters(), PLAN)


def pages(made: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made)).pages]


def in_a_row(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", ["en", "ru", "tk"])
def test_every_kind_says_what_it_shows_on_each_page_in_each_language(
    demonstration: Database, kind: str, code: str
) -> None:
    with language.spoken_in(code):
        contents = gather(demonstration, DATES, ABOUT.get(kind, Filters()), PLAN)
        made = pdf.document(contents, kind)
        said = pages(made)
        total = contents.report.tables["totals"].frame.iloc[0]
        assert in_a_row(contents.report.cover.finding) in in_a_row(said[0])
        assert in_a_row(formats.percent(total["delivered_of_due"])) in in_a_row(" ".join(said))
        for text in said:
            assert contents.reference in text
            assert contents.report.cover.made_up() in text
            assert in_a_row(contents.report.cover.subjects.get(kind, "")) in in_a_row(text)
    about = PdfReader(io.BytesIO(made))
    assert about.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert about.trailer["/Root"]["/Lang"] == code
    assert about.outline != []
    assert about.metadata is not None
    assert contents.report.cover.subjects.get(kind, "") in (about.metadata.title or "")
    assert (kind in contents.report.cover.subjects) == (kind in ABOUT)
    assert about.metadata.creation_date is None


def test_the_quarterly_report_has_every_activity_and_indicator(whole: Contents) -> None:
    said = in_a_row(" ".join(pages(pdf.document(whole, "quarterly"))))
    for key, named in (("activities", "title"), ("indicators", "name")):
        frame = whole.report.tables[key].frame
        assert [text for text in frame[named] if in_a_row(text) not in said] == []


def test_a_partner_brief_has_two_pages_and_the_words_of_the_partner(demonstration: Database) -> None:
    contents = gather(demonstration, DATES, ABOUT["partner"], PLAN)
    said = pages(pdf.document(contents, "partner"))
    assert len(said) == 2
    told = [one["narrative"] for one in contents.words.values() if one["narrative"]]
    assert told
    assert [text for text in told if in_a_row(text) not in in_a_row(said[1])] == []


@pytest.mark.parametrize("supporting", [False, True])
@pytest.mark.parametrize("code", ["en", "ru", "tk"])
def test_the_brief_of_every_partner_has_two_pages_in_every_language(
    demonstration: Database, code: str, supporting: bool
) -> None:
    partners = gather(demonstration, DATES, Filters(), PLAN).report.tables["by_partner"].frame["code"]
    assert len(partners) > 10
    with language.spoken_in(code):
        for partner in partners:
            contents = gather(demonstration, DATES, Filters(partners=(partner,), supporting=supporting), PLAN)
            said = pages(pdf.document(contents, "partner"))
            codes = contents.report.tables["activities"].frame["code"]
            shown = [one for one in codes if f" {one} " in said[1]]
            more = _("and {n} more: see the quarterly report as a Word document", n=len(codes) - len(shown))
            assert len(said) == 2, partner
            assert len(shown) == len(codes) or more in said[1], partner


@pytest.mark.parametrize("year", [2024, 2025])
@pytest.mark.parametrize("code", ["en", "ru", "tk"])
def test_the_commission_brief_has_four_pages_in_every_language(demonstration: Database, code: str, year: int) -> None:
    dates = Dates(date(year, 12, 31), end_of_day(date(year + 1, 1, 20)))
    with language.spoken_in(code):
        contents = gather(demonstration, dates, Filters(), PLAN)
        said = pages(pdf.document(contents, "commission"))
        frame = contents.report.tables["activities"].frame
        asked = frame[frame["support_asked"].fillna("") != ""]
        waiting = said[0].split(_("Open decisions of reviews"))[0]
        for codes, page in ((contents.waiting["code"], waiting), (asked["code"], said[3])):
            left = sum(one not in in_a_row(page) for one in codes)
            assert left < len(codes) / 2
            more = _("and {n} more: see the quarterly report as a Word document", n=left)
            assert left == 0 or in_a_row(more) in in_a_row(page)
    assert len(said) == 4
    assert min(len(text) for text in said) > 800


@pytest.mark.parametrize("kind", KINDS)
def test_a_summary_points_only_to_a_part_that_the_document_has(whole: Contents, kind: str) -> None:
    found = parts.told(whole, kind)
    (summary,) = [part for part in found["parts"] if part["part"] == "summary"]
    has_activities = "activities" in [part["part"] for part in found["parts"]]
    assert summary["more"] == ("and @n more: see Activities" if has_activities else found["more"])


def test_a_brief_with_little_to_tell_leaves_no_page_nearly_empty(demonstration: Database) -> None:
    dates = Dates(date(2025, 3, 31), end_of_day(date(2025, 4, 20)))
    said = pages(pdf.document(gather(demonstration, dates, Filters(), PLAN), "commission"))
    assert len(said) < 4
    assert min(len(text) for text in said) > 800


def larger(contents: Contents, times: int, title: str) -> Contents:
    """The same with so many times the activities, under long titles."""
    table = contents.report.tables["activities"]
    frame = pd.concat([table.frame] * times, ignore_index=True)
    frame["title"] = [f"{title} {number}" for number in range(len(frame))]
    tables = {**contents.report.tables, "activities": replace(table, frame=frame)}
    report = ReportTables(contents.report.cover, tables, contents.report.outline)
    return replace(contents, report=report)


@pytest.mark.parametrize("code", ["en", "ru", "tk"])
def test_no_goal_sheet_ends_on_a_page_with_a_row_or_two(demonstration: Database, code: str) -> None:
    with language.spoken_in(code):
        for kind in FRAMEWORK_KINDS:
            for goal in queries.goals_in_force(demonstration, DATES, kind)["code"]:
                contents = gather(demonstration, DATES, Filters(goals=(goal,)), kind)
                said = pages(pdf.document(contents, "goal"))
                shown = contents.report.tables["activities"].frame["code"]
                last = [own for own in shown if own in said[-1]]
                assert len(last) >= min(4, len(shown)), f"{goal}: {len(last)} rows on page {len(said)}"
                assert [own for own in shown if own not in " ".join(said)] == []


@pytest.mark.parametrize("rows", [[30, 1], [40], [1, 2, 45], [3, 3, 3, 30, 2, 1]])
def test_rows_held_together_at_the_end_stand_once_and_say_whose_they_are(whole: Contents, rows: list[int]) -> None:
    table = whole.report.tables["activities"]
    partners = whole.report.tables["by_partner"].frame["code"]
    own = [code for code, count in zip(partners, rows, strict=False) for _row in range(count)]
    first = table.frame.iloc[[0] * len(own)].reset_index(drop=True)
    frame = first.assign(code=[f"ROW-{number:03}" for number in range(len(own))], partner=own)
    tables = {**whole.report.tables, "activities": replace(table, frame=frame)}
    for shorter in range(7):  # wherever the page happens to end
        part = frame.iloc[shorter:]
        tables["activities"] = replace(table, frame=part)
        report = ReportTables(whole.report.cover, tables, whole.report.outline)
        said = pages(pdf.document(replace(whole, report=report), "goal"))
        joined = " ".join(said)
        assert [joined.count(code) for code in part["code"]] == [1] * len(part)
        assert sum(code in said[-1] for code in part["code"]) >= 4


def test_hundreds_of_activities_with_long_titles_are_all_there(whole: Contents) -> None:
    title = "Strengthening of inclusive services " * 12 + "number"
    many = larger(whole, 6, title)
    said = in_a_row(" ".join(pages(pdf.document(many, "quarterly"))))
    count = len(many.report.tables["activities"].frame)
    assert count > 400
    assert [n for n in range(count) if in_a_row(f"number {n} ") not in said.replace("MOE", " MOE")] == []


def test_the_first_page_holds_its_list_however_long_the_titles_are(whole: Contents) -> None:
    waiting = whole.waiting.assign(title="Strengthening of inclusive services " * 8)
    first, second, *_ = pages(pdf.document(replace(whole, waiting=waiting), "quarterly"))
    assert "need a decision" in first
    assert "more: see" in first
    assert "By ministry and partner" in second


def test_the_key_of_statuses_stands_in_one_order_and_dates_on_one_line(demonstration: Database) -> None:
    early = Dates(date(2025, 3, 31), end_of_day(date(2025, 4, 20)))
    with language.spoken_in("ru"):
        made = pdf.document(gather(demonstration, early, Filters(), PLAN), "quarterly")
    lines = [line for page in PdfReader(io.BytesIO(made)).pages for line in page.extract_text().splitlines()]
    assert [line for line in lines if re.fullmatch(r"\s*\d{1,2} (?:нояб|сент|февр)\.\s*", line)] == []
    with language.spoken_in("ru"):
        words = [DELIVERY_MARKS[status].label for status in Delivery]
    text = " ".join(lines)
    for heading in ("По министерствам и партнёрам", "По приоритетным направлениям"):
        below = text[text.index(heading) :]
        key = below[below.index(words[0], below.index("Мероприятия по статусам")) :][:300]
        places = [key.index(word) for word in words if word in key]
        assert places == sorted(places)


def test_a_word_longer_than_its_column_goes_on_below(whole: Contents) -> None:
    word = "a" * 95
    said = pages(pdf.document(larger(whole, 1, f"See {word}"), "quarterly"))
    together = "".join(said).replace("\u200b", "")
    assert word not in together, "it would stand on the columns beside it"
    assert "a" * 20 in together
    assert word in in_a_row(together)


def test_an_empty_selection_says_so_on_one_page(demonstration: Database) -> None:
    nothing = Filters(partners=("MOH",), areas=("EDUC",), statuses=("completed",))
    (said,) = pages(pdf.document(gather(demonstration, DATES, nothing, PLAN), "quarterly"))
    assert "Nothing matches these filters" in said


def test_text_is_never_markup(whole: Contents) -> None:
    wild = larger(whole, 1, '#read("/etc/passwd") *bold* $x$ <label> @ref \\ // /*')
    said = in_a_row(" ".join(pages(pdf.document(wild, "quarterly"))))
    assert in_a_row('#read("/etc/passwd")*bold*$x$<label>@ref\\///*0') in said


def test_the_first_page_is_a_picture(whole: Contents) -> None:
    picture = pdf.first_page(whole, "partner")
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 20_000


@pytest.mark.parametrize(
    ("kind", "filters", "fits"),
    [
        ("partner", Filters(), False),
        ("partner", Filters(partners=("MOH", "MOE")), False),
        ("partner", Filters(partners=("MOH",)), True),
        ("goal", Filters(partners=("MOH",)), False),
        ("goal", Filters(goals=("NAP-4",)), True),
        ("quarterly", Filters(), True),
    ],
)
def test_a_document_about_one_needs_that_one_picked(kind: str, filters: Filters, fits: bool) -> None:
    assert about_one(kind, filters) is fits
