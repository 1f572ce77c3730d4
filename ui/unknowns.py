"""What we do not know, said openly at the end of the overview."""

import pandas as pd
import streamlit as st

from db import queries
from monitoring.language import gettext as _
from monitoring.language import ngettext
from ui.data import database
from ui.filters import Chosen


def list_them(view: Chosen, totals: pd.Series, by_partner: pd.DataFrame, indicators: pd.DataFrame) -> None:
    """Draw what is not known as a list."""
    found = lines(view, totals, by_partner, indicators)
    st.header(_("What we do not know"), anchor=False)
    st.markdown("\n".join(f"- {line}" for line in found))


def lines(view: Chosen, totals: pd.Series, by_partner: pd.DataFrame, indicators: pd.DataFrame) -> list[str]:
    """No report, told in words only, no new value, assumed facts: a sentence each, and only what there is."""
    activities = queries.judged_activities(database(), view.dates, view.filters)
    silent, late = int(totals["no report"]), int(activities["report_late"].sum())
    words, missing = int(activities["in_words"].sum()), int(totals["reports_due"] - totals["reports_in"])
    found = []
    if missing:
        most = by_partner.assign(gap=by_partner["reports_due"] - by_partner["reports_in"])
        found.append(
            ngettext(
                "{n} report for this period has not come (partners: {m}).",
                "{n} reports for this period have not come (partners: {m}).",
                missing,
                m=int((most["gap"] > 0).sum()),
            )
        )
    if silent:
        found.append(
            ngettext("{n} activity has never been reported on.", "{n} activities have never been reported on.", silent)
        )
    if late:
        found.append(
            ngettext(
                "{n} activity missed the last closed period.", "{n} activities missed the last closed period.", late
            )
        )
    if words:
        found.append(
            ngettext(
                "{n} activity was told in words only and waits to be rated.",
                "{n} activities were told in words only and wait to be rated.",
                words,
            )
        )
    without = int((activities["planned_cents"].isna()).sum())
    if without:
        found.append(ngettext("{n} activity has no planned budget.", "{n} activities have no planned budget.", without))
    old = int(indicators["old"].sum())
    if old:
        found.append(
            ngettext(
                "{n} indicator waits for a new value: its newest is older than its usual interval.",
                "{n} indicators wait for a new value: their newest is older than their usual interval.",
                old,
            )
        )
    assumed = int((indicators["baseline_status"] != "sourced").sum())
    if assumed:
        found.append(
            ngettext(
                "The baseline of {n} indicator is assumed, not signed off.",
                "The baselines of {n} indicators are assumed, not signed off.",
                assumed,
            )
        )
    return found or [_("Every report that was due has come.")]
