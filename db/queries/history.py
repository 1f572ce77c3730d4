"""One activity's whole history: every version of its plan, every report, who brought it, and whether it counts."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Select, and_, case, distinct, func, select
from sqlalchemy.orm import aliased

from db.engine import Database
from db.models import (
    Activity,
    ActivityVersion,
    Amendment,
    FundingLine,
    Partner,
    ProgressReport,
    Submission,
    SubmissionEvent,
)
from db.queries.in_force import by_now, newest_version, not_counting
from monitoring.periods import Dates


def reports_of(database: Database, dates: Dates, code: str) -> pd.DataFrame:
    """Reports of an activity as known, newest date first; withdrawn ones too, with ``counts`` False.

    Columns: submission, as_of, recorded (moment, UTC), share (percent, float), stage, quantity (float),
    reported_status, rating, narrative, challenge, cause, waiting_for, next_step, next_step_on, support_asked,
    support_from, evidence, spent_cents, currency, reported_by, uploaded_by, letter_number, illustrative, counts.
    """
    plain = (
        "as_of",
        "recorded",
        "share",
        "stage",
        "quantity",
        "reported_status",
        "rating",
        "narrative",
        "challenge",
        "cause",
        "waiting_for",
        "next_step",
        "next_step_on",
        "support_asked",
        "support_from",
        "evidence",
        "spent_cents",
        "currency",
        "illustrative",
    )
    statement = (
        select(
            ProgressReport.submission_id.label("submission"),
            *(getattr(ProgressReport, name).label(name) for name in plain),
            Submission.reported_by_name.label("reported_by"),
            Submission.uploaded_by,
            Submission.letter_number,
            ProgressReport.submission_id.not_in(not_counting(dates)).label("counts"),
        )
        .select_from(ProgressReport)
        .join(Activity, Activity.id == ProgressReport.activity_id)
        .join(Submission, Submission.id == ProgressReport.submission_id)
        .where(
            Activity.programme_id == database.programme_id,
            Activity.code == code,
            ProgressReport.recorded <= dates.known_on,
        )
        .order_by(ProgressReport.as_of.desc(), ProgressReport.recorded.desc(), ProgressReport.id.desc())
    )
    frame = _frame(database, statement)
    for name in ("share", "quantity"):
        frame[name] = frame[name].astype(float)
    return frame


def versions_of(database: Database, dates: Dates, code: str) -> pd.DataFrame:
    """Versions of an activity's plan as known, oldest first, each with the amendment that made it.

    Columns: valid_from, recorded, starts, ends, state, title_*, partner (lead), amendment (kind, or None where it was
    signed so), signed_on, reason, letter, budget and budget_before (cents planned in this version and in the one before
    it; None where not known or in several currencies).
    """
    planned = (
        select(case((func.count(distinct(FundingLine.currency)) == 1, func.sum(FundingLine.planned_cents))))
        .where(FundingLine.version_id == ActivityVersion.id)
        .correlate(ActivityVersion)
        .scalar_subquery()
    )
    statement = (
        select(
            ActivityVersion.valid_from,
            ActivityVersion.recorded,
            ActivityVersion.starts,
            ActivityVersion.ends,
            ActivityVersion.state,
            ActivityVersion.title_en,
            ActivityVersion.title_ru,
            ActivityVersion.title_tk,
            Partner.code.label("partner"),
            Amendment.kind.label("amendment"),
            Amendment.signed_on,
            Amendment.reason,
            Amendment.letter,
            planned.label("budget"),
        )
        .join(Activity, Activity.id == ActivityVersion.activity_id)
        .join(Partner, Partner.id == ActivityVersion.lead_partner_id)
        .outerjoin(Amendment, Amendment.id == ActivityVersion.amendment_id)
        .where(
            Activity.programme_id == database.programme_id,
            Activity.code == code,
            ~ActivityVersion.gone,
            ActivityVersion.recorded <= dates.known_on,
            ActivityVersion.submission_id.not_in(not_counting(dates)),
        )
        .order_by(ActivityVersion.valid_from, ActivityVersion.recorded, ActivityVersion.id)
    )
    found = _frame(database, statement)
    found["budget_before"] = found["budget"].shift(1).astype(object)
    return found.astype(object).where(found.notna(), None)


@dataclass(frozen=True)
class Continuation:
    """Codes of the activity that this one continues, and of the one that continues it; None for none. The opening
    shares are percent: with how much this one, and the next one, began.
    """

    before: str | None = None
    after: str | None = None
    opening: float | None = None
    opening_after: float | None = None


def continuation_of(database: Database, code: str) -> Continuation:
    """What an activity continues and what continues it, as far as those are in the plan now."""
    before, after, this = aliased(Activity), aliased(Activity), aliased(Activity)
    statement = (
        select(before.code, after.code, _opening(this), _opening(after))
        .select_from(this)
        .outerjoin(before, and_(before.id == this.continues_id, _opening(before).is_not(None)))
        .outerjoin(after, and_(after.continues_id == this.id, _opening(after).is_not(None)))
        .where(this.programme_id == database.programme_id, this.code == code)
        .order_by(after.code)
    )
    with database.reading() as connection:
        row = connection.execute(statement).first()
    if row is None:
        return Continuation()
    earlier, later, *shares = row
    return Continuation(earlier, later, *(None if share is None else float(share) for share in shares))


def _opening(activity: Any) -> Any:
    """The opening share of an activity as it stands in the plan; NULL where it is not in it."""
    newest = newest_version(ActivityVersion, activity.id, ActivityVersion.activity_id, by_now())
    opening = select(ActivityVersion.opening_share).where(ActivityVersion.id == newest)
    return opening.correlate(activity).scalar_subquery()


def events_of(database: Database, submission: int) -> pd.DataFrame:
    """What happened to a submission, oldest first. Columns: event, moment (UTC), person, why."""
    statement = (
        select(SubmissionEvent.event, SubmissionEvent.moment, SubmissionEvent.person, SubmissionEvent.why)
        .join(Submission, Submission.id == SubmissionEvent.submission_id)
        .where(Submission.id == submission, Submission.programme_id == database.programme_id)
        .order_by(SubmissionEvent.moment, SubmissionEvent.id)
    )
    return _frame(database, statement)


def _frame(database: Database, statement: Select[*tuple[Any, ...]]) -> pd.DataFrame:
    with database.reading() as connection:
        result = connection.execute(statement)
        return pd.DataFrame(result.all(), columns=list(result.keys()), dtype=object)
