"""The ledger: submissions, their events, and the progress they brought. Rows here are added, never changed."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Micro, Moment, Numbered, Sourced, one_of
from monitoring import words


class Submission(Base, Numbered, Sourced):
    """One delivery of reports and observations: who reported, who uploaded, the file and its fingerprints."""

    __tablename__ = "submission"
    __table_args__ = (
        one_of("kind", words.SUBMISSION_KINDS),
        Index("ix_submission_content", "programme_id", "content_sha256"),
    )

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    kind: Mapped[str] = mapped_column(String(16))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    period_id: Mapped[int | None] = mapped_column(ForeignKey("reporting_period.id"))
    recorded: Mapped[datetime] = mapped_column(Moment)
    reported_by_name: Mapped[str] = mapped_column(default="", server_default="")
    reported_by_post: Mapped[str] = mapped_column(default="", server_default="")
    letter_number: Mapped[str] = mapped_column(default="", server_default="")
    letter_date: Mapped[date | None] = mapped_column(Date)
    received_on: Mapped[date | None] = mapped_column(Date)
    uploaded_by: Mapped[str] = mapped_column(default="", server_default="")
    file_name: Mapped[str] = mapped_column(default="", server_default="")
    file_sha256: Mapped[str] = mapped_column(String(64), default="", server_default="")
    content_sha256: Mapped[str] = mapped_column(String(64), default="", server_default="")


class SubmissionEvent(Base, Numbered):
    """What happened to a submission; its newest event decides whether it counts."""

    __tablename__ = "submission_event"
    __table_args__ = (
        one_of("event", words.EVENTS),
        Index("ix_submission_event_newest", "submission_id", "moment", "id"),
    )

    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"))
    event: Mapped[str] = mapped_column(String(16))
    moment: Mapped[datetime] = mapped_column(Moment)
    person: Mapped[str]
    why: Mapped[str] = mapped_column(default="", server_default="")


class ProgressReport(Base, Numbered):
    """What a partner says of one activity at one date: a share, a stage or a quantity, or words alone."""

    __tablename__ = "progress_report"
    __table_args__ = (
        Index("ix_progress_report_newest", "activity_id", "as_of", "recorded"),
        Index("ix_progress_report_submission_id", "submission_id"),
        CheckConstraint("share_micro BETWEEN 0 AND 100000000", name="share"),
        CheckConstraint("stage IN (0, 25, 50, 75, 100)", name="stage"),
        CheckConstraint("quantity_micro >= 0", name="quantity"),
        CheckConstraint("spent_cents >= 0", name="spent"),
        CheckConstraint("spent_cents IS NULL OR currency <> ''", name="currency"),
        one_of("reported_status", words.REPORTED_STATUSES),
        one_of("rating", words.RATINGS),
        one_of("cause", words.CAUSES),
        one_of("waiting_for", words.CAUSES),
    )

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"))
    as_of: Mapped[date] = mapped_column(Date)
    recorded: Mapped[datetime] = mapped_column(Moment)
    share: Mapped[Decimal | None] = mapped_column("share_micro", Micro, key="share")
    stage: Mapped[int | None]
    quantity: Mapped[Decimal | None] = mapped_column("quantity_micro", Micro, key="quantity")
    reported_status: Mapped[str | None] = mapped_column(String(32))
    rating: Mapped[str | None] = mapped_column(String(16))
    narrative: Mapped[str] = mapped_column(default="", server_default="")
    challenge: Mapped[str] = mapped_column(default="", server_default="")
    cause: Mapped[str | None] = mapped_column(String(24))
    waiting_for: Mapped[str | None] = mapped_column(String(24))
    next_step: Mapped[str] = mapped_column(default="", server_default="")
    next_step_on: Mapped[date | None] = mapped_column(Date)
    support_asked: Mapped[str] = mapped_column(default="", server_default="")
    support_from: Mapped[str] = mapped_column(default="", server_default="")
    evidence: Mapped[str] = mapped_column(default="", server_default="")
    spent_cents: Mapped[int | None]
    currency: Mapped[str] = mapped_column(String(3), default="", server_default="")
    illustrative: Mapped[bool] = mapped_column(default=False, server_default="0")


class Verification(Base, Numbered):
    """A reviewer names the evidence of a completed activity: document, visit or act of acceptance."""

    __tablename__ = "verification"
    __table_args__ = (Index("ix_verification_report_id", "report_id", "moment"),)

    report_id: Mapped[int] = mapped_column(ForeignKey("progress_report.id"))
    moment: Mapped[datetime] = mapped_column(Moment)
    person: Mapped[str]
    evidence: Mapped[str]


class FundingFlow(Base, Numbered):
    """Money that moved for an activity: each row is one payment (or one liquidation), so rows add up."""

    __tablename__ = "funding_flow"
    __table_args__ = (
        one_of("kind", words.FLOW_KINDS),
        one_of("source", words.FUNDING_SOURCES),
        one_of("modality", words.MODALITIES),
        CheckConstraint("amount_cents >= 0", name="amount"),
        Index("ix_funding_flow_activity", "activity_id", "kind", "dated"),
    )

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"))
    recorded: Mapped[datetime] = mapped_column(Moment)
    kind: Mapped[str] = mapped_column(String(8))
    source: Mapped[str] = mapped_column(String(16))
    modality: Mapped[str] = mapped_column(String(16))
    currency: Mapped[str] = mapped_column(String(3))
    amount_cents: Mapped[int]
    dated: Mapped[date] = mapped_column(Date)


class Decision(Base, Numbered):
    """What a review decided: what, who, by when, for which activity, done or not. The newest row of a code counts."""

    __tablename__ = "decision"
    __table_args__ = (
        UniqueConstraint("programme_id", "code", "recorded"),
        CheckConstraint("done_on >= review_on", name="done"),
    )

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"))
    recorded: Mapped[datetime] = mapped_column(Moment)
    code: Mapped[str] = mapped_column(String(32))
    review_on: Mapped[date] = mapped_column(Date)
    what_en: Mapped[str]
    what_ru: Mapped[str] = mapped_column(default="", server_default="")
    what_tk: Mapped[str] = mapped_column(default="", server_default="")
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    who: Mapped[str] = mapped_column(default="", server_default="")
    due_on: Mapped[date | None] = mapped_column(Date)
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"))
    done_on: Mapped[date | None] = mapped_column(Date)
    illustrative: Mapped[bool] = mapped_column(default=False, server_default="0")
