"""What was observed, as SDMX-CSV 2.0."""

import csv
from collections.abc import Mapping
from datetime import date
from io import StringIO

from babel.core import get_global

from db import queries
from db.engine import Database
from exchange.figures import figure
from exchange.sdmx import structure
from monitoring.csv_text import harmless
from monitoring.errors import NothingToExport, OnlyIllustrative
from monitoring.language import name
from monitoring.periods import Dates
from monitoring.plan_book import PlanBook
from monitoring.plan_rows import IndicatorRow
from monitoring.rows import rows_of

HEAD = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *structure.DIMENSIONS, structure.MEASURE, *structure.ATTRIBUTES)
Row = Mapping[str, object]


def observations_csv(database: Database, dates: Dates, with_illustrative: bool = False) -> bytes:
    """Every observation that counts at the two dates, of all series and groups, in UTF-8 without a byte order mark.

    Codes and numbers are plain. Words that a spreadsheet program would take for a formula get an apostrophe in front;
    names are in the language of this run. Raises NothingToExport and OnlyIllustrative.
    """
    found = queries.observations(database, dates)
    shown = found if with_illustrative else found[~found["illustrative"].astype(bool)]
    if found.empty:
        raise NothingToExport()
    if shown.empty:
        raise OnlyIllustrative(count=len(found))
    book = queries.plan_book(database, dates)
    _code, iso3 = queries.country(database)
    areas = _areas(book, str(get_global("territory_aliases").get(iso3, [iso3])[0]))
    rows = rows_of(shown)
    series = structure.codes(str(row["series"]) for row in rows)
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEAD)
    for row in rows:
        indicator = book.of("indicators").get((row["indicator"],))
        if indicator is not None:  # one that a later plan brought has no meaning yet
            cells = {**_key(row, areas, series), **_value(row), **_told(row, indicator)}
            fixed = ("dataflow", structure.DATAFLOW, structure.INFORMATION)
            writer.writerow([*fixed, *(cells[column] for column in HEAD[3:])])
    return text.getvalue().encode("utf-8")


def _areas(book: PlanBook, country: str) -> dict[str, str]:
    """Code of a region → its code in ISO 3166-2, or one of our own; the whole country has that of ISO 3166-1."""
    found = {region.code: region.iso_3166_2 or f"{country}_{region.code}" for region in book.of("regions").values()}
    return {"": country, **found}


def _key(row: Row, areas: Mapping[str, str], series: Mapping[str, str]) -> dict[str, str]:
    group = {one: str(row[one] or "") for one in ("region", "sex", "age_group", "residence", "wealth", "disability")}
    return {
        "INDICATOR": structure.code(str(row["indicator"])),
        "REF_AREA": areas[group["region"]],
        "SERIES": series[str(row["series"])],
        "SEX": structure.SEX[group["sex"]] if group["sex"] else structure.TOTAL,
        "AGE": structure.code(group["age_group"]) if group["age_group"] else structure.TOTAL,
        "RESIDENCE": structure.RESIDENCE[group["residence"]] if group["residence"] else structure.TOTAL,
        "WEALTH": structure.WEALTH[group["wealth"]] if group["wealth"] else structure.TOTAL,
        "DISABILITY": structure.DISABILITY[group["disability"]] if group["disability"] else structure.TOTAL,
        "TIME_PERIOD": time_period(row["observed_on"]),
    }


def time_period(day: object) -> str:
    """The year, of which 1 July stands for the whole; of any other day the day."""
    assert isinstance(day, date)
    return str(day.year) if (day.month, day.day) == (7, 1) else day.isoformat()


def _value(row: Row) -> dict[str, str]:
    return {
        structure.MEASURE: _number(row["value"]),
        "LOWER_BOUND": _number(row["low"]),
        "UPPER_BOUND": _number(row["high"]),
        "NUMERATOR": _number(row["numerator"]),
        "DENOMINATOR": _number(row["denominator"]),
    }


def _number(value: object) -> str:
    assert isinstance(value, float)
    return "" if value != value else figure(value)


def _told(row: Row, indicator: IndicatorRow) -> dict[str, str]:
    published = row["published_on"]
    words = {
        "INDICATOR_NAME": name(indicator),
        "SERIES_NAME": row["series"],
        "SOURCE": row["source"],
        "PROVENANCE": row["provenance"],
    }
    return {
        "UNIT_MEASURE": structure.UNIT.get(indicator.unit, structure.code(indicator.unit)),
        "OBS_STATUS": status(row, indicator.kind),
        "DATA_STATUS": str(row["status"]),
        "PUBLISHED": published.isoformat() if isinstance(published, date) else "",
        "ILLUSTRATIVE": "Y" if row["illustrative"] else "N",
        **{column: _words(text) for column, text in words.items()},
    }


def _words(text: object) -> str:
    """Words on one line, as readers of this format take each line for a row."""
    return str(harmless(" ".join(str(text or "").split())))


def status(row: Row, kind: str) -> str:
    """The code of how far a value is to be trusted; nothing of nothing has none."""
    if row["value"] != row["value"]:
        return structure.CANNOT_EXIST
    if row["status"] == "unverified":
        return structure.UNRELIABLE
    return structure.ESTIMATED if kind == "estimate" else structure.NORMAL
