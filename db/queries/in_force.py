"""What counted and what was in force at the two dates: the conditions that every read shares."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ScalarSelect, Select, and_, case, select
from sqlalchemy.orm import aliased

from db.models import (
    Framework,
    FrameworkVersion,
    Goal,
    GoalVersion,
    Region,
    RegionVersion,
    ReportingPeriod,
    ReportingPeriodVersion,
    SubmissionEvent,
    Workplan,
    WorkplanVersion,
)
from monitoring import words
from monitoring.periods import Dates

LAST_DAY = date(9999, 12, 31)  # the plan with all that was signed for later, too


def by_now() -> Dates:
    """All that is known at this moment, of whatever day."""
    return Dates(LAST_DAY, datetime.now(UTC))


def not_counting(dates: Dates) -> Select[int]:
    """Submissions whose newest event by ``known_on`` takes them out: withdrawn, or returned."""
    later = aliased(SubmissionEvent)
    is_newest = ~(
        select(later.id)
        .where(
            later.submission_id == SubmissionEvent.submission_id,
            later.moment <= dates.known_on,
            (later.moment > SubmissionEvent.moment)
            | and_(later.moment == SubmissionEvent.moment, later.id > SubmissionEvent.id),
        )
        .exists()
    )
    return select(SubmissionEvent.submission_id).where(
        SubmissionEvent.moment <= dates.known_on,
        SubmissionEvent.event.not_in(words.EVENTS_THAT_COUNT),
        is_newest,
    )


def newest_version(table: Any, identity: Any, key: Any, dates: Dates) -> ScalarSelect[int]:
    """The key of the version of ``identity`` in force at the two dates: one look-up an identity.

    NULL where there is none, or where the newest says that from then on nothing is there.
    """
    return _newest(table, identity, key, dates, lambda version: case((version.gone, None), else_=version.id))


def _newest(table: Any, identity: Any, key: Any, dates: Dates, wanted: Callable[[Any], Any]) -> ScalarSelect[int]:
    version, statement = _versions(table, identity, key, dates, wanted)
    newest = statement.order_by(version.valid_from.desc(), version.recorded.desc(), version.id.desc()).limit(1)
    return newest.correlate_except(version).scalar_subquery()


def first_version(table: Any, identity: Any, key: Any, dates: Dates) -> ScalarSelect[int]:
    """The key of the version of ``identity`` as first signed, as far as known."""
    version, statement = _versions(table, identity, key, dates, lambda version: version.id)
    first = statement.order_by(version.valid_from, version.recorded, version.id).limit(1)
    return first.correlate_except(version).scalar_subquery()


def held(table: Any, dates: Dates) -> Any:
    """``table`` as it stood at the two dates, to be read in its place: rows with later versions, without those gone.

    A row that only a plan workbook brought is there as long as one of its versions counts.
    """
    versions, name = VERSIONS_OF[table]
    version, key = aliased(versions), getattr(versions, name)
    plain = [column for column in table.__table__.columns if not hasattr(versions, column.key) or column.key == "id"]
    content = [column for column in table.__table__.columns if hasattr(versions, column.key) and column.key != "id"]
    later = version.id.is_not(None)
    newest = _newest(versions, table.id, key, dates, lambda one: one.id)
    statement = (
        select(
            *plain,
            *(case((later, getattr(version, one.key)), else_=one).label(one.name) for one in content),
        )
        .outerjoin(version, version.id == newest)
        .where(case((later, ~version.gone), else_=~table.by_versions))
    )
    return aliased(table, statement.subquery(), adapt_on_names=True)


VERSIONS_OF: dict[Any, tuple[Any, str]] = {
    Framework: (FrameworkVersion, "framework_id"),
    Goal: (GoalVersion, "goal_id"),
    Workplan: (WorkplanVersion, "workplan_id"),
    Region: (RegionVersion, "region_id"),
    ReportingPeriod: (ReportingPeriodVersion, "period_id"),
}


def _versions(
    table: Any, identity: Any, key: Any, dates: Dates, wanted: Callable[[Any], Any]
) -> tuple[Any, Select[int]]:
    version = aliased(table)
    statement = select(wanted(version)).where(
        getattr(version, key.key) == identity,
        version.valid_from <= dates.as_of,
        version.recorded <= dates.known_on,
        version.submission_id.not_in(not_counting(dates)),
    )
    return version, statement
