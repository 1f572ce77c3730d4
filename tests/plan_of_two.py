"""A small plan made by hand: one workplan, two partners, two goals, one indicator with a target, one activity."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from monitoring.plan_book import PlanBook
from monitoring.plan_changes import ALWAYS
from monitoring.plan_rows import (
    ROWS,
    ActivityRow,
    FrameworkRow,
    FundingLine,
    GoalRow,
    IndicatorRow,
    Milestone,
    PartnerRow,
    PeriodRow,
    RegionRow,
    Row,
    TargetRow,
    WorkplanRow,
)

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
ACTIVITY = ActivityRow(
    code="A-0",
    workplan="WP",
    title_en="Train 30 teachers",
    lead_partner="MOE",
    priority_area="EDU",
    goals=("G-1",),
    starts=FIRST,
    ends=LAST,
    measured_by="quantity",
    planned_quantity=Decimal(30),
    milestones=(Milestone(due_on=date(2025, 6, 30), share=Decimal(50)),),
    funding=(FundingLine(source="UNICEF cash", modality="direct cash", currency="USD", planned_cents=1_000_000),),
)


def rows() -> list[Row]:
    """All rows of the plan."""
    return [
        FrameworkRow(code="F", name_en="A plan", kind="national action plan", starts=FIRST, ends=date(2028, 12, 31)),
        RegionRow(code="AH", name_en="Ahal", census_share=Decimal("12.5")),
        PeriodRow(
            code="2025-Q1",
            name_en="Q1 2025",
            kind="quarter",
            starts=FIRST,
            ends=date(2025, 3, 31),
            closes=date(2025, 4, 15),
        ),
        PartnerRow(code="MOE", name_en="Ministry of Education", kind="ministry"),
        PartnerRow(code="MOH", name_en="Ministry of Health", kind="ministry"),
        GoalRow(code="G-1", name_en="Education", framework="F"),
        GoalRow(code="G-2", name_en="Health", framework="F"),
        WorkplanRow(
            code="WP",
            name_en="Workplan 2025",
            partners=("MOE",),
            first_year=2025,
            last_year=2025,
            signed_on=date(2025, 3, 6),
        ),
        IndicatorRow(
            code="I-1",
            name_en="Share of something",
            unit="percent",
            unit_name_en="percent",
            direction="up",
            kind="survey",
            interval_years=1,
            goals=("G-1",),
            priority_area="EDU",
            baseline=Decimal(40),
            baseline_on=date(2024, 7, 1),
        ),
        TargetRow(indicator="I-1", framework="F", due_on=date(2028, 12, 31), value=Decimal(80), kind="reach"),
        ACTIVITY,
    ]


def book() -> PlanBook:
    """The plan."""
    found = rows()
    tables = {table: {row.key: row for row in found if row.table == table} for table in ROWS}
    return PlanBook(
        rows=tables,
        areas={"EDU": "priority area", "GEN": "cross-cutting", "ENV": "cross-cutting"},
        since={(row.table, row.key): FIRST if row.table == "activities" else ALWAYS for row in found},
    )


def with_rows(plan: PlanBook, *activities: ActivityRow, **changed: Any) -> PlanBook:
    """The plan with other activities, or with its own activity changed."""
    own = activities or (replace(ACTIVITY, **changed),)
    since = {**plan.since, **{("activities", row.key): FIRST for row in own}}
    return replace(plan, rows={**plan.rows, "activities": {row.key: row for row in own}}, since=since)
