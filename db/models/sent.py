"""What comes beside reports: notes of supporting partners, letters and scans, and what columns of a partner mean."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Moment, Numbered, one_of


class SupportingNote(Base, Numbered):
    """What a supporting partner adds to an activity that another one leads: words, never figures."""

    __tablename__ = "supporting_note"
    __table_args__ = (
        Index("ix_supporting_note_newest", "activity_id", "as_of", "recorded"),
        Index("ix_supporting_note_submission_id", "submission_id"),
    )

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"))
    as_of: Mapped[date] = mapped_column(Date)
    recorded: Mapped[datetime] = mapped_column(Moment)
    narrative: Mapped[str] = mapped_column(default="", server_default="")
    challenge: Mapped[str] = mapped_column(default="", server_default="")
    next_step: Mapped[str] = mapped_column(default="", server_default="")
    support_asked: Mapped[str] = mapped_column(default="", server_default="")
    support_from: Mapped[str] = mapped_column(default="", server_default="")
    evidence: Mapped[str] = mapped_column(default="", server_default="")
    illustrative: Mapped[bool] = mapped_column(default=False, server_default="0")


class SubmissionFile(Base, Numbered):
    """The e-mail or scan that a submission came with; the spreadsheet itself stands in the submission."""

    __tablename__ = "submission_file"
    __table_args__ = (Index("ix_submission_file_submission_id", "submission_id"),)

    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"))
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64))


class ColumnMapping(Base, Numbered):
    """What the columns of a partner's own spreadsheet mean, as JSON; the newest row of a name counts."""

    __tablename__ = "column_mapping"
    __table_args__ = (
        one_of("about", ("activities", "indicators")),
        Index("ix_column_mapping_newest", "programme_id", "name", "recorded"),
    )

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    name: Mapped[str] = mapped_column(String(80))
    about: Mapped[str] = mapped_column(String(12))
    columns: Mapped[str]
    person: Mapped[str] = mapped_column(default="", server_default="")
    recorded: Mapped[datetime] = mapped_column(Moment)
