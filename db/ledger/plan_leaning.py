"""What later submissions have built on a plan: while they count, what they lean on cannot be withdrawn."""

from sqlalchemy import Connection, Select, exists, or_, select

from db.ledger.comparing import listed
from db.models import Activity, ActivityVersion, Amendment
from db.queries.in_force import by_now, not_counting
from db.queries.plan_book import read_plan
from monitoring import errors
from monitoring.plan_book import PlanBook, named


def refuse_what_is_leant_on(connection: Connection, programme: int, submission: int, before: PlanBook) -> None:
    """Raise PlanLeansOnIt when the plan, now without a submission, no longer holds together.

    That is: something that stays names, reports on or amends what is gone. ``before``: the plan while it counted.
    """
    after = read_plan(connection, programme, by_now())
    gone = [(table, key) for table, rows in before.rows.items() for key in rows if key not in after.of(table)]
    names = named(row for rows in after.rows.values() for row in rows.values())
    leaning = {names[table, key[0]].key[0] for table, key in gone if len(key) == 1 and (table, key[0]) in names}
    leaning |= {key[0] for table, key in gone if (table, key[0]) in after.used and len(key) == 1}
    leaning |= set(connection.scalars(_only_amended(programme, submission)))
    if leaning:
        raise errors.PlanLeansOnIt(number=submission, codes=listed(leaning))


def _only_amended(programme: int, submission: int) -> Select[str]:
    """Activities of a submission of which only amendments are left, that others brought."""
    version, amendment = ActivityVersion, Amendment
    first = or_(version.amendment_id.is_(None), amendment.kind == "add")
    brought = select(version.activity_id).where(version.submission_id == submission)
    counting = version.submission_id.not_in(not_counting(by_now()))
    left = select(version.id).outerjoin(amendment, amendment.id == version.amendment_id)
    left = left.where(version.activity_id == Activity.id, counting, ~version.gone)
    return select(Activity.code).where(
        Activity.programme_id == programme,
        Activity.id.in_(brought),
        exists(left.correlate(Activity)),
        ~exists(left.where(first).correlate(Activity)),
    )
