"""Activities of a plan: as signed, and one whole version more for each amendment; what was before is kept."""

from collections import defaultdict
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from db import models
from db.engine import bulk
from db.ledger.checked_cells import cents, distinct, illustrative, new_code, percent, table, word
from db.ledger.plan_keys import Brought, Keys
from db.ledger.tables_of_text import Row, cells
from monitoring import words

TITLES = ("title_en", "title_ru", "title_tk", "unit_en", "unit_ru", "unit_tk")
Values = dict[str, Any]
Funding = dict[tuple[str, str], list[Values]]


def load_activities(keys: Keys, folder: Path) -> None:
    """Load ``activities.csv`` with ``amendments.csv`` and ``funding.csv``."""
    rows = list(table(folder, "activities"))
    signed = keys.signed_plans()
    for row in rows:
        if (row["partner"], row.whole("year")) not in signed:
            raise row.fault(f"partner: “{row['partner']}” signed no workplan for {row['year']}")
    plans = [signed[row["partner"], row.whole("year")] for row in rows]
    # An activity may continue any that stands before it: the ones without a forerunner are inserted first.
    for continuing in (False, True):
        chosen = [(row, plan) for row, plan in zip(rows, plans, strict=True) if bool(row["continues"]) is continuing]
        values = [_activity(keys, row, plan.workplan) for row, plan in chosen]
        inserted = keys.insert(models.Activity, values, "code")
        keys.activities.update(zip((row["code"] for row, _ in chosen), inserted, strict=True))
    amendments = _load_amendments(keys, folder, {row["code"] for row in rows})
    funding = _funding(keys, folder)
    versions: list[Values] = []
    sources: list[tuple[Row, list[Values]]] = []
    for row, plan in zip(rows, plans, strict=True):
        code, lines = row["code"], funding.get((row["code"], ""), [])
        as_signed = _version(keys, row) | _brought(plan.first_day, plan.brought)
        amended = amendments.get(code, [])
        if not any(entry["kind"] == "add" for entry in amended):
            versions.append(as_signed)
            sources.append((row, lines))
        for entry in amended:
            lines = funding.get((code, entry["code"]), lines)
            versions.append(as_signed | _amended(keys, entry))
            sources.append((row, lines))
    inserted = keys.insert(models.ActivityVersion, versions, "activity_id", "valid_from")
    _load_children(keys, list(zip(inserted, sources, strict=True)))


def _activity(keys: Keys, row: Row, workplan: int) -> Values:
    code = new_code(row, keys.activities)
    continued = row.look_up(keys.activities, "continues") if row["continues"] else None
    keys.activities[code] = 0
    return {
        "programme_id": keys.programme,
        "code": code,
        "workplan_id": workplan,
        "continues_id": continued,
        "illustrative": illustrative(row),
    }


def _version(keys: Keys, row: Row) -> Values:
    measured, quantity = word(row, "measured_by", words.MEASURES), row.number("planned_quantity")
    if (quantity is None and measured == "quantity") or (quantity is not None and quantity <= 0):
        raise row.fault(f"planned_quantity: “{row['planned_quantity']}” is not above 0")
    return {
        "activity_id": keys.activities[row["code"]],
        "amendment_id": None,
        "lead_partner_id": row.look_up(keys.partners, "partner"),
        "priority_area_id": row.look_up(keys.areas, "area"),
        "precision": word(row, "precision", words.PRECISIONS),
        "measured_by": measured,
        "planned_quantity": quantity,
        "opening_share": percent(row, "opening_share") or 0,
        "state": "active",
        **_dates(row),
        **cells(row, *TITLES),
    }


def _dates(row: Row) -> Values:
    starts, ends = row.needed_day("starts"), row.needed_day("ends")
    if ends < starts:
        raise row.fault(f"ends: {ends} is before {starts}")
    return {"starts": starts, "ends": ends}


def _brought(valid_from: date, brought: Brought) -> Values:
    return {"valid_from": valid_from, "recorded": brought.recorded, "submission_id": brought.key}


