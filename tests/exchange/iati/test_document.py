"""The workplans as an IATI file: valid, whole, the same next year, and made-up activities never among real ones."""

import os
import sqlite3
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml import etree

from db import ledger, queries
from db.engine import Database
from db.settings import ROOT
from exchange.iati.document import activities_xml
from monitoring.errors import NothingToExport, OnlyIllustrative
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from tests.exchange.conftest import REAL, SEPTEMBER
from tests.exchange.iati.reading import LANG, activities, schema, text
from tests.reports.conftest import opened

EVERY_YEAR = Filters(years=(2024, 2025))


@pytest.mark.parametrize("as_of", [date(2024, 3, 31), date(2024, 12, 31), date(2025, 9, 30), date(2026, 9, 30)])
@pytest.mark.parametrize("partner", [(), ("MOH",), ("TVR",)])
def test_the_file_is_valid_by_the_official_schema(
    demonstration: Database, as_of: date, partner: tuple[str, ...]
) -> None:
    official = schema()
    known = Dates(as_of, end_of_day(as_of + timedelta(days=15)))
    content = activities_xml(demonstration, known, Filters(partners=partner), with_illustrative=True)
    assert official.validate(etree.fromstring(content)), official.error_log.filter_from_errors()[0]


def test_every_activity_of_the_plan_is_in_it_once_past_years_too(demonstration: Database) -> None:
    found = activities(activities_xml(demonstration, SEPTEMBER, with_illustrative=True))
    assert set(found) == set(queries.judged_activities(demonstration, SEPTEMBER, EVERY_YEAR)["code"])
    identifiers = {one.findtext("iati-identifier") for one in found.values()}
    assert len(identifiers) == len(found)
    assert "XM-DAC-41122-TKM-WP-MOH-2025-01" in identifiers


@pytest.mark.parametrize(
    "filters",
    [Filters(partners=("MOH",)), Filters(partners=("MOH",), supporting=True), Filters(years=(2025,), areas=("EDU",))],
)
def test_the_filters_show_what_they_show_on_screen(demonstration: Database, filters: Filters) -> None:
    found = activities(activities_xml(demonstration, SEPTEMBER, filters, with_illustrative=True))
    years = filters.years or EVERY_YEAR.years
    same = Filters(partners=filters.partners, areas=filters.areas, supporting=filters.supporting, years=years)
    assert list(found) == [
        code
        for code in queries.plan_book(demonstration, SEPTEMBER).codes("activities")
        if code in set(queries.judged_activities(demonstration, SEPTEMBER, same)["code"])
    ]


def test_made_up_activities_are_left_out_unless_asked_for(demonstration: Database, partly_real: Database) -> None:
    with pytest.raises(OnlyIllustrative, match="139"):
        activities_xml(demonstration, SEPTEMBER)
    content = activities_xml(partly_real, SEPTEMBER)
    assert {code.partition("-")[0] for code in activities(content)} == {REAL}
    assert b"made up): 0" in content
    assert b"<narrative>Illustrative" not in content


def test_a_made_up_activity_says_so_in_its_title_and_description_in_their_language(demonstration: Database) -> None:
    words = {"en": "Illustrative: ", "ru": "Условные данные: ", "tk": "Şertli maglumat: "}
    for one in activities(activities_xml(demonstration, SEPTEMBER, with_illustrative=True)).values():
        for narrative in one.findall("title/narrative"):
            assert narrative.text.startswith(words[narrative.get(LANG, "en")])
        assert text(one, "description[@type='1']").startswith("Illustrative: this activity is made up")


def test_a_real_activity_with_a_made_up_report_counts_as_made_up(copied_partly_real: Path) -> None:
    code = f"{REAL}-2024-01"
    connection = sqlite3.connect(copied_partly_real)
    made_up = "UPDATE progress_report SET illustrative = 1 WHERE activity_id = (SELECT id FROM activity WHERE code = ?)"
    connection.execute(made_up, (code,))
    connection.commit()
    connection.close()
    assert code not in activities(activities_xml(opened(copied_partly_real), SEPTEMBER))
    assert code in activities(activities_xml(opened(copied_partly_real), SEPTEMBER, with_illustrative=True))


def test_a_selection_without_an_activity_is_told_and_not_written(demonstration: Database) -> None:
    with pytest.raises(NothingToExport):
        activities_xml(demonstration, SEPTEMBER, Filters(years=(2031,)), with_illustrative=True)


def test_what_came_in_later_does_not_change_what_was_known(copied: Path) -> None:
    database = opened(copied)
    before = activities_xml(database, SEPTEMBER, with_illustrative=True)
    newest = queries.submissions(database, SEPTEMBER.known_on).iloc[0]
    ledger.withdraw(database, int(newest["number"]), by="An editor", why="Sent by mistake")
    assert activities_xml(database, SEPTEMBER, with_illustrative=True) == before
    now = Dates(SEPTEMBER.as_of, end_of_day(date(2126, 1, 1)))
    assert activities_xml(database, now, with_illustrative=True) != before


def test_the_moments_are_those_of_the_newest_change_known_then(demonstration: Database) -> None:
    root = etree.fromstring(activities_xml(demonstration, SEPTEMBER, with_illustrative=True))
    newest = queries.newest_change(demonstration, SEPTEMBER.known_on)
    assert newest is not None
    moments = {root.get("generated-datetime"), *(one.get("last-updated-datetime") for one in root)} - {None}
    assert moments == {f"{newest:%Y-%m-%dT%H:%M:%SZ}"}


def test_another_clock_gives_the_same_bytes(plan_file: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from tests.exchange.conftest import SEPTEMBER; from tests.reports.conftest import opened;"
        "from exchange.iati.document import activities_xml; from pathlib import Path;"
        "Path(sys.argv[2]).write_bytes(activities_xml(opened(sys.argv[1]), SEPTEMBER, with_illustrative=True))"
    )
    written = []
    for zone, seed in (("Pacific/Kiritimati", "1"), ("America/Los_Angeles", "2")):
        target = tmp_path / f"{seed}.xml"
        command = [sys.executable, "-c", script, str(plan_file), str(target)]
        clock = {"TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        subprocess.run(command, cwd=ROOT, env={**os.environ, **clock}, check=True)
        written.append(target.read_bytes())
    assert written[0] == written[1]
