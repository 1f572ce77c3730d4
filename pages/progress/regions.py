"""Regions: how much of what each region's activities planned is delivered, and where the regions lie."""

import streamlit as st

from charts import region_dots, region_map
from charts.look import Look
from db import queries
from monitoring import findings, places
from monitoring.filters import NATIONWIDE
from monitoring.language import gettext as _
from ui import address, cards, figures, filters, naming, outlines, region_table, why_charts
from ui.behind import Behind
from ui.data import database
from ui.pictures import Alone
from ui.theme import is_dark


def opened(code: str) -> None:
    """Narrow to a region and show its activities."""
    address.go("activities", region=[code])


view = filters.chosen()
look = Look(is_dark())
names = naming.places()
rows = places.ranked(
    queries.progress_by(database(), view.dates, "region", view.filters),
    queries.nationwide(database(), view.dates, view.filters),
)

st.title(_("Regions"), anchor=False)
if rows.empty:
    cards.nothing_here(view.filters.narrowed())
    st.stop()

said = places.finding(rows, names)
cards.finding(said)
behind = Behind(why_charts.regions(), lambda: region_table.readable(rows, names), bool(rows["illustrative"].any()))
left, right = st.columns([7, 5], gap="large")
with left:
    figures.show(
        region_dots.by_region(rows, names, look),
        name="region dots",
        finding=said,
        behind=behind,
        clicked=opened,
        note=region_dots.key(rows),
    )
    if view.filters.regions:
        st.button(_("Show all regions"), on_click=address.pick, kwargs={"region": []})
    else:
        st.caption(places.without_any(rows, naming.regions()))
with right, st.container(key="region-map"):
    figures.show(
        region_map.locator(outlines.rings(queries.regions(database())), outlines.points(), rows, names, look),
        name="region map",
        finding=findings.spread(rows[(rows["group"] != NATIONWIDE).to_numpy(dtype=bool)], names, of_plan=False),
        behind=behind,
        clicked=opened,
        alone=Alone(lighter=region_map.on_white(rows)),
        note=_(
            "The stronger the blue, the larger the delivered share. The map only helps to find a region: its "
            "lines and names do not mean that the United Nations endorse or accept them. Outlines: Natural Earth "
            "(public domain). Cities without an outline stand as points."
        ),
    )
