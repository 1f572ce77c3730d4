"""What needs somebody: activities that are late, and decisions of reviews that are still open."""

import numpy as np
import pandas as pd
from sqlalchemy import select
from sqlalchemy.orm import aliased

from db.engine import Database
from db.models import Activity, ActivityVersion, Decision, Partner
from db.queries.activities import judged_activities
from db.queries.in_force import newest_version, not_counting
from db.queries.limits import limits
from db.queries.remembered import remembered
from db.queries.snapshot import snapshot
from monitoring.filters import Filters
from monitoring.over_time import planned_on
from monitoring.periods import Dates
from monitoring.status import Delivery

_RANK = {word.value: rank for rank, word in enumerate((Delivery.PAST_END, Delivery.BEHIND, Delivery.NO_REPORT))}
NOT_WAITING = len(_RANK)


@remembered
def needs_decision(database: Database, dates: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """Activities that are behind, past their end date or without a report, those that wait longest first.

    The columns of :func:`judged_activities`, days (past the end, else behind the plan, else, without a report, since
    the start), and needed: the share (0 to 1) that a report for the reporting date would have to state for the activity
    to be on schedule, as :func:`monitoring.catching_up.needed` (NaN once the end is past).
    """
    held = limits(database, dates)
    found = judged_activities(database, dates, filters)
    columns = {name: found[name].to_numpy() for name in ("status", "code", "starts", "days_behind", "days_past_end")}
    rank = np.array([_RANK.get(word, NOT_WAITING) for word in columns["status"]], dtype=np.int64)
    since_start = (np.datetime64(dates.as_of) - columns["starts"].astype("datetime64[D]")).astype(np.int64)
    behind = np.where(columns["days_behind"] < 0, since_start, columns["days_behind"])
    days = np.where(columns["status"] == Delivery.PAST_END.value, columns["days_past_end"], behind)
    # Ranked as columns: sorting the whole table takes ten times as long.
    order = np.lexsort((columns["code"].astype(str), rank, -days))
    order = order[rank[order] < NOT_WAITING]
    current = snapshot(database, dates, filters.years)
    enough_on = np.array([np.datetime64(dates.as_of) - np.timedelta64(held.on_schedule_days, "D")])
    picked = found.iloc[order]
    rows = picked.index.to_numpy()  # the places in the snapshot
    needed = planned_on(current.plans, rows, enough_on)[:, 0] if len(rows) else np.zeros(0)
    over = picked["days_past_end"].to_numpy() > 0
    return picked.assign(days=days[order], needed=np.where(over, np.nan, needed))


def decisions(database: Database, dates: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """Decisions of reviews held by the reporting date, newest row of each, open ones first, by the day they are due.

    With filters, those about an activity picked, and those about no single activity of a partner picked.

    Columns: code, review_on, what_*, who, partner, activity (codes, or None), title_* (of the activity,
    or None), due_on, done_on, is_open, illustrative.
    """
    found = _decisions(database, dates)
    if not filters.narrowed():
        return found
    picked = set(judged_activities(database, dates, filters)["code"])
    about = [
        activity in picked if activity else partner in filters.partners
        for activity, partner in zip(found["activity"], found["partner"], strict=True)
    ]
    return found[np.array(about, dtype=bool)]


@remembered
def _decisions(database: Database, dates: Dates) -> pd.DataFrame:
    later = aliased(Decision)
    known = (Decision.recorded <= dates.known_on, Decision.submission_id.not_in(not_counting(dates)))
    newest = (
        select(later.id)
        .where(
            later.programme_id == database.programme_id, later.code == Decision.code, later.recorded <= dates.known_on
        )
        .where(later.submission_id.not_in(not_counting(dates)))
        .order_by(later.recorded.desc(), later.id.desc())
        .limit(1)
        .correlate(Decision)
        .scalar_subquery()
    )
    version = newest_version(ActivityVersion, Decision.activity_id, ActivityVersion.activity_id, dates)
    statement = (
        select(
            Decision.code,
            Decision.review_on,
            Decision.what_en,
            Decision.what_ru,
            Decision.what_tk,
            Decision.who,
            Partner.code.label("partner"),
            Activity.code.label("activity"),
            ActivityVersion.title_en,
            ActivityVersion.title_ru,
            ActivityVersion.title_tk,
            Decision.due_on,
            Decision.done_on,
            Decision.illustrative,
        )
        .outerjoin(Partner, Partner.id == Decision.partner_id)
        .outerjoin(Activity, Activity.id == Decision.activity_id)
        .outerjoin(ActivityVersion, ActivityVersion.id == version)
        .where(Decision.programme_id == database.programme_id, Decision.review_on <= dates.as_of, *known)
        .where(Decision.id == newest)
        .order_by(Decision.done_on.is_not(None), Decision.due_on, Decision.code)
    )
    with database.reading() as connection:
        result = connection.execute(statement)
        frame = pd.DataFrame(result.all(), columns=list(result.keys()), dtype=object)
    frame["is_open"] = [done is None or done > dates.as_of for done in frame["done_on"]]
    return frame
