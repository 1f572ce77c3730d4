"""The statements behind a snapshot: activities with the report that counts, and what hangs on them."""

from typing import Any

from sqlalchemy import BigInteger, Select, String, and_, case, cast, func, or_, select, type_coerce
from sqlalchemy.orm import aliased

from db.engine import Database
from db.models import (
    Activity,
    ActivityGoal,
    ActivityMarker,
    ActivityRegion,
    ActivitySupporter,
    ActivityVersion,
    Amendment,
    Goal,
    Milestone,
    Partner,
    PriorityArea,
    ProgressReport,
    Region,
    Verification,
    Workplan,
    WorkplanVersion,
)
from db.queries.in_force import first_version, newest_version, not_counting
from monitoring.periods import Dates

LINKS: dict[str, tuple[Any, Any, Any]] = {
    "goal": (ActivityGoal, Goal, ActivityGoal.goal_id),
    "region": (ActivityRegion, Region, ActivityRegion.region_id),
    "supporter": (ActivitySupporter, Partner, ActivitySupporter.partner_id),
    "marker": (ActivityMarker, PriorityArea, ActivityMarker.priority_area_id),
}


def activities(database: Database, dates: Dates, years: tuple[int, ...]) -> Select[*tuple[Any, ...]]:
    """One row an activity of the workplans shown, with its version in force and the newest report that counts.

    In no order: a database keeps all of these rows in memory, or in a file, to sort them.
    """
    report, counted, spent = aliased(ProgressReport), aliased(ProgressReport), aliased(ProgressReport)
    first, added, amended = aliased(ActivityVersion), aliased(Amendment), aliased(Amendment)
    owner = (Activity.id, ActivityVersion.activity_id)
    has_number = _with_number
    return (
        select(
            Activity.code,
            Activity.illustrative,
            Workplan.code.label("workplan"),
            Workplan.id.label("workplan_id"),
            # No report is due before the plan was signed; what came later was signed with its amendment.
            as_text(func.coalesce(added.signed_on, _signed_on(dates))).label("signed_on"),
            *(getattr(ActivityVersion, name) for name in PLAIN),
            ActivityVersion.id.label("version"),
            as_text(amended.signed_on).label("amended_on"),
            amended.reason.label("amended_why"),
            as_text(ActivityVersion.starts).label("starts"),
            as_text(ActivityVersion.ends).label("ends"),
            as_text(first.starts).label("first_starts"),
            as_text(first.ends).label("first_ends"),
            first.id.label("first_version"),
            type_coerce(ActivityVersion.planned_quantity, BigInteger).label("planned_quantity"),
            Partner.code.label("partner"),
            PriorityArea.code.label("area"),
            as_text(report.as_of).label("reported_on"),
            *(getattr(report, name) for name in REPORTED),
            (report.id.is_not(None) & ~has_number(report)).label("in_words"),
            share(counted).label("share"),
            spent.spent_cents,
            spent.currency.label("spent_currency"),
            _verified(counted, dates).label("verified"),
        )
        .join(Workplan, Workplan.id == Activity.workplan_id)
        .join(ActivityVersion, ActivityVersion.id == newest_version(ActivityVersion, *owner, dates))
        .join(first, first.id == first_version(ActivityVersion, *owner, dates))
        .outerjoin(added, added.id == first.amendment_id)
        .outerjoin(amended, amended.id == ActivityVersion.amendment_id)
        .join(Partner, Partner.id == ActivityVersion.lead_partner_id)
        .join(PriorityArea, PriorityArea.id == ActivityVersion.priority_area_id)
        .outerjoin(report, report.id == newest_report(dates))
        .outerjoin(counted, counted.id == newest_report(dates, has_number))
        .outerjoin(spent, spent.id == newest_report(dates, lambda one: one.spent_cents.is_not(None)))
        .where(Activity.programme_id == database.programme_id, shown_workplans(dates, years))
    )


PLAIN = (
    "title_en",
    "title_ru",
    "title_tk",
    "unit_en",
    "unit_ru",
    "unit_tk",
    "precision",
    "measured_by",
    "state",
)
REPORTED = ("rating", "cause", "waiting_for", "support_asked", "support_from", "next_step")


