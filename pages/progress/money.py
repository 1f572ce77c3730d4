"""Money: planned, funded, released, reported as spent, outstanding by age, beside what is delivered."""

import streamlit as st

from charts import money_bars
from charts.look import Look
from db import queries
from monitoring import money_findings
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from ui import cards, deciding, figures, filters, money, naming, phone
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
    st.subheader(money_findings.largest(rows_of(here), names, total), anchor=False)
    with st.container(key=f"desk-money-{total['currency']}"):
        figures.show(
            money_bars.by_group(here, names, look),
            key=figures.key_of(f"money by {group} {total['currency']}"),
            alt=_("Money planned, funded, released and reported as spent, and the delivered share beside it"),
            clicked=lambda code: money.clicked(group, code),
        )
        st.caption(money_bars.key(here))
    phone.money(here, names, "" if group == "source" else group)
for said in money.about(view, group, shown):
    st.caption(said)
if group == "source":
    apart = money_findings.spent_apart(rows_of(shown), rows_of(totals))
    if apart:
        st.caption(apart)
    money.of_source(view, names, shown, held)

left, right = st.columns(2, gap="large")
with left:
    for total in rows_of(totals):
        st.subheader(money_findings.outstanding(total), anchor=False)
        if total["outstanding"] >= 0:
            figures.show(
                money_bars.by_age(totals[totals["currency"] == total["currency"]], look),
                key=figures.key_of(f"outstanding {total['currency']}"),
                alt=_("Direct cash outstanding by months since its release"),
            )
    st.caption(money.about_cash())
with right:
    money.unknown(view, totals)
partners = naming.partners(view.dates)
deciding.cash(everything, queries.direct_cash(database(), view.dates, view.filters), partners, held)
