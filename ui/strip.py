"""The line under the filters that says what is shown: period, data to, reports in, and whether it is made up."""

from html import escape

import streamlit as st

from db import queries
from monitoring import formats
from monitoring.filters import Filters
from monitoring.language import gettext as _
from monitoring.periods import end_of_day, today
from ui import cards, filters, naming
from ui.data import database


def show() -> None:
    """Draw the line, with what the filters leave in words."""
    view = filters.chosen()
    totals = queries.totals(database(), view.dates, view.filters)
    parts = [_("Data to {day}", day=formats.day(view.dates.as_of))]
    if view.dates.known_on < end_of_day(today()):
        parts.append(_("known on {day}", day=formats.known(view.dates.known_on)))
    if totals["reports_due"]:
        parts.append(_("{n} of {m} reports in", n=totals["reports_in"], m=totals["reports_due"]))
    # A phone has room for the period, which says the day, and for what the filters leave.
    shown = "".join(f'<span class="wide">{escape(part)}</span>' for part in parts)
    shown += "".join(f"<span>{escape(part)}</span>" for part in in_words(view.filters))
    tag = cards.illustrative_tag() if totals["illustrative"] else ""
    period = "" if view.period is None else f'<b class="printed">{escape(filters.period_label(view.period))}</b>'
    called = escape(_("Child rights workplans"))
    st.html(f'<div class="strip"><b class="printed">{called}</b>{period}{shown}{tag}</div>')


def in_words(picked: Filters) -> list[str]:
    """The filters as a reader would say them, one entry each."""
    codes = (*picked.partners, *picked.areas, *picked.goals, *picked.regions)
    said = []
    if codes:
        names = naming.partners(filters.chosen().dates) | naming.areas() | naming.goals() | naming.places()
        said = [names.get(code, code) for code in codes]
    said += [filters.status_word(word) for word in picked.statuses]
    if picked.years:
        said.append(_("workplans of {years}", years=", ".join(str(year) for year in picked.years)))
    if picked.weight == "budget":
        said.append(_("weighted by planned budget"))
    if picked.supporting:
        said.append(_("with supporting partners"))
    return said
