"""Sentences that state what figures say: titles and the first line of a page. Made from the tables, never by hand."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.rows import rows_of
from monitoring.status import LEFT_OUT, Result
from monitoring.thresholds import Thresholds

LATE = ("past end date", "behind")


def overview(totals: pd.Series, by_area: pd.DataFrame, areas: Mapping[str, str], as_of: date) -> str:
    """The finding of the whole view in at most two lines."""
    share = totals["delivered_of_due"]
    if totals["counted"] == 0:
        return _("No activities are planned here.")
    if pd.isna(share):
        return _("Nothing was due by {day}.", day=formats.day(as_of))
    late = int(totals["behind"] + totals["past end date"])
    start = _(
        "{share} of what was due by {day} is delivered",
        share=formats.percent(share),
        day=formats.day(as_of, year=False),
    )
    if not late:
        return _("{start}; no activity is behind or past its end date.", start=start)
    tail = ngettext(
        "{n} of {m} activities is behind or past its end date",
        "{n} of {m} activities are behind or past their end date",
        late,
        m=int(totals["counted"]),
    )
    worst = _most_late(by_area)
    if worst is None:
        return _("{start}; {tail}.", start=start, tail=tail)
    where = _("most of them in {area}", area=areas.get(worst, worst).lower())
    return _("{start}; {tail}, {where}.", start=start, tail=tail, where=where)


def _most_late(by_area: pd.DataFrame) -> str | None:
    """The priority area with more than half of the late activities, if there is one among several."""
    late = by_area["behind"] + by_area["past end date"]
    if len(by_area) < 2 or late.sum() == 0 or late.max() * 2 <= late.sum():
        return None
    return str(by_area["group"].iloc[int(late.to_numpy().argmax())])


def partners(by_partner: pd.DataFrame, limits: Thresholds) -> str:
    """How many workplans keep to their plan: "8 of 12 workplans are within a month of schedule"."""
    enough = limits.group_on_schedule
    near = int((by_partner["delivered_of_due"] >= enough).sum())
    return ngettext(
        "In the plan of {n} of {m} partners at least {share} of what was due is delivered",
        "In the plans of {n} of {m} partners at least {share} of what was due is delivered",
        near,
        m=len(by_partner),
        share=formats.percent(enough),
    )


def waiting(count: int) -> str:
    """How many activities need a decision."""
    if not count:
        return _("No activity needs a decision")
    return ngettext("{n} activity needs a decision", "{n} activities need a decision", count)


def late_by(by_area: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Where most late activities are: "Most late activities are in education (5 of 9)"."""
    late = by_area["behind"] + by_area["past end date"]
    total = int(late.sum())
    if total == 0:
        return _("No activity is late")
    top = str(by_area["group"].iloc[int(late.to_numpy().argmax())])
    area = names.get(top, top)
    if late.max() * 2 > total:
        return _("Most late activities are in {area} ({n} of {m})", area=area.lower(), n=int(late.max()), m=total)
    return ngettext(
        "{n} activity is late, spread over the priority areas",
        "{n} activities are late, spread over the priority areas",
        total,
    )


def spread(progress: pd.DataFrame, names: Mapping[str, str], of_plan: bool = True) -> str:
    """Between which shares the groups lie: "From 20% (equity) to 80% (evidence) delivered"; ``progress`` has rows.

    The shares are those of the whole plan, as bullets show them, or of what is reported.
    """
    if of_plan:
        progress = progress.assign(delivered=progress["delivered"] * progress["reported_weight"])
    known = progress[progress["delivered"].notna().to_numpy(dtype=bool)].sort_values("delivered", kind="stable")
    if known.empty:
        return _("Nothing is reported yet")
    low, high = known.iloc[0], known.iloc[-1]
    if len(known) == 1:
        name = names.get(low["group"], low["group"])
        return _("{share} delivered: {name}", share=formats.percent(low["delivered"]), name=name)
    return _(
        "From {low} ({one}) to {high} ({other}) delivered",
        low=formats.percent(low["delivered"]),
        one=names.get(low["group"], low["group"]),
        high=formats.percent(high["delivered"]),
        other=names.get(high["group"], high["group"]),
    )


