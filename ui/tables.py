"""Tables that a reader can sort and search: activities, and the workplans that are signed."""

from collections.abc import Mapping
from html import escape

import numpy as np
import pandas as pd
import streamlit as st

from monitoring import formats, remarks, why
from monitoring.icons import data_url
from monitoring.language import gettext as _
from monitoring.language import name, ngettext, spoken
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, RATING_WORDS, Delivery
from monitoring.thresholds import Thresholds
from ui import address, chart_tables, facts, paper, phone_lists, table_files
from ui import why as why_ui
from ui.theme import is_dark

PAGE = 200
WORST = [status.value for status in (Delivery.PAST_END, Delivery.BEHIND, Delivery.NO_REPORT, Delivery.NEEDS_ATTENTION)]
TAKEN_OUT = (Delivery.CANCELLED.value, Delivery.CARRIED_OVER.value, Delivery.POSTPONED.value)
ASKED = ("icon", "status", "why")  # the columns that a click asks about
ANSWERED = "statuses asked about in tables"


def activities(
    found: pd.DataFrame, partners: Mapping[str, str], areas: Mapping[str, str], held: Thresholds, key: str
) -> None:
    """Activities as a table, a page of 200 at a time; a click on a row opens the activity.

    ``found`` has the columns of :func:`db.queries.activities.judged_activities`, ``held`` are the limits in force.
    """
    found = worst_first(found)
    phone_lists.activities(found, partners, key)
    with st.container(key=f"desk-table-{key.replace(' ', '-')}"):
        _grid(found, partners, areas, held, key)
    table_files.offer(lambda: chart_tables.listed(found, partners, areas, held), key, table_files.made_up(found))
    paper.activities(found, partners, key)


def worst_first(found: pd.DataFrame) -> pd.DataFrame:
    """Activities past their end first, then those behind, without a report, and in need of attention; then by end."""
    rank = found["status"].map(lambda word: WORST.index(word) if word in WORST else len(WORST))
    return found.assign(rank=rank).sort_values(["rank", "ends", "code"], kind="stable").drop(columns="rank")


def _grid(
    found: pd.DataFrame, partners: Mapping[str, str], areas: Mapping[str, str], held: Thresholds, key: str
) -> None:
    pages = max(1, -(-len(found) // PAGE))
    place = 0
    if pages > 1:
        place = st.number_input(_("Page of {n}", n=pages), 1, pages, key=f"{key} page", width=140) - 1
    part = found.iloc[place * PAGE : (place + 1) * PAGE]
    shown = _readable(part, partners, areas, held)
    if found["partner"].nunique() == 1:
        shown = shown.drop(columns="partner")
    answered = st.session_state.setdefault(ANSWERED, 0)  # a new table forgets which status was asked about
    chosen = st.dataframe(
        shown,
        key=f"{key} {'dark' if is_dark() else 'light'} {place} {answered}",
        hide_index=True,
        placeholder="–",
        on_select="rerun",
        selection_mode=["single-row", "single-cell"],
        height=min(36 * (len(shown) + 1) + 3, 640),
        column_config=_columns(),
    )
    st.caption(
        ngettext(
            "{n} activity; choose a row to see its history, or click on a status to see why.",
            "{n} activities; choose a row to see its history, or click on a status to see why.",
            len(found),
        )
    )
    for number, column in chosen["selection"]["cells"]:
        if column in ASKED:
            _tell_why(part.iloc[[number]], held)
    rows = chosen["selection"]["rows"]
    if rows:
        address.go("activities", activity=str(part["code"].iloc[rows[0]]))
        st.rerun()


def _tell_why(found: pd.DataFrame, held: Thresholds) -> None:
    """Open the working of the status of one activity, as "Why?" does elsewhere."""
    (row,), (rule,) = rows_of(found), why.rules(found, held)
    word = DELIVERY_MARKS[Delivery(row["status"])].label

    @st.dialog(word, on_dismiss=_answered)
    def told() -> None:
        st.markdown(f"**{name(row, 'title')}**")
        st.html(why_ui.activity_working(row, rule, held))

    told()


def _answered() -> None:
    st.session_state[ANSWERED] += 1


def _readable(
    part: pd.DataFrame, partners: Mapping[str, str], areas: Mapping[str, str], held: Thresholds
) -> pd.DataFrame:
    marks = [DELIVERY_MARKS[Delivery(word)] for word in part["status"]]
    behind = part["days_behind"].to_numpy()
    title = part[f"title_{spoken()}"].where(part[f"title_{spoken()}"] != "", part["title_en"])
    return pd.DataFrame(
        {
            "icon": [data_url(mark, is_dark()) for mark in marks],
            "status": [mark.label for mark in marks],
            "title": title.to_numpy(),
            "share": (part["delivered"] * 100).round(6).to_numpy(),
            "behind": np.where((behind < 0) | part["status"].isin(TAKEN_OUT), np.nan, behind),
            "why": why.sentences(part["status"], why.rules(part, held), held),
            "rating": [_(RATING_WORDS[rating]) if rating else None for rating in part["rating"]],
            "partner": part["partner"].map(partners).to_numpy(),
            "area": part["area"].map(areas).to_numpy(),
            "ends": part["ends"].to_numpy(),
            "reported": part["reported_on"].to_numpy(),
            "code": part["code"].to_numpy(),
        }
    )


def _columns() -> dict[str, object]:
    column = st.column_config
    share = f"%.0f{formats.before_percent()}%%"
    day = "D MMM YYYY" if spoken() == "en" else "DD.MM.YYYY"  # a grid knows the months of English only
    return {
        "icon": column.ImageColumn(_("Mark"), width=56),
        "status": column.TextColumn(_("Status"), width=125),
        "rating": column.TextColumn(_("Reported rating"), width=105),
        "why": column.TextColumn(_("Why"), width=220, help=_("The rule that decided; click for more.")),
        "title": column.TextColumn(_("Activity"), width=330),
        "partner": column.TextColumn(_("Ministry or partner"), width=190),
        "area": column.TextColumn(_("Priority area"), width=115),
        "share": column.ProgressColumn(_("Delivered"), format=share, min_value=0, max_value=100, width=100),
        "behind": column.NumberColumn(_("Days behind plan"), format="%d", width=85),
        "ends": column.DateColumn(_("Planned end"), format=day, width=95),
        "reported": column.DateColumn(_("Last report"), format=day, width=95),
        "code": column.TextColumn(_("Code"), width=105),
    }


def workplans(signed: pd.DataFrame, partners: Mapping[str, str], opened: bool = False) -> None:
    """The signed workplans of the year, folded away unless ``opened``: with whom, when, and how sure that is.

    ``signed`` has the columns of :func:`db.queries.names.signatories`.
    """
    count = signed["workplan"].nunique()
    if not count:
        return
    title = ngettext("{n} workplan is signed for this year", "{n} workplans are signed for this year", count)
    with st.expander(title, expanded=opened):
        body = [
            [
                escape(", ".join(partners.get(code, code) for code in own["partner"])),
                escape(formats.day(own["signed_on"].iloc[0])),
                escape(facts.status(own["status"].iloc[0]))
                + f"<div class='who'>{escape(remarks.said(own['source'].iloc[0]))}</div>",
            ]
            for _code, own in signed.groupby("workplan", sort=False)
        ]
        head = [(_("Workplan with"), ""), (_("Signed on"), ""), (_("How sure this is"), "")]
        table_files.rows(head, body, "signed workplans")
