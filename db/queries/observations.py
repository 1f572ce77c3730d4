"""What was observed, and the dated targets: what the charts of indicators draw."""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Select, select

from db.engine import Database
from db.models import Framework, Indicator, Observation, Region, Submission, Target, TargetVersion
from db.queries.in_force import held, newest_version, not_counting
from db.queries.remembered import remembered
from monitoring.periods import Dates

PLAIN = (
    "series",
    "observed_on",
    "published_on",
    "sex",
    "age_group",
    "residence",
    "wealth",
    "disability",
    "provenance",
    "source",
    "status",
    "illustrative",
)
EXACT = ("value", "low", "high", "numerator", "denominator")
# Of several observations that are alike in these, the newest counts.
ALIKE = ("indicator", "series", "observed_on", "region", "sex", "age_group", "residence", "wealth", "disability")


@remembered
def observations(database: Database, dates: Dates, indicator: str = "") -> pd.DataFrame:
    """Observations that count, of one indicator or of all, by indicator and date; of several alike the newest.

    Columns: indicator (code), those of :data:`PLAIN`, region (code or None), and those of :data:`EXACT` as floats in
    the unit of the indicator (NaN for none). Empty group columns mean the total.
    """
    statement = _statement(database, dates)
    if indicator:
        statement = statement.where(Indicator.code == indicator)
    return _read(database, statement)


def new_observations(database: Database, before: Dates, after: Dates) -> pd.DataFrame:
    """Observations that count at ``after`` and did not at ``before``, or had another value: as :func:`observations`.

    Two columns more: reported_by and uploaded_by, of the submission that brought them (empty for published data that
    was loaded with the plan).
    """
    brought = _statement(database, after).add_columns(Submission.reported_by_name, Submission.uploaded_by)
    now = _read(database, brought.join(Submission, Submission.id == Observation.submission_id))
    now = now.rename(columns={"reported_by_name": "reported_by"})
    then = set(_identities(_read(database, _statement(database, before))))
    new = [identity not in then for identity in _identities(now)]
    return now[np.array(new, dtype=bool)]


def _identities(found: pd.DataFrame) -> list[tuple[object, ...]]:
    values = found["value"].fillna("none")  # not a number is not equal to itself
    return list(zip(*(found[name].fillna("") for name in ALIKE), values, strict=True))


def _statement(database: Database, dates: Dates) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Indicator.code.label("indicator"),
            Region.code.label("region"),
            *(getattr(Observation, name).label(name) for name in (*PLAIN, *EXACT)),
        )
        .select_from(Observation)
        .join(Indicator, Indicator.id == Observation.indicator_id)
        .outerjoin(Region, Region.id == Observation.region_id)
        .where(
            Indicator.programme_id == database.programme_id,
            Observation.recorded <= dates.known_on,
            Observation.observed_on <= dates.as_of,
            Observation.submission_id.not_in(not_counting(dates)),
        )
        .order_by(Indicator.position, Observation.observed_on, Observation.recorded, Observation.id)
    )


def _read(database: Database, statement: Select[*tuple[Any, ...]]) -> pd.DataFrame:
    with database.reading() as connection:
        result = connection.execute(statement)
        frame = pd.DataFrame(result.all(), columns=list(result.keys()), dtype=object)
    for name in EXACT:
        frame[name] = frame[name].astype(float)
    return frame.drop_duplicates(list(ALIKE), keep="last").reset_index(drop=True)


@remembered
def targets(database: Database, dates: Dates, indicator: str = "") -> pd.DataFrame:
    """Targets that hold at the two dates, by indicator and date. Columns: indicator, framework (codes), name_* (of the
    framework), due_on, value (float, unit of the indicator), kind, source, status.
    """
    in_force = newest_version(TargetVersion, Target.id, TargetVersion.target_id, dates)
    framework = held(Framework, dates)
    statement = (
        select(
            Indicator.code.label("indicator"),
            framework.code.label("framework"),
            framework.name_en,
            framework.name_ru,
            framework.name_tk,
            Target.due_on,
            TargetVersion.value.label("value"),
            TargetVersion.kind,
            Target.source,
            Target.status,
        )
        .select_from(Target)
        .join(TargetVersion, TargetVersion.id == in_force)
        .join(Indicator, Indicator.id == Target.indicator_id)
        .join(framework, framework.id == Target.framework_id)
        .where(Indicator.programme_id == database.programme_id, TargetVersion.value.is_not(None))
        .order_by(Indicator.position, Target.due_on)
    )
    if indicator:
        statement = statement.where(Indicator.code == indicator)
    with database.reading() as connection:
        result = connection.execute(statement)
        frame = pd.DataFrame(result.all(), columns=list(result.keys()), dtype=object)
    frame["value"] = frame["value"].astype(float)
    return frame
