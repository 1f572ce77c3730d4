"""One activity on a page: where it stands, its course, every report and every amendment."""

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from db.queries.activity import Detail
from db.queries.history import Continuation
from db.queries.money import DirectCash
from monitoring import formats, remarks
from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.money import judge_cash, outstanding
from monitoring.rows import rows_of
from monitoring.sent_rows import NOTE_FIELDS
from monitoring.status import DELIVERY_MARKS, RATING_WORDS, Delivery
from monitoring.thresholds import Thresholds
from monitoring.wording import AMENDMENT, FROM_WHOM, FUNDING, LEVEL, MEASURE
from ui import address, cards, table_files, why

BUDGET_STEP = 0.20


def heading(detail: Detail, held: Thresholds) -> None:
    """Title, status, and what it comes from; ``held``: the limits in force then."""
    row = detail.row
    st.title(cards.literal(name(row, "title")), anchor=False)
    mark = DELIVERY_MARKS[Delivery(row["status"])]
    icon = "ring-tick" if row["status"] == Delivery.COMPLETED and not row["verified"] else ""
    tag = f" {cards.illustrative_tag()}" if row["illustrative"] else ""
    (asked,) = why.activities(pd.DataFrame([row]), held, "heading")
    st.html(f'<div class="strip"><b>{cards.mark(mark, icon)}</b>{asked}{_rating(row)}{tag}</div>')
    cards.finding(course(row))


def _rating(row: Mapping[str, Any]) -> str:
    """The rating that a person reported, beside the status, and whether the two disagree; as HTML."""
    if not row["rating"]:
        return ""
    said = _("reported rating: {rating}", rating=_(RATING_WORDS[row["rating"]]))
    apart = cards.tag(_("they disagree")) if row["disagrees"] else ""
    return f"<span>{escape(said)}</span> {apart}"


def facts(detail: Detail, partners: Mapping[str, str], areas: Mapping[str, str]) -> None:
    """The facts of the plan, and its money."""
    row = detail.row
    found = [
        (_("Code"), row["code"]),
        (_("Lead"), partners.get(row["partner"], row["partner"])),
        (_("Supported by"), ", ".join(partners.get(code, code) for code in detail.supporters)),
        (_("Priority area"), areas.get(row["area"], row["area"])),
        (_("Goals"), ", ".join(detail.goals)),
        (_("Where"), ", ".join(detail.regions) or _("Nationwide")),
        (_("Dates"), _dates(row)),
        (_("Measured by"), _measure(row)),
        (_("Milestones"), "; ".join(_milestone(*one) for one in detail.milestones)),
        (_("Cross-cutting"), ", ".join(f"{area} ({_(LEVEL[level])})" for area, level in detail.markers)),
        (_("Funding"), "; ".join(_funding(*line) for line in detail.funding)),
        (_("Whom to ask"), "; ".join(" · ".join(part for part in one if part) for one in detail.contacts)),
        (_("Planned budget"), formats.money(row["planned_cents"], row["currency"])),
        (_("Released"), formats.money(row["released_cents"], row["currency"])),
        (_("Reported as spent"), formats.money(row["spent_cents"], row["spent_currency"] or row["currency"])),
    ]
    table_files.facts(found, f"facts of {row['code']}", bool(row["illustrative"]))


def _dates(row: Mapping[str, Any]) -> str:
    """The dates in force, and the first end date where an amendment moved it."""
    text = f"{formats.day(row['starts'].date())} – {formats.day(row['ends'].date())}"
    if row["first_ends"] != row["ends"]:
        text = _("{dates} (as signed: to {day})", dates=text, day=formats.day(row["first_ends"].date()))
    return text


def _milestone(day: date, share: float, called: str) -> str:
    return f"{formats.day(day)}: {formats.percent(share)} {called}".strip()


def _funding(source: str, modality: str, currency: str, cents: int | None) -> str:
    amount = _("amount not known") if cents is None else formats.money(cents, currency)
    return f"{_(FUNDING[source])}, {_(FUNDING[modality])}: {amount}"