def _signed_on(dates: Dates) -> Any:
    """When a workplan was signed, as it is written down at the two dates."""
    version = aliased(WorkplanVersion)
    newest = newest_version(WorkplanVersion, Workplan.id, WorkplanVersion.workplan_id, dates)
    later = select(version.signed_on).where(version.id == newest).correlate_except(version).scalar_subquery()
    return func.coalesce(later, Workplan.signed_on)


def shown_workplans(dates: Dates, years: tuple[int, ...]) -> Any:
    """The condition for the workplans of some years; of none: those in force at the reporting date."""
    wanted = years or (dates.as_of.year,)
    return or_(*(and_(Workplan.first_year <= year, Workplan.last_year >= year) for year in wanted))


def reports(database: Database, dates: Dates, years: tuple[int, ...], code: str = "") -> Select[*tuple[Any, ...]]:
    """Every counted report with a number, of one activity or all, as they follow each other: code, day, share."""
    version = newest_version(ActivityVersion, Activity.id, ActivityVersion.activity_id, dates)
    return (
        select(Activity.code, as_text(ProgressReport.as_of).label("as_of"), share(ProgressReport).label("share"))
        .join(Workplan, Workplan.id == Activity.workplan_id)
        .join(ActivityVersion, ActivityVersion.id == version)
        .join(ProgressReport, ProgressReport.activity_id == Activity.id)
        .where(
            Activity.programme_id == database.programme_id,
            shown_workplans(dates, years),
            _counts(ProgressReport, dates),
            _with_number(ProgressReport),
            *([Activity.code == code] if code else []),
        )
        .order_by(Workplan.id, Activity.code, ProgressReport.as_of, ProgressReport.recorded, ProgressReport.id)
    )


def links(kind: str, versions: tuple[int, int]) -> Select[*tuple[Any, ...]]:
    """Version, key and (for markers) level of what hangs on the versions numbered between the two given."""
    table, _, key = LINKS[kind]
    level = table.level if kind == "marker" else cast(1, BigInteger)
    return select(table.version_id, key, level.label("level")).where(table.version_id.between(*versions))


def codes(kind: str) -> Select[*tuple[Any, ...]]:
    """Key and code of everything that a kind of link leads to."""
    _, other, _ = LINKS[kind]
    return select(other.id, other.code)


def milestones(versions: tuple[int, int]) -> Select[*tuple[Any, ...]]:
    """Version, day and share in millionths of a percent."""
    return (
        select(Milestone.version_id, Milestone.due_on, type_coerce(Milestone.share, BigInteger))
        .where(Milestone.version_id.between(*versions))
        .order_by(Milestone.version_id, Milestone.due_on)
    )


def share(report: Any) -> Any:
    """The reported percent in millionths: a percent or event as typed, a stage as its number, a quantity of planned."""
    quantity = type_coerce(report.quantity, BigInteger) * cast(100_000_000, BigInteger)
    of_planned = quantity * 1.0 / type_coerce(ActivityVersion.planned_quantity, BigInteger)
    return case(
        (report.stage.is_not(None), report.stage * 1_000_000),
        (report.quantity.is_not(None), case((of_planned > 100_000_000, 100_000_000), else_=of_planned)),
        else_=type_coerce(report.share, BigInteger),
    )


def as_text(column: Any) -> Any:
    """A date as the driver gives it: numpy reads thousands of them faster than Python makes dates of them."""
    return type_coerce(column, String)


def _with_number(report: Any) -> Any:
    return report.share.is_not(None) | report.stage.is_not(None) | report.quantity.is_not(None)


def _counts(report: Any, dates: Dates) -> Any:
    return and_(
        report.as_of <= dates.as_of,
        report.recorded <= dates.known_on,
        report.submission_id.not_in(not_counting(dates)),
    )


def newest_report(dates: Dates, wanted: Any = None) -> Any:
    """The key of the newest report that counts and, where ``wanted`` is given, has what it asks for."""
    candidate = aliased(ProgressReport)
    statement = select(candidate.id).where(candidate.activity_id == Activity.id, _counts(candidate, dates))
    if wanted is not None:
        statement = statement.where(wanted(candidate))
    newest = statement.order_by(candidate.as_of.desc(), candidate.recorded.desc(), candidate.id.desc()).limit(1)
    return newest.correlate_except(candidate).scalar_subquery()


def _verified(report: Any, dates: Dates) -> Any:
    found = select(Verification.id).where(Verification.report_id == report.id, Verification.moment <= dates.known_on)
    return found.correlate(report).exists()
