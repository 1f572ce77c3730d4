"""The files of a plan: rows of activities, amendments and funding besides what came in, and copies to any size."""

import csv
import re
from datetime import timedelta
from pathlib import Path
from random import Random

from benchmarks.plan import wording
from benchmarks.plan.activities import Activity
from benchmarks.plan.calendar import moment
from benchmarks.plan.deliveries import Deliveries, Row, deliver
from benchmarks.plan.money import Money, draw_money
from benchmarks.plan.partners import draw_plan
from benchmarks.plan.reviews import decisions

Tables = dict[str, list[Row]]
COPIED = ("supporting", "area", "nap_goals", "cp_goal", "measured_by", "planned_quantity", "markers", "regions")
NAMES = ("unit_en", "unit_ru", "unit_tk", "title_en", "title_ru", "title_tk")
# Columns that hold the code of an activity, or begin with it; the other tables are not multiplied.
OWN_CODES = {
    "activities": ("code", "continues"),
    "amendments": ("code", "activity"),
    "funding": ("activity", "amendment"),
    "flows": ("activity",),
    "reports": ("activity",),
    "verifications": ("activity",),
}
ACTIVITY_CODE = re.compile(r"([A-Z]+-\d{4})-(\d+)(.*)")


def tables(seed: int, times: int = 1, monthly: bool = False) -> Tables:
    """All files of a plan by name, as rows; the same arguments give the same rows."""
    activities = draw_plan(seed)
    money = {activity.code: draw_money(Random(f"{seed} {activity.code} money"), activity) for activity in activities}
    came_in = deliver(seed, activities, money, monthly)
    found: Tables = {
        "activities": [_activity_row(activity) for activity in activities],
        "amendments": [_amendment_row(activity, came_in) for activity in activities if activity.kind],
        "funding": [row for activity in activities for row in _funding_rows(activity, money[activity.code])],
        "decisions": decisions(activities, came_in),
        "submissions": came_in.submissions,
        "events": came_in.events,
        "reports": came_in.reports,
        "verifications": came_in.verifications,
        "flows": came_in.flows,
    }
    return multiplied(found, times)


def multiplied(found: Tables, times: int) -> Tables:
    """Each activity ``times`` times, with all that hangs on it; the submissions bring the copies too."""
    sizes: dict[str, int] = {}
    for row in found["activities"]:
        group = f"{row['partner']}-{row['year']}"
        sizes[group] = sizes.get(group, 0) + 1

    def renamed(code: object, copy: int) -> str:
        matched = ACTIVITY_CODE.fullmatch(str(code))
        if matched is None:
            return str(code)
        group, number, rest = matched.groups()
        return f"{group}-{int(number) + copy * sizes[group]:02}{rest}"

    larger = dict(found)
    for name, columns in OWN_CODES.items():
        larger[name] = [
            row | {column: renamed(row[column], copy) for column in columns}
            for copy in range(times)
            for row in found[name]
        ]
    return larger


def write(found: Tables, folder: Path) -> None:
    """Write each table as CSV into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in found.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, fieldnames=list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def _activity_row(activity: Activity) -> Row:
    plan, title = activity.signed, activity.title
    return {
        "code": activity.code,
        "partner": activity.partner,
        "year": activity.year,
        "starts": plan.starts,
        "ends": plan.ends,
        "precision": plan.precision,
        "milestones": ";".join(f"{day}:{share * 100:g}" for day, share in plan.milestones),
        "continues": activity.continues,
        "opening_share": activity.opening,
        **{column: title[column] for column in (*COPIED, *NAMES)},
        "illustrative": "yes",
    }


def _amendment_row(activity: Activity, came_in: Deliveries) -> Row:
    """The amendment of an activity, brought by a submission of its own some days after it was signed."""
    random = Random(f"{came_in.seed} {activity.code} amended")
    signed_on = activity.amended_on
    assert signed_on is not None
    submission = f"PLAN-{activity.code}"
    recorded = moment(random, signed_on + timedelta(days=random.randint(2, 6)))
    came_in.submit(submission, recorded, "plan", activity.partner)
    return {
        "code": f"{activity.code}-A",
        "submission": submission,
        "activity": activity.code,
        "kind": activity.kind,
        "signed_on": signed_on,
        "valid_from": activity.valid_from,
        "starts": activity.plan.starts,
        "ends": activity.plan.ends,
        "state": activity.plan.state,
        "reason": wording.REASONS[activity.kind],
        "illustrative": "yes",
    }


def _funding_rows(activity: Activity, money: Money) -> list[Row]:
    """The funding lines as signed and, where the budget was amended, once more as amended."""
    found: list[Row] = []
    for amendment in ("", f"{activity.code}-A") if activity.kind == "budget" else ("",):
        for line in money.lines:
            cents = line.revised if amendment else line.planned
            found.append(
                {
                    "activity": activity.code,
                    "amendment": amendment,
                    "source": line.source,
                    "modality": line.modality,
                    "currency": "USD",
                    "planned_cents": "" if cents is None else cents,
                    "planned_on": activity.signed.starts,
                    "illustrative": "yes",
                }
            )
    return found