def cash(detail: Detail, own: DirectCash | None, held: Thresholds, on: date) -> None:
    """Direct cash: how much of it is reported, how old the rest is, and a flag when it runs ahead of delivery."""
    if own is None:
        return
    delivered = None if pd.isna(detail.row["delivered"]) else float(detail.row["delivered"])
    found = judge_cash(own.released, own.reported, delivered, held)
    named = (_("up to 3 months"), _("3 to 6"), _("6 to 9"), _("over 9"))
    ages = zip(named, outstanding(own.releases, own.reported or 0, on), strict=True)
    known = own.reported is not None
    old = ", ".join(f"{age}: {formats.money(cents, own.currency)}" for age, cents in ages if cents and known)
    lines = [
        (_("Direct cash released"), formats.money(own.released, own.currency)),
        (_("Reported of it"), formats.percent(found.utilisation)),
        (_("Outstanding, by months"), old),
    ]
    st.header(_("Direct cash"), anchor=False)
    table_files.facts(lines, f"direct cash of {detail.row['code']}", bool(detail.row["illustrative"]))
    if not known:
        st.caption(_("Spending is reported for all funds of the activity together, so not for its direct cash alone."))
    if found.flagged and found.ahead is not None:
        points, limit = formats.number(found.ahead), formats.number(found.limit)
        st.warning(
            _(
                "What is reported runs {points} points ahead of what is delivered; up to {limit} are expected. Ask the "
                "partner what the money was spent on.",
                points=points,
                limit=limit,
            )
        )


def course(row: Mapping[str, Any]) -> str:
    """One sentence on what the status comes from."""
    behind, share = int(row["days_behind"]), formats.percent(row["delivered"])
    if row["status"] in ("cancelled", "postponed", "carried over"):
        return _("A signed amendment took it out of the plan.")
    if behind < 0:
        if row["status"] == "not yet due":
            return _("It starts on {day}.", day=formats.day(row["starts"].date()))
        return _("No report with this activity has come.")
    asked = formats.percent(row["planned_at_report"])
    day = formats.day(row["reported_on"].date())
    start = _("{share} was reported for {day}, when the plan asked for {asked}", share=share, day=day, asked=asked)
    if row["status"] == "past end date":
        return _("{start}; its end passed {n} days ago.", start=start, n=int(row["days_past_end"]))
    return _("{start}: {n} days behind.", start=start, n=behind) if behind else _("{start}.", start=start)


def reports(found: pd.DataFrame, about: Mapping[str, Any]) -> None:
    """Every report of the activity ``about``, newest first; one that was withdrawn is told as such."""
    st.header(_("Reports"), anchor=False)
    if found.empty:
        st.write(_("None yet."))
        return
    head = [(_("For"), ""), (_("Delivered"), "n"), (_("Rating"), "wide"), (_("What was said"), ""), (_("Sent"), "wide")]
    table_files.rows(
        head, [_report(row) for row in rows_of(found)], f"reports of {about['code']}", about["illustrative"]
    )


def notes(found: pd.DataFrame, partners: Mapping[str, str], about: Mapping[str, Any]) -> None:
    """What supporting partners added in words, newest first; nothing where nobody did."""
    if found.empty:
        return
    st.header(_("Notes of supporting partners"), anchor=False)
    head = [(_("For"), ""), (_("Partner"), "wide"), (_("What was said"), "")]
    table_files.rows(
        head, [_note(row, partners) for row in rows_of(found)], f"notes of {about['code']}", about["illustrative"]
    )


def _note(row: dict[str, Any], partners: Mapping[str, str]) -> list[str]:
    said = [str(row[name]) for name in NOTE_FIELDS if row[name]]
    name_of = partners.get(str(row["partner"]), str(row["partner"]))
    return [escape(formats.day(row["as_of"])), escape(name_of), "<br>".join(escape(text) for text in said)]


def amendments(found: pd.DataFrame, about: Mapping[str, Any]) -> None:
    """Every version of the plan, with the amendment that made it."""
    st.header(_("The plan and its amendments"), anchor=False)
    head = [(_("In force from"), ""), (_("Change"), ""), (_("Dates"), ""), (_("Reason"), "")]
    table_files.rows(
        head, [_version(row) for row in rows_of(found)], f"versions of {about['code']}", about["illustrative"]
    )


