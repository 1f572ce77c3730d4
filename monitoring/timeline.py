"""Activities on a timeline: which are shown, in what order, over which quarters, and the sentence they make."""

from collections.abc import Mapping
from datetime import date, timedelta

import pandas as pd

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.periods import quarter_end, quarter_start
from monitoring.status import LATE, LEFT_OUT, Delivery

SOON, LATE_ONES, ALL = "soon", "late", "all"


def horizon(as_of: date) -> date:
    """The last day of the quarter after that of ``as_of``."""
    return quarter_end(quarter_end(as_of) + timedelta(days=1))


def active(activities: pd.DataFrame) -> pd.DataFrame:
    """Those with a bar of their own: cancelled, carried over and postponed ones have none."""
    found: pd.DataFrame = activities[~activities["status"].isin(LEFT_OUT)]
    return found


def span(activities: pd.DataFrame) -> tuple[date, date]:
    """First and last day of the quarters that hold all of the plans, as they are and as first signed."""
    last = max(activities["ends"].max(), activities["first_ends"].max())
    return quarter_start(activities["starts"].min().date()), quarter_end(last.date())


def picked(activities: pd.DataFrame, choice: str, as_of: date, partners: Mapping[str, str]) -> pd.DataFrame:
    """The rows of a choice: partners in the order of ``partners``, by end date inside each.

    ``activities`` has the columns of judged_activities; soon: those that end from ``as_of`` to :func:`horizon`.
    """
    ends = activities["ends"]
    if choice == SOON:
        activities = activities[(ends >= pd.Timestamp(as_of)) & (ends <= pd.Timestamp(horizon(as_of)))]
    elif choice == LATE_ONES:
        activities = activities[activities["status"].isin(LATE)]
    place = {code: number for number, code in enumerate(partners)}
    order = activities["partner"].map(place)
    return activities.assign(order=order).sort_values(["order", "ends", "code"]).drop(columns="order")


def finding(rows: pd.DataFrame, choice: str, as_of: date) -> str:
    """What the rows say, such as "9 activities end by 31 Dec 2025; 4 are behind.\""""
    status = rows["status"]
    late, done = int(status.isin(LATE).sum()), int((status == Delivery.COMPLETED).sum())
    if choice == LATE_ONES:
        return _late(rows)
    if choice == SOON:
        start = ngettext(
            "{n} activity ends by {day}", "{n} activities end by {day}", len(rows), day=formats.day(horizon(as_of))
        )
        tail = ngettext("{n} is behind", "{n} are behind", late) if late else _("none is behind")
        return _("{start}; {tail}.", start=start, tail=tail)
    start = ngettext("{n} of {m} activities is completed", "{n} of {m} activities are completed", done, m=len(rows))
    tail = ngettext(
        "{n} is behind or past its end date", "{n} are behind or past their end date", late
    )  # also for none: "0 are behind …"
    return _("{start}; {tail}.", start=start, tail=tail)


def _late(rows: pd.DataFrame) -> str:
    if rows.empty:
        return _("No activity is behind or past its end date.")
    days = int(rows[["days_behind", "days_past_end"]].to_numpy().max())
    start = ngettext(
        "{n} activity is behind or past its end date", "{n} activities are behind or past their end date", len(rows)
    )
    tail = ngettext("by up to {n} day", "by up to {n} days", days)
    return _("{start}, {tail}.", start=start, tail=tail)


def left_out(activities: pd.DataFrame) -> str:
    """How many have no bar; empty where all have one."""
    count = int(activities["status"].isin(LEFT_OUT).sum())
    if not count:
        return ""
    return ngettext(
        "{n} activity that was cancelled, postponed or carried over is not drawn.",
        "{n} activities that were cancelled, postponed or carried over are not drawn.",
        count,
    )


def moved(rows: pd.DataFrame) -> str:
    """How many ends an amendment moved; empty where none."""
    count = int((rows["ends"] != rows["first_ends"]).sum())
    if not count:
        return ""
    return ngettext(
        "An amendment moved the end of {n} activity; the hollow mark is the end as first signed.",
        "Amendments moved the end of {n} activities; the hollow mark is the end as first signed.",
        count,
    )
