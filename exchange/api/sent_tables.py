"""What was sent and observed: indicators, their observations, and submissions."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from db import queries
from db.engine import Database
from exchange.api import parameters
from exchange.api.declared import FACT_STATUS, ILLUSTRATIVE, SOURCE, Asked, Column, Parameter, Table, named
from exchange.api.plan_tables import source_of
from monitoring import words
from monitoring.filters import NATIONWIDE, Filters
from monitoring.rows import rows_of


def judged_indicators(database: Database, asked: Asked) -> pd.DataFrame:
    """Indicators of the goals and areas picked, by name where some are named; rows of queries.judged_indicators."""
    narrowed = Filters(goals=asked.filters.goals, areas=asked.filters.areas)
    found = queries.judged_indicators(database, asked.dates, narrowed)
    wanted = asked.many("indicator")
    return found[found["code"].isin(wanted)] if wanted else found


def _indicators(database: Database, asked: Asked) -> pd.DataFrame:
    found = judged_indicators(database, asked)
    return found.assign(goals=found["goals"].map(list))


def beside_indicators(database: Database, _asked: Asked, page: pd.DataFrame) -> Mapping[str, Any]:
    """The source of each indicator, and whether it is made up."""
    stated = queries.stated_sources(database, "indicator")
    return source_of(database, "indicator", page["code"]) | {
        "illustrative": [stated[code][1] for code in page["code"].tolist()]
    }


def _observations(database: Database, asked: Asked) -> pd.DataFrame:
    found = queries.observations(database, asked.dates).rename(columns={"status": "fact_status"})
    about = [row["code"] for row in rows_of(judged_indicators(database, asked)[["code"]])]
    found = found[found["indicator"].isin(about).to_numpy(dtype=bool)]
    if regions := asked.filters.regions:
        kept = [(region or NATIONWIDE) in regions for region in found["region"]]
        found = found[pd.Series(kept, index=found.index, dtype=bool)]
    return found


def _submissions(database: Database, asked: Asked) -> pd.DataFrame:
    found = queries.submissions(database, asked.dates.known_on, period=asked.one("period") or None)
    if asked.filters.partners:
        found = found[found["partner"].isin(asked.filters.partners)]
    if asked.filters.of_activities() or asked.filters.years:
        about = queries.judged_activities(database, asked.dates, replace(asked.filters, partners=()))
        found = found[found["number"].isin(queries.submissions_about(database, set(about["code"]), date.max))]
    if asked.one("as_of"):
        periods = queries.periods(database)
        ended = periods["code"][(periods["ends"] <= asked.dates.as_of).to_numpy(dtype=bool)]
        found = found[found["period"].isin([*ended, ""])]
    return found


def _beside_submissions(database: Database, _asked: Asked, page: pd.DataFrame) -> Mapping[str, Any]:
    return source_of(database, "submission", page["number"])


INDICATORS = Table(
    "indicators",
    "Indicators with their baseline, newest value and final target; judgements/indicators has the working of a status.",
    (*parameters.DATES, parameters.INDICATOR, parameters.AREA, parameters.GOAL),
    (
        Column("code", "Code", "code", empty=False),
        *named("name", "Name"),
        Column("area", "Code of the priority area", "code"),
        Column("goals", "Codes of the goals that it measures", "codes", empty=False),
        Column("kind", "Where its values come from", "code", empty=False, words=words.INDICATOR_KINDS),
        Column("unit", "Unit of its values, as a key", "code", empty=False),
        *named("unit_name", "Unit", empty=True),
        Column("direction", "Which way is better", "code", words=words.DIRECTIONS),
        Column("interval_years", "Years between two values", "whole"),
        Column("combine", "What counts of several values of a year", "code", empty=False, words=words.COMBINATIONS),
        Column("method", "Headline method of judgement", "code", empty=False, words=words.METHODS),
        Column("series", "The series that is judged"),
        Column("baseline", "Baseline", "number"),
        Column("baseline_on", "Day of the baseline", "day"),
        Column("baseline_status", "How sure the baseline is", "code"),
        Column("value", "Newest value of that series", "number"),
        Column("value_on", "Day of that value", "day"),
        Column("target", "Final target; where periods are added up, the sum of all", "number"),
        Column("target_on", "Day of the final target", "day"),
        Column("target_kind", "To be reached, or to be held", "code", words=words.TARGET_KINDS),
        Column("status", "Status; judgements/indicators says why", "code", empty=False),
        Column("note", "Remark"),
        SOURCE,
        ILLUSTRATIVE,
    ),
    _indicators,
    beside_indicators,
    example="goal=NAP-2",
)
OBSERVATIONS = Table(
    "observations",
    "Observed values of indicators that count, by indicator and day; of several alike the newest.",
    (*parameters.DATES, parameters.INDICATOR, parameters.AREA, parameters.GOAL, parameters.REGION),
    (
        Column("indicator", "Code of the indicator", "code", empty=False),
        Column("series", "Series: values of one can be compared"),
        Column("observed_on", "Day of the value; the middle of the time it speaks of", "day", empty=False),
        Column("region", "Code of the region; null for the whole country", "code"),
        Column("sex", "Sex; null for all", "code"),
        Column("age_group", "Age; null for all", "code"),
        Column("residence", "Residence; null for all", "code"),
        Column("wealth", "Wealth; null for all", "code"),
        Column("disability", "Disability; null for all", "code"),
        Column("value", "Value, in the unit of the indicator", "number"),
        Column("low", "Lower end of its interval", "number"),
        Column("high", "Upper end of its interval", "number"),
        Column("numerator", "Numerator", "number"),
        Column("denominator", "Denominator", "number"),
        Column("published_on", "Published", "day"),
        Column("provenance", "Where exactly the value stands"),
        FACT_STATUS,
        SOURCE,
        ILLUSTRATIVE,
    ),
    _observations,
    example="indicator=STUNT",
)
SENT_BY = Parameter(
    "as_of",
    "Reporting date: what was sent for periods ended by this day, or for none; the last one is the "
    "end of the periods that have begun",
    "day",
    default="all",
)
SENT_FOR = Parameter("period", "Code of the reporting period that they were sent for", "code", default="all")
SUBMISSIONS = Table(
    "submissions",
    "Deliveries of reports and observations, newest first, with the state that each had at the moment known on. "
    "Filters of activities leave those with a report or note on one of them.",
    (SENT_BY, parameters.KNOWN_ON, *(one for one in parameters.FILTERS if one is not parameters.SUPPORTING), SENT_FOR),
    (
        Column("number", "Number", "whole", empty=False),
        Column("partner", "Code of the partner", "code"),
        Column("period", "Code of the reporting period", "code"),
        Column("recorded", "When it was saved", "moment", empty=False),
        Column("reported_by", "Who reported, with the post; an e-mail address is left out"),
        Column("uploaded_by", "Who uploaded it; an e-mail address is left out"),
        Column("file_name", "Name of its file"),
        Column("file_sha256", "Fingerprint of its file (SHA-256)"),
        Column("reports", "How many progress reports it brought", "whole", empty=False),
        Column("notes", "How many notes of supporting partners", "whole", empty=False),
        Column("observations", "How many observations", "whole", empty=False),
        Column("state", "Its newest event", "code", empty=False, words=words.EVENTS),
        Column("counts", "true where its figures are used", "yes", empty=False),
        SOURCE,
        ILLUSTRATIVE,
    ),
    _submissions,
    _beside_submissions,
    example="period=2025-Q3&partner=MOH",
    dated=False,
)
