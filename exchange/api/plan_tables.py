"""What was planned: partners, workplans, and activities as planned and last reported."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from db import queries
from db.engine import Database
from exchange.api import parameters
from exchange.api.declared import FACT_STATUS, ILLUSTRATIVE, SOURCE, Asked, Column, Table, named
from monitoring import words
from monitoring.rows import rows_of
from monitoring.status import Delivery

SIGNED = ("code", "first_year", "last_year", "signed_on", "name_en", "name_ru", "name_tk", "status", "source")


def _partners(database: Database, asked: Asked) -> pd.DataFrame:
    """Also those without an activity, unless activities are picked: then who leads one, or supports it if asked for."""
    found, picked = queries.partners(database, asked.dates).rename(columns={"status": "fact_status"}), asked.filters
    if picked.partners:
        found = found[found["code"].isin(picked.partners)]
    if picked.of_activities() or picked.years:
        activities = queries.judged_activities(database, asked.dates, picked)
        codes = set(activities["partner"])
        if picked.supporting:
            links = queries.snapshot(database, asked.dates, picked.years).links["supporter"]
            codes.update(links.code[np.isin(links.row, activities.index)])
        found = found[found["code"].isin(codes)]
    return found


def _workplans(database: Database, asked: Asked) -> pd.DataFrame:
    """One row a workplan; of signatories there is one a partner. With activities picked, those with one of them."""
    plans: dict[str, dict[str, Any]] = {}
    for row in rows_of(queries.signatories(database, asked.dates, asked.filters.years)):
        plan = plans.setdefault(row["workplan"], {**row, "code": row["workplan"], "partners": []})
        plan["partners"].append(row["partner"])
    wanted = set(asked.filters.partners)
    kept = [plan for plan in plans.values() if not wanted or wanted & set(plan["partners"])]
    if asked.filters.of_activities():
        having = set(queries.judged_activities(database, asked.dates, asked.filters)["workplan"])
        kept = [plan for plan in kept if plan["code"] in having]
    return pd.DataFrame(kept, columns=[*SIGNED, "partners", "illustrative"]).rename(columns={"status": "fact_status"})


def _activities(database: Database, asked: Asked) -> pd.DataFrame:
    return queries.judged_activities(database, asked.dates, asked.filters)


def _beside_activities(database: Database, asked: Asked, page: pd.DataFrame) -> Mapping[str, Any]:
    """What hangs on each activity of a page, by code in the order of the codes, and its source."""
    links = queries.snapshot(database, asked.dates, asked.filters.years).links
    shown = set(page.index)
    found: dict[str, Any] = {}
    for key, kind in (("goals", "goal"), ("regions", "region"), ("supporters", "supporter")):
        codes: dict[int, list[str]] = defaultdict(list)
        for row, code in zip(links[kind].row.tolist(), links[kind].code.tolist(), strict=True):
            if row in shown:
                codes[row].append(str(code))
        found[key] = [sorted(codes[row]) for row in page.index]
    return found | source_of(database, "activity", page["code"])


def source_of(database: Database, kind: Any, codes: pd.Series) -> dict[str, Any]:
    """The column "source" of rows of activities, indicators or submissions."""
    sources = queries.stated_sources(database, kind)
    return {"source": [sources[code][0] for code in codes.tolist()]}


PARTNERS = Table(
    "partners",
    "Ministries and partners, as they were called at the two dates. Filters of activities leave those that lead "
    "one of them, or support one if asked for.",
    (*parameters.DATES, *parameters.FILTERS),
    (
        Column("code", "Code", "code", empty=False),
        Column("kind", "Kind", "code", empty=False, words=words.PARTNER_KINDS),
        *named("name", "Name"),
        Column("note", "Remark"),
        FACT_STATUS,
        SOURCE,
        ILLUSTRATIVE,
    ),
    _partners,
    example="partner=MOH&partner=MOE",
)
WORKPLANS = Table(
    "workplans",
    "Signed workplans with the partners that signed them. Filters of activities leave those with one of them.",
    (*parameters.DATES, *parameters.FILTERS),
    (
        Column("code", "Code", "code", empty=False),
        Column("partners", "Codes of the partners, in the order of signing", "codes", empty=False),
        Column("first_year", "First year", "whole", empty=False),
        Column("last_year", "Last year", "whole", empty=False),
        Column("signed_on", "Signed", "day"),
        *named("name", "Name"),
        FACT_STATUS,
        SOURCE,
        ILLUSTRATIVE,
    ),
    _workplans,
    example="year=2025",
)
ACTIVITIES = Table(
    "activities",
    "Activities as planned and last reported; judgements has the same rows with the working of their status.",
    (*parameters.DATES, *parameters.FILTERS),
    (
        Column("code", "Code", "code", empty=False),
        Column("workplan", "Code of the workplan", "code", empty=False),
        Column("partner", "Code of the partner that leads it and reports", "code", empty=False),
        Column("supporters", "Codes of the partners that support it", "codes", empty=False),
        Column("area", "Code of the priority area", "code", empty=False),
        Column("goals", "Codes of the goals that it serves, of any framework", "codes", empty=False),
        Column(
            "regions", "Codes of the regions it is carried out in; none: for the whole country", "codes", empty=False
        ),
        *named("title", "Title"),
        Column("status", "Status; judgements says why", "code", empty=False, words=tuple(Delivery)),
        Column("measured_by", "How progress is measured", "code", empty=False, words=words.MEASURES),
        Column("planned_quantity", "Planned quantity, of what unit_* says", "number"),
        *named("unit", "What is counted", empty=True),
        Column("precision", "How exactly its dates are planned", "code", empty=False, words=words.PRECISIONS),
        Column("starts", "First day", "day"),
        Column("ends", "Last day, as planned at the two dates", "day"),
        Column("first_ends", "Last day as first signed", "day"),
        Column("signed_on", "When the plan with it was signed", "day"),
        Column("state", "In the plan, or taken out by an amendment", "code", empty=False, words=words.ACTIVITY_STATES),
        Column("amended_on", "When the amendment that made its plan was signed", "day"),
        Column("amended_why", "Reason of that amendment"),
        Column("reported_on", "Reporting date of the newest report that counts", "day"),
        Column("delivered", "Delivered by that report, a share (1 is all)", "number"),
        Column("rating", "Rating by the partner", "code", words=words.RATINGS),
        Column("in_words", "true where the newest report has no number", "yes", empty=False),
        Column("verified", "true where a reviewer named the evidence", "yes", empty=False),
        Column("cause", "Cause of delay", "code", words=words.CAUSES),
        Column("waiting_for", "Waiting for", "code", words=words.CAUSES),
        Column("support_asked", "Support asked, in the words of the partner"),
        Column("support_from", "Of whom it is asked"),
        Column("next_step", "Next step, in the words of the partner"),
        Column("currency", "Currency of planned, funded and released", "code"),
        Column("planned_cents", "Planned budget in cents; null where not known", "whole"),
        Column("funded_cents", "Funded, in cents", "whole"),
        Column("released_cents", "Released, in cents", "whole"),
        Column("spent_cents", "Reported as spent, in cents of spent_currency", "whole"),
        Column("spent_currency", "Currency of the spending", "code"),
        SOURCE,
        ILLUSTRATIVE,
    ),
    _activities,
    _beside_activities,
    example="partner=MOE&status=behind&as_of=2025-09-30",
)
