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
    version = aliased(table)
    owner = getattr(version, key.key)
    return (
        select(version.id)
        .where(
            owner == identity,
            version.valid_from <= dates.as_of,
            version.recorded <= dates.known_on,
            version.submission_id.not_in(not_counting(dates)),
        )
        .order_by(version.valid_from.desc(), version.recorded.desc(), version.id.desc())
        .limit(1)
        .correlate_except(version)
        .scalar_subquery()
    )
