"""What the ledger knows of the rows of a plan: which are used, and how far their activities have got."""

from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Connection, and_, exists, or_, select, type_coerce

from db import models
from db.queries.in_force import newest_version, not_counting
from db.queries.statements import newest_report, share
from monitoring.periods import Dates

USED: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "activities": (
        models.Activity,
        (models.ProgressReport.activity_id, models.FundingFlow.activity_id, models.Decision.activity_id),
    ),
    "periods": (models.ReportingPeriod, (models.Submission.period_id,)),
    "partners": (models.Partner, (models.Submission.partner_id, models.Decision.partner_id)),
    "indicators": (models.Indicator, (models.Observation.indicator_id,)),
    "regions": (models.Region, (models.Observation.region_id,)),
}


def used(connection: Connection, programme: int, dates: Dates) -> frozenset[tuple[str, str]]:
    """Table and code of what something in the ledger hangs on that counts at the two dates."""
    found = set()
    for table, (identity, keys) in USED.items():
        wanted = or_(*(exists().where(key == identity.id, _counts(key.class_, dates)) for key in keys))
        codes = select(identity.code).where(identity.programme_id == programme, wanted)
        found |= {(table, code) for code in connection.scalars(codes)}
    return frozenset(found)


def _counts(table: Any, dates: Dates) -> Any:
    submission = table.id if table is models.Submission else table.submission_id
    return and_(table.recorded <= dates.known_on, submission.not_in(not_counting(dates)))


def delivered(connection: Connection, programme: int, dates: Dates) -> dict[str, Decimal]:
    """The last share reported of an activity that is carried over, in percent."""
    activity, version, report = models.Activity, models.ActivityVersion, models.ProgressReport
    newest = newest_version(version, activity.id, version.activity_id, dates)
    with_number = newest_report(
        dates, lambda one: one.share.is_not(None) | one.stage.is_not(None) | one.quantity.is_not(None)
    )
    statement = (
        select(activity.code, type_coerce(share(report), BigInteger))
        .select_from(activity)
        .join(version, version.id == newest)
        .join(report, report.id == with_number)
        .where(activity.programme_id == programme)
    )
    found = connection.execute(statement)
    return {code: (Decimal(int(micro)) / 1_000_000).quantize(Decimal("0.1")) for code, micro in found}