def _load_amendments(keys: Keys, folder: Path, activities: set[str]) -> dict[str, list[Row]]:
    """Insert the amendments; their rows by activity, from the oldest on."""
    found: dict[str, list[Row]] = defaultdict(list)
    values = []
    for row in table(folder, "amendments"):
        code = new_code(row, keys.amendments)
        keys.amendments[code] = 0
        if row["activity"] not in activities:
            raise row.fault(f"activity: “{row['activity']}” is not known")
        if any(other["valid_from"] == row["valid_from"] for other in found[row["activity"]]):
            raise row.fault("valid_from: another amendment of the activity holds from the same day")
        found[row["activity"]].append(row)
        values.append(
            {
                "activity_id": keys.activities[row["activity"]],
                "kind": word(row, "kind", words.AMENDMENT_KINDS),
                "signed_on": row.needed_day("signed_on"),
                "reason": row["reason"],
                "illustrative": illustrative(row),
                **_brought(row.needed_day("valid_from"), submission(keys, row)),
            }
        )
    inserted = keys.insert(models.Amendment, values, "activity_id", "valid_from")
    keys.amendments = dict(zip(keys.amendments, inserted, strict=True))
    return {code: sorted(rows, key=lambda row: row["valid_from"]) for code, rows in found.items()}


def _amended(keys: Keys, row: Row) -> Values:
    """What an amendment changes of the version before."""
    return {
        "amendment_id": keys.amendments[row["code"]],
        "state": word(row, "state", words.ACTIVITY_STATES),
        **_dates(row),
        **_brought(row.needed_day("valid_from"), submission(keys, row)),
    }


def submission(keys: Keys, row: Row) -> Brought:
    """The submission named in a row."""
    if row["submission"] not in keys.submissions:
        raise row.fault(f"submission: “{row['submission']}” is not known")
    return keys.submissions[row["submission"]]


def _funding(keys: Keys, folder: Path) -> Funding:
    """Funding lines by activity and amendment (empty: as signed)."""
    found: Funding = defaultdict(list)
    for row in table(folder, "funding"):
        row.look_up(keys.activities, "activity")
        if row["amendment"]:
            row.look_up(keys.amendments, "amendment")
        line = {
            "source": word(row, "source", words.FUNDING_SOURCES),
            "modality": word(row, "modality", words.MODALITIES),
            "currency": row["currency"],
            "planned_cents": cents(row, "planned_cents"),
            "planned_on": row.day("planned_on"),
        }
        same = found[row["activity"], row["amendment"]]
        if any(all(other[key] == line[key] for key in ("source", "modality", "currency")) for other in same):
            raise row.fault("the same source, modality and currency stand there twice")
        same.append(line)
    return found


def _load_children(keys: Keys, versions: list[tuple[int, tuple[Row, list[Values]]]]) -> None:
    """What hangs on each version; each has all of it, as amendments keep the old row whole."""
    waiting: dict[Any, list[Values]] = defaultdict(list)
    for version, (row, lines) in versions:
        for column, code in distinct(row, "supporting"):
            partner = row.look_up(keys.partners, column, code)
            waiting[models.ActivitySupporter].append({"version_id": version, "partner_id": partner})
        for column, code in distinct(row, "nap_goals", "cp_goal"):
            goal = row.look_up(keys.goals, column, code)
            waiting[models.ActivityGoal].append({"version_id": version, "goal_id": goal})
        for column, code in distinct(row, "regions"):
            region = row.look_up(keys.regions, column, code)
            waiting[models.ActivityRegion].append({"version_id": version, "region_id": region})
        waiting[models.ActivityMarker].extend({"version_id": version} | marker for marker in _markers(keys, row))
        waiting[models.Milestone].extend({"version_id": version} | milestone for milestone in _milestones(row))
        waiting[models.FundingLine].extend({"version_id": version} | line for line in lines)
    for children, values in waiting.items():
        bulk(keys.connection, children, values)


def _markers(keys: Keys, row: Row) -> list[Values]:
    found = []
    for marker in row.codes("markers"):
        code, _, level = marker.partition(":")
        if level not in ("0", "1", "2", "3"):
            raise row.fault(f"markers: “{marker}” is no marker like GEN:2")
        found.append({"priority_area_id": row.look_up(keys.areas, "markers", code), "level": int(level)})
    return found


def _milestones(row: Row) -> list[Values]:
    found: list[Values] = []
    for milestone in row.codes("milestones"):
        day, _, share = milestone.partition(":")
        try:
            found.append({"due_on": date.fromisoformat(day), "share": Decimal(share)})
        except (ValueError, InvalidOperation) as error:
            raise row.fault(f"milestones: “{milestone}” is no milestone like 2025-06-30:50") from error
        if not 0 <= found[-1]["share"] <= 100:
            raise row.fault(f"milestones: {share} is not between 0 and 100")
    return found
