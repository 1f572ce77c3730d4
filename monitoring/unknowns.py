"""What is not known, said openly: a sentence for each kind of gap that there is."""

import pandas as pd

from monitoring.language import gettext as _
from monitoring.language import ngettext


def lines(
    activities: pd.DataFrame, totals: pd.Series, by_partner: pd.DataFrame, indicators: pd.DataFrame | None
) -> list[str]:
    """No report, told in words only, no new value, assumed facts: a sentence each, and only what there is.

    The tables are those of :mod:`db.queries`: judged activities, totals, progress by partner and judged indicators.
    """
    found = [
        *of_activities(activities, totals, by_partner),
        *([] if indicators is None else of_indicators(indicators)),
    ]
    return found or [nothing()]


def nothing() -> str:
    """What is said where there is no gap."""
    return _("Every report that was due has come.")


def _not_come(totals: pd.Series, by_partner: pd.DataFrame) -> list[str]:
    """The reports that are missing, and of how many partners where there are several."""
    missing = int(totals["reports_due"] - totals["reports_in"])
    if not missing:
        return []
    if len(by_partner) == 1:
        return [
            ngettext("{n} report for this period has not come.", "{n} reports for this period have not come.", missing)
        ]
    of = int((by_partner["reports_due"] > by_partner["reports_in"]).sum())
    return [
        ngettext(
            "{n} report for this period has not come (partners: {m}).",
            "{n} reports for this period have not come (partners: {m}).",
            missing,
            m=of,
        )
    ]


def of_activities(activities: pd.DataFrame, totals: pd.Series, by_partner: pd.DataFrame) -> list[str]:
    """A sentence for each kind of gap in what is known of activities."""
    silent, late = int(totals["no report"]), int(activities["report_late"].sum())
    words = int(activities["in_words"].sum())
    found = _not_come(totals, by_partner)
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
    return found


def of_indicators(indicators: pd.DataFrame) -> list[str]:
    """A sentence for each kind of gap in what is known of indicators."""
    found = []
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
    return found
