"""What was observed, and the dated targets: what the charts of indicators draw."""

import pandas as pd
from sqlalchemy import select

from db.engine import Database
from db.models import Framework, Indicator, Observation, Region, Target, TargetVersion
from db.queries.in_force import newest_version, not_counting
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


@remembered
def observations(database: Database, dates: Dates, indicator: str = "") -> pd.DataFrame:
    """Observations that count, of one indicator or of all, by indicator and date; of several alike the newest.

    Columns: indicator (code), those of :data:`PLAIN`, region (code or None), and those of :data:`EXACT` as floats in
    the unit of the indicator (NaN for none). Empty group columns mean the total.
    """
    statement = (
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
    if indicator:
        statement = statement.where(Indicator.code == indicator)
    with database.reading() as connection:
        result = connection.execute(statement)
        frame = pd.DataFrame(result.all(), columns=list(result.keys()), dtype=object)
    for name in EXACT:
        frame[name] = frame[name].astype(float)
    groups = ["indicator", "series", "observed_on", "region", "sex", "age_group", "residence", "wealth", "disability"]
    return frame.drop_duplicates(groups, keep="last").reset_index(drop=True)


@remembered
def targets(database: Database, dates: Dates, indicator: str = "") -> pd.DataFrame:
    """Targets that hold at the two dates, by indicator and date. Columns: indicator, framework (codes), name_* (of the
    framework), due_on, value (float, unit of the indicator), kind, source, status.
    """
    in_force = newest_version(TargetVersion, Target.id, TargetVersion.target_id, dates)
    statement = (
        select(
            Indicator.code.label("indicator"),
            Framework.code.label("framework"),
            Framework.name_en,
            Framework.name_ru,
            Framework.name_tk,
            Target.due_on,
            TargetVersion.value.label("value"),
            TargetVersion.kind,
            Target.source,
            Target.status,
        )
        .select_from(Target)
        .join(TargetVersion, TargetVersion.id == in_force)
        .join(Indicator, Indicator.id == Target.indicator_id)
        .join(Framework, Framework.id == Target.framework_id)
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
