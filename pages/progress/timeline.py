"""Timeline: when activities run and end, how much of each is delivered, and which ends were moved."""

import streamlit as st

from charts import timeline as drawn
from charts.look import Look
from db import queries
from monitoring import timeline
from monitoring.language import gettext as _
from monitoring.status import DELIVERY_MARKS, Delivery
from ui import address, cards, figures, filters, more, naming, phone_lists, timeline_table, why_charts
from ui.behind import Behind
from ui.data import database
from ui.pictures import Alone
from ui.theme import is_dark

STEP = 60  # rows that stay readable in one figure

view = filters.chosen()
names, as_of = naming.partners(view.dates), view.dates.as_of
found = queries.judged_activities(database(), view.dates, view.filters)
active = timeline.active(found)

st.title(_("Timeline"), anchor=False)
if found.empty:
    cards.nothing_here(view.filters.narrowed())
    st.stop()
if active.empty:
    st.info(timeline.left_out(found))
    st.stop()

choices = {
    timeline.SOON: _("Ends this or next quarter"),
    timeline.LATE_ONES: _("Late ones"),
    timeline.ALL: _("All"),
}
said = st.container()
choice = st.segmented_control(
    _("Which activities"),
    list(choices),
    default=timeline.SOON,
    key="which activities",
    format_func=choices.__getitem__,
    required=True,
    label_visibility="collapsed",
)
rows = timeline.picked(active, choice, as_of, names)
finding = timeline.finding(rows, choice, as_of)
with said:
    cards.finding(finding)
cards.status_key(rows["status"].value_counts().to_dict())

if not rows.empty:
    listed = f"timeline {choice}"
    part = rows.iloc[: more.count(listed, STEP)]
    phone_lists.timeline(part, names)
    figures.show(
        drawn.rows(part, names, timeline.span(active), as_of, Look(is_dark())),
        name=listed,
        finding=finding,
        behind=Behind(
            why_charts.timeline(), lambda: timeline_table.readable(part, names), bool(part["illustrative"].any())
        ),
        clicked=lambda code: address.go("activities", activity=code),
        note=drawn.key(as_of),
        hint=_("Choose a row to open the activity."),
        alone=Alone(marks=[DELIVERY_MARKS[status] for status in Delivery if status.value in set(part["status"])]),
        desk=True,
    )
    more.offer(listed, STEP, len(rows))
st.caption(" ".join(filter(None, (timeline.moved(rows), timeline.left_out(found)))))
