"""Looking ahead on an indicator's page: where it goes if it goes on as since its baseline."""

from datetime import date
from math import inf
from typing import Any

import pandas as pd
import streamlit as st

from monitoring.language import gettext as _
from monitoring.methods import PATH
from monitoring.periods import calendar_year
from monitoring.projection import Projection, project
from ui import results

HORIZON = date(2030, 12, 31)  # how far a look ahead goes where no target says it


def projected(row: dict[str, Any]) -> Projection | None:
    """Where the indicator goes if it goes on as since its baseline, by the kind of its headline method.

    ``row`` of judged_indicators. None where its periods are added up: their sum has no course of its own.
    """
    if row["baseline_on"] is None or row["combine"] == "sum":
        return None
    points = [(calendar_year(one.on), one.value) for one in row["views"].points if one.on >= row["baseline_on"]]
    target = None if row["target"] is None or pd.isna(row["target"]) else float(row["target"])
    limit = 100.0 if row["unit"] == "percent" else row["natural_limit"]
    most = inf if limit is None or pd.isna(limit) else float(limit)
    return project(points, calendar_year(row["target_on"] or HORIZON), target, growth=row["method"] != PATH, most=most)


def said(row: dict[str, Any]) -> None:
    """Say where it will be at the target's date, how sure that is, and when it arrives."""
    found = projected(row)
    if row["combine"] == "sum":
        st.caption(_("No look ahead: periods that are added up have no course of their own."))
        return
    if found is None:
        st.caption(_("No look ahead: it takes two comparable values since the baseline."))
        return
    there = found.at_target
    text = _("If it goes on so: {value} in {year}", value=results.amount(row, there.value), year=int(there.year))
    if there.low is not None and there.high is not None:
        low, high = results.amount(row, there.low), results.amount(row, there.high)
        text += " " + _("(90 % prediction interval {low} to {high})", low=low, high=high)
    else:
        text += " " + _("({n} values: too few for an interval)", n=found.points)
    if row["target"] is None or pd.isna(row["target"]):
        text += "."
    elif found.arrives is None:
        text += "; " + _("the target is not reached on this course.")
    else:
        text += "; " + _("the target is reached in {year}.", year=int(found.arrives))
    st.write(text)
