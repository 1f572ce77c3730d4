"""What is assumed or not verified, and names whose translation is missing or unchecked."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
from sqlalchemy import Select, select

from db.engine import Database
from db.models import (
    Framework,
    Goal,
    Indicator,
    IndicatorVersion,
    Observation,
    Partner,
    PartnerVersion,
    PriorityArea,
    Region,
    Target,
    TargetVersion,
    Workplan,
)
from db.queries.in_force import VERSIONS_OF, held, newest_version, not_counting
from db.queries.remembered import remembered
from db.queries.snapshot import snapshot
from monitoring.periods import Dates

SURE = ("sourced", "reported")
NAMED: dict[str, Any] = {
    "framework": Framework,
    "goal": Goal,
    "workplan": Workplan,
    "area": PriorityArea,
    "region": Region,
}
NAMES = ("name_en", "name_ru", "name_tk")
LANGUAGES = ("ru", "tk")


@remembered
def unsure_facts(database: Database, dates: Dates) -> pd.DataFrame:
    """Facts that are assumed or not verified, as known at the two dates.

    Columns: kind (a key of monitoring.wording.FACT_KIND), code, name_*, status ("assumed" or "unverified"), source.
    """
    indicator, partner = _indicator(dates), _partner(dates)
    asked: dict[str, Select[Any]] = {
        kind: select(table.code, *_names(table), table.status, table.source).where(_ours(table, database))
        for kind, table in _named(dates)
    }
    asked["partner"] = partner.add_columns(Partner.status, Partner.source).where(_ours(Partner, database))
    asked["indicator"] = indicator.add_columns(Indicator.status, Indicator.source).where(_ours(Indicator, database))
    asked["baseline"] = indicator.add_columns(IndicatorVersion.baseline_status, Indicator.source).where(
        _ours(Indicator, database), IndicatorVersion.baseline.is_not(None)
    )
    asked["target"] = (
        indicator.add_columns(Target.status, Target.source)
        .join(Target, Target.indicator_id == Indicator.id)
        .where(_ours(Indicator, database), _target(dates).is_not(None))
    )
    asked["observation"] = (
        indicator.add_columns(Observation.status, Observation.source)
        .join(Observation, Observation.indicator_id == Indicator.id)
        .where(
            _ours(Indicator, database),
            Observation.observed_on <= dates.as_of,
            Observation.recorded <= dates.known_on,
            Observation.submission_id.not_in(not_counting(dates)),
        )
        .order_by(Indicator.position, Observation.observed_on)
    )
    with database.reading() as connection:
        rows = [
            (kind, *row)
            for kind, statement in asked.items()
            for row in connection.execute(statement)
            if row[4] not in SURE
        ]
    return pd.DataFrame(rows, columns=["kind", "code", *NAMES, "status", "source"], dtype=object)


@remembered
def names_to_check(database: Database, dates: Dates) -> pd.DataFrame:
    """Names that stand in English for want of a translation, or whose translation nobody has checked.

    Columns: kind (a key of monitoring.wording.FACT_KIND), code, language ("ru" or "tk"), english, name (may be
    empty).
    """
    found = list(_unchecked(database, dates))
    current = snapshot(database, dates, ()).activities
    for language in LANGUAGES:
        missing = current[(current[f"title_{language}"] == "").to_numpy(dtype=bool)]
        pairs = zip(missing["code"], missing["title_en"], strict=True)
        found += [("activity", code, language, english, "") for code, english in pairs]
    return pd.DataFrame(found, columns=["kind", "code", "language", "english", "name"], dtype=object)


def _unchecked(database: Database, dates: Dates) -> Iterator[tuple[str, str, str, str, str]]:
    checked = [f"name_{language}_status" for language in LANGUAGES]
    asked: dict[str, Select[Any]] = {
        kind: select(table.code, *_names(table), *(getattr(table, name) for name in checked)).where(
            _ours(table, database)
        )
        for kind, table in _named(dates)
    }
    asked["partner"] = _partner(dates).add_columns(*(getattr(PartnerVersion, name) for name in checked))
    asked["indicator"] = _indicator(dates).add_columns(*(getattr(IndicatorVersion, name) for name in checked))
    asked["partner"] = asked["partner"].where(_ours(Partner, database))
    asked["indicator"] = asked["indicator"].where(_ours(Indicator, database))
    with database.reading() as connection:
        for kind, statement in asked.items():
            for code, english, *names_and_statuses in connection.execute(statement):
                names, statuses = names_and_statuses[:2], names_and_statuses[2:]
                for language, name, status in zip(LANGUAGES, names, statuses, strict=True):
                    if not name or status not in SURE:
                        yield kind, code, language, english, name


def _named(dates: Dates) -> list[tuple[str, Any]]:
    return [(kind, held(table, dates) if table in VERSIONS_OF else table) for kind, table in NAMED.items()]


def _in_force(identity: Any, version: Any, key: Any, dates: Dates) -> Select[Any]:
    """Code and names of what has versions, as they are in force."""
    newest = newest_version(version, identity.id, key, dates)
    return select(identity.code, *_names(version)).select_from(identity).join(version, version.id == newest)


def _target(dates: Dates) -> Any:
    return newest_version(TargetVersion, Target.id, TargetVersion.target_id, dates)


def _indicator(dates: Dates) -> Select[Any]:
    return _in_force(Indicator, IndicatorVersion, IndicatorVersion.indicator_id, dates)


def _partner(dates: Dates) -> Select[Any]:
    return _in_force(Partner, PartnerVersion, PartnerVersion.partner_id, dates)


def _names(table: Any) -> list[Any]:
    return [getattr(table, name) for name in NAMES]


def _ours(table: Any, database: Database) -> Any:
    return table.programme_id == database.programme_id
