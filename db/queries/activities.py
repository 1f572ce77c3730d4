"""Activities as planned and reported at the two dates, judged, and narrowed to what a reader picked."""

import numpy as np
import pandas as pd

from db.engine import Database
from db.queries.remembered import remembered
from db.queries.snapshot import Snapshot, snapshot
from monitoring.delivery_table import Array
from monitoring.filters import NATIONWIDE, Filters
from monitoring.periods import Dates


@remembered
def judged_activities(database: Database, dates: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """One row an activity of the workplans in force at ``dates.as_of``, as known on ``dates.known_on``.

    Columns: code, workplan, partner (lead), area, title_* and unit_* in three languages, precision, measured_by, state,
    planned_quantity, signed_on, starts, ends, first_ends (as first signed; days), reported_on (NaT without a report),
    status (a word of Delivery), delivered, planned_at_report, planned_now (0 to 1, NaN for none), days_behind (-1
    without a report), days_past_end, report_late, report_due (for a closed period), due_in_period, in_period (reports
    of the period of the reporting date), rating, disagrees, cause, waiting_for, support_asked, support_from, next_step,
    amended_on and amended_why (the amendment that made the plan in force, NaT and None where it stands as signed),
    in_words (the newest report has no number), verified, planned_cents with currency, funded_cents, released_cents,
    spent_cents (NaN: not known), illustrative.
    """
    current = snapshot(database, dates, filters.years)
    kept = chosen_rows(current, filters)
    return current.activities if kept.all() else current.activities[kept]


def chosen_rows(current: Snapshot, filters: Filters) -> Array:
    """Which rows of a snapshot the filters let through, as a boolean column."""
    columns = current.columns
    kept: Array = np.ones(len(current.activities), dtype=bool)
    for column, codes in (("area", filters.areas), ("status", filters.statuses)):
        if codes:
            kept &= _among(columns[column], codes)
    if filters.partners:
        own = _among(columns["partner"], filters.partners)
        kept &= own | _linked(current, "supporter", filters.partners) if filters.supporting else own
    if filters.goals:
        kept &= _linked(current, "goal", filters.goals)
    if filters.regions:
        named = _linked(current, "region", filters.regions)
        kept &= named | nationwide_rows(current) if NATIONWIDE in filters.regions else named
    return kept


def _among(column: Array, codes: tuple[str, ...]) -> Array:
    known = set(codes)
    return np.fromiter((value in known for value in column), dtype=bool, count=len(column))


def nationwide_rows(current: Snapshot) -> Array:
    """Which rows are linked to no region: for the whole country."""
    found: Array = np.ones(len(current.activities), dtype=bool)
    found[current.links["region"].row] = False
    return found


def _linked(current: Snapshot, kind: str, codes: tuple[str, ...]) -> Array:
    found: Array = np.zeros(len(current.activities), dtype=bool)
    links = current.links[kind]
    found[links.row[np.isin(links.code, codes)]] = True
    return found


def searched(found: pd.DataFrame, words: str) -> pd.DataFrame:
    """The activities whose code or title, in any language, has every one of the words."""
    for word in words.casefold().split():
        text = found["code"] + " " + found["title_en"] + " " + found["title_ru"] + " " + found["title_tk"]
        found = found[text.str.casefold().str.contains(word, regex=False).to_numpy()]
    return found