def continuation(found: Continuation) -> None:
    """The activity that this one continues, and the one that continues it, with the share that was taken over."""
    if found.before:
        opening = formats.percent((found.opening or 0) / 100)
        text = _("Continues {code}, which left {share} delivered", code=found.before, share=opening)
        st.button(text, on_click=address.narrow, kwargs={"activity": found.before, "year": []})
    if found.after:
        opening = formats.percent((found.opening_after or 0) / 100)
        text = _("Continued by {code}, which began with {share}", code=found.after, share=opening)
        st.button(text, on_click=address.narrow, kwargs={"activity": found.after})


def _measure(row: Mapping[str, Any]) -> str:
    text = _(MEASURE[row["measured_by"]])
    if row["measured_by"] == "quantity":
        text += f": {formats.number(row['planned_quantity'])} {name(row, 'unit')}"
    return text


def _report(row: dict[str, Any]) -> list[str]:
    delivered = formats.NOTHING
    if row["stage"] is not None:
        delivered = formats.percent(row["stage"] / 100)
    elif not pd.isna(row["quantity"]):
        delivered = formats.number(row["quantity"], 1)
    elif not pd.isna(row["share"]):
        delivered = formats.percent(row["share"] / 100, 1)
    said = [escape(remarks.said(text)) for text in (row["narrative"], row["challenge"]) if text]
    if row["cause"]:
        said.append(_("Cause: {cause}", cause=escape(_(FROM_WHOM[row["cause"]]))))
    if row["waiting_for"]:
        said.append(_("Waiting for: {what}", what=escape(_(FROM_WHOM[row["waiting_for"]]))))
    asked = [escape(text) for text in (remarks.said(row["support_asked"]), remarks.said(row["support_from"])) if text]
    if asked:
        said.append(_("Support asked: {what}", what=" · ".join(asked)))
    if row["evidence"]:
        said.append(_("Evidence: {what}", what=escape(remarks.said(row["evidence"]))))
    if row["spent_cents"] is not None:
        said.append(_("Spent since the start: {amount}", amount=formats.money(row["spent_cents"], row["currency"])))
    if row["next_step"]:
        step = _("Next: {step}", step=escape(remarks.said(row["next_step"])))
        said.append(f"{step} ({formats.day(row['next_step_on'])})" if row["next_step_on"] else step)
    if not row["counts"]:
        withdrawn = escape(_("Withdrawn: does not count"))
        said.insert(0, f"<b>{withdrawn}</b>")
    rating = _(RATING_WORDS[row["rating"]]) if row["rating"] else formats.NOTHING
    sent = [escape(formats.moment(row["recorded"])), escape(remarks.said(row["reported_by"] or row["uploaded_by"]))]
    return [formats.day(row["as_of"]), delivered, escape(rating), "<br>".join(said), "<br>".join(sent)]


def _version(row: dict[str, Any]) -> list[str]:
    change = _change(row)
    if row["signed_on"]:
        signed = _("signed {day}", day=formats.day(row["signed_on"]))
        change = f"{escape(change)}<div class='who'>{escape(signed)}</div>"
    dates = f"{formats.day(row['starts'])} – {formats.day(row['ends'])}"
    return [formats.day(row["valid_from"]), change, dates, escape(remarks.said(row["reason"]))]


def _change(row: Mapping[str, Any]) -> str:
    """What an amendment changed; of a revised budget whether by more than a fifth, which another signature decides."""
    if not row["amendment"]:
        return _("As signed")
    before, now = row["budget_before"], row["budget"]
    if row["amendment"] != "budget" or not before or now is None:
        return _(AMENDMENT[row["amendment"]])
    part = abs(now - before) / before
    text = _("Budget revised by {share}, more than 20 %") if part > BUDGET_STEP else _("Budget revised by {share}")
    return text.format(share=formats.percent(part, 1))


def back() -> None:
    """The way back to the table."""
    st.button(_("Back to the activities"), on_click=address.pick, kwargs={"activity": ""})
