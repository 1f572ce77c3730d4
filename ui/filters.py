"""The strip of filters at the top of every page, and what was picked in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from db import queries
from db.queries.received import default_period, latest_day
from monitoring import formats
from monitoring.filters import Filters
from monitoring.language import gettext as _
from monitoring.language import name, names_by_code, ngettext, spoken
from monitoring.periods import Dates, end_of_day, today
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery
from monitoring.words import FRAMEWORKS_SHOWN
from ui import address, days, naming
from ui.data import database

DEFAULTS = {"weight": "equal", "framework": "national action plan", "by": "partner", "lang": "en"}
KNOWN = {
    "framework": ("", *FRAMEWORKS_SHOWN),
    "supporting": ("", "yes"),
    "by": ("", "partner", "area", "goal", "source"),  # how money is grouped
}
_CHOSEN = "what is shown"


@dataclass(frozen=True)
class Chosen:
    """What the page shows: the two dates, the period they come from with the one before it, and the filters.

    ``period`` is a row of :func:`db.queries.received.received` (None where there is none), ``before`` the dates of the
    period before it, ``framework`` is the kind of framework whose goals are shown.
    """

    dates: Dates
    filters: Filters
    period: pd.Series | None
    before: Dates | None
    framework: str


def chosen() -> Chosen:
    """What was picked; to be asked by a page, after the entry script has drawn the strip."""
    found = st.session_state[_CHOSEN]
    assert isinstance(found, Chosen)
    return found


def strip(page: str) -> DeltaGenerator:
    """Draw the filters, take what is picked, keep the address in step, and return the line for what follows in it."""
    address.take(page)
    st.session_state.setdefault("weight", DEFAULTS["weight"])
    for key, known in KNOWN.items():
        if address.picked(key) not in known:
            st.session_state[key] = ""  # mistyped in the address
    known_on = days.moment_picked("known_on") or end_of_day(today())
    periods = queries.received(database(), known_on)
    periods = periods[periods["starts"] <= today()].reset_index(drop=True)
    default = default_period(periods, today())
    latest = {"as_of": latest_day(periods, today()), "known_on": today()}
    line = st.container(horizontal=True, vertical_alignment="center", key="strip", gap="small")
    with line:
        _period(periods, default)
        _more(latest)
    period = _row(periods, address.picked("period") or default)
    as_of = days.picked("as_of", latest["as_of"]) or (period["ends"] if period is not None else today())
    dates = Dates(as_of, known_on)
    st.session_state[_CHOSEN] = Chosen(
        dates=dates,
        filters=_filters(),
        period=period,
        before=_before(periods, as_of, dates),
        framework=address.picked("framework") or DEFAULTS["framework"],
    )
    address.keep(DEFAULTS | {"period": default})
    return line


def period_label(row: Mapping[str, Any]) -> str:
    """ "Q3 2025 · 11 of 12 received · closes 15 Oct 2025"."""
    parts = [name(row)]
    if row["expected"]:
        parts.append(_("{n} of {m} received", n=row["received"], m=row["expected"]))
    closed = row["closes"] < today()
    parts.append(
        _("closed {day}", day=formats.day(row["closes"], year=False))
        if closed
        else _("closes {day}", day=formats.day(row["closes"], year=False))
    )
    return " · ".join(parts)


def _period(periods: pd.DataFrame, default: str) -> None:
    codes = list(periods["code"])[::-1]
    if not codes:
        return
    labels = {row["code"]: period_label(row) for row in rows_of(periods)}
    if address.picked("period") not in codes:
        st.session_state["period"] = default or codes[0]
    box = f"period {spoken()}"  # a field keeps the words that it was first drawn with
    st.session_state[box] = address.picked("period")
    st.selectbox(
        _("Reporting period"),
        codes,
        key=box,
        on_change=lambda: address.pick(period=st.session_state[box]),
        format_func=lambda code: labels.get(code, code),
        label_visibility="collapsed",
        width=400,
        filter_mode=None,
    )


def _more(latest: Mapping[str, date]) -> None:
    choices = _choices()
    for key, words in choices.items():
        # What the address asks for and nobody knows is left out, here and in the count.
        st.session_state[key] = [code for code in address.picked_many(key) if code in words]
    count = _count(latest)
    label = ngettext("{n} filter", "{n} filters", count) if count else _("Filters")
    folded = st.popover(label, type="primary" if count else "secondary", key="filters", on_change="rerun")
    if not folded.open:
        st.session_state["weight"] = address.picked("weight")  # a field that is not drawn would lose what it holds
        return  # what is picked stays in the session; a dozen unseen fields would be sent each time
    with folded:
        _options("partner", _("Ministry or partner"), choices)
        _options("area", _("Priority area"), choices)
        framework_switch("goals of, in the filters", quiet=False)
        _options("goal", _("Goal"), choices)
        _options("region", _("Region"), choices)
        _options("status", _("Status"), choices)
        _options("year", _("Workplan period"), choices, _("Plans in force at the reporting date"))
        _segmented("weight", _("Count activities"), {"equal": _("Equally"), "budget": _("By planned budget")})
        _supporting()
        _advanced(latest)
        st.button(_("Clear all filters"), on_click=address.clear, disabled=count == 0)


def _choices() -> dict[str, dict[str, str]]:
    """What can be picked in each filter of many: code → word."""
    areas, goals = queries.areas(database()), queries.goals(database())
    framework = address.picked("framework") or DEFAULTS["framework"]
    years = sorted({str(year) for year in queries.workplans(database())["first_year"]}, reverse=True)
    return {
        "partner": names_by_code(queries.partners(database(), Dates(today(), end_of_day(today())))),
        "area": names_by_code(areas[areas["kind"] == "priority area"]),
        "goal": names_by_code(goals[goals["kind"] == framework]),
        "region": naming.places(),
        "status": {word.value: mark.label for word, mark in DELIVERY_MARKS.items()},
        "year": {year: year for year in years},
    }


def framework_switch(key: str = "goals of", quiet: bool = True) -> None:
    """Whose goals are shown: the National Action Plan's or the country programme's; ``quiet`` leaves out the label."""
    kinds = {"national action plan": _("National Action Plan"), "country programme": _("Country programme")}
    st.session_state[key] = address.picked("framework") or DEFAULTS["framework"]

    def changed() -> None:
        address.pick(framework=st.session_state[key], goal=[])

    st.segmented_control(
        _("Goals of"),
        list(kinds),
        key=key,
        format_func=lambda kind: kinds[kind],
        on_change=changed,
        required=True,
        label_visibility="collapsed" if quiet else "visible",
    )


def _supporting() -> None:
    st.session_state["supporting box"] = address.picked("supporting") == "yes"

    def changed() -> None:
        address.pick(supporting="yes" if st.session_state["supporting box"] else "")

    st.checkbox(_("Show activities also at the partners that support them"), key="supporting box", on_change=changed)


def _advanced(latest: Mapping[str, date]) -> None:
    with st.expander(_("Advanced: the two dates")):
        for key, label, help_text in (
            ("as_of", _("As of"), _("Only reports dated on or before this day count. Empty: the end of the period.")),
            (
                "known_on",
                _("Known on"),
                _("Shows what was known at the end of this day in Ashgabat. Empty: what is known now."),
            ),
        ):
            days.box(key, label, help_text, latest[key])


def _options(key: str, label: str, choices: dict[str, dict[str, str]], nothing: str = "") -> None:
    words = choices[key]
    st.multiselect(
        label,
        list(words),
        key=key,
        format_func=lambda code: words.get(code, code),
        placeholder=nothing or _("All"),
    )


def _segmented(key: str, label: str, words: dict[str, str]) -> None:
    if address.picked(key) not in words:
        st.session_state[key] = next(iter(words))
    st.radio(label, list(words), key=key, format_func=lambda code: words.get(code, code), horizontal=True)


def status_word(status: str) -> str:
    """The word of a status in this language."""
    return DELIVERY_MARKS[Delivery(status)].label


def _count(latest: Mapping[str, date]) -> int:
    ones = sum(days.picked(key, day) is not None for key, day in latest.items()) + (
        address.picked("supporting") == "yes"
    )
    return ones + sum(bool(address.picked_many(key)) for key in address.MANY) + (address.picked("weight") == "budget")


def _filters() -> Filters:
    return Filters(
        partners=address.picked_many("partner"),
        areas=address.picked_many("area"),
        goals=address.picked_many("goal"),
        regions=address.picked_many("region"),
        statuses=address.picked_many("status"),
        years=tuple(int(year) for year in address.picked_many("year")),
        weight="budget" if address.picked("weight") == "budget" else "equal",
        supporting=address.picked("supporting") == "yes",
    )


def _row(periods: pd.DataFrame, code: str) -> pd.Series | None:
    found = periods[periods["code"] == code]
    return found.iloc[0] if len(found) else None


def _before(periods: pd.DataFrame, as_of: date, dates: Dates) -> Dates | None:
    earlier = [ends for ends in periods["ends"] if ends < as_of]
    return Dates(max(earlier), dates.known_on) if earlier else None
