"""Lists that pages show a part of, as files with every row: what needs a decision, and what moved.

Each is made only when it is asked for, where nothing is known of the session: no links, no marks, no "Why?".
"""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from db import queries
from monitoring import remarks
from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery
from monitoring.wording import FROM_WHOM
from ui import chart_tables, deciding, table_files
from ui.data import database
from ui.filters import Chosen

WHO = ("reported_by", "post", "uploaded_by", "as_of")


def offer_waiting(found: pd.DataFrame, partners: Mapping[str, str], as_of: date) -> None:
    """The button for all that waits; ``found`` of :func:`db.queries.attention.needs_decision`."""
    table_files.offer(lambda: waiting(found, partners, as_of), "waiting", table_files.made_up(found))


def waiting(found: pd.DataFrame, partners: Mapping[str, str], as_of: date) -> pd.DataFrame:
    """A row an activity, in the order given: whose, status, days, waiting for, asked of, on schedule again."""
    rows = rows_of(found)
    reasons = [deciding.waited_for(row) for row in rows]
    return pd.DataFrame(
        {
            _("Ministry or partner"): [partners.get(row["partner"], row["partner"]) for row in rows],
            _("Code"): [row["code"] for row in rows],
            _("Activity"): [name(row, "title") for row in rows],
            _("Status"): [DELIVERY_MARKS[Delivery(row["status"])].label for row in rows],
            _("Days"): [int(row["days"]) for row in rows],
            _("Waiting for"): [_(FROM_WHOM[reason]) if reason else None for reason in reasons],
            _("Support asked of"): [remarks.said(row["support_from"]) or None for row in rows],
            _("On schedule again"): [deciding.to_catch_up(row, as_of) for row in rows],
        }
    )


def offer_movers(found: pd.DataFrame, view: Chosen, partners: Mapping[str, str]) -> None:
    """The button for all that moved; ``found`` of :func:`db.queries.changes.changes`, without what stayed."""
    table_files.offer(lambda: movers(found, view, partners), "movers", table_files.made_up(found))


def slipped_first(found: pd.DataFrame) -> pd.DataFrame:
    """What slipped, what went forward, what was taken out or came in, and last what stayed as it was."""
    order = {"slipped": 0, "other": 2, "unchanged": 3}
    return found.assign(rank=[order.get(one, 1) for one in found["moved"]]).sort_values("rank", kind="stable")


def movers(found: pd.DataFrame, view: Chosen, partners: Mapping[str, str]) -> pd.DataFrame:
    """A row an activity, in the order given: from where to where, the cause, and who reported it for which day."""
    rows = rows_of(found)
    sent = {row["code"]: row for row in rows_of(queries.senders(database(), view.dates, view.filters.years))}
    senders = [sent.get(row["code"], dict.fromkeys(WHO, None)) for row in rows]
    causes = [FROM_WHOM.get(str(row["cause"] or row["waiting_for"] or "")) for row in rows]
    return chart_tables.moves(found, partners).assign(
        **{
            _("Cause of delay"): [_(cause) if cause else None for cause in causes],
            _("Reported by"): [
                ", ".join(part for part in (one["reported_by"], remarks.said(one["post"])) if part)
                or remarks.said(one["uploaded_by"])
                or None
                for one in senders
            ],
            _("Last report"): [one["as_of"] for one in senders],
        }
    )
