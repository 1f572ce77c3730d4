"""Rows of activities and decisions as texts for documents."""

from typing import Any

from monitoring import formats, remarks
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.status import LEFT_OUT
from monitoring.wording import FROM_WHOM
from reports.told.days import day
from reports.told.groups import share
from reports.told.marks import delivery

OUT_OF_PLAN = {status.value for status in LEFT_OUT}


def columns() -> list[str]:
    """The titles of the columns of :func:`activity`."""
    return [_("Activity"), _("Status"), _("Delivered, and planned by the same dates"), _("End"), _("Reported on")]


def activity(row: dict[str, Any]) -> dict[str, Any]:
    """One row of the table of activities: what is delivered, beside what the plan asked for on the day of its report.

    What a signed amendment took out of the plan is asked of nobody.
    """
    planned = None if row["status_key"] in OUT_OF_PLAN else share(row["planned_at_report"])
    return {
        "code": row["code"],
        "title": row["title"],
        "supports": supports(row),
        "status": delivery(row["status_key"]),
        "delivered": share(row["delivered"]),
        "planned": planned,
        "delivered_said": formats.percent(row["delivered"]),
        "planned_said": formats.percent(planned),
        "ends": day(row["ends"]),
        "reported_on": day(row["reported_on"]),
    }


def supports(row: dict[str, Any]) -> str:
    """At a partner that only supports an activity (see :func:`reports.told.partners.by_partner`): who leads it."""
    return _("Supports; lead partner: {partner}", partner=row["led_by"]) if row.get("led_by") else ""


def waiting(row: dict[str, Any]) -> dict[str, Any]:
    """An activity that needs a decision: what it is, for how long, for what and from whom."""
    cause = FROM_WHOM.get(str(row["waiting_for"] or row["cause"] or ""), "")
    asked = remarks.said(row["support_from"])
    return {
        "code": row["code"],
        "title": row["title"],
        "partner": row["partner_name"],
        "supports": supports(row),
        "status": delivery(row["status_key"]),
        "days": ngettext("{n} day", "{n} days", int(row["days"])),
        "for": " · ".join(text for text in (_(cause) if cause else "", asked) if text),
        "why": row["why"],
    }


def waiting_columns() -> list[str]:
    """The titles of the columns of :func:`waiting`, where the status stands below the activity."""
    return [_("Activity"), _("Days"), _("Waiting for, and asked of")]


def decision(row: dict[str, Any]) -> dict[str, str]:
    """An open decision of a review."""
    return {
        "what": row["what"],
        "activity": row["activity"] or "",
        "title": row["title"] or "",
        "who": remarks.said(row["who"]),
        "due": _("by {day}", day=day(row["due_on"])),
    }


def in_words(row: dict[str, Any], said: dict[str, Any] | None) -> dict[str, Any]:
    """An activity with what its partner last said of it."""
    told = said or {}
    step = remarks.said(told.get("next_step", ""))
    if step and told.get("next_step_on") is not None:
        step = _("{step} (by {day})", step=step, day=day(told["next_step_on"]))
    pairs = [
        (_("Done"), remarks.said(told.get("narrative", ""))),
        (_("Challenge"), remarks.said(told.get("challenge", ""))),
        (_("Next step"), step),
        (_("Evidence"), remarks.said(told.get("evidence", ""))),
        (_("Support asked"), remarks.said(row["support_asked"])),
    ]
    return {**activity(row), "why": row["why"], "said": [pair for pair in pairs if pair[1]]}


def request(row: dict[str, Any]) -> dict[str, Any]:
    """An activity for which support is asked, and of whom."""
    return {
        "code": row["code"],
        "title": row["title"],
        "partner": row["partner_name"],
        "asked": remarks.said(row["support_asked"]),
        "of": remarks.said(row["support_from"]) or formats.NOTHING,
    }
