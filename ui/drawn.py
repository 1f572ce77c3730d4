"""Figures that several pages show, each with its list on a phone, its table, and what a click on it opens."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from db import queries
from monitoring.language import gettext as _
from monitoring.language import name as unit_of
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery
from monitoring.thresholds import Thresholds
from ui import cards, chart_tables, comparing, figures, phone, phone_lists, results, why_charts
from ui.behind import Behind
from ui.data import database
from ui.filters import Chosen
from ui.pictures import Alone

Row = dict[str, Any]
Course = Callable[[Row, pd.DataFrame, pd.DataFrame], go.Figure]  # draws one indicator


def bullets(
    figure: go.Figure,
    progress: pd.DataFrame,
    names: Mapping[str, str],
    called: str,
    name: str,
    said: str,
    clicked: Callable[[object], None] | None = None,
    note: str = "",
    group: str = "partner",
) -> None:
    """Delivered and planned, a bar a row of ``progress``; ``called``: what a row is, ``said``: what the bars say."""
    phone.bullets(progress, names, group)
    figures.show(
        figure,
        name=name,
        finding=said,
        behind=_behind(why_charts.bullets(), progress, names, called),
        clicked=clicked,
        note=note,
        desk=True,
    )


def statuses(
    figure: go.Figure,
    progress: pd.DataFrame,
    names: Mapping[str, str],
    called: str,
    name: str,
    said: str,
    held: Thresholds,
    clicked: Callable[[object], None],
    note: str = "",
) -> None:
    """Activities by status, a bar a row of ``progress``."""
    phone_lists.statuses(progress, names, name.split()[-1])
    figures.show(
        figure,
        name=name,
        finding=said,
        behind=_behind(why_charts.statuses(held), progress, names, called),
        clicked=clicked,
        note=note,
        desk=True,
        alone=Alone(marks=[DELIVERY_MARKS[status] for status in Delivery if progress[status.value].any()]),
    )


def status_key(counts: pd.Series) -> None:
    """The key below bars of statuses; a phone has it in its list."""
    with st.container(key="desk-key-of-statuses"):
        cards.status_key(counts.to_dict())


def course(
    draw: Callable[[pd.DataFrame, date, bool], go.Figure],
    finding: Callable[[pd.DataFrame, date], str],
    view: Chosen,
    name: str,
    made_up: bool,
) -> None:
    """Delivered and planned over time, under what ``finding`` says of it; a click on a day compares with it.

    ``draw`` gets the curve, the day it ends at, and whether any of it is made up.
    """
    curve, as_of = queries.over_time(database(), view.dates, view.filters), view.dates.as_of
    said = finding(curve, as_of)
    st.header(said, anchor=False)
    if curve.empty:
        st.write(_("No activity counts here, so nothing is drawn over time."))
        return
    behind = Behind(why_charts.over_time(), partial(chart_tables.over_time, curve), made_up)
    figures.show(
        draw(curve, as_of, made_up),
        name=name,
        finding=said,
        behind=behind,
        clicked=lambda day: comparing.open_with(day, view),
    )


def courses(
    draw: Course,
    indicators: pd.DataFrame,
    seen: pd.DataFrame,
    targets: pd.DataFrame,
    held: Thresholds,
    clicked: Callable[[object], None],
) -> None:
    """A card for each indicator with two values or more; ``seen`` of observations, ``targets`` of targets."""
    totals, aims = results.by_indicator(results.totals_of(seen)), results.by_indicator(targets)
    with st.grid(3, min_column_width=300, gap="small"):
        for row in rows_of(indicators):
            own = results.as_judged(row, totals.get(row["code"], seen.iloc[:0]))
            if len(own) < 2 or row["levels"]:
                continue
            with st.container(border=True, key=f"goal card {row['code']}"):
                result(draw, row, own, aims.get(row["code"], targets.iloc[:0]), held, f"goal {row['code']}", clicked)


def result(
    draw: Course,
    row: Row,
    own: pd.DataFrame,
    aims: pd.DataFrame,
    held: Thresholds,
    name: str,
    clicked: Callable[[object], None],
) -> None:
    """The card of an indicator: what it says, its status, its course (a number where there is no line to draw)."""
    said = results.card_heading(row, own, held)
    if len(own) < 2 or row["levels"]:
        results.number_card(row)
        return
    behind = Behind(why_charts.indicator(), partial(chart_tables.observations, row, own, aims), made_up=False)
    unit = Alone(note=unit_of(row, "unit_name"))
    figures.show(draw(row, own, aims), name=name, finding=said, behind=behind, clicked=clicked, alone=unit)


def _behind(how: str, progress: pd.DataFrame, names: Mapping[str, str], called: str) -> Behind:
    table = partial(chart_tables.progress, progress, names, called)
    return Behind(how, table, bool(progress["illustrative"].any()))
