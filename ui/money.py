"""Money on a page: the four figures of each currency, and how it is grouped."""

from collections.abc import Mapping
from math import nan
from typing import Any

import pandas as pd
import streamlit as st

from db import queries
from monitoring import formats, money_findings
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.rows import rows_of
from monitoring.thresholds import Thresholds
from monitoring.wording import FUNDING
from monitoring.words import FUNDING_SOURCES
from ui import address, cards, facts, naming, tables
from ui.data import database
from ui.filters import DEFAULTS, Chosen

SHARE_OF = {"funded": "planned", "released": "funded", "spent": "released"}


def totals(view: Chosen) -> pd.DataFrame:
    """What all activities shown have, a row a currency, that of most activities first; none where none is known."""
    found = queries.money_by(database(), view.dates, "all", view.filters)
    known = found[found["currency"].to_numpy() != ""]
    return known.sort_values("with_amount", ascending=False, kind="stable")


def figures(row: Mapping[str, Any]) -> None:
    """Planned, funded, released and reported as spent in one currency, each with its share of the one before."""
    planned = ngettext(
        "{n} of {m} activities has an amount",
        "{n} of {m} activities have an amount",
        int(row["with_amount"]),
        m=int(row["activities"]),
    )
    notes = {
        "funded": _("{share} of what is planned"),
        "released": _("{share} of what is funded"),
        "spent": _("{share} of what is released; of all funds together"),
    }
    told = [(_("Planned"), formats.money(row["planned"], row["currency"], short=True), planned)]
    words = {"funded": _("Funded"), "released": _("Released"), "spent": _("Reported as spent")}
    for kind, word in words.items():
        whole = row[SHARE_OF[kind]]
        share = row[kind] / whole if whole > 0 else nan
        note = notes[kind].format(share=formats.percent(share)) if share >= 0 else _("not known")
        told.append((word, formats.money(row[kind], row["currency"], short=True), note))
    cards.figures(*told)


def in_short(view: Chosen) -> None:
    """The four figures of each currency with what is outstanding, or that no amount is known."""
    st.header(_("Money"), anchor=False)
    found = totals(view)
    if found.empty:
        st.write(_("No amount of money is known for these activities."))
    for row in rows_of(found):
        figures(row)
        st.write(cards.literal(money_findings.of_cash(row)))
    st.caption(terms())


def terms() -> str:
    """What the four words mean, in a line."""
    return _(
        "Planned: in the signed workplans as amended. Funded: made available. Released: paid out, or delivered as "
        "supplies. Reported as spent: what partners say they have spent of all funds together, since the start."
    )


def groupings() -> dict[str, str]:
    """What money can be shown by: key → word."""
    return {"partner": _("Ministry or partner"), "area": _("Priority area"), "goal": _("Goal"), "source": _("Source")}


def grouping() -> str:
    """By what the reader wants money grouped; stands in the address."""
    words = groupings()
    st.session_state["money by"] = address.picked("by") or DEFAULTS["by"]

    def changed() -> None:
        address.pick(by=st.session_state["money by"])

    st.segmented_control(
        _("Money by"),
        list(words),
        key="money by",
        format_func=lambda key: words[key],
        on_change=changed,
        required=True,
        label_visibility="collapsed",
    )
    return str(st.session_state["money by"])


def names_of(group: str, view: Chosen) -> dict[str, str]:
    """Code → name of the groups."""
    if group == "source":
        return {source: sentence_case(_(FUNDING[source])) for source in FUNDING_SOURCES}
    if group == "partner":
        return naming.partners(view.dates)
    return naming.areas() if group == "area" else naming.goals()


def sentence_case(text: str) -> str:
    """A word as it stands at the start of a line."""
    return text[:1].upper() + text[1:]


def by_group(view: Chosen, group: Any) -> pd.DataFrame:
    """Money of the groups shown with ``delivered``, the delivered share of their activities; largest planned first.

    Of goals, those of the plan picked; where goals are filtered, those alone.
    """
    found = queries.money_by(database(), view.dates, group, view.filters)
    progress = queries.progress_by(database(), view.dates, group, view.filters)
    delivered = dict(zip(progress["group"], progress["delivered"], strict=True))
    if group == "goal":
        shown = view.filters.goals or tuple(queries.goals_in_force(database(), view.dates, view.framework)["code"])
        found = found[found["group"].isin(shown).to_numpy(dtype=bool)]
    found = found[found["currency"].to_numpy() != ""]
    found = found.assign(delivered=[float(delivered.get(code, nan)) for code in found["group"]])
    return found.sort_values("planned", ascending=False, kind="stable", na_position="last")


def about(view: Chosen, group: str, found: pd.DataFrame) -> list[str]:
    """What a reader has to know of a grouping before adding anything up."""
    if group == "source":
        return [_("An activity counts at each source of its money: its amounts once, its delivered share at each.")]
    if group == "partner" and view.filters.supporting:
        return [_("Money stands at the lead of an activity and again at those who support it, so rows do not add up.")]
    if group != "goal":
        return []
    said = [_("An activity that serves several goals counts at each of them, so rows do not add up.")]
    codes = tuple(dict.fromkeys(found["group"]))
    serving = queries.activities_in(database(), view.dates, "goal", codes, view.filters)
    without = queries.totals(database(), view.dates, view.filters)["activities"] - len(serving)
    if without:
        said.append(
            ngettext("{n} activity serves no goal shown here.", "{n} activities serve no goal shown here.", without)
        )
    return said


def no_goals(view: Chosen) -> str:
    """Why there is nothing to show by goal."""
    return facts.without_goals(queries.frameworks(database()), view.framework, view.dates.as_of)


def clicked(group: str, code: object) -> None:
    """A click on a group leads to its activities; there is no filter of sources, so those of one stand on the page."""
    if group == "source":
        st.session_state["source of money"] = code
    else:
        address.go("activities", **{group: [str(code)]})


def of_source(view: Chosen, names: Mapping[str, str], shown: pd.DataFrame, held: Thresholds) -> None:
    """The activities of the source picked: there is no filter of sources to lead to."""
    codes = list(dict.fromkeys(shown["group"]))
    if st.session_state.get("source of money") not in codes:
        st.session_state["source of money"] = None
    source = st.segmented_control(
        _("See the activities with money from"), codes, key="source of money", format_func=lambda code: names[code]
    )
    if source:
        found = queries.activities_in(database(), view.dates, "source", (source,), view.filters)
        tables.activities(found, naming.partners(view.dates), naming.areas(), held, key=f"activities of {source}")


def about_cash() -> str:
    """What outstanding means, in a line."""
    return _(
        "Direct cash is money paid out to a partner, who then reports on it. What is reported is set against the "
        "oldest payment first; the rest is outstanding."
    )


def unknown(view: Chosen, totals: pd.DataFrame) -> None:
    """What is not known about the money, as a list."""
    by_source = rows_of(queries.money_by(database(), view.dates, "source", view.filters))
    sources = {source: _(FUNDING[source]) for source in FUNDING_SOURCES}
    st.header(_("What we do not know"), anchor=False)
    found = money_findings.unknown(rows_of(totals), by_source, sources)
    st.markdown("\n".join(f"- {cards.literal(line)}" for line in found or [_("Nothing: every amount is stated.")]))
