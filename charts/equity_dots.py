"""Groups of children as dots on one line: how far apart they are."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from charts.look import Look
from monitoring import formats
from monitoring.rows import rows_of

GROUPS = ("wealth", "residence", "sex", "age_group", "disability", "region")


def line(groups: pd.DataFrame, percent: bool, look: Look = Look()) -> go.Figure:
    """``groups``: label, value, whole (the total, drawn in ink). From 0 to 100 for percent, else from 0.

    Labels stand above and below by turns, so that near dots do not cover each other's.
    """
    drawing = look.drawing(112, margin={"l": 4, "r": 4, "t": 8, "b": 26})
    here = groups.sort_values("value")
    top = 100.0 if percent else float(here["value"].max()) * 1.15
    drawing.points(
        x=[here["value"].min(), here["value"].max()],
        y=[0, 0],
        mode="lines",
        line={"color": look.rule, "width": 3},
        hoverinfo="skip",
    )
    drawing.points(
        x=list(here["value"]),
        y=[0] * len(here),
        mode="markers",
        marker={"size": 13, "color": [look.ink if whole else look.bar for whole in here["whole"]]},
        hoverinfo="skip",
        cliponaxis=False,
    )
    for number, row in enumerate(rows_of(here)):
        share = row["value"] / top
        drawing.write(
            text=f"{row['label']}<br><b>{formats.number(row['value'], 1)}</b>",
            x=row["value"],
            y=0,
            yshift=26 if number % 2 == 0 else -26,
            xanchor="left" if share < 0.12 else "right" if share > 0.88 else "center",
            font={"size": 12, "color": look.ink},
        )
    ticks = [0, 25, 50, 75, 100] if percent else None
    texts = ["0", "25", "50", "75", formats.percent(1)] if percent else None
    drawing.axes(xaxis=look.axis(range=[-0.02 * top, 1.02 * top], tickvals=ticks, ticktext=texts))
    drawing.axes(yaxis=look.axis(visible=False, range=[-1, 1]))
    return drawing.figure()


def groups_of(seen: pd.DataFrame, words: Mapping[str, str]) -> pd.DataFrame:
    """The newest groups of one indicator, with the total of the same date and series where there is one.

    ``seen`` are its observations, ``words`` names for groups, regions and "all". Columns of the answer as :func:`line`
    takes them; empty without groups.
    """
    is_group = (seen[list(GROUPS[:-1])] != "").any(axis=1) | seen["region"].notna()
    grouped = seen[is_group]
    if grouped.empty:
        return pd.DataFrame(columns=["label", "value", "whole"])
    newest = grouped.iloc[-1]

    def alike(table: pd.DataFrame) -> pd.DataFrame:
        same = (table["observed_on"] == newest["observed_on"]) & (table["series"] == newest["series"])
        found: pd.DataFrame = table[same.to_numpy(dtype=bool)]
        return found

    rows = [(_label(point, words), point["value"], False) for point in rows_of(alike(grouped))]
    rows += [(words["all"], value, True) for value in alike(seen[~is_group])["value"].tail(1)]
    return pd.DataFrame(rows, columns=["label", "value", "whole"])


def _label(point: Mapping[str, str], words: Mapping[str, str]) -> str:
    codes = [point[column] for column in GROUPS if point[column]]
    return ", ".join(words.get(code, code) for code in codes)
