"""Activities as rows of a report: all that a reader wants to know of each, with codes and names."""

from collections.abc import Mapping
from math import isnan

import numpy as np
import pandas as pd

from db.queries.money import DirectCash
from db.queries.snapshot import Snapshot
from monitoring.delivery_table import Array
from monitoring.language import gettext as _
from monitoring.language import later, spoken
from monitoring.money import judge_cash
from monitoring.remarks import WORDS
from monitoring.status import DELIVERY_MARKS, RATING_WORDS
from monitoring.thresholds import Thresholds
from monitoring.why import limits_of_activities, rules, sentences
from monitoring.wording import FROM_WHOM, MEASURE
from reports.columns import Column, key_and_name, yes

STATUS_WORDS = {status.value: mark.word for status, mark in DELIVERY_MARKS.items()}
COLUMNS = (
    Column("code", later("Code")),
    Column("title", later("Activity"), "long"),
    Column("status", later("Status"), "status", STATUS_WORDS),
    Column("why", later("Why this status"), "long"),
    Column("limits", later("Limits in force"), "long"),
    Column("amended_on", later("Amendment signed"), "date"),
    Column("amended_why", later("Reason of the amendment"), "long", WORDS),
    *key_and_name("partner", later("Partner code"), later("Ministry or partner (lead)")),
    *key_and_name("area", later("Area code"), later("Priority area")),
    Column("delivered", later("Delivered"), "percent"),
    Column("planned_at_report", later("Planned at the report"), "percent"),
    Column("planned_now", later("Planned by now"), "percent"),
    Column("days_behind", later("Days behind"), "number"),
    Column("days_past_end", later("Days past the end"), "number"),
    Column("reported_on", later("Last report for"), "date"),
    yes("report_late", later("Report late")),
    yes("in_words", later("Told in words only")),
    Column("rating", later("Rating by the partner"), "text", RATING_WORDS),
    yes("disagrees", later("Rating and status disagree")),
    yes("verified", later("Verified")),
    Column("starts", later("Start"), "date"),
    Column("ends", later("End"), "date"),
    Column("first_ends", later("End as first signed"), "date"),
    Column("measured_by", later("Measured by"), "text", MEASURE),
    Column("planned_quantity", later("Planned quantity"), "value"),
    Column("unit", later("Unit")),
    Column("planned", later("Planned budget"), "money"),
    Column("funded", later("Funded"), "money"),
    Column("released", later("Released"), "money"),
    Column("currency", later("Currency")),
    Column("spent", later("Reported as spent"), "money"),
    Column("spent_currency", later("Currency of the spending")),
    Column("cash_released", later("Direct cash released"), "money"),
    Column("cash_reported", later("Direct cash reported"), "money"),
    Column("cash_ahead", later("Points that reported cash is ahead"), "pace"),
    yes("cash_flag", later("Cash ahead of delivery")),
    *key_and_name("goal", later("Goal codes"), later("Goals")),
    *key_and_name("region", later("Region codes"), later("Regions")),
    *key_and_name("supporter", later("Supporting partner codes"), later("Supporting partners")),
    Column("cause", later("Cause of delay"), "text", FROM_WHOM),
    Column("waiting_for", later("Waiting for"), "text", FROM_WHOM),
    Column("support_asked", later("Support asked"), "long", WORDS),
    Column("support_from", later("Asked of whom"), "text", WORDS),
    Column("next_step", later("Next step"), "long", WORDS),
    Column("workplan", later("Workplan")),
    Column("status_key", later("Status key")),
    Column("rule", later("Rule key")),
    yes("illustrative", later("Illustrative")),
)


def activities(
    found: pd.DataFrame,
    current: Snapshot,
    names: Mapping[str, Mapping[str, str]],
    limits: Thresholds,
    cash: Mapping[str, DirectCash],
) -> pd.DataFrame:
    """Rows of :func:`db.queries.judged_activities` with the columns of :data:`COLUMNS`, in the same order.

    ``current`` is the snapshot that ``found`` was taken from; ``names`` has names by code for partner, area, goal and
    region, in the language of this run; ``cash`` is :func:`db.queries.direct_cash`.
    """
    rule = rules(found, limits)
    rows = found.assign(
        title=_in_this_language(found, "title"),
        unit=_in_this_language(found, "unit"),
        status_key=found["status"],
        rule=rule,
        why=sentences(found["status"], rule, limits),
        limits=rule.map({key: limits_of_activities(key, limits) for key in set(rule)}),
        days_behind=found["days_behind"].where(found["days_behind"] >= 0),
        partner_name=_called(found["partner"], names["partner"]),
        area_name=_called(found["area"], names["area"]),
        **{kind: found[f"{kind}_cents"] / 100 for kind in ("planned", "funded", "released", "spent")},
        **_cash(found, cash, limits),
    )
    for kind, called in (("goal", names["goal"]), ("region", names["region"]), ("supporter", names["partner"])):
        rows[kind], rows[f"{kind}_name"] = _linked(current, kind, found.index.to_numpy(), called)
    rows.loc[rows["region"] == "", "region_name"] = _("Nationwide")
    return rows[[column.key for column in COLUMNS]].reset_index(drop=True)


def _cash(found: pd.DataFrame, cash: Mapping[str, DirectCash], limits: Thresholds) -> dict[str, Array]:
    """Direct cash of each activity in whole units, and the flag where it is reported ahead of delivery."""
    amounts: Array = np.full((3, len(found)), np.nan)
    flagged: Array = np.zeros(len(found), dtype=bool)
    delivered = found["delivered"].to_numpy()
    for row, code in enumerate(found["code"]):
        if code in cash:
            own, share = cash[code], float(delivered[row])
            judged = judge_cash(own.released, own.reported, None if isnan(share) else share, limits)
            reported = np.nan if own.reported is None else own.reported / 100
            amounts[:, row] = own.released / 100, reported, np.nan if judged.ahead is None else judged.ahead
            flagged[row] = judged.flagged
    return {**dict(zip(("cash_released", "cash_reported", "cash_ahead"), amounts, strict=True)), "cash_flag": flagged}


def _in_this_language(found: pd.DataFrame, field: str) -> pd.Series:
    own = found[f"{field}_{spoken()}"]
    return own.where(own != "", found[f"{field}_en"])


def _called(codes: pd.Series, names: Mapping[str, str]) -> list[str]:
    return [names.get(code, code) for code in codes]


def _linked(current: Snapshot, kind: str, rows: Array, names: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Codes and names of what hangs on each of the rows, as one text each. Each pair of texts is made once."""
    links = current.links[kind]
    known = sorted(set(links.code))
    number_of = {code: number for number, code in enumerate(known)}
    numbers = np.fromiter((number_of[code] for code in links.code), dtype=np.int64, count=len(links.code))
    sorted_numbers = numbers[np.lexsort((numbers, links.row))].tobytes()
    ends = (np.cumsum(np.bincount(links.row, minlength=len(current.activities))) * numbers.itemsize).tolist()
    parts = [sorted_numbers[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    once: dict[bytes, tuple[str, str]] = {}
    for part in set(parts):
        codes = [known[number] for number in np.frombuffer(part, dtype=np.int64)]
        once[part] = ", ".join(codes), "; ".join(names.get(code, code) for code in codes)
    told = [once[parts[row]] for row in rows]
    return [codes for codes, _names in told], [said for _codes, said in told]