def crossing(found: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Where the late activities are: "9 of 71 activities are late: child protection 4, healthcare 3, education 2"; how
    far the activities are spread where none is.
    """
    late = found[found["status"].isin(LATE).to_numpy(dtype=bool)]
    if len(late):
        count = int((~found["status"].isin(LEFT_OUT)).sum())
        counts = Counter(late["area"].tolist()).most_common()
        shares = [f"{names.get(code, code).lower()} {count}" for code, count in counts]
        return ngettext(
            "{n} of {m} activities is late: {areas}",
            "{n} of {m} activities are late: {areas}",
            len(late),
            m=count,
            areas=", ".join(shares),
        )
    counted = ngettext("{n} activity", "{n} activities", len(found))
    partners = ngettext("{n} partner", "{n} partners", found["partner"].nunique())
    areas = ngettext("{n} priority area", "{n} priority areas", found["area"].nunique())
    return _("{activities} of {partners}, in {areas}", activities=counted, partners=partners, areas=areas)


def statuses(totals: pd.Series) -> str:
    """How the activities stand, in one line."""
    done, on = int(totals["completed"]), int(totals["on schedule"])
    return _(
        "{done} of {all} activities are completed, {on} are on schedule",
        done=done,
        on=on,
        all=int(totals["counted"]),
    )


def moved(changes: pd.DataFrame, before: date) -> str:
    """ "11 moved forward, 4 slipped, 60 unchanged since 30 June"; the others began, ended or were amended."""
    count = Counter(changes["moved"].tolist())
    other = count["other"]
    text = (
        _("{forward} moved forward, {slipped} slipped, {same} unchanged, {other} changed otherwise since {day}")
        if other
        else _("{forward} moved forward, {slipped} slipped, {same} unchanged since {day}")
    )
    return text.format(
        other=other,
        forward=count["forward"],
        slipped=count["slipped"],
        same=count["unchanged"],
        day=formats.day(before, year=False),
    )


def left_out(totals: pd.Series) -> str:
    """The activities in words: "24 signed, 2 cancelled"."""
    parts = [ngettext("{n} activity signed", "{n} activities signed", int(totals["activities"]))]
    for status, text in (
        ("cancelled", _("{n} cancelled", n=int(totals["cancelled"]))),
        ("postponed", _("{n} postponed", n=int(totals["postponed"]))),
        ("carried over", _("{n} carried over", n=int(totals["carried over"]))),
    ):
        if totals[status]:
            parts.append(text)
    return ", ".join(parts)


def values_since(indicators: pd.DataFrame, goals: pd.DataFrame) -> str:
    """How many indicators have a value since the plan began: "3 of 15 indicators have a value since the plan began"."""
    if goals.empty:
        return _("No plan with goals runs at this date")
    shown = set(goals["code"])
    if not any(shown & set(codes) for codes in indicators["goals"]):
        return _("No indicator tells about these goals yet")
    began = min(goals["starts"])
    new = sum(on is not None and on >= began for on in indicators["newest_on"])
    return ngettext(
        "{n} of {m} indicators has a value since the plan began",
        "{n} of {m} indicators have a value since the plan began",
        new,
        m=len(indicators),
    )


def of_partner(row: pd.Series) -> str:
    """How one workplan stands, without a word that judges the institution."""
    share = row["delivered_of_due"]
    late = int(row["behind"] + row["past end date"])
    if pd.isna(share):
        start = _("Nothing was due yet")
    else:
        start = _("{share} of what was due is delivered", share=formats.percent(share))
    if not late:
        return _("{start}; no activity is behind or past its end date.", start=start)
    tail = ngettext(
        "{n} of {m} activities is behind or past its end date",
        "{n} of {m} activities are behind or past their end date",
        late,
        m=int(row["counted"]),
    )
    return _("{start}; {tail}.", start=start, tail=tail)


def shared(progress: pd.DataFrame) -> str:
    """How many rows stand at a partner that only supports them."""
    n = int(progress["shared"].sum())
    return ngettext(
        "{n} activity stands here at a partner that supports it, besides at its lead.",
        "{n} activities stand here at a partner that supports them, besides at their lead.",
        n,
    )


def indicator(row: Mapping[str, Any], seen: pd.DataFrame) -> str:
    """What an indicator's chart says: "6.5% in 2024, down from 12.6% in 2012".

    ``row`` of judged_indicators, ``seen`` its totals; the first and the last value of the series it is judged by.
    """
    points = rows_of(seen)
    if not points:
        return _("No value yet")
    own = [point for point in points if point["series"] == row["series"]]
    own = own or [point for point in points if point["series"] == points[-1]["series"]]
    said = _compared(row, own)
    newest, unit = points[-1], row["unit"]
    if newest["observed_on"] > own[-1]["observed_on"]:  # as the year at its mark says, which is that of any series
        value = formats.value(newest["value"], unit)
        return _("{said}; {value} in {year} in another series", said=said, value=value, year=newest["observed_on"].year)
    return said


def _compared(row: Mapping[str, Any], own: list[dict[str, Any]]) -> str:
    """The newest value of one series, beside its first where the two are compared."""
    first, last = own[0], own[-1]
    unit = row["unit"]
    start = _("{value} in {year}", value=formats.value(last["value"], unit), year=last["observed_on"].year)
    if len(own) == 1 or first["value"] == last["value"]:
        return start
    if row["status"] == Result.ONE_VALUE.value:  # what came before its baseline is drawn, but not compared
        return _("{start}; no later value to compare it with", start=start)
    text = (
        _("{start}, up from {value} in {year}")
        if last["value"] > first["value"]
        else _("{start}, down from {value} in {year}")
    )
    return text.format(start=start, value=formats.value(first["value"], unit), year=first["observed_on"].year)


def gap(groups: pd.DataFrame) -> str:
    """How far groups of children are apart: "poorest 20.5, richest 84.8"."""
    parts = groups[~groups["whole"].astype(bool)]
    ranked = parts.sort_values("value", kind="stable")
    low, high = ranked.iloc[0], ranked.iloc[-1]
    return _(
        "From {low} ({one}) to {high} ({other})",
        low=formats.number(low["value"], 1),
        one=low["label"],
        high=formats.number(high["value"], 1),
        other=high["label"],
    )
