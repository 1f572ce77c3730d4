"""Activities as planned: each version is a whole snapshot, so an amendment keeps the old row and what hung on it."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Micro, Numbered, Removable, Sourced, Versioned, one_of
from monitoring import words


class Activity(Base, Numbered, Sourced):
    """One line of a workplan. What may change stands in its versions."""

    __tablename__ = "activity"
    __table_args__ = (
        UniqueConstraint("programme_id", "code"),
        Index("ix_activity_workplan_id", "workplan_id"),
        CheckConstraint("continues_id <> id", name="continues_another"),
    )

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    code: Mapped[str] = mapped_column(String(64))
    workplan_id: Mapped[int] = mapped_column(ForeignKey("workplan.id"))
    continues_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"))


class Amendment(Base, Numbered, Versioned):
    """A signed change of an activity, typed, with its reason. ``signed_on`` is the date on the paper."""

    __tablename__ = "amendment"
    __table_args__ = (one_of("kind", words.AMENDMENT_KINDS), Index("ix_amendment_activity_id", "activity_id"))

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    kind: Mapped[str] = mapped_column(String(16))
    signed_on: Mapped[date] = mapped_column(Date)
    reason: Mapped[str]
    letter: Mapped[str] = mapped_column(default="", server_default="")
    illustrative: Mapped[bool] = mapped_column(default=False, server_default="0")


class ActivityVersion(Base, Numbered, Versioned, Removable):
    """An activity as planned from a date on. Dates include both ends; shares are percent."""

    __tablename__ = "activity_version"
    __table_args__ = (
        Index("ix_activity_version_in_force", "activity_id", "valid_from", "recorded", unique=True),
        CheckConstraint("ends >= starts", name="dates"),
        CheckConstraint("planned_quantity_micro > 0", name="quantity"),
        CheckConstraint("opening_share_micro BETWEEN 0 AND 100000000", name="opening_share"),
        CheckConstraint("(measured_by <> 'quantity') OR (planned_quantity_micro IS NOT NULL)", name="quantity_planned"),
        one_of("precision", words.PRECISIONS),
        one_of("measured_by", words.MEASURES),
        one_of("state", words.ACTIVITY_STATES),
    )

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    amendment_id: Mapped[int | None] = mapped_column(ForeignKey("amendment.id"))
    title_en: Mapped[str]
    title_ru: Mapped[str] = mapped_column(default="", server_default="")
    title_tk: Mapped[str] = mapped_column(default="", server_default="")
    lead_partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    priority_area_id: Mapped[int] = mapped_column(ForeignKey("priority_area.id"))
    starts: Mapped[date] = mapped_column(Date)
    ends: Mapped[date] = mapped_column(Date)
    precision: Mapped[str] = mapped_column(String(8))
    measured_by: Mapped[str] = mapped_column(String(16))
    planned_quantity: Mapped[Decimal | None] = mapped_column("planned_quantity_micro", Micro, key="planned_quantity")
    unit_en: Mapped[str] = mapped_column(default="", server_default="")
    unit_ru: Mapped[str] = mapped_column(default="", server_default="")
    unit_tk: Mapped[str] = mapped_column(default="", server_default="")
    opening_share: Mapped[Decimal] = mapped_column(
        "opening_share_micro", Micro, key="opening_share", default=0, server_default="0"
    )
    state: Mapped[str] = mapped_column(String(16), default="active", server_default="active")


class ActivitySupporter(Base):
    """A partner that supports an activity and may add notes, but does not report its figures."""

    __tablename__ = "activity_supporter"

    version_id: Mapped[int] = mapped_column(ForeignKey("activity_version.id"), primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), primary_key=True)


class ActivityGoal(Base):
    """A goal that an activity serves; an activity may serve several."""

    __tablename__ = "activity_goal"

    version_id: Mapped[int] = mapped_column(ForeignKey("activity_version.id"), primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id"), primary_key=True)


class ActivityRegion(Base):
    """Where an activity takes place; none means nationwide."""

    __tablename__ = "activity_region"

    version_id: Mapped[int] = mapped_column(ForeignKey("activity_version.id"), primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("region.id"), primary_key=True)


class ActivityMarker(Base):
    """How far an activity serves a cross-cutting priority: 0 none, 1 marginal, 2 significant, 3 principal."""

    __tablename__ = "activity_marker"
    __table_args__ = (CheckConstraint("level BETWEEN 0 AND 3", name="level"),)

    version_id: Mapped[int] = mapped_column(ForeignKey("activity_version.id"), primary_key=True)
    priority_area_id: Mapped[int] = mapped_column(ForeignKey("priority_area.id"), primary_key=True)
    level: Mapped[int]


class Milestone(Base, Numbered):
    """A dated point of the planned line: by ``due_on``, ``share_micro`` percent are to be delivered."""

    __tablename__ = "milestone"
    __table_args__ = (
        UniqueConstraint("version_id", "due_on"),
        CheckConstraint("share_micro BETWEEN 0 AND 100000000", name="share"),
    )

    version_id: Mapped[int] = mapped_column(ForeignKey("activity_version.id"))
    due_on: Mapped[date] = mapped_column(Date)
    share: Mapped[Decimal] = mapped_column("share_micro", Micro, key="share")
    name_en: Mapped[str] = mapped_column(default="", server_default="")
    name_ru: Mapped[str] = mapped_column(default="", server_default="")
    name_tk: Mapped[str] = mapped_column(default="", server_default="")


class FundingLine(Base, Numbered):
    """What is planned to be spent on an activity, from whom and how. A missing amount is not 0."""

    __tablename__ = "funding_line"
    __table_args__ = (
        UniqueConstraint("version_id", "source", "modality", "currency"),
        CheckConstraint("planned_cents >= 0", name="planned"),
        one_of("source", words.FUNDING_SOURCES),
        one_of("modality", words.MODALITIES),
    )

    version_id: Mapped[int] = mapped_column(ForeignKey("activity_version.id"))
    source: Mapped[str] = mapped_column(String(16))
    modality: Mapped[str] = mapped_column(String(16))
    currency: Mapped[str] = mapped_column(String(3))
    planned_cents: Mapped[int | None]
    planned_on: Mapped[date | None] = mapped_column(Date)


class FocalPoint(Base, Numbered):
    """Whom to ask about an activity, at the partner and at UNICEF."""

    __tablename__ = "focal_point"
    __table_args__ = (one_of("side", ("partner", "UNICEF")),)

    version_id: Mapped[int] = mapped_column(ForeignKey("activity_version.id"))
    side: Mapped[str] = mapped_column(String(8))
    name: Mapped[str] = mapped_column(default="", server_default="")
    post: Mapped[str]
    contact: Mapped[str] = mapped_column(default="", server_default="")
