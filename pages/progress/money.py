"""Money: planned, funded, released, reported as spent, outstanding by age, beside what is delivered."""

from functools import partial

import streamlit as st

from charts import money_bars
from charts.look import Look
from db import queries
from monitoring import money_findings
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from ui import cards, deciding, figures, filters, money, money_tables, naming, phone, why_charts
from ui.behind import Behind
from ui.data import database
from ui.theme import is_dark

view = filters.chosen()
look = Look(is_dark())
held = queries.limits(database(), view.dates)
totals = money.totals(view)
everything = queries.judged_activities(database(), view.dates, view.filters)

st.title(_("Money"), anchor=False)
if everything.empty:
    cards.nothing_here(view.filters.narrowed())
    st.stop()
cards.finding(money_findings.overview(rows_of(totals)))
if totals.empty:
    st.write(_("Neither the workplans nor the reports shown name an amount."))
    st.stop()
for row in rows_of(totals):
    if len(totals) > 1:
        st.markdown(f"**{row['currency']}**")
    money.figures(row)
st.caption(money.terms())

group = money.grouping()
if group == "goal":
    filters.framework_switch()
names = money.names_of(group, view)
shown = money.by_group(view, group)
if shown.empty:
    st.info(money.no_goals(view))
for total in rows_of(totals):
    here = shown[shown["currency"] == total["currency"]]
    if here.empty:
        continue
    said = money_findings.largest(rows_of(here), names, total)
    st.header(cards.literal(said), anchor=False)
    phone.money(here, names, "" if group == "source" else group)
    figures.show(
        money_bars.by_group(here, names, look),
        name=f"money by {group} {total['currency']}",
        finding=said,
        behind=Behind(
            why_charts.money(),
            partial(money_tables.by_group, here, names, money.groupings()[group]),
            bool(here["illustrative"].any()),
        ),
        clicked=lambda code: money.clicked(group, code),
        note=money_bars.key(here),
        desk=True,
    )
for said in money.about(view, group, shown):
    st.caption(cards.literal(said))
if group == "source":
    apart = money_findings.spent_apart(rows_of(shown), rows_of(totals))
    if apart:
        st.caption(cards.literal(apart))
    money.of_source(view, names, shown, held)

left, right = st.columns(2, gap="large")
with left:
    for total in rows_of(totals):
        old = money_findings.outstanding(total)
        st.header(cards.literal(old), anchor=False)
        if total["outstanding"] >= 0:
            own = totals[totals["currency"] == total["currency"]]
            figures.show(
                money_bars.by_age(own, look),
                name=f"outstanding {total['currency']}",
                finding=old,
                behind=Behind(
                    why_charts.outstanding(),
                    partial(money_tables.by_age, own, money_bars.ages()),
                    bool(own["illustrative"].any()),
                ),
            )
    st.caption(money.about_cash())
with right:
    money.unknown(view, totals)
partners = naming.partners(view.dates)
deciding.cash(everything, queries.direct_cash(database(), view.dates, view.filters), partners, held)
