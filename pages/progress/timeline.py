"""Timeline: when activities run and end, how much of each is delivered, and which ends were moved."""

import streamlit as st

from charts import timeline as drawn
from charts.look import Look
from db import queries
from monitoring import timeline
from monitoring.language import gettext as _
from ui import address, cards, figures, filters, more, naming, phone, tables, timeline_table
from ui.data import database
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
with said:
    cards.finding(timeline.finding(rows, choice, as_of))
cards.status_key(rows["status"].value_counts().to_dict())

if not rows.empty:
    listed = f"timeline {choice}"
    part = rows.iloc[: more.count(listed, STEP)]
    with st.container(key="desk-timeline"):
        figures.show(
            drawn.rows(part, names, timeline.span(active), as_of, Look(is_dark())),
            key=figures.key_of(listed),
            alt=_("When each activity runs, by partner, with the delivered share of it and its status"),
            clicked=lambda code: address.go("pages/progress/activities.py", activity=code),
        )
        st.caption(drawn.key(as_of))
    phone.timeline(part, names)
    more.offer(listed, STEP, len(rows))
st.caption(" ".join(filter(None, (timeline.moved(rows), timeline.left_out(found)))))
if not rows.empty:
    tables.folded(lambda: timeline_table.readable(rows, names), key="figures of the timeline")
