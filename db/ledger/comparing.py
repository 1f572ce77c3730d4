"""A checked workbook beside what counts in the ledger now: the keys it names, and what each row would change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, select

from db.engine import Database
from db.models import Indicator, Partner, Region, ReportingPeriod
from db.queries import standing
from db.queries.forms import plan_in_force
from monitoring import errors
from monitoring.form import CLOSED
from monitoring.periods import Dates
from monitoring.upload import Checked, ObservationRow, Preview, PreviewRow, ReportRow, State, key

SHOWN_AT_MOST = 5


@dataclass(frozen=True)
class Keys:
    """The keys of what an upload names by code, and the last day of its period."""

    partner: int
    period: int
    ends: date
    activities: dict[str, int]
    versions: dict[str, int]
    indicators: dict[str, int]
    regions: dict[str, int]

    @classmethod
    def of(cls, connection: Connection, database: Database, checked: Checked) -> "Keys":
        """Look them up as of now. Raises UnknownPartner or UnknownPeriod."""
        programme = database.programme_id
        partners = _codes(connection, Partner, programme)
        if checked.partner not in partners:
            raise errors.UnknownPartner(code=checked.partner, known=", ".join(partners))
        statement = select(ReportingPeriod.code, ReportingPeriod.id, ReportingPeriod.ends).where(
            ReportingPeriod.programme_id == programme
        )
        periods = {code: (number, ends) for code, number, ends in connection.execute(statement)}
        if checked.period not in periods:
            raise errors.UnknownPeriod(code=checked.period, known=", ".join(periods))
        period, ends = periods[checked.period]
        plan = plan_in_force(connection, database, Dates(ends, datetime.now(UTC)))
        led = [one for one in plan if one.lead == checked.partner and one.state not in CLOSED]
        return cls(
            partner=partners[checked.partner],
            period=period,
            ends=ends,
            activities={one.code: one.id for one in led},
            versions={one.code: one.version for one in led},
            indicators=_codes(connection, Indicator, programme),
            regions=_codes(connection, Region, programme),
        )


def _codes(connection: Connection, table: Any, programme: int) -> dict[str, int]:
    statement = select(table.code, table.id).where(table.programme_id == programme).order_by(table.position)
    return {code: number for code, number in connection.execute(statement)}


def compare(connection: Connection, keys: Keys, checked: Checked) -> Preview:
    """Each row beside what counts now; the basis is what that comparison, and the checks before it, rested on.

    Raises PlanChanged when an activity is no longer the partner's to report on.
    """
    gone = {row.activity for row in checked.reports if row.activity not in keys.activities}
    if gone:
        raise errors.PlanChanged(codes=listed(gone))
    counts: dict[tuple[str, ...], tuple[int, ReportRow | ObservationRow]] = {}
    newest: dict[str, int] = {}
    now = datetime.now(UTC)
    if checked.reports:
        activities = {keys.activities[row.activity] for row in checked.reports}
        latest = max(keys.ends, *(row.as_of for row in checked.reports))
        for number, report in standing.reports(connection, activities, Dates(latest, now)):
            counts[key(report)] = (number, report)
            newest[report.activity] = number
    if checked.observations:
        indicators = sorted({keys.indicators[row.indicator] for row in checked.observations})
        last_day = max(row.observed_on for row in checked.observations)
        for number, observation in standing.observations(connection, indicators, Dates(last_day, now)):
            counts[key(observation)] = (number, observation)
    rows, basis = [], {}
    for row in checked.rows:
        found = counts.get(key(row))
        rows.append(PreviewRow(_state(row, found and found[1]), row, found and found[1]))
        about = (keys.versions[row.activity], newest.get(row.activity)) if isinstance(row, ReportRow) else ()
        basis[key(row)] = (found and found[0], *about)
    return Preview(checked, tuple(rows), basis)


def _state(row: ReportRow | ObservationRow, counts: ReportRow | ObservationRow | None) -> State:
    if counts is None:
        return State.NEW
    return State.SAME if row == counts else State.CHANGED


def listed(codes: Iterable[str]) -> str:
    """Some codes as words; of many only the first."""
    ordered = sorted(codes)
    return ", ".join(ordered[:SHOWN_AT_MOST]) + (" …" if len(ordered) > SHOWN_AT_MOST else "")
