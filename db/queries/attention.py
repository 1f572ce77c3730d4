"""What needs somebody: activities that are late, and decisions of reviews that are still open."""

import numpy as np
import pandas as pd
from sqlalchemy import select
from sqlalchemy.orm import aliased

from db.engine import Database
from db.models import Activity, Decision, Partner
from db.queries.activities import judged_activities
from db.queries.in_force import not_counting
from db.queries.remembered import remembered
from monitoring.filters import Filters
from monitoring.periods import Dates
from monitoring.status import Delivery

_WAITING = (Delivery.PAST_END.value, Delivery.BEHIND.value, Delivery.NO_REPORT.value)


def needs_decision(database: Database, dates: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """Activities that are behind, past their end date or without a report, the longest late first.

    The columns of :func:`judged_activities` and days: past the end, else behind the plan, else (without a report) since
    the start.
    """
    found = judged_activities(database, dates, filters)
    found = found[found["status"].isin(_WAITING)].copy()
    since_start = (np.datetime64(dates.as_of) - found["starts"].to_numpy().astype("datetime64[D]")).astype(np.int64)
    silent = found["days_behind"].to_numpy() < 0
    late = np.where(found["status"] == Delivery.PAST_END.value, found["days_past_end"], found["days_behind"])
    found["days"] = np.where(silent & (found["status"] != Delivery.PAST_END.value), since_start, late)
    rank = found["status"].map({word: place for place, word in enumerate(_WAITING)})
    return found.assign(rank=rank).sort_values(["rank", "days", "code"], ascending=[True, False, True])


def decisions(database: Database, dates: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """Decisions of reviews held by the reporting date, newest row of each, open ones first, by the day they are due.

    With filters, those about an activity picked, and those about no single activity of a partner picked.

    Columns: code, review_on, what_*, who, partner, activity (codes, or None), due_on, done_on, is_open, illustrative.
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
            Decision.due_on,
            Decision.done_on,
            Decision.illustrative,
        )
        .outerjoin(Partner, Partner.id == Decision.partner_id)
        .outerjoin(Activity, Activity.id == Decision.activity_id)
        .where(Decision.programme_id == database.programme_id, Decision.review_on <= dates.as_of, *known)
        .where(Decision.id == newest)
        .order_by(Decision.done_on.is_not(None), Decision.due_on, Decision.code)
    )
    with database.reading() as connection:
        result = connection.execute(statement)
        frame = pd.DataFrame(result.all(), columns=list(result.keys()), dtype=object)
    frame["is_open"] = [done is None or done > dates.as_of for done in frame["done_on"]]
    return frame
