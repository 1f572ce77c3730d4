"""Figures that cannot be true together: found after the fact, in what others loaded or sent as well."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any

TOLERANCE = 0.1  # points, or units of the indicator: what rounding may do
# Two groups of one kind that make up the whole: the total lies between them.
HALVES = {"sex": ("female", "male"), "residence": ("urban", "rural")}


@dataclass(frozen=True)
class Contradiction:
    """One finding: its key in :data:`monitoring.wording.CONTRADICTION`, about which code, and the two figures.

    For shares and percent 1 is all; money is in cents.
    """

    kind: str
    code: str
    one: float
    other: float | tuple[float, float]


def of_money(rows: Iterable[Mapping[str, Any]]) -> list[Contradiction]:
    """More funded than planned, more released than funded, or more spent than planned, within one currency.

    ``rows`` of judged_activities. What partners spend is of all funds, so it is held against all that is planned.
    """
    found = []
    for row in rows:
        pairs = [("funded above planned", "funded_cents", "planned_cents")]
        pairs.append(("released above funded", "released_cents", "funded_cents"))
        if row["spent_currency"] == row["currency"]:
            pairs.append(("spent above planned", "spent_cents", "planned_cents"))
        found += [
            Contradiction(kind, row["code"], float(row[more]), float(row[less]))
            for kind, more, less in pairs
            if row[more] > row[less]  # never where one of them is not known
        ]
    return found


def of_reports(rows: Iterable[Mapping[str, Any]]) -> list[Contradiction]:
    """A delivered share that fell without a word of explanation, and "completed" below all.

    ``rows``: code, share (0 to 1; NaN for words alone), explained, reported_status; each activity's by date.
    """
    found = []
    before: dict[str, float] = {}
    last: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        share, code = row["share"], row["code"]
        last[code] = row
        if isnan(share):
            continue
        if share < before.get(code, 0.0) and not row["explained"]:
            found.append(Contradiction("share fell", code, before[code], share))
        before[code] = share
    found += [
        Contradiction("completed below all", code, row["share"], 1.0)
        for code, row in last.items()
        if row["reported_status"] == "completed" and row["share"] < 1
    ]
    return found


def of_observations(rows: Iterable[Mapping[str, Any]], units: Mapping[str, str]) -> list[Contradiction]:
    """A value outside its own interval, beside its own ratio, or a total outside its two halves.

    ``rows`` of observations, ``units``: indicator → unit.
    """
    found = []
    alike: dict[tuple[Any, ...], dict[str, float]] = defaultdict(dict)
    for row in rows:
        value, code = row["value"], row["indicator"]
        if row["low"] > value + TOLERANCE or row["high"] < value - TOLERANCE:
            found.append(Contradiction("outside interval", code, value, (row["low"], row["high"])))
        if units.get(code) == "percent" and row["denominator"] > 0:
            ratio = 100 * row["numerator"] / row["denominator"]
            if abs(ratio - value) > TOLERANCE:
                found.append(Contradiction("beside its ratio", code, value, ratio))
        group = _group(row)
        if group is not None:
            alike[code, row["series"], row["observed_on"]][group] = value
    for (code, _series, _day), values in alike.items():
        found += _outside_halves(code, values)
    return found


def _group(row: Mapping[str, Any]) -> str | None:
    """The one group an observation tells about, "" for the total; None for crossed groups and for regions."""
    named = [row[kind] for kind in ("sex", "age_group", "residence", "wealth", "disability") if row[kind]]
    if row["region"] or len(named) > 1 or isnan(row["value"]):
        return None
    return str(named[0]) if named else ""


def _outside_halves(code: str, values: Mapping[str, float]) -> list[Contradiction]:
    found = []
    for halves in HALVES.values():
        if "" in values and all(half in values for half in halves):
            low, high = sorted(values[half] for half in halves)
            if not low - TOLERANCE <= values[""] <= high + TOLERANCE:
                found.append(Contradiction("outside its groups", code, values[""], (low, high)))
    return found
