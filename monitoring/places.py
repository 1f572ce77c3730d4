"""Regions beside each other: the sentence about them, and in what order they stand."""

from collections.abc import Mapping

import pandas as pd

from monitoring import formats
from monitoring.filters import NATIONWIDE
from monitoring.language import gettext as _
from monitoring.language import ngettext

SEEN = 0.005  # a smaller gap is no gap once both shares are rounded to whole percent


def ranked(regions: pd.DataFrame, national: pd.DataFrame) -> pd.DataFrame:
    """Regions by delivered share, the largest first and those without a report last; below them the national row.

    Both have the columns of :func:`db.queries.progress.progress_by`; ``national`` has one row or none.
    """
    order = regions.sort_values("delivered", ascending=False, na_position="last", kind="stable")
    return pd.concat([order, national], ignore_index=True) if len(national) else order.reset_index(drop=True)


def finding(rows: pd.DataFrame, names: Mapping[str, str]) -> str:
    """What the regions say: how many have no report yet, else in how many less is delivered than planned."""
    regions = rows[rows["group"] != NATIONWIDE]
    if regions.empty:
        return _("No activity here names a region: all are for the whole country.")
    silent = regions[regions["delivered"].isna() & (regions["silent_weight"] > 0)]
    if len(silent):
        return ngettext(
            "Nothing is reported yet from {n} of {m} regions.",
            "Nothing is reported yet from {n} of {m} regions.",
            len(silent),
            m=len(regions),
        )
    if len(regions) == 1:
        return _of_one(regions.iloc[0], names)
    gap = regions["planned_at_report"] - regions["delivered"]
    behind = gap >= SEEN
    if not behind.any():
        return _("In no region is less delivered than planned.")
    widest = regions.iloc[int(gap.fillna(-1).to_numpy().argmax())]
    some = ngettext(
        "Less is delivered than planned in {n} of {m} regions",
        "Less is delivered than planned in {n} of {m} regions",
        int(behind.sum()),
        m=len(regions),
    )
    start = _("Less is delivered than planned in every region") if behind.all() else some
    tail = _(
        "the widest gap is in {name}: {delivered} delivered, {planned} planned",
        name=names.get(widest["group"], widest["group"]),
        delivered=formats.percent(widest["delivered"]),
        planned=formats.percent(widest["planned_at_report"]),
    )
    return _("{start}; {tail}.", start=start, tail=tail)


def _of_one(row: pd.Series, names: Mapping[str, str]) -> str:
    name = names.get(row["group"], row["group"])
    if pd.isna(row["delivered"]):
        return _("{name}: no report is due yet.", name=name)
    return _(
        "{name}: {delivered} delivered, {planned} planned.",
        name=name,
        delivered=formats.percent(row["delivered"]),
        planned=formats.percent(row["planned_at_report"]),
    )


def without_any(rows: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The regions that no activity names; empty where each is named."""
    missing = [called for code, called in names.items() if code not in set(rows["group"])]
    if not missing:
        return ""
    return ngettext(
        "No activity here names this region: {names}.",
        "No activity here names these regions: {names}.",
        len(missing),
        names=", ".join(missing),
    )
