"""Programme, partners, workplans, priority areas, regions, periods and settings: what everything else hangs on."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, Date, ForeignKey, String, UniqueConstraint
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


class Programme(Base, Numbered, Named, Sourced):
    """One country's programme; codes below it are unique within it."""

    __tablename__ = "programme"

    code: Mapped[str] = mapped_column(String(32), unique=True)
    country_iso3: Mapped[str] = mapped_column(String(3))
    timezone: Mapped[str] = mapped_column(String(64))


class Partner(Base, Numbered, Sourced):
    """An institution with a workplan. Its name and kind are versioned: ministries are renamed and merged."""

    __tablename__ = "partner"
    __table_args__ = (UniqueConstraint("programme_id", "code"),)

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    code: Mapped[str] = mapped_column(String(32))
    position: Mapped[int]
    note: Mapped[str] = mapped_column(default="", server_default="")


class PartnerVersion(Base, Numbered, Named, Versioned, Removable):
    """The name and kind of a partner from a date on."""

    __tablename__ = "partner_version"
    __table_args__ = (
        UniqueConstraint("partner_id", "valid_from", "recorded"),
        one_of("kind", words.PARTNER_KINDS),
    )

    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    kind: Mapped[str] = mapped_column(String(32))


class WorkplanContent(Named, Sourced):
    """What may change of a workplan."""

    signed_on: Mapped[date] = mapped_column(Date)


class Workplan(Base, Numbered, WorkplanContent, Brought):
    """A signed plan of one or more partners for one or two years."""

    __tablename__ = "workplan"
    __table_args__ = (
        UniqueConstraint("programme_id", "code"),
        CheckConstraint("last_year >= first_year AND last_year <= first_year + 1", name="years"),
    )

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    code: Mapped[str] = mapped_column(String(64))
    first_year: Mapped[int]
    last_year: Mapped[int]


class WorkplanVersion(Base, Numbered, WorkplanContent, Versioned, Removable):
    """A workplan from a date on, where that is not as it was first written down; years and signatories stay."""

    __tablename__ = "workplan_version"
    __table_args__ = (UniqueConstraint("workplan_id", "valid_from", "recorded"),)

    workplan_id: Mapped[int] = mapped_column(ForeignKey("workplan.id"))


class WorkplanPartner(Base):
    """Who signed a workplan, in the order of signing."""

    __tablename__ = "workplan_partner"

    workplan_id: Mapped[int] = mapped_column(ForeignKey("workplan.id"), primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), primary_key=True)
    position: Mapped[int]


class PriorityArea(Base, Numbered, Named, Sourced):
    """A priority area, or a cross-cutting priority."""

    __tablename__ = "priority_area"
    __table_args__ = (UniqueConstraint("programme_id", "code"), one_of("kind", words.AREA_KINDS))

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    code: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(16))
    position: Mapped[int]


class RegionContent(Named, Sourced):
    """What may change of a region."""

    iso_3166_2: Mapped[str] = mapped_column(String(8), default="", server_default="")
    census_share: Mapped[Decimal | None] = mapped_column("census_share_micro", Micro, key="census_share")
    position: Mapped[int]
    note: Mapped[str] = mapped_column(default="", server_default="")


class Region(Base, Numbered, RegionContent, Brought):
    """A velayat or a city of national importance; ``census_share_micro`` is its percent of the population."""

    __tablename__ = "region"
    __table_args__ = (UniqueConstraint("programme_id", "code"),)

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    code: Mapped[str] = mapped_column(String(32))


class RegionVersion(Base, Numbered, RegionContent, Versioned, Removable):
    """A region from a date on, where that is not as it was first written down."""

    __tablename__ = "region_version"
    __table_args__ = (UniqueConstraint("region_id", "valid_from", "recorded"),)

    region_id: Mapped[int] = mapped_column(ForeignKey("region.id"))


class ReportingPeriodContent(Named):
    """What may change of a reporting period."""

    kind: Mapped[str] = mapped_column(String(16))
    starts: Mapped[date] = mapped_column(Date)
    ends: Mapped[date] = mapped_column(Date)
    closes: Mapped[date] = mapped_column(Date)


class ReportingPeriod(Base, Numbered, ReportingPeriodContent, Brought):
    """A quarter (or half-year) and the day it closes."""

    __tablename__ = "reporting_period"
    __table_args__ = (
        UniqueConstraint("programme_id", "code"),
        one_of("kind", words.PERIOD_KINDS),
        CheckConstraint("ends >= starts AND closes >= ends", name="dates"),
    )

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    code: Mapped[str] = mapped_column(String(16))


class ReportingPeriodVersion(Base, Numbered, ReportingPeriodContent, Versioned, Removable):
    """A reporting period from a date on, where that is not as it was first written down."""

    __tablename__ = "reporting_period_version"
    __table_args__ = (
        UniqueConstraint("period_id", "valid_from", "recorded"),
        one_of("kind", words.PERIOD_KINDS),
        CheckConstraint("ends >= starts AND closes >= ends", name="dates"),
    )

    period_id: Mapped[int] = mapped_column(ForeignKey("reporting_period.id"))


class SettingVersion(Base, Numbered):
    """A threshold of judgement from a date on, with who changed it and why. Nothing here: the default holds."""

    __tablename__ = "setting_version"
    __table_args__ = (UniqueConstraint("programme_id", "name", "valid_from", "recorded"),)

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    name: Mapped[str] = mapped_column(String(64))
    value: Mapped[Decimal] = mapped_column("value_micro", Micro, key="value")
    valid_from: Mapped[date] = mapped_column(Date)
    recorded: Mapped[datetime] = mapped_column(Moment)
    changed_by: Mapped[str]
    reason: Mapped[str]
