"""Activities as a plain table that prints whole: status with its "why", delivered, planned, ends, last report."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery
from monitoring.thresholds import Thresholds
from ui import cards, chart_tables, filters, more, naming, paper, table_files, tables, why

STEP = 60


def activities(found: pd.DataFrame, beside: Mapping[str, str], held: Thresholds, key: str, column: str) -> None:
    """Each activity in a row, those that wait longest first; ``found`` of judged_activities.

    ``beside``: what stands under the title, by the code in ``column`` (such as the priority area).
    """
    st.header(_("Activities"), anchor=False)
    ordered = tables.worst_first(found)
    count = more.count(f"listed {key}", STEP)
    part = ordered.head(count)
    head = [(_("Activity"), ""), (_("Status"), ""), (_("Delivered"), "n"), (_("Planned by now"), "n wide")]
    head += [(_("Planned end"), "n wide"), (_("Last report"), "n wide")]
    asked = why.activities(part, held, key)
    left = [_line(row, "", beside, column) for row in rows_of(ordered.iloc[count : paper.MOST])]
    cards.rows(head, [_line(row, one, beside, column) for row, one in zip(rows_of(part), asked, strict=True)], left)
    more.offer(f"listed {key}", STEP, len(ordered))
    partners, areas = naming.partners(filters.chosen().dates), naming.areas()
    table_files.offer(
        lambda: chart_tables.listed(ordered, partners, areas, held),
        f"{key} activities",
        table_files.made_up(found),
    )


def _line(row: Mapping[str, Any], asked: str, beside: Mapping[str, str], column: str) -> list[str]:
    mark = DELIVERY_MARKS[Delivery(row["status"])]
    icon = "ring-tick" if row["status"] == Delivery.COMPLETED and not row["verified"] else ""
    under = escape(" · ".join((beside.get(row[column], row[column]), row["code"])))
    reported = formats.NOTHING if pd.isna(row["reported_on"]) else formats.day(row["reported_on"].date())
    ends = escape(_("ends {day}", day=formats.day(row["ends"].date())))
    return [
        f'{cards.opening(row["code"], escape(name(row, "title")))}<div class="who">{under}</div>'
        f'<div class="who narrow">{ends}</div>',
        f"{cards.mark(mark, icon)} {asked}",
        formats.percent(row["delivered"]),
        formats.percent(row["planned_now"]),
        escape(formats.day(row["ends"].date())),
        escape(reported),
    ]
