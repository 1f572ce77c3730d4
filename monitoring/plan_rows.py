"""The rows of a plan workbook: one a partner, workplan, activity and so on; fields are named as in the tables.

Shares are percent, money is in cents, and what a row refers to stands in it by code.
"""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

Key = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row that its code tells from all others. ``fixed``: fields that cannot change while the row is in the plan."""

    table: ClassVar[str]
    fixed: ClassVar[tuple[str, ...]] = ()

    @property
    def key(self) -> Key:
        """What the row is about."""
        return (self.code,)  # type: ignore[attr-defined]


@dataclass(frozen=True, kw_only=True)
class Named(Row):
    """A code with its name; an untranslated name is empty."""

    code: str
    name_en: str
    name_ru: str = ""
    name_tk: str = ""


@dataclass(frozen=True, kw_only=True)
class PartnerRow(Named):
    """An institution."""

    table: ClassVar[str] = "partners"
    kind: str


@dataclass(frozen=True, kw_only=True)
class FrameworkRow(Named):
    """A national plan, a country programme, or the global targets; both days included."""

    table: ClassVar[str] = "frameworks"
    kind: str
    starts: date
    ends: date
    source: str = ""
    status: str = "sourced"


@dataclass(frozen=True, kw_only=True)
class GoalRow(Named):
    """A goal of a framework."""

    table: ClassVar[str] = "goals"
    framework: str
    note: str = ""
    source: str = ""
    status: str = "sourced"


@dataclass(frozen=True, kw_only=True)
class RegionRow(Named):
    """A region; ``census_share`` is its percent of the population."""

    table: ClassVar[str] = "regions"
    iso_3166_2: str = ""
    census_share: Decimal | None = None
    note: str = ""
    source: str = ""
    status: str = "sourced"


@dataclass(frozen=True, kw_only=True)
class PeriodRow(Named):
    """A reporting period, and the day on which it closes."""

    table: ClassVar[str] = "periods"
    kind: str
    starts: date
    ends: date
    closes: date


@dataclass(frozen=True, kw_only=True)
class WorkplanRow(Named):
    """A signed plan; ``partners`` in the order of signing."""

    table: ClassVar[str] = "workplans"
    fixed: ClassVar[tuple[str, ...]] = ("partners", "first_year", "last_year")
    partners: tuple[str, ...]
    first_year: int
    last_year: int
    signed_on: date
    source: str = ""
    status: str = "sourced"


@dataclass(frozen=True, kw_only=True)
class IndicatorRow(Named):
    """What is measured, with its baseline; the criteria of levels stand from level 0 on."""

    table: ClassVar[str] = "indicators"
    fixed: ClassVar[tuple[str, ...]] = ("goals",)
    unit: str
    unit_name_en: str
    unit_name_ru: str = ""
    unit_name_tk: str = ""
    direction: str
    kind: str
    sdg: str = ""
    priority_area: str = ""
    goals: tuple[str, ...] = ()
    interval_years: int
    natural_limit: Decimal | None = None
    combine: str = "latest"
    method: str = "path"
    baseline_on: date | None = None
    baseline: Decimal | None = None
    baseline_series: str = ""
    baseline_status: str = "assumed"
    criteria_en: tuple[str, ...] = ()
    criteria_ru: tuple[str, ...] = ()
    criteria_tk: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class TargetRow(Row):
    """Where an indicator should be by a day; an empty value takes the target back."""

    table: ClassVar[str] = "targets"
    indicator: str
    framework: str
    due_on: date
    value: Decimal | None
    kind: str

    @property
    def key(self) -> Key:
        """Indicator, framework and day."""
        return (self.indicator, self.framework, self.due_on.isoformat())


@dataclass(frozen=True, kw_only=True, order=True)
class Milestone:
    """A dated point of the planned line of an activity."""

    due_on: date
    share: Decimal
    name_en: str = ""
    name_ru: str = ""
    name_tk: str = ""


@dataclass(frozen=True, kw_only=True)
class FundingLine:
    """Money planned for an activity; a missing amount is not 0."""

    source: str
    modality: str
    currency: str
    planned_cents: int | None = None
    planned_on: date | None = None


@dataclass(frozen=True, kw_only=True, order=True)
class FocalPoint:
    """Whom to ask about an activity."""

    side: str
    name: str = ""
    post: str
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class ActivityRow(Row):
    """One line of a workplan with all that hangs on it; codes without an order stand sorted."""

    table: ClassVar[str] = "activities"
    fixed: ClassVar[tuple[str, ...]] = ("workplan", "continues", "illustrative")
    code: str
    workplan: str
    title_en: str
    title_ru: str = ""
    title_tk: str = ""
    lead_partner: str
    supporters: tuple[str, ...] = ()
    priority_area: str
    goals: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    starts: date
    ends: date
    precision: str = "day"
    measured_by: str
    planned_quantity: Decimal | None = None
    unit_en: str = ""
    unit_ru: str = ""
    unit_tk: str = ""
    markers: tuple[str, ...] = ()  # code:level, as GEN:2
    state: str = "active"
    continues: str = ""
    opening_share: Decimal = Decimal(0)
    illustrative: bool = False
    milestones: tuple[Milestone, ...] = ()
    funding: tuple[FundingLine, ...] = ()
    focal_points: tuple[FocalPoint, ...] = ()


def in_order(child: Milestone | FundingLine | FocalPoint) -> tuple[str, ...]:
    """What the children of an activity are sorted by."""
    if isinstance(child, Milestone):
        return (child.due_on.isoformat(),)
    if isinstance(child, FundingLine):
        return (child.source, child.modality, child.currency)
    return (child.side, child.post, child.name, child.contact)


# In the order in which they lean on each other.
ROWS: dict[str, type[Row]] = {
    one.table: one
    for one in (
        FrameworkRow,
        RegionRow,
        PeriodRow,
        PartnerRow,
        GoalRow,
        WorkplanRow,
        IndicatorRow,
        TargetRow,
        ActivityRow,
    )
}
CHILDREN: dict[str, Any] = {"milestones": Milestone, "funding": FundingLine, "focal_points": FocalPoint}


def content(row: Row) -> tuple[tuple[str, Any], ...]:
    """The fields of a row with their values, in order."""
    return tuple((one.name, getattr(row, one.name)) for one in fields(row))
