"""What counted and what was in force at the two dates: the conditions that every read shares."""

from typing import Any

from sqlalchemy import ScalarSelect, Select, and_, select
from sqlalchemy.orm import aliased

from db.models import SubmissionEvent
from monitoring import words
from monitoring.periods import Dates


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
    """The key of the version of ``identity`` in force at the two dates: one look-up an identity."""
    version, statement = _versions(table, identity, key, dates)
    newest = statement.order_by(version.valid_from.desc(), version.recorded.desc(), version.id.desc()).limit(1)
    return newest.correlate_except(version).scalar_subquery()


def first_version(table: Any, identity: Any, key: Any, dates: Dates) -> ScalarSelect[int]:
    """The key of the version of ``identity`` as first signed, as far as known."""
    version, statement = _versions(table, identity, key, dates)
    first = statement.order_by(version.valid_from, version.recorded, version.id).limit(1)
    return first.correlate_except(version).scalar_subquery()


def _versions(table: Any, identity: Any, key: Any, dates: Dates) -> tuple[Any, Select[int]]:
    version = aliased(table)
    statement = select(version.id).where(
        getattr(version, key.key) == identity,
        version.valid_from <= dates.as_of,
        version.recorded <= dates.known_on,
        version.submission_id.not_in(not_counting(dates)),
    )
    return version, statement
