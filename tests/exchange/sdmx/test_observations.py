"""Observations as SDMX-CSV, read back by a library for SDMX with the structure that is documented."""

import csv
import io
import sqlite3
from datetime import date
from pathlib import Path

import pytest
import sdmx
from sdmx.model import common, v30

from db import queries
from db.engine import Database
from db.settings import ROOT
from exchange.figures import figure
from exchange.sdmx import structure
from exchange.sdmx.observations import HEAD, observations_csv, status, time_period
from monitoring import language
from monitoring.errors import NothingToExport, OnlyIllustrative
from monitoring.periods import Dates, end_of_day
from monitoring.rows import rows_of
from tests.reports.conftest import opened

NOW = Dates(date(2026, 9, 30), end_of_day(date(2026, 10, 15)))


def documented() -> v30.Dataflow:
    """The dataflow as its page in docs/exchange.md describes it."""
    definition = v30.DataStructureDefinition(id="CHILD_RIGHTS", version="1.0.0")
    definition.dimensions.extend(common.Dimension(id=name) for name in structure.DIMENSIONS)
    definition.measures.append(v30.Measure(id=structure.MEASURE))
    definition.attributes.extend(common.DataAttribute(id=name) for name in structure.ATTRIBUTES)
    return v30.Dataflow(id="CHILD_RIGHTS", version="1.0.0", structure=definition)


