"""Frameworks and goals, indicators with their targets, and what was observed."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import (
    Base,
    Brought,
    Micro,
    Moment,
    Named,
    Numbered,
    Removable,
    Sourced,
    Versioned,
    one_of,
)
from monitoring import words


class FrameworkContent(Named, Sourced):
    """What may change of a framework."""

    kind: Mapped[str] = mapped_column(String(32))
    starts: Mapped[date] = mapped_column(Date)
    ends: Mapped[date] = mapped_column(Date)


class Framework(Base, Numbered, FrameworkContent, Brought):
    """The National Action Plan, a country programme, or the global targets."""

    __tablename__ = "framework"
    __table_args__ = (
        UniqueConstraint("programme_id", "code"),
        one_of("kind", words.FRAMEWORK_KINDS),
        CheckConstraint("ends >= starts", name="dates"),
    )

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    code: Mapped[str] = mapped_column(String(32))


class FrameworkVersion(Base, Numbered, FrameworkContent, Versioned, Removable):
    """A framework from a date on, where that is not as it was first written down."""

    __tablename__ = "framework_version"
    __table_args__ = (
        UniqueConstraint("framework_id", "valid_from", "recorded"),
        one_of("kind", words.FRAMEWORK_KINDS),
        CheckConstraint("ends >= starts", name="dates"),
    )

    framework_id: Mapped[int] = mapped_column(ForeignKey("framework.id"))


class GoalContent(Named, Sourced):
    """What may change of a goal."""

    framework_id: Mapped[int] = mapped_column(ForeignKey("framework.id"))
    position: Mapped[int]
    note: Mapped[str] = mapped_column(default="", server_default="")


class Goal(Base, Numbered, GoalContent, Brought):
    """A goal of a plan, or a component of a country programme."""

    __tablename__ = "goal"
    __table_args__ = (UniqueConstraint("programme_id", "code"),)

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    code: Mapped[str] = mapped_column(String(32))


class GoalVersion(Base, Numbered, GoalContent, Versioned, Removable):
    """A goal from a date on, where that is not as it was first written down."""

    __tablename__ = "goal_version"
    __table_args__ = (UniqueConstraint("goal_id", "valid_from", "recorded"),)

    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id"))


class Indicator(Base, Numbered, Sourced):
    """What is measured. Definition and baseline stand in its versions."""

    __tablename__ = "indicator"
    __table_args__ = (UniqueConstraint("programme_id", "code"),)

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    code: Mapped[str] = mapped_column(String(32))
    position: Mapped[int]


class IndicatorVersion(Base, Numbered, Named, Versioned, Removable):
    """How an indicator is measured and judged from a date on; the baseline is signed off or assumed."""

    __tablename__ = "indicator_version"
    __table_args__ = (
        UniqueConstraint("indicator_id", "valid_from", "recorded"),
        one_of("direction", words.DIRECTIONS),
        one_of("kind", words.INDICATOR_KINDS),
        one_of("combine", words.COMBINATIONS),
        one_of("method", words.METHODS),
        CheckConstraint("interval_years > 0", name="interval"),
    )

    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"))
    unit: Mapped[str] = mapped_column(String(16))
    unit_name_en: Mapped[str]
    unit_name_ru: Mapped[str] = mapped_column(default="", server_default="")
    unit_name_tk: Mapped[str] = mapped_column(default="", server_default="")
    direction: Mapped[str] = mapped_column(String(4))
    sdg: Mapped[str] = mapped_column(String(16), default="", server_default="")
    priority_area_id: Mapped[int | None] = mapped_column(ForeignKey("priority_area.id"))
    kind: Mapped[str] = mapped_column(String(16))
    interval_years: Mapped[int]
    natural_limit: Mapped[Decimal | None] = mapped_column("natural_limit_micro", Micro, key="natural_limit")
    combine: Mapped[str] = mapped_column(String(8))
    method: Mapped[str] = mapped_column(String(16), default="path", server_default="path")
    baseline_on: Mapped[date | None] = mapped_column(Date)
    baseline: Mapped[Decimal | None] = mapped_column("baseline_micro", Micro, key="baseline")
    baseline_series: Mapped[str] = mapped_column(default="", server_default="")
    baseline_status: Mapped[str] = mapped_column(String(12), default="assumed", server_default="assumed")
    note: Mapped[str] = mapped_column(default="", server_default="")


class IndicatorLevel(Base, Numbered):
    """The criteria of one level of a qualitative or yes/no indicator, counted from 0; better levels are higher."""

    __tablename__ = "indicator_level"
    __table_args__ = (UniqueConstraint("indicator_version_id", "level"), CheckConstraint("level >= 0", name="level"))

    indicator_version_id: Mapped[int] = mapped_column(ForeignKey("indicator_version.id"))
    level: Mapped[int]
    criteria_en: Mapped[str]
    criteria_ru: Mapped[str] = mapped_column(default="", server_default="")
    criteria_tk: Mapped[str] = mapped_column(default="", server_default="")


class IndicatorGoal(Base):
    """The goals that an indicator tells about."""

    __tablename__ = "indicator_goal"

    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"), primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id"), primary_key=True)


class Target(Base, Numbered, Sourced):
    """A target of a framework for an indicator at a date."""

    __tablename__ = "target"
    __table_args__ = (UniqueConstraint("indicator_id", "framework_id", "due_on"),)

    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"))
    framework_id: Mapped[int] = mapped_column(ForeignKey("framework.id"))
    due_on: Mapped[date] = mapped_column(Date)


class TargetVersion(Base, Numbered, Versioned, Removable):
    """The value of a target from a date on; an empty value takes the target back."""

    __tablename__ = "target_version"
    __table_args__ = (UniqueConstraint("target_id", "valid_from", "recorded"), one_of("kind", words.TARGET_KINDS))

    target_id: Mapped[int] = mapped_column(ForeignKey("target.id"))
    value: Mapped[Decimal | None] = mapped_column("value_micro", Micro, key="value")
    kind: Mapped[str] = mapped_column(String(8))


class Observation(Base, Numbered, Sourced):
    """A dated value of one series. Empty group columns mean the total. Never updated or deleted."""

    __tablename__ = "observation"
    __table_args__ = (
        Index("ix_observation_newest", "indicator_id", "observed_on", "recorded"),
        CheckConstraint("value_micro IS NOT NULL OR denominator_micro IS NOT NULL", name="value_or_ratio"),
        CheckConstraint("low_micro <= high_micro", name="interval"),
        CheckConstraint("denominator_micro >= 0", name="denominator"),
    )

    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"))
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"))
    recorded: Mapped[datetime] = mapped_column(Moment)
    series: Mapped[str]
    observed_on: Mapped[date] = mapped_column(Date)
    value: Mapped[Decimal | None] = mapped_column("value_micro", Micro, key="value")
    numerator: Mapped[Decimal | None] = mapped_column("numerator_micro", Micro, key="numerator")
    denominator: Mapped[Decimal | None] = mapped_column("denominator_micro", Micro, key="denominator")
    low: Mapped[Decimal | None] = mapped_column("low_micro", Micro, key="low")
    high: Mapped[Decimal | None] = mapped_column("high_micro", Micro, key="high")
    published_on: Mapped[date | None] = mapped_column(Date)
    provenance: Mapped[str] = mapped_column(default="", server_default="")
    region_id: Mapped[int | None] = mapped_column(ForeignKey("region.id"))
    sex: Mapped[str] = mapped_column(String(16), default="", server_default="")
    age_group: Mapped[str] = mapped_column(String(32), default="", server_default="")
    residence: Mapped[str] = mapped_column(String(16), default="", server_default="")
    wealth: Mapped[str] = mapped_column(String(16), default="", server_default="")
    disability: Mapped[str] = mapped_column(String(16), default="", server_default="")