def cells(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_a_library_for_sdmx_reads_every_observation_with_its_value(demonstration: Database, tmp_path: Path) -> None:
    file = tmp_path / "observations.csv"
    file.write_bytes(observations_csv(demonstration, NOW))
    message = sdmx.read_sdmx(file, structure=documented())
    (data,) = message.data
    assert data.action is common.ActionType.information
    seen = rows_of(queries.observations(demonstration, NOW))
    assert len(data.obs) == len(seen) == 53
    for read, row in zip(data.obs, seen, strict=True):
        assert list(read.dimension.values) == list(structure.DIMENSIONS)
        assert all(str(one.value) for one in read.dimension.values.values())
        assert str(read.dimension.values["INDICATOR"].value) == row["indicator"]
        assert float(str(read.value)) == row["value"]
        assert float(read.attached_attribute["UPPER_BOUND"].value or "nan") == pytest.approx(row["high"], nan_ok=True)
        assert read.attached_attribute["SOURCE"].value == row["source"] != ""


def test_no_two_observations_have_the_same_key(demonstration: Database) -> None:
    rows = cells(observations_csv(demonstration, NOW))
    assert len({tuple(row[name] for name in structure.DIMENSIONS) for row in rows}) == len(rows)
    assert {row["STRUCTURE"] for row in rows} == {"dataflow"}
    assert {row["STRUCTURE_ID"] for row in rows} == {structure.DATAFLOW}


def test_groups_have_codes_and_the_total_its_own(demonstration: Database) -> None:
    rows = [row for row in cells(observations_csv(demonstration, NOW)) if row["INDICATOR"] == "ORGL"]
    found = {(row["RESIDENCE"], row["WEALTH"], row["OBS_VALUE"]) for row in rows if row["TIME_PERIOD"] == "2024"}
    assert found == {
        ("_T", "_T", "44.4"),
        ("U", "_T", "70.7"),
        ("R", "_T", "24.9"),
        ("_T", "Q5", "84.8"),
        ("_T", "Q1", "20.5"),
    }


@pytest.mark.parametrize(
    ("known_on", "count"), [(date(2025, 10, 15), 48), (date(2026, 2, 24), 48), (date(2026, 2, 25), 53)]
)
def test_what_was_published_later_was_not_known(demonstration: Database, known_on: date, count: int) -> None:
    rows = cells(observations_csv(demonstration, Dates(date(2025, 9, 30), end_of_day(known_on))))
    assert len(rows) == count


def test_the_same_dates_give_the_same_bytes_whatever_comes_later(copied: Path) -> None:
    before = observations_csv(opened(copied), NOW)
    connection = sqlite3.connect(copied)
    connection.execute(
        "INSERT INTO observation (indicator_id, submission_id, recorded, series, observed_on, value_micro)"
        " SELECT id, 1, '2027-01-01 00:00:00.000000', 'later', '2026-07-01', 1000000 FROM indicator WHERE code = 'ORGL'"
    )
    connection.execute(
        "INSERT INTO submission_event (submission_id, event, moment, person) VALUES (1, 'accepted', ?, 'An editor')",
        ("2027-01-01 00:00:00.000000",),
    )
    connection.commit()
    connection.close()
    assert observations_csv(opened(copied), NOW) == before
    assert observations_csv(opened(copied), Dates(NOW.as_of, end_of_day(date(2027, 2, 1)))) != before


def test_made_up_observations_are_left_out_unless_asked_for(copied: Path) -> None:
    connection = sqlite3.connect(copied)
    connection.execute("UPDATE observation SET illustrative = 1 WHERE series = 'MICS'")
    connection.commit()
    connection.close()
    assert "ORGL" not in {row["INDICATOR"] for row in cells(observations_csv(opened(copied), NOW))}
    with_them = cells(observations_csv(opened(copied), NOW, with_illustrative=True))
    assert {row["ILLUSTRATIVE"] for row in with_them if row["INDICATOR"] == "ORGL"} == {"Y"}
    assert {row["ILLUSTRATIVE"] for row in with_them if row["INDICATOR"] != "ORGL"} == {"N"}


def test_only_made_up_observations_and_none_at_all_are_told_apart(copied: Path) -> None:
    with pytest.raises(NothingToExport):
        observations_csv(opened(copied), Dates(date(1999, 1, 1), NOW.known_on))
    connection = sqlite3.connect(copied)
    connection.execute("UPDATE observation SET illustrative = 1")
    connection.commit()
    connection.close()
    with pytest.raises(OnlyIllustrative, match="53"):
        observations_csv(opened(copied), NOW)


def test_regions_have_their_international_code_or_one_of_our_own(copied: Path) -> None:
    connection = sqlite3.connect(copied)
    for region, value in (("AH", 1), ("AR", 2)):
        connection.execute(
            "INSERT INTO observation"
            " (indicator_id, submission_id, recorded, series, observed_on, value_micro, region_id)"
            " SELECT i.id, 1, '2025-01-01 00:00:00.000000', '=SUM(1)\nof two', '2025-03-31', ?, r.id"
            " FROM indicator i, region r WHERE i.code = 'BREG' AND r.code = ?",
            (value, region),
        )
    connection.commit()
    connection.close()
    rows = [row for row in cells(observations_csv(opened(copied), NOW)) if row["REF_AREA"] != "TM"]
    assert {(row["REF_AREA"], row["OBS_VALUE"], row["TIME_PERIOD"]) for row in rows} == {
        ("TM-A", "0.000001", "2025-03-31"),
        ("TM_AR", "0.000002", "2025-03-31"),
    }
    assert {row["SERIES_NAME"] for row in rows} == {"'=SUM(1) of two"}


def test_names_are_in_the_language_of_the_run(demonstration: Database) -> None:
    with language.spoken_in("ru"):
        rows = cells(observations_csv(demonstration, NOW))
    names = {row["INDICATOR_NAME"] for row in rows if row["INDICATOR"] == "U5MR"}
    assert names == {"Коэффициент смертности детей в возрасте до 5 лет"}


@pytest.mark.parametrize(
    ("value", "sure", "kind", "expected"),
    [
        (1.0, "sourced", "survey", "A"),
        (1.0, "sourced", "estimate", "E"),
        (1.0, "unverified", "estimate", "U"),
        (float("nan"), "sourced", "estimate", "M"),
    ],
)
def test_how_far_a_value_is_to_be_trusted_has_the_code_of_sdmx(
    value: float, sure: str, kind: str, expected: str
) -> None:
    assert status({"value": value, "status": sure}, kind) == expected


@pytest.mark.parametrize(("day", "expected"), [(date(2024, 7, 1), "2024"), (date(2024, 6, 30), "2024-06-30")])
def test_the_middle_of_a_year_stands_for_the_year(day: date, expected: str) -> None:
    assert time_period(day) == expected


def test_texts_that_would_share_a_code_are_told_apart() -> None:
    found = structure.codes(["MICS, 2024", "MICS 2024", "Статкомитет", "Комитет", "MICS"])
    assert len(set(found.values())) == 5
    assert found["MICS"] == "MICS"
    assert found["MICS 2024"].startswith("MICS_2024_")
    assert all(one.replace("_", "").isalnum() and one.isascii() for one in found.values())


@pytest.mark.parametrize(
    ("value", "expected"), [(0.1 + 0.2, "0.3"), (100.0, "100"), (1e-6, "0.000001"), (1e15, "1000000000000000")]
)
def test_numbers_stand_without_exponents_and_traces_of_reckoning(value: float, expected: str) -> None:
    assert figure(value) == expected


def test_the_page_for_its_readers_names_every_column_and_code() -> None:
    page = (ROOT / "docs" / "exchange.md").read_text(encoding="utf-8")
    assert structure.DATAFLOW in page
    lists = (structure.SEX, structure.RESIDENCE, structure.WEALTH, structure.DISABILITY, structure.UNIT)
    for word in (*HEAD, *(code for one in lists for code in one.values())):
        assert f"`{word}`" in page, word
